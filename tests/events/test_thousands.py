"""An event of thousands costs no more statements than one of a few, so that nothing else waits long behind its lock."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest
from sqlalchemy import event as engine_events
from sqlalchemy import text

from programme.events import Answer, Group
from services.event_reminders import EventSoon
from services.event_thanks import ThankForComing
from services.office import Office
from tests.events.making import answer_of, letters_to, published, registers, span
from tests.events.test_changing import changes
from tests.sessions.desk import DAY

FEW, MANY = 3, 40


@asynccontextmanager
async def counted(office: Office) -> AsyncIterator[list[str]]:
    """The statements that are executed meanwhile; one for many rows counts once."""
    said: list[str] = []

    def hear(connection, cursor, statement, parameters, context, executemany) -> None:
        said.append(statement)

    async with office.store.transaction() as connection:
        engine = connection.engine.sync_engine
    engine_events.listen(engine, "before_cursor_execute", hear)
    try:
        yield said
    finally:
        engine_events.remove(engine, "before_cursor_execute", hear)


async def waits_in_order(office: Office) -> None:
    async with office.store.transaction() as connection:
        await connection.execute(text("UPDATE registrations SET waiting_since = made_at WHERE answer = 'waiting'"))


async def moved(office: Office, people: int) -> list[str]:
    event = await published(office, seats=None)
    await registers(office, event, *range(1, people + 1))
    async with counted(office) as said:
        await changes(office, event, dates=(span(day=DAY + timedelta(days=1)),))
    facts = await letters_to(office, people, "event_%")
    assert sum(isinstance(fact, EventSoon) and fact.event == event.id for fact in facts) == len(event.reminders)
    return said


async def offered(office: Office, people: int) -> list[str]:
    event = await published(office, pools={Group.ALL: 1})
    await registers(office, event, 1)
    found = await registers(office, event, *range(2, people + 2), answer=Answer.WAITING)
    await waits_in_order(office)
    async with counted(office) as said:
        await changes(office, event, pools={Group.ALL: people})
    assert [await answer_of(office, one) for one in found] == [Answer.OFFERED] * (people - 1) + [Answer.WAITING]
    return said


async def thanked(office: Office, clock, people: int) -> list[str]:
    event = await published(office, seats=None)
    await registers(office, event, *range(1, people + 1))
    before, clock.at = clock.at, event.ends_at + timedelta(minutes=1)
    async with counted(office) as said:
        await office.do(ThankForComing(event=event.id))
    assert len(await letters_to(office, people, "event_thanks")) == 1
    await office.do(ThankForComing(event=event.id))
    clock.at = before
    return said


async def test_moving_it(office):
    assert len(await moved(office, FEW)) == len(await moved(office, MANY))


async def test_offering_many_seats_at_once(office):
    assert len(await offered(office, FEW)) == len(await offered(office, MANY))


async def test_thanking_everybody(office, clock):
    assert len(await thanked(office, clock, FEW)) == len(await thanked(office, clock, MANY))


@pytest.fixture
def office(office_with_calls: Office) -> Office:
    return office_with_calls
