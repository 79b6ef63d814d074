"""Both sides at once at one session, on both databases."""

import asyncio

import pytest

from programme.session_changes import Change
from services.session_changes import Cancelled, CancelSession
from services.session_limits import OverAlready
from services.session_wishes import AllowChange, Allowed, Asked, AskForChange
from services.sessions import Booked, BookSession
from storage import sessions
from storage.sessions import State
from tests.sessions.desk import DAY, YUN, advises, at, books, holds, keep_shops

OWNER = 1


@pytest.fixture
async def office(office_with_calls):
    await keep_shops(office_with_calls, OWNER)
    await advises(office_with_calls)
    return office_with_calls


async def state_of(office, number: int) -> State:
    async with office.store.reading() as connection:
        found = await sessions.find(connection, number)
    assert found is not None
    return found.state


async def test_cancelled_by_both_sides_at_once_it_is_cancelled_once(office):
    session = (await books(office, OWNER, at(14))).session
    outcomes = await asyncio.gather(*(office.do(CancelSession(by=person, session=session.id)) for person in (OWNER, YUN, OWNER, YUN)))
    assert sum(isinstance(outcome, Cancelled) for outcome in outcomes) == 1
    assert sum(isinstance(outcome, OverAlready) for outcome in outcomes) == 3


async def test_moved_and_cancelled_at_once_the_member_never_keeps_both_nor_loses_both(office):
    old = (await books(office, OWNER, at(14))).session
    new = await holds(office, OWNER, at(16), moves=old.id)
    booked, cancelled = await asyncio.gather(
        office.do(BookSession(by=OWNER, session=new.id)), office.do(CancelSession(by=YUN, session=old.id))
    )
    assert isinstance(booked, Booked) is not isinstance(cancelled, Cancelled)
    assert (await state_of(office, new.id) is State.BOOKED) is isinstance(booked, Booked)
    assert await state_of(office, old.id) in {State.MOVED, State.CANCELLED}


async def test_a_wish_allowed_on_two_phones_is_allowed_once(office, clock):
    session = (await books(office, OWNER, at(14))).session
    clock.at = at(18, day=DAY.replace(day=9))
    assert isinstance(await office.do(AskForChange(by=OWNER, session=session.id, what=Change.MOVE)), Asked)
    outcomes = await asyncio.gather(*(office.do(AllowChange(by=YUN, session=session.id, allow=True)) for _ in range(5)))
    assert sum(isinstance(outcome, Allowed) for outcome in outcomes) == 1
