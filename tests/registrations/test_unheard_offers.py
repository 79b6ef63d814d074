"""A seat is held for somebody from when they can hear of it: while the bot is away no time runs against them."""

from datetime import timedelta

import pytest

from programme.events import Answer, Group
from services.event_offer_letters import EventSeatLapsed, EventSeatOffered
from services.letter_places import place_of
from services.registration_outcomes import Answered
from tests.registrations.room import answers, chores, comes, letters_go, letters_to, says, stands, taken
from tests.registrations.test_waiting import FIRST, SECOND, TAKER, full, office  # noqa: F401 - the room with one seat


@pytest.fixture
async def offered(office, full):  # noqa: F811
    await office.do(says(TAKER, full, Answer.NOT_COMING))
    return full


async def place(office, person: int):  # noqa: F811
    [(_, letter)] = await letters_to(office, person, "event_seat")
    async with office.work() as work:
        return await place_of(work, letter)


async def test_whose_letter_never_went_is_offered_the_seat_afresh(office, clock, offered):  # noqa: F811
    clock.passes(hours=25)
    await chores(office)
    assert await answers(office, offered) == {TAKER: "not", FIRST: "offered", SECOND: "waiting"}
    [(_, letter)] = await letters_to(office, FIRST, "event_seat")
    assert isinstance(letter, EventSeatOffered)
    assert letter.until == clock.now() + timedelta(hours=24) == (await stands(office, offered, FIRST)).held_until
    assert await taken(office, offered) == {Group.ALL: 1}
    await letters_go(office)
    clock.passes(hours=25)
    await chores(office)
    assert await answers(office, offered) == {TAKER: "not", FIRST: "lapsed", SECOND: "offered"}


async def test_whose_letter_went_has_had_their_time(office, clock, offered):  # noqa: F811
    """The negative control."""
    await letters_go(office)
    clock.passes(hours=25)
    await chores(office)
    assert await answers(office, offered) == {TAKER: "not", FIRST: "lapsed", SECOND: "offered"}
    [(_, letter)] = await letters_to(office, FIRST, "event_seat")
    assert isinstance(letter, EventSeatLapsed)


async def test_a_letter_that_would_come_too_late_waits_for_that(office, clock, offered):  # noqa: F811
    assert not (await place(office, FIRST)).waits
    clock.passes(hours=23, minutes=45)
    assert (await place(office, FIRST)).waits, "a quarter of an hour is no offer"
    clock.passes(hours=1)
    assert (await place(office, FIRST)).waits
    await chores(office)
    assert not (await place(office, FIRST)).waits


async def test_who_comes_by_themselves_meanwhile_is_not_too_late(office, clock, offered):  # noqa: F811
    clock.passes(hours=25)
    assert isinstance(await office.do(comes(FIRST, offered)), Answered)
    assert await answers(office, offered) == {TAKER: "not", FIRST: "coming", SECOND: "waiting"}
    assert not await letters_to(office, FIRST, "event_seat")


async def test_too_near_to_hold_it_they_wait_on_and_hear_nothing_of_it(office, clock, offered):  # noqa: F811
    clock.at = offered.starts_at - timedelta(hours=2)
    await chores(office)
    assert (await answers(office, offered))[FIRST] == "waiting"
    assert await taken(office, offered) == {}
    assert not await letters_to(office, FIRST, "event_seat")
    assert isinstance(await office.do(comes(SECOND, offered)), Answered), "it is for whoever asks first"
