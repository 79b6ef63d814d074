"""A walk: one thing that goes to many, in the hands of one process. It takes people in hand, runs an errand to each, and writes down
what became of them, many with one commit.
"""

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Generic, TypeVar

from bot.wire.backoff import backoff
from bot.wire.errands import Errand, Errands
from bot.wire.gate import Gate
from bot.wire.line import Line
from programme.announcements import should_pause
from services.office import Office
from storage.announcements import Announcement
from storage.engine import StoreUnavailable

LEASE = timedelta(minutes=3)
LAPSED = LEASE - timedelta(seconds=15)  # counted from when it was heard of, which is a little later
LONGEST_WAIT = LEASE / 2  # at the gate: whoever has waited longer is taken in hand anew, so that nobody is sent to on a lease that ran out
ROUND, ROUND_SECONDS = 64, 0.25  # so many verdicts are written with one commit, or what there is by then
FEWEST = 4  # at the beginning, and while nothing gets through
STOP_SECONDS = 3.0
WATCHED = 200  # the last verdicts, by which it is seen that something is wrong
Keyboard = Callable[[Announcement, str], list[list[dict[str, Any]]]]
Verdict = TypeVar("Verdict")


@dataclass(frozen=True, slots=True)
class Means:
    """With which it sends. `keyboard`: the buttons under an announcement, in a language."""

    line: Line
    gate: Gate
    keyboard: Keyboard


class Walk(ABC, Generic[Verdict]):
    def __init__(self, office: Office, means: Means, number: int, most: int) -> None:
        """`most`: so many people in hand at once."""
        self._office, self._means, self._number, self._most = office, means, number, most
        self._errands: Errands[Verdict] = Errands()
        self._failed: list[bool] = []
        self._failures = 0

    @abstractmethod
    async def _written(self, settled: list[Verdict], back: list[int], room: int) -> Iterable[Errand[Verdict]] | None:
        """One transaction: what became of some is written down, and the next are taken in hand. None: it goes to nobody any more."""

    @abstractmethod
    def _has_failed(self, verdict: Verdict) -> bool: ...

    @abstractmethod
    async def _pause(self, *, failed: int, of: int) -> None:
        """So many of the last have failed: it pauses by itself, and the log says so."""

    @abstractmethod
    async def _finish(self) -> None: ...

    async def step(self) -> bool:
        """False when nothing of it is left for this process."""
        now = self._office.clock.now()
        self._errands.call_back(now - LONGEST_WAIT, lapsed_before=now - LAPSED)
        await self._round(self._most)
        await self._watch()
        if not len(self._errands):
            await self._finish()
            return False
        await self._errands.some(ROUND, ROUND_SECONDS)
        await self._rest()
        return True

    async def stop(self) -> None:
        await self._errands.stop(STOP_SECONDS)
        if len(self._errands):
            await self._round(0)

    async def _watch(self) -> None:
        failed, of = sum(self._failed), len(self._failed)
        if should_pause(of, failed):
            await self._pause(failed=failed, of=of)
            self._failed = []

    async def _rest(self) -> None:
        """While Telegram cannot be reached, nobody knocks every moment."""
        self._failures = self._failures + 1 if self._errands.line_is_down else 0
        if self._failures:
            await asyncio.sleep(backoff(self._failures - 1))

    async def _round(self, most: int) -> None:
        """The next are taken in hand, half as many again as came to an end: of those who wait here nobody knows anything after a kill."""
        settled, back = self._errands.taken()
        room = min(most - len(self._errands), FEWEST + len(settled) * 3 // 2 - self._errands.unsent)
        try:
            begun = await self._written(settled, back, room)
        except StoreUnavailable:
            self._errands.put_back(settled, back)
            raise
        self._failed = [*self._failed, *(self._has_failed(verdict) for verdict in settled)][-WATCHED:]
        if begun is None:
            self._errands.call_back()
        else:
            self._errands.begin(begun, self._office.clock.now())
