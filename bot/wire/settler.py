"""Group commit: what became of letters is written by one writer, each sender waits for the commit that holds its own."""

import asyncio

import structlog

from bot.wire.backoff import backoff
from services.office import Office
from storage.engine import StoreUnavailable
from storage.letters import Verdict, settle

log = structlog.get_logger()


class Settler:
    def __init__(self, office: Office) -> None:
        self._office = office
        self._waiting: list[tuple[Verdict, asyncio.Future[None]]] = []
        self._writer: asyncio.Task[None] | None = None

    async def settle(self, verdict: Verdict) -> None:
        """Returns when the verdict is on the disk. Raises what kept it from being written, but for an outage, which is waited out."""
        written: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((verdict, written))
        if self._writer is None or self._writer.done():
            self._writer = asyncio.create_task(self._write(), name="settler")
        await written

    async def _write(self) -> None:
        failures = 0
        while self._waiting:
            batch, self._waiting = self._waiting, []
            try:
                async with self._office.store.transaction() as connection:
                    await settle(connection, [verdict for verdict, _ in batch], self._office.clock.now())
            except StoreUnavailable:
                # The message is on the phone already: keep the verdict until the database is back.
                self._waiting = [*batch, *self._waiting]
                log.warning("verdicts_wait_for_the_database", count=len(batch))
                await asyncio.sleep(backoff(failures, first=0.2, longest=5))
                failures += 1
                continue
            except Exception as error:  # noqa: BLE001 - a bug in one verdict must not leave every sender, and its lane, waiting for ever
                for _, written in batch:
                    if not written.done():
                        written.set_exception(error)
                continue
            failures = 0
            for _, written in batch:
                if not written.done():
                    written.set_result(None)
