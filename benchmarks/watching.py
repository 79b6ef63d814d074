"""What a process sees of itself: statements it sends to its database, and moments its loop was stuck."""

import asyncio
import cProfile
import pstats
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from time import monotonic, thread_time
from typing import Any, Self

from sqlalchemy import event
from sqlalchemy.engine import Engine

from benchmarks.sampling import sampled

EVERY = 0.01  # seconds between two looks
STUCK_MS = 50.0


class Stalls:
    """Times the loop came back more than 50 ms late: [ms late, ms of it this thread was computing].

    On a shared machine the second number tells our own stalls from those of a processor that was given to somebody else.
    """

    def __init__(self) -> None:
        self.seen: list[list[float]] = []
        self._timer: asyncio.TimerHandle | None = None

    def __enter__(self) -> Self:
        self._look_again()
        return self

    def __exit__(self, *_: object) -> None:
        if self._timer is not None:
            self._timer.cancel()

    def _look_again(self) -> None:
        self._timer = asyncio.get_running_loop().call_later(EVERY, self._look, monotonic(), thread_time())

    def _look(self, before: float, computed: float) -> None:
        late = (monotonic() - before - EVERY) * 1000
        if late > STUCK_MS:
            self.seen.append([round(late, 1), round((thread_time() - computed) * 1000, 1)])
        self._look_again()


@contextmanager
def counted_statements(counts: Counter[str]) -> Iterator[None]:
    """Counts every statement of every engine by its text; `many` in front of it when it carries several rows."""

    def count(_connection: Any, _cursor: Any, statement: str, _parameters: Any, _context: Any, executemany: bool) -> None:  # noqa: FBT001
        counts[f"{'many ' if executemany else ''}{' '.join(statement.split())}"] += 1

    event.listen(Engine, "before_cursor_execute", count)
    try:
        yield
    finally:
        event.remove(Engine, "before_cursor_execute", count)


@contextmanager
def taken_profile(wanted: str) -> Iterator[list[str]]:
    """`wanted`: "sampled:<lines>", "<order of cProfile>:<lines>", or nothing. The list is filled at the end."""
    text: list[str] = []
    if not wanted:
        yield text
        return
    order, _, lines = wanted.partition(":")
    if order == "sampled":
        with sampled(int(lines)) as text:
            yield text
        return
    profiler = cProfile.Profile()
    profiler.enable()
    try:
        yield text
    finally:
        profiler.disable()
        out = StringIO()
        pstats.Stats(profiler, stream=out).sort_stats(order).print_stats(int(lines))
        text.append(out.getvalue())
