"""Where the town's tax office is asked: the National Tax Service's open interface (status, validate), its answers, errors and outages."""

import asyncio
import hmac
from collections.abc import Callable
from typing import Any

import orjson
from aiohttp import web

from playground.tax_office import Mood, TaxOffice

ROOT = "/api/nts-businessman/v1"
MOST = 100
_DIGITS, _DAY = 10, 8
_DRIP = 0.05  # seconds between two bytes
_NOT_REGISTERED = "국세청에 등록되지 않은 사업자등록번호입니다."

Row = dict[str, Any]


class Problem(Exception):
    def __init__(self, http: int, body: Row) -> None:
        super().__init__(str(body))
        self.http, self.body = http, body


def open_counter(app: web.Application, office: TaxOffice) -> None:
    """Adds the two addresses; the root for GOLMOK_NTS_URL is the server's address and ROOT."""
    for what, answer in (("status", _status), ("validate", _validate)):
        app.router.add_post(f"{ROOT}/{what}", _served(office, what, answer))


def _served(office: TaxOffice, what: str, answer: Callable[[TaxOffice, Row], Row]) -> Callable[[web.Request], Any]:
    async def serve(request: web.Request) -> web.StreamResponse:
        try:
            if office.mood is Mood.DRIPPING:
                return await _dripped(office, request)
            weather = _weather(office, request)
            if weather is not None:
                return weather
            _check_key(office, request)
            body = answer(office, _object(await request.read()))
            office.asked.append((what, body["request_cnt"]))
            return _json(200, body)
        except Problem as problem:
            return _json(problem.http, problem.body)

    return serve


def _weather(office: TaxOffice, request: web.Request) -> web.Response | None:
    match office.mood:
        case Mood.OPEN | Mood.DRIPPING:
            return None
        case Mood.AWAY:
            if request.transport is not None:
                request.transport.abort()
            return web.Response()
        case Mood.BROKEN:
            raise Problem(500, {"status_code": "INTERNAL_ERROR"})
        case Mood.CUT_OFF:
            raise Problem(404, {"status_code": "HTTP_ERROR"})
        case Mood.GARBLED:
            return web.Response(text="<html><body>시스템 점검 중입니다.</body></html>", content_type="text/html")


async def _dripped(office: TaxOffice, request: web.Request) -> web.StreamResponse:
    answer = web.StreamResponse(headers={"Content-Type": "application/json"})
    await answer.prepare(request)
    while office.mood is Mood.DRIPPING:
        try:
            await answer.write(b" ")
        except ConnectionError:
            break  # whoever asked has gone
        await asyncio.sleep(_DRIP)
    return answer


def _check_key(office: TaxOffice, request: web.Request) -> None:
    scheme, _, key = request.headers.get("Authorization", "").partition(" ")
    if scheme != "Infuser" or not key:
        raise Problem(401, {"code": -401, "msg": "유효하지 않은 인증키 입니다."})
    if not hmac.compare_digest(key.encode(), office.key.encode()):
        raise Problem(401, {"code": -4, "msg": "등록되지 않은 인증키 입니다."})


def _object(body: bytes) -> Row:
    try:
        question = orjson.loads(body)
    except orjson.JSONDecodeError as error:
        raise Problem(400, {"status_code": "BAD_JSON_REQUEST"}) from error
    if not isinstance(question, dict):
        raise _malformed()
    return question


def _malformed() -> Problem:
    return Problem(400, {"status_code": "REQUEST_DATA_MALFORMED"})


def _asked(question: Row, name: str) -> list[Any]:
    asked = question.get(name)
    if not isinstance(asked, list) or not asked:
        raise _malformed()
    if len(asked) > MOST:
        raise Problem(413, {"status_code": "TOO_LARGE_REQUEST"})
    return asked


def _status(office: TaxOffice, question: Row) -> Row:
    rows = [_standing(office, _number(office, number)) for number in _asked(question, "b_no")]
    return _answer(rows, "match_cnt", sum(1 for row in rows if row["b_stt_cd"]))


def _validate(office: TaxOffice, question: Row) -> Row:
    rows = [_valid(office, _business(office, one)) for one in _asked(question, "businesses")]
    return _answer(rows, "valid_cnt", sum(1 for row in rows if row["valid"] == "01"))


def _answer(rows: list[Row], counted: str, count: int) -> Row:
    """The office leaves the count out where it would be 0."""
    return {"request_cnt": len(rows), **({counted: count} if count else {}), "status_code": "OK", "data": rows}


def _number(office: TaxOffice, given: object) -> str:
    if not isinstance(given, str) or not given.isdecimal() or len(given) != _DIGITS or given in office.unreadable:
        raise _malformed()
    return given


def _business(office: TaxOffice, given: object) -> Row:
    if not isinstance(given, dict) or not str(given.get("p_nm") or "").strip():
        raise _malformed()
    _number(office, given.get("b_no"))
    start = str(given.get("start_dt"))
    if len(start) != _DAY or not start.isdecimal():
        raise _malformed()
    return given


def _valid(office: TaxOffice, asked: Row) -> Row:
    firm = office.find(asked["b_no"])
    if firm is None or not firm.is_of(asked["p_nm"], asked["start_dt"]):
        return {"b_no": asked["b_no"], "valid": "02", "valid_msg": "확인할 수 없습니다.", "request_param": asked}
    return {"b_no": asked["b_no"], "valid": "01", "request_param": asked, "status": _standing(office, asked["b_no"])}


def _standing(office: TaxOffice, number: str) -> Row:
    firm = office.find(number)
    words = {"01": "계속사업자", "02": "휴업자", "03": "폐업자"}
    return {
        "b_no": number,
        "b_stt": words[firm.code] if firm else "",
        "b_stt_cd": firm.code if firm else "",
        "tax_type": "부가가치세 일반과세자" if firm else _NOT_REGISTERED,
        "tax_type_cd": "01" if firm else "",
        "end_dt": f"{firm.ended_on:%Y%m%d}" if firm and firm.ended_on else "",
        "utcc_yn": "N" if firm else "",
        "tax_type_change_dt": "",
        "invoice_apply_dt": "",
        "rbf_tax_type": "해당없음" if firm else "",
        "rbf_tax_type_cd": "99" if firm else "",
    }


def _json(http: int, body: Row) -> web.Response:
    return web.Response(body=orjson.dumps(body), status=http, content_type="application/json")
