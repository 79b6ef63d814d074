"""What every test may ask for. A test that names `store`, `office` or `database_url` runs once on each database."""

import os
import random
import shutil
import sys
from collections.abc import AsyncIterator, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from programme import notices
from services import calls
from services.office import Office
from storage.engine import Store
from storage.seals import Seal
from storage.work import House
from tests import browser, databases, postgres, scratch
from tests.clock import HandClock

KINDS = databases.kinds()
SECRET = "a key for tests and for nothing else"


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node) -> None:
    """Parallel workers share the server of the process that started them."""
    if "postgres" in KINDS:
        node.workerinput["postgres"] = databases.server(node.config)


def pytest_configure(config: pytest.Config) -> None:
    if place := scratch.root():
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", place)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    runnable = [item for item in items if _can_run(item)]
    kept = databases.shared_out(runnable)
    without = set(items) - set(kept)
    if without:
        config.hook.pytest_deselected(items=sorted(without, key=lambda item: item.nodeid))
        items[:] = kept
    if hasattr(config, "workerinput"):
        items.sort(key=_is_short)


def _is_short(item: pytest.Item) -> bool:
    """Side by side the long ones come first, or one worker would still be at them when the others have nothing left to do."""
    return not any(item.get_closest_marker(name) for name in ("browser", "timeout", "takes_turns"))


def _can_run(item: pytest.Item) -> bool:
    if item.get_closest_marker("browser") is not None and not browser.found():
        return False
    return "postgres" in KINDS or not item.path.stem.endswith("_on_postgres")


def pytest_unconfigure(config: pytest.Config) -> None:
    databases.stop(config)


def pytest_terminal_summary(terminalreporter) -> None:
    if "postgres" not in KINDS:
        terminalreporter.section("PostgreSQL", sep="!", red=True, bold=True)
        terminalreporter.line(databases.MISSING, red=True)
    if not browser.found():
        terminalreporter.section("Chromium", sep="!", red=True, bold=True)
        terminalreporter.line(browser.MISSING, red=True)


@pytest.fixture
def chance() -> random.Random:
    """Random, but said: GOLMOK_SEED=… plays a failure again."""
    seed = int(os.environ.get("GOLMOK_SEED", random.randrange(10**6)))
    sys.stdout.write(f"GOLMOK_SEED={seed}\n")
    return random.Random(seed)


@pytest.fixture(scope="session")
def migrated_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return databases.migrated_sqlite(tmp_path_factory.mktemp("sqlite"))


@pytest.fixture(scope="session")
def postgres_server(pytestconfig: pytest.Config) -> str:
    return databases.server(pytestconfig)


@pytest.fixture(scope="session")
def migrated_postgres(postgres_server: str) -> Iterator[str]:
    url = postgres.create_migrated(postgres_server)
    yield url
    postgres.drop(postgres_server, url)


@pytest.fixture(scope="session")
def sqlite_with_calls(migrated_sqlite: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sqlite") / "calls.db"
    shutil.copyfile(migrated_sqlite, path)
    databases.load_calls(databases.sqlite_url(path), Seal(SECRET))
    return path


@pytest.fixture(scope="session")
def postgres_with_calls(postgres_server: str, migrated_postgres: str) -> Iterator[str]:
    with databases.fresh_postgres(postgres_server, migrated_postgres) as url:
        databases.load_calls(url, Seal(SECRET))
        yield url


def _template(request: pytest.FixtureRequest, kind: str) -> Any:
    """What the test's database is copied from: nearly every talk needs the calls, and loading them anew for each takes long."""
    return request.getfixturevalue(f"{kind}_with_calls" if "office_with_calls" in request.fixturenames else f"migrated_{kind}")


@pytest.fixture
def postgres_url(request: pytest.FixtureRequest, postgres_server: str) -> Iterator[str]:
    """For tests in `*_on_postgres.py`, which do not exist where PostgreSQL cannot be had."""
    with databases.fresh_postgres(postgres_server, _template(request, "postgres")) as url:
        yield url


@pytest.fixture(params=KINDS)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A migrated database of this test's own."""
    if request.param == "sqlite":
        yield databases.fresh_sqlite(tmp_path, _template(request, "sqlite"))
        return
    with databases.fresh_postgres(request.getfixturevalue("postgres_server"), _template(request, "postgres")) as url:
        yield url


@pytest.fixture(params=KINDS)
def empty_database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Without a single table."""
    if request.param == "sqlite":
        yield databases.sqlite_url(tmp_path / "empty.db")
        return
    server = request.getfixturevalue("postgres_server")
    url = postgres.create(server)
    yield url
    postgres.drop(server, url)


@pytest.fixture
async def store(database_url: str) -> AsyncIterator[Store]:
    async with await Store.open(database_url, seal=Seal(SECRET)) as opened:
        yield opened


@pytest.fixture(scope="session", autouse=True)
def _call_files_are_read_once() -> Iterator[None]:
    """Nearly every test loads the same ones, and what a file says depends on nothing but its text and the day."""
    once = lru_cache(maxsize=256)(notices.read_call)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(notices, "read_call", once)
        patch.setattr(calls, "read_call", once)
        yield


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def office(store: Store, clock: HandClock) -> Office:
    return Office(store, clock, house=House(accepts_test_numbers=True))
