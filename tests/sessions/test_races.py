"""Many after few times, on both databases; once more with the guard off, when they all get one. More of it in `test_races_on_postgres`."""

import asyncio
from collections import Counter
from dataclasses import replace

import pytest
from sqlalchemy import text

from programme.booking import BookingTerms
from services.hold_wishes import Held, JustTaken, YearUsed
from services.office import Office
from services.session_changes import CancelSession
from services.session_hold_ends import LapseHold
from services.session_limits import OverAlready
from services.sessions import Booked, BookSession
from storage import session_times
from storage.sessions import State
from tests.consortia.forming import opened, sits_down
from tests.sessions.desk import HAN, PLAIN, YUN, advises, at, books, hold, holds, keep_shops
from tests.sessions.test_booking import state_of

CROWD = range(1, 41)
HOURS = (10, 11, 13, 14)


@pytest.fixture
async def desk(office_with_calls: Office) -> Office:
    await keep_shops(office_with_calls, *range(1, 9))
    await advises(office_with_calls)
    return office_with_calls


@pytest.fixture
async def crowd(desk: Office) -> Office:
    await keep_shops(desk, *CROWD[8:])
    return desk


async def everybody_books(office: Office) -> list[object]:
    """Ten people for each of four hours, all at once; whoever holds one books it."""

    async def one(person: int) -> object:
        held = await office.do(hold(person, at(HOURS[person % len(HOURS)])))
        return await office.do(BookSession(by=person, session=held.session.id)) if isinstance(held, Held) else held

    return await asyncio.gather(*(one(person) for person in CROWD))


async def booked_hours(office: Office) -> Counter[object]:
    async with office.store.reading() as connection:
        rows = await connection.execute(text("SELECT starts_at FROM sessions WHERE state = 'booked'"))
        return Counter(row.starts_at for row in rows)


async def test_of_forty_people_after_four_times_four_have_one_and_the_others_hear_of_the_nearest(crowd):
    outcomes = await everybody_books(crowd)
    assert sum(isinstance(outcome, Booked) for outcome in outcomes) == 4
    lost = [outcome for outcome in outcomes if isinstance(outcome, JustTaken)]
    assert len(lost) == 36
    assert all(len(outcome.nearest) == 3 for outcome in lost)
    assert sorted((await booked_hours(crowd)).values()) == [1, 1, 1, 1]


async def test_where_no_cells_are_taken_all_forty_would_have_one(crowd, monkeypatch):
    """The negative control of the test above."""

    async def nothing(connection, which, session) -> None:
        return None

    monkeypatch.setattr(session_times, "take", nothing)
    outcomes = await everybody_books(crowd)
    assert sum(isinstance(outcome, Booked) for outcome in outcomes) == 40
    assert sorted((await booked_hours(crowd)).values()) == [10, 10, 10, 10]


async def test_the_constraint_alone_keeps_two_apart_who_were_both_told_that_it_is_free(desk, monkeypatch):
    """Overlapping, not only equal: the half hour of one lies in the hour of the other."""

    async def nothing_taken(connection, people, which, *, but=()) -> dict[int, set[int]]:
        return {person: set() for person in people}

    await holds(desk, 1, at(10))
    await advises(desk, hours=((10 * 60 + 30, 12 * 60),), terms=replace(PLAIN, slot=30))
    monkeypatch.setattr(session_times, "taken", nothing_taken)
    assert isinstance(await desk.do(hold(2, at(10, 30))), JustTaken)
    assert isinstance(await desk.do(hold(2, at(11))), Held)


async def test_ten_taps_on_one_time_hold_it_once_and_ten_on_book_book_it_once(desk):
    held = await asyncio.gather(*(desk.do(hold(1, at(14))) for _ in range(10)))
    numbers = {outcome.session.id for outcome in held if isinstance(outcome, Held)}
    (session,) = numbers
    booked = await asyncio.gather(*(desk.do(BookSession(by=1, session=session)) for _ in range(10)))
    assert sum(isinstance(outcome, Booked) for outcome in booked) == 1


async def test_the_last_session_of_the_year_goes_to_one_of_two_members(desk):
    desk.house = replace(desk.house, booking=BookingTerms(consulting_a_year=1))
    consortium = (await opened(desk, 1, 1)).number
    await sits_down(desk, 2, consortium)
    first, second = await holds(desk, 1, at(10)), await holds(desk, 2, at(11))
    outcomes = await asyncio.gather(desk.do(BookSession(by=1, session=first.id)), desk.do(BookSession(by=2, session=second.id)))
    assert Counter(type(outcome) for outcome in outcomes) == {Booked: 1, YearUsed: 1}


async def test_the_limit_of_a_day_holds_however_many_come_at_once(desk):
    await advises(desk, terms=replace(PLAIN, most_a_day=2))
    outcomes = await asyncio.gather(*(desk.do(hold(person, at(HOURS[person % 4]))) for person in range(1, 9)))
    assert sum(isinstance(outcome, Held) for outcome in outcomes) == 2


async def test_booking_and_lapsing_at_once_one_of_them_holds(desk, clock):
    session = await holds(desk, 1, at(14))
    clock.passes(minutes=5)
    booked, _ = await asyncio.gather(desk.do(BookSession(by=1, session=session.id)), desk.do(LapseHold(session=session.id)))
    assert isinstance(booked, Booked)  # nobody else had come: it is theirs, held once more
    assert await state_of(desk, session.id) is State.LAPSED
    assert await state_of(desk, booked.session.id) is State.BOOKED
    assert sum((await booked_hours(desk)).values()) == 1


async def test_moving_to_somebody_else_and_cancelling_at_once_leaves_one_session_or_none(desk):
    """Two members of two consultants who change places, while both consultants cancel: nobody waits for anybody for ever."""
    await advises(desk, HAN, name="Han")
    old = [(await books(desk, 1, at(10), YUN)).session, (await books(desk, 2, at(14), HAN)).session]
    new = [await holds(desk, 1, at(11), HAN, moves=old[0].id), await holds(desk, 2, at(15), YUN, moves=old[1].id)]
    outcomes = await asyncio.gather(
        *(desk.do(BookSession(by=one.person, session=one.id)) for one in new),
        *(desk.do(CancelSession(by=one.consultant, session=one.id)) for one in old),
    )
    booked = sum(isinstance(outcome, Booked) for outcome in outcomes[:2])
    assert sum((await booked_hours(desk)).values()) == booked
    for moved, cancelled in zip(outcomes[:2], outcomes[2:], strict=True):
        assert isinstance(moved, Booked) is isinstance(cancelled, OverAlready)


async def test_two_windows_that_move_one_session_move_it_once(desk):
    old = (await books(desk, 1, at(10))).session
    moved = await asyncio.gather(*(desk.do(hold(1, at(hour), moves=old.id)) for hour in (13, 14)))
    numbers = [outcome.session.id for outcome in moved if isinstance(outcome, Held)]
    outcomes = await asyncio.gather(*(desk.do(BookSession(by=1, session=number)) for number in numbers))
    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["Booked", "NotHeld"]
    assert sum((await booked_hours(desk)).values()) == 1
