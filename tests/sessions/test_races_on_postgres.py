"""Two transactions held open side by side; each race also with its guard off, where it must be lost."""

from dataclasses import replace

import pytest
from sqlalchemy import text

from programme.booking import BookingTerms
from programme.slots import WhyNone
from services.office import Office
from services.session_holds import Held, JustTaken, NotOffered, YearUsed
from services.sessions import Booked, BookSession
from storage import consultants
from storage.engine import Store
from storage.seals import Seal
from tests.conftest import SECRET
from tests.consortia.forming import opened, sits_down
from tests.membership.racing import side_by_side, without_the_lock
from tests.sessions.desk import PLAIN, advises, at, hold, holds, keep_shops


@pytest.fixture
async def desk(postgres_url, clock):
    async with await Store.open(postgres_url, seal=Seal(SECRET)) as store:
        office = Office(store, clock)
        office.house = replace(office.house, accepts_test_numbers=True, booking=BookingTerms(consulting_a_year=1))
        await keep_shops(office, 1, 2)
        await advises(office, terms=replace(PLAIN, most_a_day=1))
        yield office


def without_the_consultants_lock(monkeypatch) -> None:
    monkeypatch.setattr(consultants, "lock", consultants.find)


async def without_the_constraint(office: Office) -> None:
    async with office.store.transaction() as connection:
        await connection.execute(text("ALTER TABLE session_times DROP CONSTRAINT pk_session_times"))


async def test_the_same_time_side_by_side_is_held_once(desk):
    first, second = await side_by_side(desk, hold(1, at(10)), hold(2, at(10)))
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
