"""What a lock on a person or a consortium keeps waiting, and what it does not."""

import asyncio
import json

import pytest
from sqlalchemy import text

import bot.house  # noqa: F401 - all doors open
from services.membership import LeaveConsortium
from services.office import Office
from services.privacy import ForgetPerson, Forgotten
from services.recruiting import KeepInlineCopy
from services.seat_queue import Queueing
from services.shop_seats import shop_changed
from services.waiting_seats import WaitForSeat
from storage import consortia, join_wishes, people
from storage.engine import Store
from storage.letters.sealing import taken_out
from storage.seals import Seal
from tests.conftest import SECRET
from tests.finder.street import opens_shop
from tests.membership.circle import BINNA, CHORONG, LEAD, STRANGER, forms
from tests.membership.racing import Join, waits_or_is_done

WAITER = 21
PATIENCE = 20  # seconds; without the mend it would wait for good


@pytest.fixture
async def office(postgres_url, clock):
    async with await Store.open(postgres_url, seal=Seal(SECRET)) as store:
        yield Office(store, clock)


@pytest.fixture
async def circle(office):
    return await forms(office, LEAD, BINNA, CHORONG)


async def test_a_row_that_only_refers_to_a_locked_person_and_consortium_does_not_wait(office, circle):
    async with office.work() as work:
        await people.lock(work.connection, BINNA)
        await consortia.lock(work.connection, circle.number)
        async with asyncio.timeout(PATIENCE), office.work() as other:
            await join_wishes.keep(other.connection, BINNA, circle.number, other.now)


async def test_the_card_counts_a_member_who_comes_while_a_shop_is_confirmed(office, circle):
    await office.do(LeaveConsortium(by=CHORONG, consortium=circle.number))
    async with office.store.reading() as connection:
        found = await consortia.find(connection, circle.number)
    assert found is not None
    await office.do(KeepInlineCopy(by=LEAD, code=found.code, inline_message="AAA", language="en"))
    async with office.work() as work:
        await shop_changed(work, circle.shops[LEAD])
        coming = asyncio.create_task(office.do(Join(circle, CHORONG)))
        await waits_or_is_done(office, coming)
    await coming
    assert await joined_on_card(office) == 3


async def joined_on_card(office: Office) -> int:
    async with office.store.reading() as connection:
        body = await connection.scalar(text("SELECT body FROM letters WHERE kind = 'card' AND state = 'waiting'"))
        facts = taken_out(connection, json.loads(body) if isinstance(body, str) else body)
    return int(facts["joined"])


async def test_whoever_is_forgotten_lets_go_of_seats_and_queues_in_one_order(office, circle, monkeypatch):
    """Two who sit here and wait there, and the other way round, would block each other otherwise."""
    later = await forms(office, STRANGER, WAITER, serial=30, name="Evening Bread")
    async with office.store.transaction() as connection:
        await consortia.recruit(connection, circle.number, on=True)
        full = await consortia.find(connection, circle.number)
    assert full is not None
    second = await opens_shop(office, WAITER, "Hansol Noodles", serial=40)
    assert isinstance(await office.do(WaitForSeat(by=WAITER, consortium=circle.number, shop=second.shop, code=full.code)), Queueing)
    order: list[int] = []
    locking = consortia.lock

    async def told(connection, number):
        order.append(number)
        return await locking(connection, number)

    monkeypatch.setattr(consortia, "lock", told)
    assert isinstance(await office.do(ForgetPerson(by=WAITER)), Forgotten)
    assert list(dict.fromkeys(order)) == [circle.number, later.number]
