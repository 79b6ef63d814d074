"""Processes that are killed in the middle of everything: each update still takes effect once, each reply still comes."""

import os
import random
import signal
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from time import monotonic

import pytest

from playground.emulator import Emulator
from playground.limits import Limits
from services.office import Office
from storage.engine import Store
from tests import databases
from tests.clock import HandClock
from tests.wire.ledger import by_process, effects
from tests.wire.staging import Stage


@pytest.fixture
async def stage(database_url: str, tmp_path: Path) -> AsyncIterator[Stage]:
    emulator = Emulator(limits=Limits.none())
    async with emulator.serve() as served:
        made = Stage(emulator, served.url, database_url, tmp_path)
        yield made
        await made.ends()


@asynccontextmanager
async def books(stage: Stage) -> AsyncIterator[Office]:
    async with await Store.open(stage.database) as store:
        yield Office(store, HandClock())


def talk(stage: Stage, people: int, texts: int) -> set[str]:
    """Everybody says everything at once; all of the texts differ."""
    said = set()
    for number in range(people):
        person = stage.emulator.person(f"Person {number}")
        for text in range(texts):
            person.sends(f"{person.id}/{text}")
            said.add(f"{person.id}/{text}")
    return said


async def until_both_work(stage: Stage) -> set[str]:
    """One process is up before the other: people talk until either has had its share."""
    said: set[str] = set()
    for _ in range(100):
        said |= talk(stage, people=6, texts=2)
        await stage.until(lambda said=said: said <= stage.answers().keys())
        async with books(stage) as office:
            if (await by_process(office)).keys() == {"first", "second"}:
                return said
    raise AssertionError("one of the two processes never worked")


async def test_kill_9_in_the_middle_of_the_work_loses_and_doubles_nothing(stage: Stage) -> None:
    seed = int(os.environ.get("GOLMOK_TEST_SEED") or random.randrange(10_000))
    print(f"GOLMOK_TEST_SEED={seed}")  # noqa: T201 - shown when the test fails
    chance = random.Random(seed)
    said = talk(stage, people=12, texts=6)
    for _ in range(3):
        process = await stage.starts()
        enough = sum(stage.answers().values()) + chance.randrange(1, 12)
        await stage.until(lambda enough=enough: sum(stage.answers().values()) >= enough)
        await stage.kills(process)
    await stage.starts()
    await stage.until(lambda: said <= stage.answers().keys())
    async with books(stage) as office:
        assert Counter(await effects(office)) == dict.fromkeys(said, 1)


async def test_sigterm_ends_within_ten_seconds_and_nothing_is_said_twice(stage: Stage) -> None:
    said = talk(stage, people=10, texts=6)
    process = await stage.starts()
    await stage.until(lambda: sum(stage.answers().values()) >= 5)
    began = monotonic()
    process.send_signal(signal.SIGTERM)
    assert await process.wait() == 0
    assert monotonic() - began < 10
    await stage.starts()
    await stage.until(lambda: said <= stage.answers().keys())
    assert stage.answers() == dict.fromkeys(said, 1)


async def test_the_token_is_never_in_the_logs(stage: Stage) -> None:
    talk(stage, people=2, texts=2)
    process = await stage.starts()
    await stage.until(lambda: sum(stage.answers().values()) >= 2)
    stage.emulator.fails(3, 500)
    stage.emulator.drops_connections(2)
    stage.emulator.people[0].sends("more")
    await stage.until(lambda: "more" in stage.answers())
    stage.emulator.revokes_token()
    await process.wait()
    written = stage.log.read_text()
    assert "intake_begins" in written
    assert stage.emulator.token not in written
    assert "emulator" not in written.replace("playground", "")


if "postgres" in databases.kinds():

    @pytest.mark.parametrize("database_url", ["postgres"], indirect=True)
    async def test_two_processes_share_the_work_and_one_takes_over_when_the_other_is_killed(stage: Stage) -> None:
        first, _ = await stage.starts("first"), await stage.starts("second")
        said = await until_both_work(stage)
        before = sum(stage.answers().values())
        said |= talk(stage, people=30, texts=8)
        await stage.until(lambda: sum(stage.answers().values()) >= before + 100)
        await stage.kills(first)
        stage.emulator.person("Late").sends("late")
        await stage.until(lambda: said | {"late"} <= stage.answers().keys())
        async with books(stage) as office:
            assert Counter(await effects(office)) == dict.fromkeys(said | {"late"}, 1)
        assert 409 not in [call.status for call in stage.emulator.calls_of("getUpdates")]


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_second_process_on_one_sqlite_file_is_turned_away(stage: Stage) -> None:
    await stage.starts()
    talk(stage, people=1, texts=1)
    await stage.until(lambda: sum(stage.answers().values()) >= 1)
    assert await (await stage.starts("second")).wait() != 0
    assert "AnotherProcess" in stage.log.read_text()
