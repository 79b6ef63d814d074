"""A change of hours and a booking in two transactions held open side by side; also without the lock, where a door would be closed."""

import pytest

from services.hours_changes import HoursChanged, Outdated
from services.office import Office
from services.session_hold_ends import NotHeld
from services.sessions import Booked, BookSession
from storage import consultants
from storage.engine import Store
from storage.seals import Seal
from storage.work import House
from tests.conftest import SECRET
from tests.membership.racing import side_by_side
from tests.sessions.desk import advises, at, holds, keep_shops
from tests.working_hours.keeping import away, seen

OWNER = 1


@pytest.fixture
async def office(postgres_url, clock):
    async with await Store.open(postgres_url, seal=Seal(SECRET)) as store:
        office = Office(store, clock, house=House(accepts_test_numbers=True))
        await keep_shops(office, OWNER)
        await advises(office)
        yield office


@pytest.fixture
async def booking(office) -> BookSession:
    return BookSession(by=OWNER, session=(await holds(office, OWNER, at(14))).id)


async def test_who_books_while_the_hours_change_is_refused_before_a_closed_door(office, booking):
    changed, booked = await side_by_side(office, await seen(office, away()), booking)
    assert isinstance(changed, HoursChanged)
    assert booked == NotHeld()


async def test_who_changes_hours_while_somebody_books_looks_again(office, booking):
    booked, changed = await side_by_side(office, booking, await seen(office, away()))
    assert isinstance(booked, Booked)
    assert changed == Outdated()


async def test_without_the_lock_a_session_would_be_booked_that_nobody_knows_to_be_outside(office, booking, monkeypatch):
    monkeypatch.setattr(consultants, "lock", consultants.find)
    booked, changed = await side_by_side(office, booking, await seen(office, away()))
    assert isinstance(booked, Booked)
    assert isinstance(changed, HoursChanged)
    assert changed.touched == 0
