"""The store: where transactions come from. SQLite on one machine, PostgreSQL on several, behind the same few words."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

import psycopg
from sqlalchemy import text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolExhausted
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from storage import postgres, seals, sqlite, statements
from storage.hints import Hints
from storage.seals import Seal

SQLITE, POSTGRES = "sqlite+aiosqlite", "postgresql+psycopg"
PASSING_SQLITE_CODES = frozenset({5, 6, 10, 13, 14})  # busy, locked, I/O error, disk full, cannot open
NO_SQLITE_FILE = 26


class BadDatabaseUrl(ValueError):
    """The address cannot be one of a database of ours; the sentence says why and never shows a password."""


class StoreUnavailable(ConnectionError):
    """The database cannot be reached or cannot write just now. Nothing was kept; the same work can be tried again."""


@dataclass(frozen=True, slots=True)
class EngineVersion:
    name: str
    version: str
    warning: str = ""  # a sentence for the operator, or nothing


def read_url(url: str) -> URL:
    """The address, taken apart and checked; raises BadDatabaseUrl."""
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):
        raise BadDatabaseUrl(
            f"The database address cannot be read. Write {SQLITE}:///path/to/file.db or {POSTGRES}://user@host/name."
        ) from None
    shown = parsed.render_as_string(hide_password=True)
    if parsed.drivername not in {SQLITE, POSTGRES}:
        raise BadDatabaseUrl(
            f"The database address {shown} begins with {parsed.drivername}:, but only {SQLITE}: and {POSTGRES}: are served."
        )
    if parsed.drivername == SQLITE and (not parsed.database or ":memory:" in parsed.database):
        raise BadDatabaseUrl(f"The database address {shown} names no file; write {SQLITE}:///path/to/file.db.")
    if parsed.drivername == POSTGRES and not parsed.database:
        raise BadDatabaseUrl(f"The database address {shown} names no database; write {POSTGRES}://user@host/name.")
    return parsed


class Store:
    """Opened once per process: `store = await Store.open(url)`, or `async with await Store.open(url) as store`."""

    def __init__(self, url: URL, writer: AsyncEngine, reader: AsyncEngine) -> None:
        self.url = url
        self.hints = Hints()
        self._writer = writer
        self._reader = reader
        self._turn = asyncio.Lock()

    @classmethod
    async def open(cls, url: str, *, seal: Seal | None = None, connections: int = postgres.CONNECTIONS) -> Self:
        """Raises BadDatabaseUrl or StoreUnavailable, each with a sentence for the operator.

        `seal`: for what identifies people. Without one, SQLite takes the key beside its file; on PostgreSQL nothing personal can be kept.
        """
        parsed = read_url(url)
        if parsed.drivername == SQLITE:
            make_room(parsed)
            known = {**seals.option(seal or seals.beside(str(parsed.database))), **statements.option(SQLITE)}
            writer, reader = (sqlite.engine(parsed, reads_only=reads_only).execution_options(**known) for reads_only in (False, True))
            store = cls(parsed, writer, reader)
        else:
            known = {**seals.option(seal), **statements.option(POSTGRES)}
            engine = postgres.engine(parsed, connections=connections).execution_options(**known)
            store = cls(parsed, engine, engine.execution_options(postgresql_readonly=True))
        try:
            await store._greet()
        except BaseException:  # cancelled or failed, the engines are let go; then it is raised again
            await store.close()
            raise
        return store

    async def _greet(self) -> None:
        shown = self.url.render_as_string(hide_password=True)
        try:
            async with self.reading() as connection:
                await connection.execute(text("SELECT 1"))
        except StoreUnavailable as error:
            raise StoreUnavailable(f"The database {shown} cannot be reached: {error}") from None
        except DBAPIError as error:
            raise BadDatabaseUrl(f"The database {shown} cannot be used: {_first_line(error)}") from None

    @property
    def is_sqlite(self) -> bool:
        return self.url.drivername == SQLITE

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[AsyncConnection]:
        """Commits at the end, rolls back on an exception. Do not open a second one inside: SQLite has one writer."""
        async with self._one_writer():
            with outages():
                async with self._writer.begin() as connection:
                    self.hints.taken_from(connection)  # what a rolled back transaction left behind
                    yield connection
                    hints = self.hints.taken_from(connection)
        self.hints.ring(hints)

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        """A connection that refuses to write; on SQLite the whole block sees one state of the database."""
        with outages():
            async with self._reader.begin() as connection:
                yield connection

    @asynccontextmanager
    async def _one_writer(self) -> AsyncIterator[None]:
        if self.is_sqlite:
            async with self._turn:
                yield
        else:
            yield

    async def engine_version(self) -> EngineVersion:
        """For `golmok doctor`."""
        if not self.is_sqlite:
            async with self.reading() as connection:
                return EngineVersion("PostgreSQL", str(await connection.scalar(text("SHOW server_version"))))
        library = sqlite.library()
        if library.sqlite_version_info >= sqlite.SOUND:
            return EngineVersion("SQLite", library.sqlite_version)
        sound = ".".join(map(str, sqlite.SOUND))
        return EngineVersion(
            "SQLite",
            library.sqlite_version,
            f"SQLite older than {sound} can damage its log; install the wheel pysqlite3 or use PostgreSQL.",
        )

    async def close(self) -> None:
        await self._reader.dispose()
        await self._writer.dispose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        await self.close()


def make_room(url: URL) -> None:
    folder = Path(str(url.database)).absolute().parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadDatabaseUrl(f"The database folder {folder} cannot be made: {error.strerror}.") from None


@contextmanager
def outages() -> Iterator[None]:
    """Turns the many ways a database can be away into one that upper floors can catch."""
    try:
        yield
    except PoolExhausted as error:
        raise StoreUnavailable("every database connection is busy") from error
    except (OperationalError, InterfaceError, DBAPIError) as error:
        if _sqlite_code(error) == NO_SQLITE_FILE:
            raise BadDatabaseUrl("The file of the database address is not an SQLite database.") from None
        if not _is_outage(error):
            raise
        raise StoreUnavailable(_first_line(error)) from error


def _is_outage(error: DBAPIError) -> bool:
    if error.connection_invalidated:
        return True
    if isinstance(error.orig, psycopg.OperationalError):
        return True
    return _sqlite_code(error) in PASSING_SQLITE_CODES


def _sqlite_code(error: DBAPIError) -> int | None:
    """Without the details of its upper bits."""
    code = getattr(error.orig, "sqlite_errorcode", None)
    return code & 0xFF if isinstance(code, int) else None


def _first_line(error: DBAPIError) -> str:
    return str(error.orig).splitlines()[0] if str(error.orig) else type(error.orig).__name__
