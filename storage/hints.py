"""Hints that there is work, so that nobody has to wait for the next look. A lost hint costs a second, never a row.

In one process a hint rings an event after the commit; on PostgreSQL it also travels by NOTIFY to the other processes.
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import psycopg
from sqlalchemy import text
from sqlalchemy.engine import URL
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import postgres

if TYPE_CHECKING:
    from storage.engine import Store

ARRIVALS, LETTERS, ANNOUNCEMENTS = KINDS = ("arrivals", "letters", "announcements")
AGAIN_AFTER = 1.0  # seconds between two attempts to listen while PostgreSQL is away
_NOTIFY = text("SELECT pg_notify('golmok', :what)")


class Events:
    """What a listener waits on; it clears an event before it looks, so that nothing falls between."""

    def __init__(self) -> None:
        self.arrivals = asyncio.Event()
        self.letters = asyncio.Event()
        self.announcements = asyncio.Event()

    def ring(self, what: str) -> None:
        if what in KINDS:  # another version of the office may tell of more
            event: asyncio.Event = getattr(self, what)
            event.set()

    def ring_all(self) -> None:
        for what in KINDS:
            self.ring(what)


class Hints:
    """The listeners inside this process."""

    def __init__(self) -> None:
        self.listeners: set[Events] = set()

    def taken_from(self, connection: AsyncConnection) -> set[str]:
        """What was hinted in this transaction; to be rung once it is committed."""
        hinted = _hinted(connection)
        taken = set(hinted)
        hinted.clear()  # the dictionary belongs to the pooled connection and outlives the transaction
        return taken

    def ring(self, hints: set[str]) -> None:
        for listener in self.listeners:
            for what in hints:
                listener.ring(what)


async def arrivals_waiting(connection: AsyncConnection) -> None:
    """Rings after the commit of this transaction."""
    await _hint(connection, ARRIVALS)


async def letters_waiting(connection: AsyncConnection) -> None:
    """Rings after the commit of this transaction."""
    await _hint(connection, LETTERS)


async def announcement_waiting(connection: AsyncConnection) -> None:
    """Rings after the commit of this transaction."""
    await _hint(connection, ANNOUNCEMENTS)


async def _hint(connection: AsyncConnection, what: str) -> None:
    hinted = _hinted(connection)
    if what in hinted:
        return
    hinted.add(what)
    if connection.dialect.name == "postgresql":
        await connection.execute(_NOTIFY, {"what": what})


def _hinted(connection: AsyncConnection) -> set[str]:
    if connection.sync_connection is None:
        raise ValueError("a hint needs an open transaction")
    hinted: set[str] = connection.sync_connection.info.setdefault("hints", set())
    return hinted


@asynccontextmanager
async def listen(store: "Store") -> AsyncIterator[Events]:
    """Events that ring whenever this or another process stored something to do."""
    events = Events()
    store.hints.listeners.add(events)
    ear = None if store.is_sqlite else asyncio.create_task(_keep_listening(store.url, events), name="hints")
    try:
        yield events
    finally:
        store.hints.listeners.discard(events)
        if ear is not None:
            ear.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await ear


async def _keep_listening(url: URL, events: Events) -> None:
    while True:
        with contextlib.suppress(psycopg.OperationalError):
            await _listen_once(url, events)
        await asyncio.sleep(AGAIN_AFTER)


async def _listen_once(url: URL, events: Events) -> None:
    async with await postgres.direct(url) as connection:
        await connection.execute("LISTEN golmok")
        events.ring_all()  # something may have come while nobody listened
        async for notice in connection.notifies():
            events.ring(notice.payload)
