"""Two say at the same moment that they are interested, in two transactions side by side, which only PostgreSQL allows."""

import asyncio

import pytest
from sqlalchemy import text

from services.finder_meetings import BeInterested, BothInterested, InterestTold
from services.office import Office
from storage import finder
from storage.engine import Store
from storage.seals import Seal
from storage.work import House
from tests.conftest import SECRET
from tests.finder.street import opens_shop, shows_card
from tests.storage.test_races_on_postgres import somebody_waits_for_a_lock, without_lock


@pytest.fixture
async def store(postgres_url):
    async with await Store.open(postgres_url, seal=Seal(SECRET)) as opened:
        yield opened


@pytest.fixture
def office(store, clock):
    return Office(store, clock, house=House(accepts_test_numbers=True))


async def both_at_once(office, store) -> list[object]:
    """The second says it while the first has not been committed; what each was told."""
    hanbit = await opens_shop(office, 1, "Hanbit Bakery", serial=1)
    namu = await opens_shop(office, 2, "Namu Cakes", serial=2)
    for shop in (hanbit, namu):
        await shows_card(office, shop)
    async with office.work() as work:
        first = await BeInterested(by=1, mine=hanbit.shop, other=namu.shop)(work)
        second = asyncio.create_task(office.do(BeInterested(by=2, mine=namu.shop, other=hanbit.shop)))
        waiting = asyncio.create_task(somebody_waits_for_a_lock(store))
        await asyncio.wait({second, waiting}, return_when=asyncio.FIRST_COMPLETED)
    waiting.cancel()
    await asyncio.wait({waiting})
    return [first, await second]


async def letters(store) -> int:
    async with store.reading() as connection:
        return int(await connection.scalar(text("SELECT count(*) FROM letters WHERE kind = 'finder_met'")) or 0)


async def test_the_second_waits_for_the_first_and_brings_them_together(office, store):
    first, second = await both_at_once(office, store)
    assert isinstance(first, InterestTold)
    assert isinstance(second, BothInterested)
    assert await letters(store) == 1


async def test_without_the_lock_on_the_cards_they_would_miss_each_other(office, store, monkeypatch):
    locking = finder._lock
    monkeypatch.setattr(finder, "_lock", lambda numbers: without_lock(locking(numbers)))
    assert [type(outcome) for outcome in await both_at_once(office, store)] == [InterestTold, InterestTold]
    assert await letters(store) == 0


async def test_both_cards_are_locked_in_the_same_order_whoever_asks(office, store):
    assert str(finder._lock((7, 3))) == str(finder._lock((3, 7)))
    assert "FOR UPDATE" in str(finder._lock((3, 7)))
