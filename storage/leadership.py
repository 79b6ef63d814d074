"""Who leads: of all processes on one database only one may ask Telegram for updates.

PostgreSQL: an advisory lock on a connection of its own; when the process or its connection dies, the lock is free at once.
SQLite: a locked file beside the database, so that a second process on the same machine is told.
"""

import asyncio
import contextlib
import fcntl
import hashlib
import os
from abc import ABC, abstractmethod
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import psycopg

from storage import postgres
from storage.engine import Store, StoreUnavailable


class Leadership(ABC):
    """Held until `resign`, or until `lost` returns."""

    @abstractmethod
    async def lost(self) -> None:
        """Returns when somebody else may be leading by now: stop at once."""

    @abstractmethod
    async def resign(self) -> None: ...

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        await self.resign()


async def try_lead(store: Store, name: str) -> Leadership | None:
    """None: another process leads. Raises StoreUnavailable."""
    if store.is_sqlite:
        return _take_file(Path(f"{store.url.database}.{name}.lock"))
    try:
        return await _take_advisory_lock(store, name)
    except psycopg.OperationalError as error:
        raise StoreUnavailable(str(error).splitlines()[0]) from error


class _FileLeadership(Leadership):
    def __init__(self, handle: int) -> None:
        self._handle: int | None = handle
        self._over = asyncio.Event()

    async def lost(self) -> None:
        await self._over.wait()  # a file lock is not lost while the process lives

    async def resign(self) -> None:
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None
        self._over.set()


def _take_file(path: Path) -> _FileLeadership | None:
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(handle)
        return None
    return _FileLeadership(handle)


class _LockLeadership(Leadership):
    def __init__(self, connection: psycopg.AsyncConnection[tuple[Any, ...]]) -> None:
        self._connection = connection
        self._watch = asyncio.create_task(self._until_gone(), name="leadership")

    async def _until_gone(self) -> None:
        """Nothing is ever notified here; the wait ends when the server or the network says that the connection is gone."""
        with contextlib.suppress(psycopg.OperationalError):
            async for _ in self._connection.notifies():
                pass

    async def lost(self) -> None:
        await asyncio.wait([self._watch])

    async def resign(self) -> None:
        self._watch.cancel()
        await asyncio.wait([self._watch])
        await self._connection.close()


async def _take_advisory_lock(store: Store, name: str) -> _LockLeadership | None:
    connection = await postgres.direct(store.url)
    try:
        taken = await (await connection.execute("SELECT pg_try_advisory_lock(%s)", [_number(name)])).fetchone()
    except BaseException:  # cancelled or failed, the connection of our own is closed; then it is raised again
        await connection.close()
        raise
    if taken is None or not taken[0]:
        await connection.close()
        return None
    return _LockLeadership(connection)


def _number(name: str) -> int:
    """The same in every process and version: the first 63 bits of a digest."""
    return int.from_bytes(hashlib.sha256(f"golmok {name}".encode()).digest()[:8], "big") >> 1
