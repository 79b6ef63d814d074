"""A sender is killed again and again in the middle of a broadcast: nobody gets it twice, and whose turn it was then is listed."""

import os
import random
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from playground.emulator import Emulator
from playground.limits import Limits
from programme.announcements import AnnouncementState, Outcome
from services.announcement_sending import Begun, FinishSending
from services.clock import SystemClock
from services.coordinators import AppointFirstCoordinators
from services.office import Office
from storage import announcement_ledger
from storage.engine import Store
from storage.people import Person
from storage.seals import Seal
from storage.work import House
from tests.announcements.sent import WORDS, begins, drafted, stands
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


async def _begins(stage: Stage) -> int:
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


async def _gives_up(stage: Stage) -> int:
    """What the chore does as soon as the leases of a killed process have run out; who waits still."""
    async with books(stage) as office:
        async with office.work() as work:
            await announcement_ledger.expire(work.connection, work.now + timedelta(hours=1))
        _, counts = await stands(office, 1)
    return counts.get(Outcome.WAITING, 0)


def _copies(stage: Stage) -> dict[int, int]:
    return {person.id: sum(message.text == WORDS for message in person.chat()) for person in stage.emulator.people}


async def test_five_kills_at_random_send_it_to_nobody_twice_and_list_the_unknown(stage: Stage) -> None:
    seed = int(os.environ.get("GOLMOK_TEST_SEED") or random.randrange(10_000))
    print(f"GOLMOK_TEST_SEED={seed}")  # noqa: T201 - shown when the test fails
    chance = random.Random(seed)
    number, waiting = await _begins(stage), PEOPLE
    for _ in range(KILLS):
        process = await stage.starts()
        enough = sum(_copies(stage).values()) + chance.randrange(1, 15)
        await stage.until(lambda enough=enough: sum(_copies(stage).values()) >= enough)
        await stage.kills(process)
        waiting = await _gives_up(stage)
    rest = sum(_copies(stage).values()) + waiting
    last = await stage.starts()
    await stage.until(lambda: sum(_copies(stage).values()) >= rest)
    last.send_signal(signal.SIGTERM)
    assert await last.wait() == 0
    async with books(stage) as office:
        await office.do(FinishSending(announcement=number))
        state, counts = await stands(office, number)
        rows = {one.person: one async for one in _rows(office, number)}
    copies = _copies(stage)
    assert state is AnnouncementState.DONE
    assert max(copies.values()) == 1
    assert counts.keys() <= {Outcome.DELIVERED, Outcome.UNKNOWN}
    assert sum(counts.values()) == PEOPLE
    assert counts[Outcome.UNKNOWN] <= KILLS * A_SECOND * 2
    assert {person for person, row in rows.items() if row.outcome is Outcome.DELIVERED} <= {person for person, n in copies.items() if n}
    assert {person for person, n in copies.items() if not n} <= {p for p, row in rows.items() if row.outcome is Outcome.UNKNOWN}


async def _rows(office: Office, number: int):
    async with office.work() as work:
        for one in await announcement_ledger.of_outcome(work.connection, number, tuple(Outcome), limit=PEOPLE * 2):
            yield one
