"""The bot is killed while people hold and book times: nobody loses a session, and none is had twice."""

from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from sqlalchemy import text

from playground.emulator import Emulator
from playground.hands import Person
from playground.limits import Limits
from playground.messages import Message
from services.calls import LoadCalls, read_packaged
from services.clock import SystemClock
from services.office import Office
from storage.engine import Store
from storage.seals import Seal
from tests.conftest import SECRET
from tests.finder.street import opens_shop
from tests.sessions.desk import advises
from tests.wire.staging import Stage

PEOPLE, TIMES = 6, 3
WALK = ("🗓 Book consulting or mentoring", "📝 Business planning", "👥 Anyone who fits")
KEPT, BOOKED, TAKEN = "Kept for you until", "Booked. Your session No.", "Somebody was faster"
BOOK = "✅ Book without a note"


@pytest.fixture
async def stage(database_url: str, tmp_path: Path) -> AsyncIterator[Stage]:
    emulator = Emulator(limits=Limits.none())
    async with emulator.serve() as served:
        made = Stage(emulator, served.url, database_url, tmp_path, GOLMOK_TEST_HOUSE="1", GOLMOK_SECRET_KEY=SECRET)
        yield made
        await made.ends()


@asynccontextmanager
async def books(stage: Stage) -> AsyncIterator[Office]:
    async with await Store.open(stage.database, seal=Seal(SECRET)) as store:
        yield Office(store, SystemClock())


@pytest.fixture
async def people(stage: Stage) -> list[Person]:
    """Owners, and a consultant with many free hours."""
    yun = stage.emulator.person("Yun", language_code="en")
    found = [stage.emulator.person(f"Owner {number}", language_code="en") for number in range(PEOPLE)]
    async with books(stage) as office:
        await office.do(LoadCalls(files=read_packaged(), on=office.clock.now().date()))
        await advises(office, yun.id)
        for serial, person in enumerate(found, start=1):
            await opens_shop(office, person.id, f"Shop {serial}", serial=serial)
    return found


def with_button(person: Person, label: str) -> Message | None:
    return next((message for message in reversed(person.chat()) if message.button(label) is not None), None)


def says(person: Person, *words: str) -> bool:
    return any(word in message.text for message in person.chat() for word in words)


async def taps(stage: Stage, people: Sequence[Person], label: str) -> None:
    await stage.until(lambda: all(with_button(person, label) for person in people))
    for person in people:
        message = with_button(person, label)
        assert message is not None
        person.presses(message.id, label)


def times_shown(person: Person) -> list[str]:
    return [button.label for row in person.chat()[-1].keyboard for button in row if button.label.endswith("· Yun")]


async def test_kill_9_while_times_are_held_and_booked_loses_and_doubles_nothing(stage: Stage, people: list[Person]) -> None:
    process = await stage.starts()
    for person in people:
        person.start()
    for label in WALK:
        await taps(stage, people, label)
    await stage.until(lambda: all(len(times_shown(person)) >= TIMES for person in people))
    wanted = times_shown(people[0])[:TIMES]
    for number, person in enumerate(people):
        person.presses(person.chat()[-1].id, wanted[number % TIMES])
    await stage.until(lambda: any(says(person, KEPT) for person in people))
    await stage.kills(process)

    process = await stage.starts()
    await stage.until(lambda: all(says(person, KEPT, TAKEN) for person in people))
    holders = [person for person in people if says(person, KEPT)]
    assert len(holders) == TIMES
    await taps(stage, holders, BOOK)
    await stage.kills(process)

    process = await stage.starts()
    await stage.until(lambda: any(says(person, BOOKED) for person in holders))
    await stage.kills(process)

    await stage.starts()
    await stage.until(lambda: all(says(person, BOOKED) for person in holders))
    await is_right(stage, {person.id for person in holders})


async def is_right(stage: Stage, holders: set[int]) -> None:
    """One session a holder, one holder a time, one letter to the consultant and one note in the audit for each."""
    async with books(stage) as office, office.store.reading() as connection:
        kept = (await connection.execute(text("SELECT person, starts_at, state FROM sessions"))).all()
        told = await connection.scalar(text("SELECT count(*) FROM letters WHERE kind = 'session_booked'"))
        noted = (await connection.execute(text("SELECT who FROM audit WHERE did = 'BookSession' AND outcome = 'Booked'"))).scalars()
        assert Counter(row.state for row in kept) == {"booked": TIMES}
        assert {row.person for row in kept} == holders
        assert len({row.starts_at for row in kept}) == TIMES
        assert told == TIMES
        assert Counter(noted) == dict.fromkeys(holders, 1)
