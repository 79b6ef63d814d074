"""The National Tax Service (국세청) over its open interface at odcloud.kr: is a number in use, and do name and opening date belong to it.

Neither questions nor answers are ever logged: they carry names. The key travels in a header, since httpx logs whole addresses.
"""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import cache
from ssl import SSLContext
from typing import Any, Self, cast
from urllib.parse import unquote

import httpx

from services.tax_office import MOST_AT_ONCE, Business, QuestionRefused, Standing, State, TaxOfficeAway, TaxOfficeRefusesKey, Validated

TIMEOUT = httpx.Timeout(15, connect=5)
LONGEST = 30.0  # seconds for a whole answer: the others hold from byte to byte
_KEY_CODES = frozenset({"-4", "-401"})
_QUESTION_CODES = frozenset({"BAD_JSON_REQUEST", "REQUEST_DATA_MALFORMED", "TOO_LARGE_REQUEST"})
_STATES = {"01": State.ACTIVE, "02": State.SUSPENDED, "03": State.CLOSED}
_UNKNOWN = "등록되지 않은"  # the tax type of a number it does not know is a sentence with these words
_MATCHES, _DIFFERS = "01", "02"

Row = dict[str, Any]


class NationalTaxService:
    """`key` as the portal shows it, percent-encoded or not. `transport`: for tests."""

    def __init__(self, url: str, key: str, *, transport: httpx.AsyncBaseTransport | None = None) -> None:
        self._client = httpx.AsyncClient(
            base_url=url,
            headers={"Authorization": f"Infuser {_decoded(key)}"},
            timeout=TIMEOUT,
            trust_env=False,
            verify=_trusted(),
            transport=transport,
        )

    async def status(self, numbers: Sequence[str]) -> dict[str, Standing]:
        """How each number stands. Raises TaxOfficeAway, TaxOfficeRefusesKey or QuestionRefused."""
        _check_length(numbers)
        rows = await self._ask("status", {"b_no": list(numbers)})
        return {number: _standing(row) for number, row in _by_number(rows, numbers).items()}

    async def validate(self, businesses: Sequence[Business]) -> dict[str, Validated]:
        """Whether each business is who it says. Raises the same."""
        _check_length(businesses)
        rows = await self._ask("validate", {"businesses": [_spelt(one) for one in businesses]})
        return {number: _validated(row) for number, row in _by_number(rows, [one.number for one in businesses]).items()}

    async def _ask(self, what: str, question: Row) -> list[Row]:
        try:
            async with asyncio.timeout(LONGEST):
                answer = await self._client.post(what, params={"returnType": "JSON"}, json=question)
        except (httpx.HTTPError, TimeoutError) as error:
            raise TaxOfficeAway(type(error).__name__) from None  # its text may hold the address only, but its request holds names
        return _rows(answer.status_code, _object(answer))

    async def close(self) -> None:
        await self._client.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()


@cache
def _trusted() -> SSLContext:
    """Reading the list of authorities takes 20 ms; it is the same for every client."""
    return httpx.create_ssl_context()


def _decoded(key: str) -> str:
    key = key.strip()
    return unquote(key) if "%" in key else key


def _check_length(asked: Sequence[object]) -> None:
    if not 1 <= len(asked) <= MOST_AT_ONCE:
        raise ValueError(f"1 to {MOST_AT_ONCE} businesses at once, not {len(asked)}")


def _spelt(one: Business) -> Row:
    return {"b_no": one.number, "start_dt": f"{one.opened_on:%Y%m%d}", "p_nm": one.name}


# -- reading what comes back; whatever is not as agreed counts as no answer


def _object(answer: httpx.Response) -> Row:
    try:
        body = answer.json()
    except (ValueError, RecursionError):  # no JSON, or JSON made to break its reader
        body = None
    return body if isinstance(body, dict) else {}


def _rows(http: int, body: Row) -> list[Row]:
    code = str(body.get("status_code"))
    if str(body.get("code")) in _KEY_CODES or http in {httpx.codes.UNAUTHORIZED, httpx.codes.FORBIDDEN}:
        raise TaxOfficeRefusesKey(f"HTTP {http}, code {body.get('code')}")
    if code in _QUESTION_CODES:
        raise QuestionRefused(code)
    rows = body.get("data")
    if http != httpx.codes.OK or code != "OK" or not isinstance(rows, list):
        told = body.get("status_code")
        raise TaxOfficeAway(f"HTTP {http}, {told if isinstance(told, str) else 'no status code'}")
    return [row for row in rows if isinstance(row, dict)]


def _by_number(rows: list[Row], asked: Sequence[str]) -> Mapping[str, Row]:
    found = {str(row.get("b_no")): row for row in rows}
    if not found.keys() >= set(asked):
        raise TaxOfficeAway("an answer is missing")
    return {number: found[number] for number in asked}


def _validated(row: Row) -> Validated:
    valid = str(row.get("valid"))
    if valid not in {_MATCHES, _DIFFERS}:
        raise TaxOfficeAway("neither valid nor not")
    status = row.get("status")
    return Validated(matches=valid == _MATCHES, standing=_standing(cast("Row", status)) if isinstance(status, dict) else None)


def _standing(row: Row) -> Standing:
    state = _STATES.get(str(row.get("b_stt_cd") or ""))
    if state is not None:
        return Standing(state=state, ended_on=_day(row.get("end_dt")) if state is State.CLOSED else None)
    if _UNKNOWN in str(row.get("tax_type") or ""):
        return Standing(state=State.UNKNOWN)
    raise TaxOfficeAway("a state that nobody knows")


def _day(text: object) -> date | None:
    try:
        return datetime.strptime(str(text), "%Y%m%d").date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        return None
