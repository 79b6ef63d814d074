"""Two leads claim one group at the same moment: one consortium forms there, and the other lead is told."""

import asyncio

import pytest
from sqlalchemy import text

import bot.house  # noqa: F401 - all doors open
from services.group_linking import Linked, LinkGone, LinkGroup
from services.groups import CardPosted, EnterGroup, SetUpOffered, ShowInGroup
from services.office import Office
from storage import consortia, groups
from storage.engine import Store
from storage.seals import Seal
from tests.conftest import SECRET
from tests.membership.circle import BINNA, LEAD, forms
from tests.membership.racing import side_by_side, without_the_lock
from tests.storage.test_races_on_postgres import somebody_waits_for_a_lock, without_lock

GROUP, OTHER = -500, -400


@pytest.fixture
async def office(postgres_url, clock):
    async with await Store.open(postgres_url, seal=Seal(SECRET)) as store:
        yield Office(store, clock)


async def two_claims(office: Office) -> list[LinkGroup]:
    offered = await office.do(EnterGroup(by=LEAD, chat=GROUP, language="en", forum=False, may_have_moved=False))
    assert isinstance(offered, SetUpOffered)
    circles = [await forms(office, person, serial=10 + person, name=f"Bread {person}") for person in (LEAD, BINNA)]
    return [LinkGroup(by=circle.lead, code=offered.code, consortium=circle.number) for circle in circles]


async def claim_side_by_side(office: Office) -> list[type]:
    """The second asks before the first is done."""
    one, two = await two_claims(office)
    async with office.work() as work:
        first = await one(work)
        second = asyncio.create_task(office.do(two))
        waiting = asyncio.create_task(somebody_waits_for_a_lock(office.store))
        await asyncio.wait({second, waiting}, return_when=asyncio.FIRST_COMPLETED)
    waiting.cancel()
    await asyncio.wait({waiting})
    return [type(first), type(await second)]


async def test_one_of_two_leads_gets_the_group(office):
    assert await claim_side_by_side(office) == [Linked, LinkGone]


async def test_without_the_lock_both_believe_they_have_it(office, monkeypatch):
    monkeypatch.setattr(groups, "_LOCKED_BY_CODE", without_lock(groups._LOCKED_BY_CODE))
    assert await claim_side_by_side(office) == [Linked, Linked]


async def enters(office: Office, chat: int) -> str:
    offered = await office.do(EnterGroup(by=LEAD, chat=chat, language="en", forum=False, may_have_moved=False))
    assert isinstance(offered, SetUpOffered)
    return offered.code


async def test_a_consortium_set_up_in_two_groups_at_once_forms_in_one(office):
    """In private by a link, and in another group by its command: the two come by different lanes."""
    circle = await forms(office, LEAD, BINNA)
    code = await enters(office, GROUP)
    await enters(office, OTHER)
    async with office.store.reading() as connection:
        consortium = await consortia.find(connection, circle.number)
    assert consortium is not None
    link = LinkGroup(by=LEAD, code=code, consortium=circle.number)
    linked, shown = await side_by_side(office, link, ShowInGroup(by=LEAD, chat=OTHER, language="en", code=consortium.code))
    assert (type(linked), type(shown)) == (Linked, CardPosted)
    async with office.store.reading() as connection:
        assert await connection.scalar(text("SELECT count(*) FROM groups WHERE consortium IS NOT NULL")) == 1


async def sets_up_twice(office: Office) -> tuple[list[type], int]:
    """What both are told, and in how many groups the consortium forms then."""
    circle = await forms(office, LEAD, BINNA)
    codes = [await enters(office, chat) for chat in (GROUP, OTHER)]
    told = await side_by_side(office, *(LinkGroup(by=LEAD, code=code, consortium=circle.number) for code in codes))
    async with office.store.reading() as connection:
        count = await connection.scalar(text("SELECT count(*) FROM groups WHERE consortium IS NOT NULL"))
    return [type(one) for one in told], int(count or 0)


async def test_even_without_the_lock_the_database_gives_a_consortium_one_group(office, monkeypatch):
    without_the_lock(monkeypatch)
    assert await sets_up_twice(office) == ([Linked, Linked], 1)


async def test_without_lock_and_constraint_it_would_form_in_two_groups(office, monkeypatch):
    """The twin of the one above."""
    async with office.store.transaction() as connection:
        await connection.execute(text("DROP INDEX uq_groups_consortium"))
    without_the_lock(monkeypatch)
    assert await sets_up_twice(office) == ([Linked, Linked], 2)
