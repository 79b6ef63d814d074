"""What a process has in hand of an announcement: errands that run, and those that are done and not yet written down."""

import asyncio
from collections.abc import Iterable
from datetime import datetime
from typing import Generic, Protocol, TypeVar

from programme.announcements import STOPPED

Verdict = TypeVar("Verdict")
Verdict_co = TypeVar("Verdict_co", covariant=True)


class Errand(Protocol[Verdict_co]):
    """To one person. `posted`: something has left for Telegram, so it cannot be called back."""

    posted: bool
    line_is_down: bool

    @property
    def person(self) -> int: ...

    async def run(self) -> Verdict_co | None:
        """None: nothing came of it, and it may be tried again."""
        ...

    def lost(self, why: str) -> Verdict_co | None:
        """It did not come to an end, and something had left already."""
        ...


class Errands(Generic[Verdict]):
    def __init__(self) -> None:
        self._running: dict[asyncio.Task[Verdict | None], Errand[Verdict]] = {}
        self._begun: dict[asyncio.Task[Verdict | None], datetime] = {}
        self._lapsed: set[asyncio.Task[Verdict | None]] = set()
        self._settled: list[Verdict] = []
        self._back: list[int] = []
        self._enough = asyncio.Event()
        self._wanted = 0
        self.line_is_down = False

    def __len__(self) -> int:
        """In hand: on their way, or not yet written down."""
        return len(self._running) + len(self._settled) + len(self._back)

    @property
    def unsent(self) -> int:
        """Wait at the gate."""
        return sum(not errand.posted for errand in self._running.values())

    def begin(self, errands: Iterable[Errand[Verdict]], now: datetime) -> None:
        for errand in errands:
            task = asyncio.create_task(errand.run(), name="errand")
            self._running[task], self._begun[task] = errand, now
            task.add_done_callback(self._done)

    def taken(self) -> tuple[list[Verdict], list[int]]:
        """What is to be written down, and whom nothing was sent to after all. They are the taker's from now on."""
        settled, back = self._settled, self._back
        self._settled, self._back = [], []
        return settled, back

    def put_back(self, settled: list[Verdict], back: list[int]) -> None:
        """Could not be written down: the database is away."""
        self._settled, self._back = [*settled, *self._settled], [*back, *self._back]

    async def some(self, most: int, seconds: float) -> None:
        """Returns when so many more are done, or all that run, or after that time."""
        self._wanted = min(most, len(self._running))
        if self._wanted <= 0:
            return
        self._enough.clear()
        try:
            async with asyncio.timeout(seconds):
                await self._enough.wait()
        except TimeoutError:
            pass

    def call_back(self, begun_before: datetime | None = None, *, lapsed_before: datetime | None = None) -> None:
        """Whoever waits at the gate and has got nothing; of those begun before then, or all. Those begun so long ago that their lease may
        have run out are not given back: somebody else may have them by now.
        """
        for task, errand in self._running.items():
            if not errand.posted and (begun_before is None or self._begun[task] < begun_before):
                task.cancel()
                if lapsed_before is not None and self._begun[task] < lapsed_before:
                    self._lapsed.add(task)

    async def stop(self, seconds: float) -> None:
        """Whoever waits at the gate is called back; what has left is waited for, and lost if it does not come to an end."""
        self.call_back()
        if self._running:
            await asyncio.wait(tuple(self._running), timeout=seconds)
        for task in tuple(self._running):
            task.cancel()
        if self._running:
            await asyncio.wait(tuple(self._running))

    def _done(self, task: asyncio.Task[Verdict | None]) -> None:
        errand = self._running.pop(task)
        lapsed = task in self._lapsed
        self._lapsed.discard(task)
        del self._begun[task]
        settled = self._verdict(task, errand)
        self.line_is_down = errand.line_is_down
        if settled is not None:
            self._settled.append(settled)
        elif not lapsed:
            self._back.append(errand.person)
        self._wanted -= 1
        if self._wanted <= 0 or not self._running:
            self._enough.set()

    @staticmethod
    def _verdict(task: asyncio.Task[Verdict | None], errand: Errand[Verdict]) -> Verdict | None:
        """Of one that was called back, or that met a bug: nobody knows what has left already."""
        if task.cancelled():
            return errand.lost(STOPPED) if errand.posted else None
        error = task.exception()
        return task.result() if error is None else errand.lost(type(error).__name__)
