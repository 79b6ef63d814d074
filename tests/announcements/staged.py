"""An announcement to a crowd, and processes of the bot that can be killed in the middle of it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from playground.emulator import Emulator
from playground.limits import Limits
from services.announcement_sending import Begun
from services.clock import SystemClock
from services.coordinators import AppointFirstCoordinators
from services.office import Office
from storage.engine import Store
from storage.people import Person
from storage.seals import Seal
from storage.work import House
from tests.announcements.sent import WORDS, begins, drafted
from tests.conftest import SECRET
from tests.wire.staging import Stage

PEOPLE, KILLS = 220, 5
A_SECOND = 10  # so that two seconds of it, which is what a process has in hand, is a small part of all


@pytest.fixture
async def stage(database_url: str, tmp_path: Path) -> AsyncIterator[Stage]:
    emulator = Emulator(limits=Limits.none())
    async with emulator.serve() as served:
        more = {"GOLMOK_TEST_HOUSE": "1", "GOLMOK_SECRET_KEY": SECRET, "GOLMOK_SENDS_PER_SECOND": str(A_SECOND)}
        made = Stage(emulator, served.url, database_url, tmp_path, **more)
        yield made
        await made.ends()


@asynccontextmanager
async def books(stage: Stage) -> AsyncIterator[Office]:
    async with await Store.open(stage.database, seal=Seal(SECRET)) as store:
        yield Office(store, SystemClock(), house=House(large_audience=PEOPLE + 1))


async def goes_to_a_crowd(stage: Stage) -> int:
    crowd = [stage.emulator.person(f"P{number}").id for number in range(PEOPLE)]
    for person in crowd:
        stage.emulator.chats[person].started = True
    async with books(stage) as office:
        async with office.work() as work:
            for person in crowd:
                work.save_person(Person(id=person, language="ko", started_at=work.now))
        await office.do(AppointFirstCoordinators(ids=(crowd[0],)))
        number = await drafted(office, crowd[0])
        assert await begins(office, crowd[0], number) == Begun(PEOPLE)
    return number


def copies(stage: Stage) -> dict[int, int]:
    return {person.id: sum(message.text == WORDS for message in person.chat()) for person in stage.emulator.people}
