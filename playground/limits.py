"""How often a bot may send: about once a second to a chat with bursts, 20 a minute to a group, 30 a second to all."""

import math
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from playground.refusals import too_many


class Style(StrEnum):
    BUCKET = "bucket"  # refills evenly, forgives a burst
    WINDOW = "window"  # strict: never more than so many in any such span


@dataclass(frozen=True)
class Rate:
    count: int
    seconds: float
    burst: int = 0  # of a bucket; 0: as many as `count`


@dataclass
class _Bucket:
    rate: Rate
    level: float = 0.0
    at: float = 0.0

    def wait(self, now: float) -> float:
        self.level = max(0.0, self.level - (now - self.at) * self.rate.count / self.rate.seconds)
        self.at = now
        over = self.level + 1 - (self.rate.burst or self.rate.count)
        return max(0.0, over * self.rate.seconds / self.rate.count)

    def take(self, now: float) -> None:  # noqa: ARG002 - the same shape as a window's
        self.level += 1


@dataclass
class _Window:
    rate: Rate
    taken: deque[float] = field(default_factory=deque)

    def wait(self, now: float) -> float:
        while self.taken and self.taken[0] <= now - self.rate.seconds:
            self.taken.popleft()
        return self.taken[0] + self.rate.seconds - now if len(self.taken) >= self.rate.count else 0.0

    def take(self, now: float) -> None:
        self.taken.append(now)


@dataclass
class Limits:
    """`now` is a monotonic clock in seconds. A refused call costs nothing."""

    overall: Rate | None = Rate(30, 1.0)
    per_chat: Rate | None = Rate(1, 1.0, burst=5)
    per_group: Rate | None = Rate(20, 60.0)
    style: Style = Style.BUCKET
    now: Callable[[], float] = time.monotonic
    _meters: dict[tuple[str, int], _Bucket | _Window] = field(default_factory=dict)

    @classmethod
    def none(cls) -> "Limits":
        return cls(overall=None, per_chat=None, per_group=None)

    def charge(self, chat_id: int | None, messages: int = 1) -> None:
        """Raises Refused (429 with retry_after) when the bot sends too fast. None: a chat unknown to the bot, which only the sum counts."""
        now = self.now()
        meters = [meter for meter in self._meters_of(chat_id) for _ in range(messages)]
        wait = max((meter.wait(now) for meter in meters), default=0.0)
        if wait > 0:
            raise too_many(max(1, math.ceil(wait)))
        for meter in meters:
            meter.take(now)

    def _meters_of(self, chat_id: int | None) -> list[_Bucket | _Window]:
        if chat_id is None:
            return [self._meter("all", 0, self.overall)] if self.overall else []
        group = chat_id < 0
        wanted = [("all", 0, self.overall), ("chat", chat_id, self.per_chat), ("group", chat_id, self.per_group if group else None)]
        return [self._meter(name, key, rate) for name, key, rate in wanted if rate is not None]

    def _meter(self, name: str, key: int, rate: Rate) -> _Bucket | _Window:
        made = self._meters.get((name, key))
        if made is None:
            strict = self.style is Style.WINDOW or name == "group"
            made = self._meters[name, key] = _Window(rate) if strict else _Bucket(rate)
        return made
