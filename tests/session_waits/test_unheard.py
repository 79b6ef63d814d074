"""A time is held for somebody from when they can hear of it: while the bot is away no time runs against them."""

from datetime import timedelta

import pytest

from services.letter_places import Place, place_of
from services.session_changes import CancelSession
from services.session_offers import TimeOffered, TimeOfferLapsed
from tests.registrations.room import letters_go, letters_to
from tests.session_waits.queueing import THE_HOUR, chores, has_one_hour, offered_to, states, takes_it, wait_of, waits
from tests.sessions.desk import keep_shops

TAKER, FIRST, SECOND = 1, 2, 3


@pytest.fixture
async def office(office_with_calls):
    """A time is offered to the first of two who wait for it."""
    await keep_shops(office_with_calls, TAKER, FIRST, SECOND)
    await has_one_hour(office_with_calls)
    session = await takes_it(office_with_calls, TAKER)
    for person in (FIRST, SECOND):
        await waits(office_with_calls, person)
    await office_with_calls.do(CancelSession(by=TAKER, session=session.id))
    assert await offered_to(office_with_calls, FIRST, SECOND) == [FIRST]
    return office_with_calls


async def letter_of(office):
    [(_, letter)] = await letters_to(office, FIRST, "session_offer")
    return letter


async def test_whose_letter_never_went_is_offered_the_time_afresh(office, clock):
    clock.passes(hours=30)
    async with office.work() as work:
        assert await place_of(work, await letter_of(office)) == Place(waits=True), "it does not go with a time that is over"
    await chores(office)
    assert FIRST in await offered_to(office, FIRST)
    letter = await letter_of(office)
    assert isinstance(letter, TimeOffered)
    assert letter.until == clock.now() + office.house.booking.offer
    await letters_go(office)
    clock.passes(hours=30)
    await chores(office)
    assert await wait_of(office, FIRST) is None, "this time they had heard of it"


async def test_whose_letter_went_has_had_their_time(office, clock):
    """The negative control."""
    await letters_go(office)
    clock.passes(hours=30)
    await chores(office)
    assert await wait_of(office, FIRST) is None
    assert await offered_to(office, SECOND) == [SECOND]
    assert isinstance(await letter_of(office), TimeOfferLapsed)


async def test_too_near_to_hold_it_they_wait_on(office, clock):
    clock.at = THE_HOUR - timedelta(minutes=30)
    await chores(office)
    assert await wait_of(office, FIRST) is not None
    assert (await states(office))[0] == f"{FIRST} lapsed"
    assert await letters_to(office, FIRST, "session_offer") == []
