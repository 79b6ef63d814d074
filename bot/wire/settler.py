"""Group commit: what became of letters is written by one writer, each sender waits for the commit that holds its own."""

import asyncio
from dataclasses import dataclass, replace
from typing import Any

import structlog

from bot.wire.backoff import backoff
from services.mishaps import place_of
from services.office import Deed, Office
from storage.engine import StoreUnavailable
from storage.letters import Verdict, settle

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class _Waiting:
    verdict: Verdict
    then: Deed[Any] | None
    written: asyncio.Future[None]

    @property
    def is_settled(self) -> bool:
        """A sender that was cancelled waits no longer, but its verdict is written all the same."""
        return self.written.done() and not self.written.cancelled()


class Settler:
    def __init__(self, office: Office) -> None:
        self._office = office
        self._waiting: list[_Waiting] = []
        self._writer: asyncio.Task[None] | None = None

    async def settle(self, verdict: Verdict, then: Deed[Any] | None = None) -> None:
        """Returns when the verdict is on the disk, and what follows from it done in the same transaction.

        A sequel that fails is told to the operator and left out. Raises what kept the verdict from being written, but for an outage,
        which is waited out.
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
                await self._settle_all(batch)
            except StoreUnavailable:
                # The message is on the phone already: keep the verdict until the database is back.
                left = [one for one in batch if not one.is_settled]
                self._waiting = [*left, *self._waiting]
                log.warning("verdicts_wait_for_the_database", count=len(left))
                await asyncio.sleep(backoff(failures, first=0.2, longest=5))
                failures += 1
                continue
            failures = 0

    async def _settle_all(self, batch: list[_Waiting]) -> None:
        """With one commit, or, when a bug is met in one of them, each with its own."""
        try:
            await self._written(batch)
        except StoreUnavailable:
            raise
        except Exception as error:  # noqa: BLE001 - a bug in one verdict must not leave every sender, and its lane, waiting for ever
            if len(batch) > 1:
                for one in batch:
                    await self._settle_all([one])
            else:
                await self._settle_alone(batch[0], error)
        else:
            for one in batch:
                if not one.written.done():
                    one.written.set_result(None)

    async def _settle_alone(self, one: _Waiting, error: Exception) -> None:
        """What came of the letter is true whatever became of its sequel, so it is written without that."""
        if one.then is not None:
            log.error("sequel_failed", deed=type(one.then).__name__, error=type(error).__name__, where=place_of(error))
            await self._settle_all([replace(one, then=None)])
        elif not one.written.done():
            one.written.set_exception(error)

    async def _written(self, batch: list[_Waiting]) -> None:
        async with self._office.work() as work:
            await settle(work.connection, [one.verdict for one in batch], work.now)
            for one in batch:
                if one.then is not None:
                    await one.then(work)
