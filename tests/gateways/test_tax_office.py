"""The gateway against the recorded shapes of the National Tax Service's answers, and against the town's tax office over HTTP."""

import json
from collections.abc import AsyncIterator, Mapping
from datetime import date

import httpx
import pytest

from playground.emulator import Emulator
from playground.tax_counter import ROOT
from playground.tax_office import Mood, TaxOffice
from services.gateways import tax_office as gateway_module
from services.gateways.tax_office import NationalTaxService
from services.tax_office import (
    Business,
    QuestionRefused,
    Standing,
    State,
    TaxOfficeAway,
    TaxOfficeRefusesKey,
    Validated,
)

URL = "https://api.odcloud.kr/api/nts-businessman/v1"
ENCODED, DECODED = "abc%2Bdef%2Fghi%3D%3D", "abc+def/ghi=="
UNKNOWN = "국세청에 등록되지 않은 사업자등록번호입니다."
KIM = Business(number="1248100998", opened_on=date(2011, 3, 2), name="김수제")
BARE = {"b_no": "1248100998", "b_stt": "", "b_stt_cd": "", "tax_type": "", "tax_type_cd": "", "end_dt": "", "utcc_yn": ""}
ACTIVE = BARE | {"b_stt": "계속사업자", "b_stt_cd": "01", "tax_type": "부가가치세 일반과세자", "tax_type_cd": "01", "utcc_yn": "N"}
OPEN = Standing(state=State.ACTIVE)


class Recorded:
    """Answers what was recorded, and keeps what was asked."""

    def __init__(self, body: object, http: int = 200) -> None:
        self.asked: list[httpx.Request] = []
        content = body if isinstance(body, str) else json.dumps(body)
        self.answer = httpx.Response(http, content=content)

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(request)
        return self.answer


def ok(*rows: Mapping[str, object]) -> dict[str, object]:
    return {"status_code": "OK", "request_cnt": len(rows), "match_cnt": len(rows), "data": list(rows)}


async def status(recorded: Recorded, *numbers: str, key: str = DECODED) -> dict[str, Standing]:
    async with NationalTaxService(URL, key, transport=httpx.MockTransport(recorded)) as office:
        return await office.status(numbers or ("1248100998",))


async def validated(recorded: Recorded) -> Validated:
    async with NationalTaxService(URL, DECODED, transport=httpx.MockTransport(recorded)) as office:
        return (await office.validate([KIM]))[KIM.number]


@pytest.mark.parametrize(
    ("row", "standing"),
    [
        (ACTIVE, OPEN),
        (BARE | {"b_stt": "휴업자", "b_stt_cd": "02"}, Standing(state=State.SUSPENDED)),
        (BARE | {"b_stt": "폐업자", "b_stt_cd": "03", "end_dt": "20210531"}, Standing(state=State.CLOSED, ended_on=date(2021, 5, 31))),
        (BARE | {"b_stt": "폐업자", "b_stt_cd": "03"}, Standing(state=State.CLOSED)),
        (BARE | {"b_stt": "폐업자", "b_stt_cd": "03", "end_dt": None}, Standing(state=State.CLOSED)),
        (BARE | {"tax_type": UNKNOWN}, Standing(state=State.UNKNOWN)),
        (BARE | {"b_stt": None, "b_stt_cd": None, "tax_type": UNKNOWN}, Standing(state=State.UNKNOWN)),
    ],
)
async def test_how_a_number_stands_is_read(row, standing):
    assert await status(Recorded(ok(row))) == {"1248100998": standing}


async def test_the_count_of_matches_may_be_missing():
    body = ok(BARE | {"tax_type": UNKNOWN})
    del body["match_cnt"]
    assert await status(Recorded(body)) == {"1248100998": Standing(state=State.UNKNOWN)}


async def test_the_question_is_spelt_as_the_office_wants_it():
    recorded = Recorded(ok({"b_no": KIM.number, "valid": "01", "status": ACTIVE}))
    await validated(recorded)
    assert recorded.asked[0].url.path == "/api/nts-businessman/v1/validate"
    assert json.loads(recorded.asked[0].content) == {"businesses": [{"b_no": "1248100998", "start_dt": "20110302", "p_nm": "김수제"}]}


