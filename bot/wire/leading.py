"""Of all processes only one takes updates in; the others stand by, and work off what it stored."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

import structlog

from bot.wire.backoff import backoff
from bot.wire.health import Health
from storage.engine import Store, StoreUnavailable
from storage.leadership import Leadership, try_lead

log = structlog.get_logger()
INTAKE = "intake"
LOOK_AGAIN = 0.5  # seconds; so long nobody polls when the leader has died


class AnotherProcess(Exception):
    """SQLite serves one process; another one has this database open."""


class Leading:
    def __init__(self, store: Store, health: Health) -> None:
        self._store = store
        self._health = health
        self._held: Leadership | None = None

    async def alone_here(self) -> None:
        """On SQLite a second process may not even work off arrivals. Raises `AnotherProcess`."""
        if not self._store.is_sqlite:
            return
        self._held = await try_lead(self._store, INTAKE)
        if self._held is None:
            raise AnotherProcess

    async def run(self, take_in: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """Takes updates in while leading, and waits for its turn otherwise."""
        failures = 0
        while True:
            try:
                self._held = self._held or await try_lead(self._store, INTAKE)
                failures = 0
            except StoreUnavailable:
                failures += 1
                await asyncio.sleep(backoff(failures, first=0.25, longest=4))
                continue
            if self._held is None:
                await asyncio.sleep(LOOK_AGAIN)
            else:
                await self._lead(self._held, take_in)

    async def resign(self) -> None:
        held, self._held = self._held, None
        if held is not None:
            await held.resign()

    async def _lead(self, held: Leadership, take_in: Callable[[], Coroutine[Any, Any, None]]) -> None:
        log.info("intake_begins")
        self._health.polls = True
        taking_in, lost = asyncio.create_task(take_in(), name="taking in"), asyncio.create_task(held.lost(), name="leadership")
        try:
            await asyncio.wait({taking_in, lost}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            self._health.polls = False
            for task in (taking_in, lost):
                task.cancel()
            await asyncio.wait({taking_in, lost})
            await self.resign()
        if not taking_in.cancelled():
            taking_in.result()
        log.warning("leadership_lost")
