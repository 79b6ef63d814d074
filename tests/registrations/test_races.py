"""A crowd after few seats, on both databases; once more with the guard off, when all get one. More of it in `test_races_on_postgres`."""

import asyncio
from collections import Counter

import pytest

from programme.events import Answer, Group
from services.event_queue import LapseSeats, OfferFreeSeats
from services.office import Office
from services.registration_outcomes import Answered, Full, OfferOver, Waits
from storage import event_seats
from storage.events import Event
from storage.postgres import CONNECTIONS
from tests.clock import HandClock
from tests.registrations.room import announced, answers, comes, meet, registration, says, taken

CROWD = range(1, 121)
SEATS = 7


@pytest.fixture
async def crowd(office_with_calls: Office) -> Office:
    await meet(office_with_calls, *CROWD)
    return office_with_calls


async def _all_come(crowd: Office, event: Event) -> list[object]:
    """As many side by side as there are connections: on a busy machine the last of a hundred would wait too long for one."""
    line = asyncio.Semaphore(CONNECTIONS)

    async def one(person: int) -> object:
        async with line:
            return await crowd.do(comes(person, event, waits=True))

    return await asyncio.gather(*(one(person) for person in CROWD))


async def test_of_a_hundred_and_twenty_after_seven_seats_seven_come_and_the_others_wait_in_order(crowd):
    event = await announced(crowd, SEATS)
    outcomes = await _all_come(crowd, event)
    assert Counter(type(outcome) for outcome in outcomes) == {Answered: SEATS, Waits: len(CROWD) - SEATS}
    assert await taken(crowd, event) == {Group.ALL: SEATS}
    assert sorted(outcome.seen.before for outcome in outcomes if isinstance(outcome, Waits)) == list(range(len(CROWD) - SEATS))


async def test_where_no_seats_are_taken_all_of_them_would_come(crowd, monkeypatch):
    """The negative control of the test above."""

    async def nothing(connection, event, registration, dealt) -> None:
        return None

    monkeypatch.setattr(event_seats, "take", nothing)
    event = await announced(crowd, SEATS)
    outcomes = await _all_come(crowd, event)
    assert Counter(type(outcome) for outcome in outcomes) == {Answered: len(CROWD)}


async def test_ten_taps_from_two_phones_are_one_registration_and_one_seat(crowd):
    event = await announced(crowd, SEATS)
    outcomes = await asyncio.gather(*(crowd.do(comes(1, event)) for _ in range(10)))
    assert {type(outcome) for outcome in outcomes} == {Answered}
    assert len({outcome.seen.mine.id for outcome in outcomes}) == 1
    assert await taken(crowd, event) == {Group.ALL: 1}


async def test_seats_given_back_all_at_once_are_offered_once_each(crowd):
    event = await announced(crowd, SEATS)
    for person in range(1, 31):
        await crowd.do(comes(person, event, waits=True))
    await asyncio.gather(
        *(crowd.do(says(person, event, Answer.NOT_COMING)) for person in range(1, SEATS + 1)),
        *(crowd.do(OfferFreeSeats(event=event.id)) for _ in range(5)),
    )
    found = await answers(crowd, event)
    assert [person for person, answer in found.items() if answer == "offered"] == list(range(SEATS + 1, 2 * SEATS + 1))
    assert await taken(crowd, event) == {Group.ALL: SEATS}


async def test_taking_while_another_machine_lets_the_offer_lapse_one_of_them_holds(crowd, clock: HandClock):
    """Its clock is a little ahead."""
    event = await announced(crowd, 1)
    for person in (1, 2, 3):
        await crowd.do(comes(person, event, waits=True))
    await crowd.do(says(1, event, Answer.NOT_COMING))
    offered = await registration(crowd, event, 2)
    assert offered is not None
    clock.passes(hours=23, minutes=59)
    ahead = HandClock(clock.now())
    ahead.passes(minutes=2)
    other = Office(crowd.store, ahead, house=crowd.house)
    took, _ = await asyncio.gather(crowd.do(comes(2, event)), other.do(LapseSeats(registration=offered.id)))
    assert isinstance(took, Answered | Full | OfferOver)
    found = await answers(crowd, event)
    assert (found[2], found[3]) == (("coming", "waiting") if isinstance(took, Answered) else ("lapsed", "offered"))
    assert await taken(crowd, event) == {Group.ALL: 1}
