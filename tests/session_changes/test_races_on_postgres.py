"""Both sides at once at one session, in two transactions held open side by side; also with the lock off, where the race must be lost."""

import pytest

from services.office import Office
from services.session_changes import Cancelled, CancelSession
from services.session_limits import OverAlready
from storage import consultants
from storage.engine import Store
from storage.seals import Seal
from storage.work import House
from tests.conftest import SECRET
from tests.membership.racing import side_by_side
from tests.sessions.desk import YUN, advises, at, books, keep_shops

OWNER = 1


@pytest.fixture
async def office(postgres_url, clock):
    async with await Store.open(postgres_url, seal=Seal(SECRET)) as store:
        office = Office(store, clock, house=House(accepts_test_numbers=True))
        await keep_shops(office, OWNER)
        await advises(office)
        yield office


async def both_cancel(office):
    session = (await books(office, OWNER, at(14))).session
    return await side_by_side(office, CancelSession(by=OWNER, session=session.id), CancelSession(by=YUN, session=session.id))


async def test_who_comes_second_hears_that_it_is_over(office):
    first, second = await both_cancel(office)
    assert isinstance(first, Cancelled)
    assert isinstance(second, OverAlready)


async def test_without_the_lock_both_would_cancel_it_and_both_be_told(office, monkeypatch):
    monkeypatch.setattr(consultants, "lock", consultants.find)
    first, second = await both_cancel(office)
    assert isinstance(first, Cancelled)
    assert isinstance(second, Cancelled)
