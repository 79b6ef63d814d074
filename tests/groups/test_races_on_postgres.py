"""Two leads claim one group at the same moment: one consortium forms there, and the other lead is told."""

import asyncio

import pytest

import bot.house  # noqa: F401 - all doors open
from services.groups import EnterGroup, Linked, LinkGone, LinkGroup, SetUpOffered
from services.office import Office
from storage import groups
from storage.engine import Store
from storage.seals import Seal
from tests.conftest import SECRET
from tests.membership.circle import BINNA, LEAD, forms
from tests.storage.test_races_on_postgres import somebody_waits_for_a_lock, without_lock

GROUP = -500


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
    monkeypatch.setattr(groups, "_BY_CODE", without_lock(groups._BY_CODE))
    assert await claim_side_by_side(office) == [Linked, Linked]
