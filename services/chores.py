"""Chores: what the office does by itself, every so often. Due rows are the truth; a chore only looks for them.

Any number of processes may run the same chore at once, so a chore claims what it works on, or does what can be done twice.
A chore over several rows does one deed, with a transaction of its own, for each: `one_by_one`.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import structlog

from services.mishaps import place_of
from services.office import Deed, Office
from storage.engine import StoreUnavailable

log = structlog.get_logger()

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


async def one_by_one(office: Office, deeds: Mapping[str, Deed[Any]]) -> None:
    """`deeds`: by what each is done to, as in the audit. One that fails is told to the operator, and the rest goes on.

    Raises StoreUnavailable: with the database away, the rest waits for the next tick.
    """
    for on, deed in deeds.items():
        try:
            await office.do(deed)
        except StoreUnavailable:
            raise
        except Exception as error:  # noqa: BLE001 - a bug met at one row must not keep the office from all others, tick after tick
            log.error(  # noqa: TRY400 - its text may hold what people typed
                "chore_failed", on=on, deed=type(deed).__name__, error=type(error).__name__, where=place_of(error)
            )
