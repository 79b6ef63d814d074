"""A consultant stops while somebody takes one of their times: whichever comes first, no session is left with who has gone."""

from dataclasses import replace

import pytest
from sqlalchemy import text

from services.consultant_ends import EndConsultant, Ended
from services.hold_wishes import Held, NotOffered
from services.office import Office
from storage import consultants
from storage.engine import Store
from storage.seals import Seal
from tests.conftest import SECRET
from tests.membership.racing import side_by_side
from tests.sessions.desk import YUN, advises, at, hold, keep_shops

STOPS = EndConsultant(by=YUN, person=YUN)


@pytest.fixture
async def desk(postgres_url, clock):
    async with await Store.open(postgres_url, seal=Seal(SECRET)) as store:
        office = Office(store, clock)
        office.house = replace(office.house, accepts_test_numbers=True)
        await keep_shops(office, 1)
        await advises(office)
        yield office


async def standing(office: Office) -> int:
    async with office.store.reading() as connection:
        return int(await connection.scalar(text("SELECT count(*) FROM sessions WHERE state IN ('held', 'booked')")) or 0)


async def test_who_stops_first_is_booked_no_more(desk):
    stopped, held = await side_by_side(desk, STOPS, hold(1, at(10)))
    assert isinstance(stopped, Ended)
    assert isinstance(held, NotOffered)
    assert await standing(desk) == 0


async def test_a_time_taken_just_before_goes_with_its_consultant(desk):
    held, stopped = await side_by_side(desk, hold(1, at(10)), STOPS)
    assert isinstance(held, Held)
    assert isinstance(stopped, Ended)
    assert await standing(desk) == 0


async def test_without_the_lock_a_time_would_be_left_with_who_has_gone(desk, monkeypatch):
    """The twin of the two above."""
    monkeypatch.setattr(consultants, "lock", consultants.find)
    monkeypatch.setattr(consultants, "lock_all", lambda connection, those: consultants.of_ids(connection, list(those)))
    held, stopped = await side_by_side(desk, hold(1, at(10)), STOPS)
    assert isinstance(held, Held)
    assert isinstance(stopped, Ended)
    assert await standing(desk) == 1
