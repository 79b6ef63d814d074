"""What waits for the bot: kept until acknowledged, at most a day, handed to one poller at a time."""

from collections import deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from playground.bell import Bell
from playground.clock import TellsTime
from playground.refusals import conflict

KEPT = timedelta(hours=24)
MOST_WAITING = 100_000
_ONLY_WHEN_ASKED = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
_MOST_AT_ONCE = 100
_LONGEST_POLL = 50


@dataclass(frozen=True)
class Update:
    id: int
    kind: str
    at: datetime
    body: dict[str, Any]

    def json(self) -> dict[str, Any]:
        return {"update_id": self.id, self.kind: self.body}


@dataclass(eq=False)
class Updates:
    clock: TellsTime
    bell: Bell
    last_id: int = 500_000
    waiting: deque[Update] = field(default_factory=deque)
    allowed: tuple[str, ...] = ()
    turn: int = 0

    def add(self, kind: str, body: dict[str, Any]) -> int:
        """The update's id; also for an update the bot has not asked for, which is dropped as Telegram drops it."""
        self.last_id += 1
        if kind in self.allowed or (not self.allowed and kind not in _ONLY_WHEN_ASKED):
            self.waiting.append(Update(self.last_id, kind, self.clock.now(), body))
            if len(self.waiting) > MOST_WAITING:
                self.waiting.popleft()
        self.bell.ring()
        return self.last_id

    def allow(self, kinds: list[Any] | None) -> None:
        """From now on; None changes nothing, an empty list means Telegram's default."""
        if kinds is not None:
            self.allowed = tuple(str(kind) for kind in kinds)

    def acknowledge(self, offset: int) -> None:
        """Forgets updates before `offset`; a negative one keeps so many from the end."""
        while offset < 0 and len(self.waiting) > -offset:
            self.waiting.popleft()
        while offset > 0 and self.waiting and self.waiting[0].id < offset:
            self.waiting.popleft()
        self.bell.ring()

    def drop(self, update_id: int) -> None:
        """A webhook took this one."""
        self.waiting = deque(update for update in self.waiting if update.id != update_id)
        self.bell.ring()

    async def poll(self, *, offset: int, limit: int, timeout: int) -> list[dict[str, Any]]:  # noqa: ASYNC109 - Telegram's own name
        """Waits up to `timeout` seconds of real time. A newer poller ends this one with 409."""
        self.interrupt()
        turn = self.turn
        self.acknowledge(offset)
        self._forget_old()
        await self.bell.until(lambda: self.waiting or self.turn != turn, min(max(timeout, 0), _LONGEST_POLL))
        if self.turn != turn:
            raise conflict("terminated by other getUpdates request; make sure that only one bot instance is running")
        few = min(max(limit, 1), _MOST_AT_ONCE)
        return [update.json() for update in list(self.waiting)[:few]]

    def interrupt(self) -> None:
        """Ends a poll that is under way."""
        self.turn += 1
        self.bell.ring()

    def _forget_old(self) -> None:
        while self.waiting and self.waiting[0].at < self.clock.now() - KEPT:
            self.waiting.popleft()
