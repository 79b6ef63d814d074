"""Two transactions held open side by side on one agreement; each race also with the lock off, where it must be lost."""

import asyncio

import pytest
from sqlalchemy import text

import bot.house  # noqa: F401 - all doors open
from services.agreement_confirming import Agreed, Confirmed, Overtaken
from services.calls import LoadCalls, read_packaged
from services.office import Deed, Office
from services.project_cost import SetProjectCost
from services.promises import PromisePart
from storage import consortia
from storage.engine import Store
from storage.seals import Seal
from storage.work import House
from tests.agreements.agreeing import confirming, drawing, ready
from tests.conftest import SECRET
from tests.membership.circle import BINNA, CHORONG, LEAD, forms
from tests.storage.test_races_on_postgres import somebody_waits_for_a_lock


@pytest.fixture
async def store(postgres_url):
    async with await Store.open(postgres_url, seal=Seal(SECRET)) as opened:
        yield opened


@pytest.fixture
async def office(store, clock):
    made = Office(store, clock, house=House(accepts_test_numbers=True))
    await made.do(LoadCalls(files=read_packaged(), on=clock.now().date()))
    return made


@pytest.fixture
async def circle(office, clock):
    """The agreement is drawn up, and the lead has confirmed it."""
    made = await forms(office, LEAD, BINNA, CHORONG)
    await ready(office, made)
    await office.do(drawing(made, clock))
    await office.do(confirming(made, LEAD))
    return made


async def side_by_side(office: Office, first: Deed[object], second: Deed[object]) -> list[object]:
    """The second begins when the first is done but not yet committed."""
    async with office.work() as work:
        outcome = await first(work)
        other = asyncio.create_task(office.do(second))
        waiting = asyncio.create_task(somebody_waits_for_a_lock(office.store))
        await asyncio.wait({other, waiting}, return_when=asyncio.FIRST_COMPLETED)
    waiting.cancel()
    await asyncio.wait({waiting})
    return [outcome, await other]


async def stands(office: Office) -> tuple[bool, bool, int]:
    """Whether it counts as agreed, whether the newest version holds, and how many were told that all agreed."""
    async with office.store.reading() as connection:
        agreed = await connection.scalar(text("SELECT agreed_at IS NOT NULL FROM consortia"))
        holds = await connection.scalar(text("SELECT void_at IS NULL FROM agreements"))
        told = await connection.scalar(text("SELECT count(*) FROM letters WHERE kind = 'agreement_agreed' AND state != 'withdrawn'"))
    return bool(agreed), bool(holds), int(told or 0)


async def test_of_two_who_confirm_last_the_second_waits_and_all_have_agreed_once(office, circle):
    first, second = await side_by_side(office, confirming(circle, BINNA), confirming(circle, CHORONG))
    assert (first, second) == (Confirmed(circle.number, 1), Agreed(circle.number))
    assert await stands(office) == (True, True, 3)


async def test_without_the_lock_neither_sees_the_other_and_nobody_agrees(office, circle, monkeypatch):
    monkeypatch.setattr(consortia, "lock", consortia.find)
    first, second = await side_by_side(office, confirming(circle, BINNA), confirming(circle, CHORONG))
    assert (first, second) == (Confirmed(circle.number, 1), Confirmed(circle.number, 1))
    assert await stands(office) == (False, True, 0)


def changing(number: int) -> SetProjectCost:
    return SetProjectCost(by=LEAD, consortium=number, cost=60_000_000)


async def test_nobody_agrees_to_a_cost_that_is_just_being_changed(office, circle):
    await office.do(confirming(circle, BINNA))
    _, second = await side_by_side(office, changing(circle.number), confirming(circle, CHORONG))
    assert second == Overtaken(circle.number)
    assert await stands(office) == (False, False, 0)


async def test_without_the_lock_all_would_agree_to_what_no_longer_holds(office, circle, monkeypatch):
    await office.do(confirming(circle, BINNA))
    # Promised before, so that confirming writes no more than the confirmation.
    await office.do(PromisePart(by=CHORONG, consortium=circle.number, amount=1_666_667, of=1_666_667))
    monkeypatch.setattr(consortia, "lock", consortia.find)
    _, second = await side_by_side(office, changing(circle.number), confirming(circle, CHORONG))
    assert second == Agreed(circle.number)
    assert await stands(office) == (True, False, 3)


async def test_a_cost_changed_while_the_last_one_confirms_takes_it_back(office, circle):
    await office.do(confirming(circle, BINNA))
    first, _ = await side_by_side(office, confirming(circle, CHORONG), changing(circle.number))
    assert first == Agreed(circle.number)
    assert await stands(office) == (False, False, 0)
