"""The gate every message passes: Telegram's limits are kept here, replies go before letters, letters before broadcasts."""

import asyncio
import heapq
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from itertools import count

from telegram.error import RetryAfter

from bot.wire.pacing import Pace, Window
from storage.letters import Priority

MOST_CHATS_REMEMBERED = 10_000
GENTLE_SECONDS = 5.0
SHARE_OF_BROADCASTS = 0.97
TOO_LATE = 0.05  # seconds; a turn missed by more is lost: made up for, it would crowd those after it


@dataclass(frozen=True, kw_only=True)
class Limits:
    """What one process may send. Telegram: about 30 a second over all, 1 a second to a person, 20 a minute to a group."""

    overall: int = 29  # in any second; 0 means no limits at all
    broadcasts_per_second: float = 29 * SHARE_OF_BROADCASTS  # evenly, and only when nothing else waits
    person_per_second: float = 1.0
    person_burst: int = 4
    group_per_minute: int = 20

    @classmethod
    def of(cls, overall: int) -> "Limits":
        """Who pays Telegram for more a second may broadcast as much more, too."""
        return cls(overall=overall, broadcasts_per_second=max(overall, 1) * SHARE_OF_BROADCASTS)

    @classmethod
    def none(cls) -> "Limits":
        return cls(overall=0)


class Gate:
    """In memory, for one process."""

    def __init__(self, limits: Limits, clock: Callable[[], float] | None = None) -> None:
        self._limits = limits
        self._clock = clock or asyncio.get_running_loop().time
        # A little over a second, since answers on the way may catch up with each other.
        self._overall = Window(max(limits.overall, 1), 1.03)
        self._broadcasts = Pace(limits.broadcasts_per_second, 1, late=TOO_LATE)
        self._chats: dict[int, Pace | Window] = {}
        self._chat_pauses: dict[int, float] = {}
        self._queue: list[tuple[Priority, int, asyncio.Future[None]]] = []
        self._order = count()
        self._timer: asyncio.TimerHandle | None = None
        self._paused_until = float("-inf")
        self.pauses = 0

    async def enter(self, chat: int, priority: Priority, *, leaving: int = 0) -> None:
        """Returns when a message to `chat` may go out. `leaving`: it waits until so many more could follow at once."""
        if not self._limits.overall and self._paused_until <= self._clock() and not self._chat_pauses:
            return
        await self._chat_turn(chat, leaving)
        place: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._queue, (priority, next(self._order), place))
        self._let_through()
        await place

    def pause(self, seconds: float, chat: int) -> None:
        """Telegram said 429 to a message to `chat`. A group's limit is its own; anything else stops all sends."""
        self.pauses += 1
        until = self._clock() + seconds
        if chat < 0:
            self._chat_pauses[chat] = max(until, self._chat_pauses.get(chat, until))
        else:
            self._paused_until = max(self._paused_until, until)

    @property
    def waiting(self) -> int:
        return len(self._queue)

    async def close(self) -> None:
        if self._timer is not None:
            self._timer.cancel()

    async def _chat_turn(self, chat: int, leaving: int) -> None:
        while (seconds := self._chat_opens_at(chat, leaving) - self._clock()) > 0:  # noqa: ASYNC110 - time itself is waited for
            await asyncio.sleep(seconds)
        if self._limits.overall:
            self._chats[chat].take(self._clock())

    def _chat_opens_at(self, chat: int, leaving: int) -> float:
        now = self._clock()
        paused = self._chat_pauses.get(chat)
        if paused is not None and paused <= now:
            del self._chat_pauses[chat]
        if not self._limits.overall:
            return paused or now
        return max(paused or now, self._chat(chat).opens_at(now, leaving))

    def _chat(self, chat: int) -> Pace | Window:
        if chat not in self._chats:
            self._forget_idle_chats()
            group = Window(self._limits.group_per_minute, 61.0) if chat < 0 else None
            self._chats[chat] = group or Pace(self._limits.person_per_second, self._limits.person_burst)
        return self._chats[chat]

    def _forget_idle_chats(self) -> None:
        if len(self._chats) < MOST_CHATS_REMEMBERED:
            return
        now = self._clock()
        self._chats = {chat: pace for chat, pace in self._chats.items() if not pace.is_idle(now)}

    def _let_through(self) -> None:
        while self._queue:
            priority, _, place = self._queue[0]
            if place.cancelled():
                heapq.heappop(self._queue)
                continue
            now = self._clock()
            opens_at = self._opens_at(now, priority)
            if opens_at > now:
                self._come_back_at(opens_at)
                return
            heapq.heappop(self._queue)
            self._take(now)
            place.set_result(None)

    def _opens_at(self, now: float, priority: Priority) -> float:
        if not self._limits.overall:
            return max(now, self._paused_until)
        opens_at = max(self._overall.opens_at(now), self._paused_until)
        return max(opens_at, self._broadcasts.opens_at(now)) if priority is Priority.BROADCAST else opens_at

    def _take(self, now: float) -> None:
        # After a pause only half of the limit is used for a while: the server still counts what came before.
        gentle = 0 <= now - self._paused_until < GENTLE_SECONDS
        for _ in range(2 if gentle else 1):
            self._overall.take(now)
        # Everybody takes of the broadcasts' pace: else these would fill every second to the brim, and a reply would find no gap in it.
        self._broadcasts.take(now)

    def _come_back_at(self, opens_at: float) -> None:
        if self._timer is not None:
            self._timer.cancel()
        delay = max(opens_at - self._clock(), 0.001)
        self._timer = asyncio.get_running_loop().call_later(delay, self._let_through)


def seconds_of(flood: RetryAfter) -> float:
    """How long Telegram asks to wait."""
    wait = flood.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
