"""SQLite under asyncio: which library, how a connection is set up, and one thread hop a statement."""

import sqlite3
from asyncio import Future
from collections import deque
from collections.abc import Callable
from importlib import import_module
from types import ModuleType
from typing import Any

import aiosqlite
import orjson
from sqlalchemy import event
from sqlalchemy.dialects.sqlite.aiosqlite import (
    AsyncAdapt_aiosqlite_connection,
    AsyncAdapt_aiosqlite_cursor,
    AsyncAdapt_aiosqlite_dbapi,
)
from sqlalchemy.engine import URL, Connection
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import AsyncAdaptedQueuePool

from storage.tables import written

SOUND = (3, 51, 3)  # older ones can damage a WAL that is reset while another connection reads
PATIENCE_MS = 10_000
READERS = 4


def library() -> ModuleType:
    """The wheel's SQLite where there is one, else Python's own."""
    try:
        return import_module("pysqlite3.dbapi2")
    except ImportError:
        return sqlite3


def connector(path: str, *, reads_only: bool = False) -> Callable[[], Any]:
    """Opens a connection that leaves BEGIN to the caller and syncs every commit to the disk."""
    pragmas = ["journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", f"busy_timeout={PATIENCE_MS}", "temp_store=MEMORY"]

    def connect() -> Any:
        connection = library().connect(path, isolation_level=None, timeout=PATIENCE_MS / 1000, cached_statements=512)
        try:
            for pragma in (*pragmas, "query_only=ON") if reads_only else pragmas:
                connection.execute(f"PRAGMA {pragma}").close()
        except library().Error:
            connection.close()
            raise
        return connection

    return connect


class _Thread(aiosqlite.Connection):
    """A connection and its thread. One that could not be opened is waited for: its last word must not reach a closed loop."""

    def stop(self) -> Future[Any] | None:
        self._stopped: Future[Any] | None = super().stop()
        return self._stopped

    async def _connect(self) -> aiosqlite.Connection:
        try:
            return await super()._connect()
        except BaseException:  # cancelled or failed, its thread is waited for; then it is raised again
            if self._stopped is not None:
                await self._stopped
            raise


class _OneHopCursor(AsyncAdapt_aiosqlite_cursor):
    """Opens, executes, fetches and closes in one visit to the connection's thread (the stock cursor makes four)."""

    __slots__ = ()

    def _aenter_cursor(self, cursor: Any) -> Any:
        cursor.close()  # the stock cursor is an unstarted coroutine here
        return None

    def _visit(self, method: str, operation: Any, parameters: Any) -> tuple[Any, list[Any]]:
        cursor = getattr(self._connection._conn.cursor(), method)(operation, parameters)  # noqa: SLF001
        return cursor, cursor.fetchall() if cursor.description else []

    async def _run(self, method: str, operation: Any, parameters: Any) -> None:
        async with self._adapt_connection._execute_mutex:  # noqa: SLF001 - the adapter's own lock
            self._cursor, rows = await self._connection._execute(self._visit, method, operation, parameters)  # noqa: SLF001
            self._rows = deque(rows)

    async def _execute_async(self, operation: Any, parameters: Any) -> None:
        await self._run("execute", operation, () if parameters is None else parameters)

    async def _executemany_async(self, operation: Any, seq_of_parameters: Any) -> None:
        await self._run("executemany", operation, seq_of_parameters)

    async def _async_soft_close(self) -> None:
        """Nothing is open: every row was fetched and SQLite's statement reset."""

    def close(self) -> None:
        self._rows.clear()


class _Connection(AsyncAdapt_aiosqlite_connection):
    __slots__ = ()
    _cursor_cls = _OneHopCursor


class _Library(AsyncAdapt_aiosqlite_dbapi):
    """aiosqlite's adapter over a chosen SQLite library; the stock one always takes the standard module's names."""

    def _init_dbapi_attributes(self) -> None:
        names = ("DatabaseError", "Error", "IntegrityError", "NotSupportedError", "OperationalError", "ProgrammingError")
        for name in (*names, "sqlite_version", "sqlite_version_info", "PARSE_COLNAMES", "PARSE_DECLTYPES", "Binary"):
            setattr(self, name, getattr(self.sqlite, name))

    def connect(self, *args: Any, **kwargs: Any) -> AsyncAdapt_aiosqlite_connection:
        adapted = super().connect(*args, **kwargs)
        return _Connection(self, adapted._connection)  # noqa: SLF001


def engine(url: URL, *, reads_only: bool) -> AsyncEngine:
    """One connection that writes, or a few that only read; each transaction begins as what it is."""

    def creator(*_args: Any, **_kwargs: Any) -> aiosqlite.Connection:
        connection = _Thread(connector(str(url.database), reads_only=reads_only), iter_chunk_size=64)
        connection._thread.daemon = True  # noqa: SLF001 - a forgotten connection must not keep the process alive
        return connection

    made = create_async_engine(
        url,
        module=_Library(aiosqlite, library()),
        connect_args={"async_creator_fn": creator},
        poolclass=AsyncAdaptedQueuePool,
        pool_size=READERS if reads_only else 1,
        max_overflow=0,
        hide_parameters=True,  # an error may be logged; what people typed may not
        json_serializer=written,
        json_deserializer=orjson.loads,
    )
    begin = "BEGIN" if reads_only else "BEGIN IMMEDIATE"

    @event.listens_for(made.sync_engine, "begin")
    def take_the_lock(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return made
