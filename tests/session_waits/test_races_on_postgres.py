"""The queue in two transactions held open side by side; each race also with its guard off, where it must be lost."""

import asyncio

import pytest
from sqlalchemy import text

from services.offered_sessions import TakeOffer
from services.office import Office
from services.session_changes import CancelSession
from services.session_hold_ends import LapseHold
from services.sessions import Booked
from storage import consultants, people, session_waits
from storage.engine import Store
from storage.seals import Seal
from storage.work import House
from tests.clock import HandClock
from tests.conftest import SECRET
from tests.membership.racing import side_by_side, waits_or_is_done
from tests.session_waits.queueing import has_one_hour, states, takes_it, wait_of, waits
from tests.sessions.desk import HAN, keep_shops

TAKER, FIRST, SECOND = 1, 2, 3


@pytest.fixture
async def office(postgres_url, clock):
    async with await Store.open(postgres_url, seal=Seal(SECRET)) as store:
        office = Office(store, clock, house=House(accepts_test_numbers=True))
        await keep_shops(office, TAKER, FIRST, SECOND)
        await has_one_hour(office)
        yield office


async def both_are_freed(office) -> None:
    await has_one_hour(office, HAN, "Han", hour=16)
    one, other = await takes_it(office, TAKER), await takes_it(office, TAKER, HAN, 16)
    await waits(office, FIRST)
    await side_by_side(office, CancelSession(by=TAKER, session=one.id), CancelSession(by=TAKER, session=other.id))


async def test_two_times_freed_side_by_side_are_one_offer(office):
    await both_are_freed(office)
    assert await states(office) == [f"{FIRST} held"]


def without_the_lock_on_the_wait(monkeypatch) -> None:
    async def unlocked(connection, topics):
        return [wait for wait in await session_waits.everybody(connection, after=0, limit=10) if wait.topic in topics]

    monkeypatch.setattr(session_waits, "lock_of_topics", unlocked)


async def test_without_the_lock_on_the_wait_the_database_still_keeps_one_time_for_one(office, monkeypatch):
    without_the_lock_on_the_wait(monkeypatch)
    await both_are_freed(office)
    assert await states(office) == [f"{FIRST} held"]


async def test_without_lock_and_constraint_two_times_would_be_kept_for_one(office, monkeypatch):
    without_the_lock_on_the_wait(monkeypatch)
    async with office.store.transaction() as connection:
        await connection.execute(text("DROP INDEX uq_sessions_offered"))
    await both_are_freed(office)
    assert await states(office) == [f"{FIRST} held", f"{FIRST} held"]


async def taken_while_it_lapses(office, clock) -> bool:
    """The member is faster; the machine that lets it lapse has a clock that is ahead. Whether the member was told that it is booked."""
    session = await takes_it(office, TAKER)
    await waits(office, FIRST)
    await office.do(CancelSession(by=TAKER, session=session.id))
    wait = await wait_of(office, FIRST)
    assert wait is not None
    assert wait.offer is not None
    clock.passes(minutes=119)
    ahead = HandClock(clock.now())
    ahead.passes(minutes=2)
    other = Office(office.store, ahead, house=office.house)
    async with office.work() as work:
        taken = await TakeOffer(by=FIRST, wait=wait.wait.id)(work)
        lapsing = asyncio.create_task(other.do(LapseHold(session=wait.offer.id)))
        await waits_or_is_done(office, lapsing)
    await lapsing
    return isinstance(taken, Booked)


async def test_a_taken_offer_does_not_lapse(office, clock):
    assert await taken_while_it_lapses(office, clock)
    assert await states(office) == [f"{FIRST} booked"]


async def test_without_the_locks_a_booked_session_would_lapse(office, clock, monkeypatch):
    async def nobody(connection, person):
        """No lock."""

    monkeypatch.setattr(people, "lock", nobody)
    monkeypatch.setattr(consultants, "lock", consultants.find)
    assert await taken_while_it_lapses(office, clock)
    assert await states(office) == [f"{FIRST} lapsed"]
