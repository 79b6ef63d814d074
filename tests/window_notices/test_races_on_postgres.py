"""Two machines with one notice in hand, side by side; each guard also off, where it must be lost."""

import asyncio

import pytest

from services.calls import LoadCalls, read_packaged
from services.notice_telling import GoingOut, TellBatch
from services.office import Office
from services.window_notices import DueNotices, PostDueNotice
from storage import call_notices, notice_audience, notices
from storage.engine import Store
from storage.seals import Seal
from storage.work import House
from tests.conftest import SECRET
from tests.membership.racing import side_by_side
from tests.window_notices.test_audience import subscribed
from tests.window_notices.windows import loads, told

PEOPLE = range(1, 6)


@pytest.fixture
async def office(postgres_url, clock):
    async with await Store.open(postgres_url, seal=Seal(SECRET)) as store:
        office = Office(store, clock, house=House(accepts_test_numbers=True))
        await office.do(LoadCalls(files=read_packaged(), on=clock.now().date()))
        await loads(office)
        await subscribed(office, *PEOPLE)
        clock.passes(days=7, hours=23)
        yield office


async def posted_by_two(office) -> int:
    (due,) = await office.look(DueNotices())
    await side_by_side(office, PostDueNotice(number=due), PostDueNotice(number=due))
    return len(await office.look(GoingOut()))


async def test_two_machines_post_one_notice(office):
    assert await posted_by_two(office) == 1


async def test_without_the_lock_on_the_row_it_would_be_posted_twice(office, monkeypatch):
    async def unlocked(connection, number):
        return next((row for row in await call_notices.due(connection, office.clock.now()) if row.id == number), None)

    monkeypatch.setattr(call_notices, "lock", unlocked)
    assert await posted_by_two(office) == 2


async def told_by_two(office) -> list[int]:
    assert await posted_by_two(office) == 1
    (notice,) = await office.look(GoingOut())
    await side_by_side(office, TellBatch(notice=notice), TellBatch(notice=notice))
    return await told(office)


async def test_two_machines_write_to_everybody_once(office):
    assert await told_by_two(office) == list(PEOPLE)


async def test_without_the_lock_the_receipts_still_keep_anybody_from_hearing_twice(office, monkeypatch):
    monkeypatch.setattr(notices, "lock", notices.find)
    assert await told_by_two(office) == list(PEOPLE)


async def test_without_lock_and_receipts_people_would_hear_twice(office, monkeypatch):
    """One machine sends what it has written before the other writes: then no key of a waiting letter stands in the way."""
    keep = notice_audience.receive

    async def everybody(connection, notice, people, day):
        await keep(connection, notice, people, day)
        return list(people)

    monkeypatch.setattr(notices, "lock", notices.find)
    monkeypatch.setattr(notice_audience, "receive", everybody)
    assert await posted_by_two(office) == 1
    (notice,) = await office.look(GoingOut())
    await office.do(TellBatch(notice=notice))
    await _sent(office)
    async with office.store.transaction() as connection:
        await notices.change(connection, notice, {"told_at": None, "told_upto": 0})
    await asyncio.gather(office.do(TellBatch(notice=notice)))
    assert await told(office) == sorted([*PEOPLE, *PEOPLE])


async def test_with_them_nobody_hears_twice_even_when_the_progress_is_lost(office):
    assert await posted_by_two(office) == 1
    (notice,) = await office.look(GoingOut())
    await office.do(TellBatch(notice=notice))
    await _sent(office)
    async with office.store.transaction() as connection:
        await notices.change(connection, notice, {"told_at": None, "told_upto": 0})
    await office.do(TellBatch(notice=notice))
    assert await told(office) == list(PEOPLE)


async def _sent(office) -> None:
    from sqlalchemy import text

    async with office.store.transaction() as connection:
        await connection.execute(text("UPDATE letters SET state = 'delivered', settled_at = posted_at WHERE kind = 'window_notice'"))
