"""Booking by the deeds alone, without Telegram and without turns: as the workers carry deeds out, or each in a transaction of its own."""

import asyncio
from collections import deque
from time import monotonic
from typing import Any

from benchmarks.booking_town import Town, right, times_of
from programme.topics import Topic, Way
from services.hold_wishes import Held, JustTaken
from services.office import Office
from services.sessions import Booked, BookSession, HoldSession

HANDS = 4  # workers on PostgreSQL; SQLite has one


class Rush:
    """Everybody holds in the same instant; whoever holds one books it, behind those who still wait. A person's time is that of both."""

    def __init__(self, office: Office, town: Town) -> None:
        self._office = office
        self._waiting = deque[tuple[int, HoldSession | BookSession]](
            (person, HoldSession(by=person, consultant=slot.consultant, starts_at=slot.starts_at, topic=Topic.TAX, way=Way.PHONE))
            for person, slot in town.wanted()
        )
        self._began = monotonic()
        self.outcomes: dict[int, object] = {}
        self.waits: list[float] = []

    async def work_off(self, together: int) -> None:
        while self._waiting:
            taken = [self._waiting.popleft() for _ in range(min(together, len(self._waiting)))]
            async with self._office.work() as work:
                done = [(person, await deed(work)) for person, deed in taken]
            for person, outcome in done:
                self._answered(person, outcome)

    def _answered(self, person: int, outcome: object) -> None:
        if isinstance(outcome, Held):
            self._waiting.append((person, BookSession(by=person, session=outcome.session.id)))
            return
        self.outcomes[person] = outcome
        self.waits.append((monotonic() - self._began) * 1000)


async def by_deed(office: Office, town: Town, *, together: int) -> dict[str, Any]:
    """`together`: so many deeds share a unit of work. A person without an outcome is an error."""
    rush, began = Rush(office, town), monotonic()
    hands = 1 if office.store.is_sqlite else HANDS
    await asyncio.gather(*(rush.work_off(together) for _ in range(hands)), return_exceptions=True)
    seconds = monotonic() - began
    outcomes = rush.outcomes.values()
    return {
        "seconds": seconds,
        **times_of(rush.waits),
        "booked": sum(isinstance(outcome, Booked) for outcome in outcomes),
        "friendly": sum(isinstance(outcome, JustTaken) and bool(outcome.nearest) for outcome in outcomes),
        "errors": len(town.people) - len(outcomes),
        **await right(office, town),
    }
