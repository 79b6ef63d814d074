"""What the tax office is asked about shops, and what its answers mean for them."""

import asyncio
from collections.abc import Mapping, Sequence

import structlog

from services.tax_office import Business, QuestionRefused, Standing, State, TaxOffice, TaxOfficeAway
from storage.shop_checks import DueShop
from storage.shops import Check
from storage.tax_office import TaxAnswer

log = structlog.get_logger()

LONGEST = 60.0  # seconds for all that is asked at once, however many halves it takes

Answers = Mapping[int, TaxAnswer | None]


async def asked(office: TaxOffice, due: Sequence[DueShop]) -> Answers:
    """By shop; None for one that the tax office cannot read, which only a person can look at. Raises TaxOfficeAway."""
    known = [one for one in due if one.name is not None]
    answers: dict[int, TaxAnswer | None] = dict.fromkeys((one.id for one in due if one.name is None), None)
    if known:
        answers |= await _asked_in_time(office, known)
    return answers


async def _asked_in_time(office: TaxOffice, due: Sequence[DueShop]) -> Answers:
    try:
        async with asyncio.timeout(LONGEST):
            return await _asked_together(office, due)
    except TimeoutError:
        raise TaxOfficeAway("no whole answer in time") from None


async def _asked_together(office: TaxOffice, due: Sequence[DueShop]) -> Answers:
    """One that cannot be read spoils the whole question, so it is looked for in ever smaller halves."""
    try:
        return await _answers(office, due)
    except QuestionRefused as refused:
        if len(due) == 1:
            log.warning("tax_office_cannot_read", shop=due[0].id, reason=str(refused))
            return {due[0].id: None}
    half = len(due) // 2
    return {**await _asked_together(office, due[:half]), **await _asked_together(office, due[half:])}


async def _answers(office: TaxOffice, due: Sequence[DueShop]) -> Answers:
    validated = await office.validate([Business(number=one.number, opened_on=one.opened_on, name=one.name or "") for one in due])
    # Where the answer does not say how the number stands, it is asked for: an unknown number is not a wrong name.
    bare = [number for number, found in validated.items() if found.standing is None]
    standings = await office.status(bare) if bare else {}
    return {one.id: _verdict(validated[one.number].standing or standings[one.number], matches=validated[one.number].matches) for one in due}


def _verdict(standing: Standing, *, matches: bool) -> TaxAnswer:
    if standing.state is not State.UNKNOWN and not matches:
        return TaxAnswer(answer=Check.MISMATCH.value)
    return TaxAnswer(answer=Check(standing.state.value).value, ended_on=standing.ended_on)
