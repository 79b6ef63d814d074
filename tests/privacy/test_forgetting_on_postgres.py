"""A lead is forgotten while somebody sits down in the consortium, in two transactions side by side, which only PostgreSQL allows."""

import asyncio

import pytest

from services import privacy
from services.forgetting import led_with_others
from services.office import Office
from services.privacy import ForgetPerson, Forgotten
from services.seats import NotForming, Seated, take_seat
from storage import consortia, shops
from storage.engine import Store
from storage.seals import Seal
from storage.work import House
from tests.conftest import SECRET
from tests.finder.street import opens_shop
from tests.membership.circle import BINNA, LEAD, forms
from tests.storage.test_races_on_postgres import somebody_waits_for_a_lock


@pytest.fixture
async def store(postgres_url):
    async with await Store.open(postgres_url, seal=Seal(SECRET)) as opened:
        yield opened


@pytest.fixture
def office(store, clock):
    return Office(store, clock, house=House(accepts_test_numbers=True))


async def sits_down_meanwhile(office, store, monkeypatch) -> tuple[object, object]:
    """Binna sits down after it was looked whether anybody else is there; what became of both."""
    circle = await forms(office, LEAD)
    cakes = await opens_shop(office, BINNA, "Dalbit Cakes", serial=2)
    seating: list[asyncio.Task[object]] = []
    looks = led_with_others

    async def sits_down() -> object:
        async with office.work() as work:
            consortium, shop = await consortia.find(work.connection, circle.number), await shops.find(work.connection, cakes.shop)
            assert consortium is not None
            assert shop is not None
            return await take_seat(work, consortium, shop)

    async def looks_and_dawdles(work, person):
        found = await looks(work, person)
        seating.append(asyncio.create_task(sits_down()))
        waiting = asyncio.create_task(somebody_waits_for_a_lock(store))
        await asyncio.wait({seating[0], waiting}, return_when=asyncio.FIRST_COMPLETED)
        waiting.cancel()
        await asyncio.wait({waiting})
        return found

    monkeypatch.setattr(privacy, "led_with_others", looks_and_dawdles)
    return await office.do(ForgetPerson(by=LEAD)), await seating[0]


async def test_who_comes_too_late_is_told_so(office, store, monkeypatch):
    forgotten, seated = await sits_down_meanwhile(office, store, monkeypatch)
    assert isinstance(forgotten, Forgotten)
    assert seated == NotForming()


async def test_without_holding_still_a_seat_would_be_dissolved_away_under_whoever_took_it(office, store, monkeypatch):
    async def holds_nothing(work, person) -> None:
        pass

    monkeypatch.setattr(privacy, "hold_still", holds_nothing)
    forgotten, seated = await sits_down_meanwhile(office, store, monkeypatch)
    assert isinstance(forgotten, Forgotten)
    assert isinstance(seated, Seated)
