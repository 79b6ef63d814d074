"""A link is used once, however many confirm with it at the same moment."""

import asyncio
from dataclasses import replace

import pytest
from sqlalchemy import text, true

from programme.registration import BusinessNumber
from services.coordinators import AppointFirstCoordinators
from services.helping import FilledIn, FillInShop, LinkUsed
from services.link_tokens import hashed
from services.registration import Registered
from storage import helping, people
from tests.shops.registering import number
from tests.shops.test_races import registering

OFFICER = 99


@pytest.fixture
async def link(office) -> str:
    await office.do(AppointFirstCoordinators(ids=(OFFICER,)))
    async with office.work() as work:
        await people.desks(work, dict.fromkeys(range(1, 21), "ko"))
    found = await office.do(FillInShop(by=OFFICER, answers={"shop_name": "Hanbit Bakery"}))
    assert isinstance(found, FilledIn)
    return hashed(found.token)


async def everybody_confirms(office, link: str):
    """Twenty people with a number each of their own."""
    deeds = [registering(person, BusinessNumber(number(person).replace("-", ""))) for person in range(1, 21)]
    return await asyncio.gather(*(office.do(replace(deed, helped=link)) for deed in deeds))


async def test_of_twenty_who_confirm_at_once_one_registers_and_the_others_leave_no_trace(office, store, link):
    outcomes = await everybody_confirms(office, link)
    assert sum(isinstance(outcome, Registered) for outcome in outcomes) == 1
    assert sum(outcome == LinkUsed() for outcome in outcomes) == 19
    async with store.reading() as connection:
        counts = [await connection.scalar(text(f"SELECT count(*) FROM {table}")) for table in ("shops", "owners", "consents", "letters")]
    assert counts == [1, 1, 2, 1]


async def test_without_the_check_in_the_statement_all_of_them_would(office, link, monkeypatch):
    """The twin of the one above."""
    monkeypatch.setattr(helping, "_open", true())
    outcomes = await everybody_confirms(office, link)
    assert sum(isinstance(outcome, Registered) for outcome in outcomes) == 20