@pytest.mark.parametrize("key", [ENCODED, DECODED, f" {DECODED}\n"])
async def test_the_key_goes_decoded_into_the_header_and_never_into_the_address(key):
    recorded = Recorded(ok(ACTIVE))
    await status(recorded, key=key)
    assert recorded.asked[0].headers["Authorization"] == f"Infuser {DECODED}"
    assert "serviceKey" not in str(recorded.asked[0].url)
    assert "abc" not in str(recorded.asked[0].url)


async def test_a_key_with_a_plus_is_not_decoded_a_second_time():
    recorded = Recorded(ok(ACTIVE))
    await status(recorded, key="100+2B/==")
    assert recorded.asked[0].headers["Authorization"] == "Infuser 100+2B/=="


@pytest.mark.parametrize(
    ("row", "answer"),
    [
        ({"valid": "01", "status": ACTIVE}, Validated(matches=True, standing=OPEN)),
        ({"valid": "02", "valid_msg": "확인할 수 없습니다."}, Validated(matches=False, standing=None)),
        (
            {"valid": "01", "status": BARE | {"b_stt_cd": "03", "end_dt": "20240229"}},
            Validated(matches=True, standing=Standing(state=State.CLOSED, ended_on=date(2024, 2, 29))),
        ),
    ],
)
async def test_whether_name_and_day_belong_to_the_number_is_read_and_a_closed_firm_matches_too(row, answer):
    assert await validated(Recorded(ok({"b_no": KIM.number, **row}))) == answer


@pytest.mark.parametrize(
    ("http", "body", "error"),
    [
        (401, {"code": -401, "msg": "유효하지 않은 인증키 입니다."}, TaxOfficeRefusesKey),
        (401, {"code": -4, "msg": "등록되지 않은 인증키 입니다."}, TaxOfficeRefusesKey),
        (400, {"code": -4, "msg": "등록되지 않은 인증키 입니다."}, TaxOfficeRefusesKey),
        (400, {"status_code": "BAD_JSON_REQUEST"}, QuestionRefused),
        (400, {"status_code": "REQUEST_DATA_MALFORMED"}, QuestionRefused),
        (413, {"status_code": "TOO_LARGE_REQUEST"}, QuestionRefused),
        (200, {"status_code": "REQUEST_DATA_MALFORMED"}, QuestionRefused),
        (500, {"status_code": "INTERNAL_ERROR"}, TaxOfficeAway),
        (404, {"status_code": "HTTP_ERROR"}, TaxOfficeAway),
        (200, {"status_code": "HTTP_ERROR"}, TaxOfficeAway),
        (503, "<html>점검 중</html>", TaxOfficeAway),
        (200, "<html>점검 중</html>", TaxOfficeAway),
        (200, [], TaxOfficeAway),
        (200, {"status_code": "OK"}, TaxOfficeAway),
        (200, {"status_code": "OK", "data": [ACTIVE | {"b_no": "2208162517"}]}, TaxOfficeAway),
        (200, {"status_code": "OK", "data": [BARE]}, TaxOfficeAway),
        (200, {"status_code": "OK", "data": ["1248100998"]}, TaxOfficeAway),
        (302, "", TaxOfficeAway),
        (200, {"code": [], "status_code": {}}, TaxOfficeAway),
        (200, {"code": {}, "status_code": ["OK"], "data": [ACTIVE]}, TaxOfficeAway),
        (200, {"status_code": "OK", "data": [ACTIVE | {"b_stt_cd": ["01"]}]}, TaxOfficeAway),
    ],
)
async def test_what_is_no_answer_is_neither_yes_nor_no(http, body, error):
    with pytest.raises(TaxOfficeAway) as caught:
        await status(Recorded(body, http))
    assert type(caught.value) is error


async def test_a_match_that_is_neither_yes_nor_no_is_none():
    unreadable: tuple[object, ...] = ([], {}, None, "03")
    for valid in unreadable:
        with pytest.raises(TaxOfficeAway):
            await validated(Recorded(ok(ACTIVE | {"valid": valid})))


