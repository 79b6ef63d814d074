"""Brings a database to the form this version needs. All of it in one transaction: a step that fails leaves nothing behind.

These functions block; from a coroutine call them through `asyncio.to_thread`.
"""

import importlib
import pkgutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, event, text
from sqlalchemy.engine import URL, Engine
from sqlalchemy.pool import NullPool

import storage
from storage import sqlite
from storage.engine import SQLITE, make_room, outages, read_url

ALONE = 4_610_157  # the advisory lock two migrating processes meet at


@dataclass(frozen=True, slots=True)
class Revision:
    current: str | None  # None: an empty database
    head: str

    @property
    def is_current(self) -> bool:
        return self.current == self.head


class DatabaseTooNew(RuntimeError):
    """A newer version of the office has been at work here; this one must not touch it."""


def upgrade(url: str, revision: str = "head") -> None:
    """Raises BadDatabaseUrl, StoreUnavailable or DatabaseTooNew. Two processes at once: the second waits and finds nothing to do."""
    with alone(url) as connection:
        _refuse_newer(_current(connection))
        command.upgrade(config(connection), revision)


def downgrade(url: str, revision: str) -> None:
    with alone(url) as connection:
        command.downgrade(config(connection), revision)


def state(url: str) -> Revision:
    """Where the database is and where this version wants it."""
    with alone(url) as connection:
        return Revision(current=_current(connection), head=head())


def head() -> str:
    return _scripts().get_current_head() or ""


def _scripts() -> ScriptDirectory:
    return ScriptDirectory.from_config(config(None))


def _current(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _refuse_newer(current: str | None) -> None:
    known = {script.revision for script in _scripts().walk_revisions()}
    if current is not None and current not in known:
        raise DatabaseTooNew(f"The database is at revision {current}, which this version does not know. Use the newer version again.")


def know_every_table() -> None:
    """Imports every module of storage, so that the metadata is whole (for comparing and for writing migrations)."""
    for module in pkgutil.walk_packages(storage.__path__, "storage."):
        if not module.name.startswith("storage.migrations"):
            importlib.import_module(module.name)


def config(connection: Connection | None) -> Config:
    made = Config()
    made.set_main_option("script_location", "storage:migrations")
    made.set_main_option("path_separator", "os")
    made.attributes["connection"] = connection
    return made


@contextmanager
def alone(url: str) -> Iterator[Connection]:
    parsed = read_url(url)
    engine = _engine(parsed)
    try:
        with outages(), engine.begin() as connection:
            if parsed.drivername != SQLITE:
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": ALONE})
            yield connection
    finally:
        engine.dispose()


def _engine(url: URL) -> Engine:
    if url.drivername != SQLITE:
        return create_engine(url, poolclass=NullPool, connect_args={"connect_timeout": 5})
    make_room(url)
    engine = create_engine(
        url.set(drivername="sqlite+pysqlite"), module=sqlite.library(), creator=sqlite.connector(str(url.database)), poolclass=NullPool
    )

    @event.listens_for(engine, "connect")
    def allow_rebuilding(connection: object, _record: object) -> None:
        # A table is rebuilt by copying it, which no foreign key may hinder.
        connection.execute("PRAGMA foreign_keys=OFF").close()  # type: ignore[attr-defined]

    @event.listens_for(engine, "begin")
    def take_the_lock(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine
