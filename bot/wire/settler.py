"""Group commit: what became of letters is written by one writer, each sender waits for the commit that holds its own."""

import asyncio
from dataclasses import dataclass
from typing import Any

import structlog

from bot.wire.backoff import backoff
from services.office import Deed, Office
from storage.engine import StoreUnavailable
from storage.letters import Verdict, settle

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class _Waiting:
    verdict: Verdict
    then: Deed[Any] | None
    written: asyncio.Future[None]


class Settler:
    def __init__(self, office: Office) -> None:
        self._office = office
        self._waiting: list[_Waiting] = []
        self._writer: asyncio.Task[None] | None = None

    async def settle(self, verdict: Verdict, then: Deed[Any] | None = None) -> None:
        """Returns when the verdict is on the disk, and what follows from it done in the same transaction.

        Raises what kept it from being written, but for an outage, which is waited out.
        """
        written: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append(_Waiting(verdict, then, written))
        if self._writer is None or self._writer.done():
            self._writer = asyncio.create_task(self._write(), name="settler")
        await written

    async def _write(self) -> None:
        failures = 0
        while self._waiting:
            batch, self._waiting = self._waiting, []
            try:
                await self._written(batch)
            except StoreUnavailable:
                # The message is on the phone already: keep the verdict until the database is back.
                self._waiting = [*batch, *self._waiting]
                log.warning("verdicts_wait_for_the_database", count=len(batch))
                await asyncio.sleep(backoff(failures, first=0.2, longest=5))
                failures += 1
                continue
            except Exception as error:  # noqa: BLE001 - a bug in one verdict must not leave every sender, and its lane, waiting for ever
                for one in batch:
                    if not one.written.done():
                        one.written.set_exception(error)
                continue
            failures = 0
            for one in batch:
                if not one.written.done():
                    one.written.set_result(None)

    async def _written(self, batch: list[_Waiting]) -> None:
        async with self._office.work() as work:
            await settle(work.connection, [one.verdict for one in batch], work.now)
            for one in batch:
                if one.then is not None:
                    await one.then(work)
