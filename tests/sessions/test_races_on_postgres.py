"""Two transactions held open side by side; each race also with its guard off, where it must be lost."""

import asyncio
from dataclasses import replace

import pytest
from sqlalchemy import text

from programme.booking import BookingTerms
from programme.slots import WhyNone
from services.hold_wishes import Held, JustTaken, NotOffered, YearUsed
from services.office import Office
from services.sessions import Booked, BookSession, HoldSession
from storage import consultants, session_times
from storage.engine import Store, StoreUnavailable
from storage.seals import Seal
from tests.conftest import SECRET
from tests.consortia.forming import opened, sits_down
from tests.membership.racing import side_by_side, without_the_lock
from tests.sessions.desk import HAN, PLAIN, YUN, advises, at, hold, holds, keep_shops


@pytest.fixture
async def desk(postgres_url, clock):
    async with await Store.open(postgres_url, seal=Seal(SECRET)) as store:
        office = Office(store, clock)
        office.house = replace(office.house, accepts_test_numbers=True, booking=BookingTerms(consulting_a_year=1))
        await keep_shops(office, 1, 2)
        await advises(office, terms=replace(PLAIN, most_a_day=1))
        yield office


def without_the_queue(monkeypatch) -> None:
    """Those who hold and book do not wait for each other before they come to a consultant."""

    async def nothing(connection) -> None:
        return None

    monkeypatch.setattr(session_times, "one_at_a_time", nothing)


def without_the_consultants_lock(monkeypatch) -> None:
    without_the_queue(monkeypatch)
    monkeypatch.setattr(consultants, "lock", consultants.find)
    monkeypatch.setattr(consultants, "lock_all", lambda connection, those: consultants.of_ids(connection, list(those)))


async def without_the_constraint(office: Office) -> None:
    async with office.store.transaction() as connection:
        await connection.execute(text("ALTER TABLE session_times DROP CONSTRAINT pk_session_times"))


async def test_the_same_time_side_by_side_is_held_once(desk):
    first, second = await side_by_side(desk, hold(1, at(10)), hold(2, at(10)))
    assert isinstance(first, Held)
    assert second == NotOffered(WhyNone.DAY_FULL)


async def test_the_consultants_lock_alone_keeps_the_limit_of_the_day(desk, monkeypatch):
    """Whoever cancels or changes hours takes this one, and not the queue of those who book."""
    without_the_queue(monkeypatch)
    first, second = await side_by_side(desk, hold(1, at(10)), hold(2, at(14)))
    assert isinstance(first, Held)
    assert second == NotOffered(WhyNone.DAY_FULL)


async def test_without_the_lock_the_constraint_still_says_no(desk, monkeypatch):
    without_the_consultants_lock(monkeypatch)
    first, second = await side_by_side(desk, hold(1, at(10)), hold(2, at(10)))
    assert isinstance(first, Held)
    assert isinstance(second, JustTaken)


async def test_without_lock_and_constraint_both_would_hold_it(desk, monkeypatch):
    without_the_consultants_lock(monkeypatch)
    await without_the_constraint(desk)
    first, second = await side_by_side(desk, hold(1, at(10)), hold(2, at(10)))
    assert isinstance(first, Held)
    assert isinstance(second, Held)


async def test_without_the_lock_the_limit_of_the_day_would_be_overrun(desk, monkeypatch):
    without_the_consultants_lock(monkeypatch)
    first, second = await side_by_side(desk, hold(1, at(10)), hold(2, at(14)))
    assert isinstance(first, Held)
    assert isinstance(second, Held)


async def test_who_comes_too_late_waits_for_no_lock(desk):
    """Somebody is just booking with the same consultant; a time that is gone is said to be gone all the same."""
    await advises(desk)
    await holds(desk, 1, at(10))
    async with desk.work() as work:
        await consultants.lock(work.connection, YUN)
        await session_times.one_at_a_time(work.connection)
        assert isinstance(await desk.do(hold(2, at(10))), JustTaken)


async def two_workers(office: Office) -> None:
    """Each carries out two deeds in one transaction, and each begins where the other goes on."""
    both_began = asyncio.Barrier(2)

    async def worker(first: HoldSession, then: HoldSession) -> None:
        async with office.work() as work:
            await both_began.wait()
            assert isinstance(await first(work), Held)
            assert isinstance(await then(work), Held)

    await asyncio.gather(
        worker(hold(1, at(10), YUN), hold(2, at(11), HAN)),
        worker(hold(3, at(10), HAN), hold(4, at(11), YUN)),
    )


@pytest.fixture
async def two_consultants(desk: Office) -> Office:
    await keep_shops(desk, 3, 4)
    await advises(desk)
    await advises(desk, HAN, name="Han")
    return desk


async def test_two_workers_with_several_who_book_do_not_wait_for_each_other_for_ever(two_consultants):
    await two_workers(two_consultants)


async def test_without_the_queue_the_database_has_to_break_one_of_them_off(two_consultants, monkeypatch):
    """The negative control: both have locked their first consultant before either goes on."""
    without_the_queue(monkeypatch)
    both_locked, locks = asyncio.Barrier(2), consultants.lock_all
    still_first = [True, True]

    async def lock_all(connection, those):
        found = await locks(connection, those)
        if still_first:
            still_first.pop()
            await both_locked.wait()
        return found

    monkeypatch.setattr(consultants, "lock_all", lock_all)
    with pytest.raises(StoreUnavailable, match="deadlock"):
        await two_workers(two_consultants)


@pytest.fixture
async def both_hold(desk) -> tuple[BookSession, BookSession]:
    await advises(desk)
    consortium = (await opened(desk, 1, 1)).number
    await sits_down(desk, 2, consortium)
    first, second = await holds(desk, 1, at(10)), await holds(desk, 2, at(11))
    return BookSession(by=1, session=first.id), BookSession(by=2, session=second.id)


async def test_the_last_session_of_the_year_goes_to_one(desk, both_hold):
    first, second = await side_by_side(desk, *both_hold)
    assert isinstance(first, Booked)
    assert isinstance(second, YearUsed)


async def test_without_the_lock_of_the_consortium_both_would_have_it(desk, both_hold, monkeypatch):
    without_the_lock(monkeypatch)
    without_the_consultants_lock(monkeypatch)
    first, second = await side_by_side(desk, *both_hold)
    assert isinstance(first, Booked)
    assert isinstance(second, Booked)
    assert (second.used, second.of) == (1, 1), "each believes to be the only one"
