"""The queue in two transactions held open side by side; each race also with its guards off, where it must be lost."""

import pytest
from sqlalchemy import text

from services.membership import LeaveConsortium
from services.office import Office
from services.seat_queue import NotWaiting
from services.waiting_seats import TakeOfferedSeat, TookSeat
from storage.engine import Store
from storage.seals import Seal
from tests.conftest import SECRET
from tests.membership.circle import BINNA, CHORONG
from tests.membership.racing import side_by_side, without_the_lock
from tests.waiting_seats.queueing import FIRST, SECOND, queue, queues_up


@pytest.fixture
async def office(postgres_url, clock):
    async with await Store.open(postgres_url, seal=Seal(SECRET)) as store:
        yield Office(store, clock)


@pytest.fixture
async def circle(office, clock):
    return await queues_up(office, clock)


async def both_leave(office, circle) -> None:
    await side_by_side(office, LeaveConsortium(by=CHORONG, consortium=circle.number), LeaveConsortium(by=BINNA, consortium=circle.number))


async def test_two_seats_freed_side_by_side_go_to_two_who_wait(office, circle):
    await both_leave(office, circle)
    assert {person: one.place for person, one in (await queue(office, circle)).items()} == {FIRST: 3, SECOND: 2}


async def test_without_the_lock_one_of_those_who_wait_would_be_forgotten(office, circle, monkeypatch):
    without_the_lock(monkeypatch)
    await both_leave(office, circle)
    waiting = await queue(office, circle)
    assert waiting[SECOND].place is None


async def take_twice(office, circle):
    await office.do(LeaveConsortium(by=CHORONG, consortium=circle.number))
    offer = (await queue(office, circle))[FIRST]
    take = TakeOfferedSeat(by=FIRST, waiting=offer.id)
    return await side_by_side(office, take, take)


async def test_one_offered_seat_taken_side_by_side_is_taken_once(office, circle):
    first, second = await take_twice(office, circle)
    assert isinstance(first, TookSeat)
    assert second == NotWaiting()


async def test_without_lock_and_constraints_the_shop_would_sit_there_twice(office, circle, monkeypatch):
    async with office.store.transaction() as connection:
        for name in ("uq_seats_place", "uq_seats_shop_round"):
            await connection.execute(text(f"DROP INDEX {name}"))
    without_the_lock(monkeypatch)
    first, second = await take_twice(office, circle)
    assert isinstance(first, TookSeat)
    assert isinstance(second, TookSeat)
    async with office.store.reading() as connection:
        assert await connection.scalar(text(f"SELECT count(*) FROM seats WHERE person = {FIRST} AND ended_at IS NULL")) == 2