async def test_what_went_wrong_on_the_way_does_not_carry_the_question_along():
    def cut(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("connection refused", request=request)

    async with NationalTaxService(URL, DECODED, transport=httpx.MockTransport(cut)) as office:
        with pytest.raises(TaxOfficeAway) as caught:
            await office.validate([KIM])
    assert str(caught.value) == "ConnectError"
    assert caught.value.__cause__ is None


async def test_more_than_a_hundred_are_not_asked_about_at_once():
    async with NationalTaxService(URL, DECODED, transport=httpx.MockTransport(Recorded(ok()))) as office:
        with pytest.raises(ValueError, match="100"):
            await office.status(["1248100998"] * 101)


# -- the same words with the town's tax office, over a real connection


@pytest.fixture
async def counter() -> AsyncIterator[tuple[TaxOffice, NationalTaxService]]:
    emulator = Emulator()
    async with emulator.serve() as server, NationalTaxService(server.url + ROOT, emulator.tax_office.key_as_shown) as gateway:
        yield emulator.tax_office, gateway


async def test_the_towns_office_knows_test_numbers_and_what_became_of_them(counter):
    office, gateway = counter
    office.closes("0010100029", date(2021, 5, 31))
    office.suspends("0010100034")
    office.forgets("0010100048")
    numbers = ["0010100015", "0010100029", "0010100034", "0010100048", "1248100998"]
    assert await gateway.status(numbers) == {
        "0010100015": OPEN,
        "0010100029": Standing(state=State.CLOSED, ended_on=date(2021, 5, 31)),
        "0010100034": Standing(state=State.SUSPENDED),
        "0010100048": Standing(state=State.UNKNOWN),
        "1248100998": Standing(state=State.UNKNOWN),
    }
    assert office.asked == [("status", 5)]


async def test_the_towns_office_compares_name_and_day(counter):
    office, gateway = counter
    office.knows(KIM.number, name="김수제", opened_on=KIM.opened_on)
    somebody = Business(number="0010100015", opened_on=date(2020, 1, 1), name="아무개")
    other = Business(number="0010100029", opened_on=date(2020, 1, 1), name="아무개")
    office.knows(other.number, name="홍길동")
    assert await gateway.validate([KIM, somebody, other]) == {
        KIM.number: Validated(matches=True, standing=OPEN),
        somebody.number: Validated(matches=True, standing=OPEN),
        other.number: Validated(matches=False, standing=None),
    }


@pytest.mark.parametrize("mood", [mood for mood in Mood if mood is not Mood.OPEN])
async def test_every_bad_day_of_the_towns_office_is_an_outage_and_it_comes_back(counter, mood, monkeypatch):
    monkeypatch.setattr(gateway_module, "LONGEST", 0.5)
    office, gateway = counter
    office.goes_away(mood)
    with pytest.raises(TaxOfficeAway):
        await gateway.status(["0010100015"])
    office.comes_back()
    assert await gateway.status(["0010100015"]) == {"0010100015": OPEN}


async def test_the_towns_office_minds_its_key(counter):
    office, gateway = counter
    office.key = "another"
    with pytest.raises(TaxOfficeRefusesKey):
        await gateway.status(["0010100015"])


@pytest.mark.parametrize("headers", [{}, {"Authorization": "Bearer x"}])
async def test_the_towns_office_says_no_to_who_shows_no_key(headers):
    async with Emulator().serve() as server, httpx.AsyncClient(trust_env=False) as client:
        answer = await client.post(f"{server.url}{ROOT}/status", json={"b_no": ["0010100015"]}, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (401, -401)


@pytest.mark.parametrize(
    ("content", "http", "code"),
    [
        ("{", 400, "BAD_JSON_REQUEST"),
        ("[]", 400, "REQUEST_DATA_MALFORMED"),
        ('{"b_no": []}', 400, "REQUEST_DATA_MALFORMED"),
        ('{"b_no": ["001-01-00015"]}', 400, "REQUEST_DATA_MALFORMED"),
        (json.dumps({"b_no": ["0010100015"] * 101}), 413, "TOO_LARGE_REQUEST"),
    ],
)
async def test_the_towns_office_refuses_as_the_real_one_does(content, http, code):
    emulator = Emulator()
    headers = {"Authorization": f"Infuser {emulator.tax_office.key}"}
    async with emulator.serve() as server, httpx.AsyncClient(trust_env=False) as client:
        answer = await client.post(f"{server.url}{ROOT}/status", content=content, headers=headers)
    assert (answer.status_code, answer.json()) == (http, {"status_code": code})


async def test_a_nameless_business_is_refused(counter):
    _, gateway = counter
    with pytest.raises(QuestionRefused):
        await gateway.validate([Business(number="0010100015", opened_on=date(2020, 1, 1), name=" ")])
