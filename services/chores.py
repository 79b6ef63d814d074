"""Chores: what the office does by itself, every so often. Due rows are the truth; a chore only looks for them.

Any number of processes may run the same chore at once, so a chore claims what it works on, or does what can be done twice.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta

from services.office import Office

Run = Callable[[Office], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Chore:
    name: str
    every: timedelta
    run: Run


_chores: dict[str, Chore] = {}


def chore(every: timedelta) -> Callable[[Run], Run]:
    """Registers a chore. What it raises for a database that is away is tried again at the next tick."""

    def register(run: Run) -> Run:
        name = run.__name__
        if name in _chores:
            raise ValueError(f"two chores are called {name!r}")
        _chores[name] = Chore(name, every, run)
        return run

    return register


def all_chores() -> tuple[Chore, ...]:
    return tuple(_chores.values())
