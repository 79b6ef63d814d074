"""The bot is killed while seats are taken and while a notice goes out: nobody has two, nobody is left out, nothing is told twice."""

from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from playground.emulator import Emulator
from playground.hands import Person
from playground.limits import Limits
from programme.event_kinds import EventKind
from programme.seoul import from_seoul, seoul_day
from programme.subscriptions import Subject
from services.clock import ShiftedClock
from services.event_making import PublishEvent
from services.office import Office
from services.subscriptions import TickSubject
from storage.engine import Store
from storage.events import Event
from storage.seals import Seal
from tests.conftest import SECRET
from tests.events.making import COORDINATOR, drafted
from tests.wire.staging import Stage

PEOPLE, SEATS, SUBSCRIBERS = 6, 3, 50
COME, YOURS, WAITS = "✅ I come", "Your seat is yours", "You can wait for a seat"


@pytest.fixture
async def stage(database_url: str, tmp_path: Path) -> AsyncIterator[Stage]:
    """It is noon in Seoul: by night nobody is written to."""
    emulator = Emulator(limits=Limits.none())
    async with emulator.serve() as served:
        more = {"GOLMOK_TEST_HOUSE": "1", "GOLMOK_TEST_HASTE": "1", "GOLMOK_SECRET_KEY": SECRET}
        made = Stage(emulator, served.url, database_url, tmp_path, **more)
        now = ShiftedClock(made.shift).now()
        noon = from_seoul(datetime.combine(seoul_day(now) + timedelta(days=1), time(12)))
        made.shifted = int((noon - now).total_seconds())
        made.shift.write_text(str(made.shifted))
        yield made
        await made.ends()


@asynccontextmanager
async def books(stage: Stage) -> AsyncIterator[Office]:
    async with await Store.open(stage.database, seal=Seal(SECRET)) as store:
        yield Office(store, ShiftedClock(stage.shift))


async def asks(stage: Stage, statement: str) -> Sequence[Any]:
    async with books(stage) as office, office.store.reading() as connection:
        return (await connection.execute(text(statement))).all()


async def planned(office: Office, **more: Any) -> Event:
    """In a week, for two hours."""
    begins = office.clock.now() + timedelta(days=7)
    dates = ((begins, begins + timedelta(hours=2)),)
    return await drafted(office, kind=EventKind.BRIEFING, starts_at=begins, ends_at=dates[0][1], dates=dates, **more)


def says(person: Person, *words: str) -> bool:
    return any(word in message.text for message in person.chat() for word in words)


async def test_kill_9_while_seats_are_taken_sells_none_twice_and_leaves_nobody_without_an_answer(stage: Stage) -> None:
    people = [stage.emulator.person(f"Owner {number}", language_code="en") for number in range(PEOPLE)]
    async with books(stage) as office:
        event = await planned(office, seats=SEATS)
        await office.do(PublishEvent(by=COORDINATOR, event=event.id))
    process = await stage.starts()
    for person in people:
        person.start(payload=f"ev_{event.id}")
    await stage.until(lambda: all(person.chat()[-1].button(COME) is not None for person in people))
    for person in people:
        person.presses(person.chat()[-1].id, COME)
    await stage.until(lambda: any(says(person, YOURS) for person in people))
    await stage.kills(process)

    await stage.starts()
    await stage.until(lambda: all(says(person, YOURS, WAITS) for person in people))
    comes = {person.id for person in people if says(person, YOURS)}
    assert len(comes) == SEATS
    kept = await asks(stage, "SELECT r.person, s.number FROM registrations r JOIN event_seats s ON s.registration = r.id")
    assert {row.person for row in kept} == comes
    assert sorted(row.number for row in kept) == [1, 2, 3]
    noted = await asks(stage, "SELECT who FROM audit WHERE did = 'AnswerEvent' AND outcome = 'Answered'")
    assert Counter(row.who for row in noted) == dict.fromkeys(comes, 1)


async def test_kill_9_while_a_notice_goes_out_in_batches_writes_to_each_once(stage: Stage) -> None:
    people = [stage.emulator.person(f"Reader {number}", language_code="en") for number in range(SUBSCRIBERS)]
    process = await stage.starts()
    for person in people:
        person.start()
    await stage.until(lambda: all(any(message.from_bot for message in person.chat()) for person in people))
    async with books(stage) as office:
        for person in people:
            await office.do(TickSubject(by=person.id, subject=Subject.BRIEFING, on=True))
        event = await planned(office, seats=None)
        await office.do(PublishEvent(by=COORDINATOR, event=event.id))
    await stage.until(lambda: heard(people))
    await stage.kills(process)

    await stage.starts()
    states = await at_last(stage)
    assert states.keys() == {person.id for person in people}
    assert set(Counter(heard(people)).values()) == {1}
    assert {person for person, state in states.items() if state == "delivered"} <= set(heard(people))


def heard(people: Sequence[Person]) -> list[int]:
    """Who has it in their chat; as often as it stands there."""
    return [person.id for person in people for message in person.chat() if "See whether there is room" in message.text]


async def at_last(stage: Stage) -> dict[int, str]:
    """What became of each one's letter, once none is on its way. One that was in the hands of who was killed may have come or not: it is
    not sent again.
    """
    found: Sequence[Any] = ()
    for _ in range(600):
        found = await asks(stage, "SELECT chat, state FROM letters WHERE kind = 'event_announced'")
        if len(found) >= SUBSCRIBERS and {row.state for row in found} <= {"delivered", "unknown"}:
            break
        await stage.emulator.until(lambda: False, 0.1)
    assert Counter(row.chat for row in found) == dict.fromkeys((row.chat for row in found), 1)
    return {row.chat: row.state for row in found}
