"""Two ways to count sends against a limit. Pure: time is handed in, in seconds of any steady clock."""

from collections import deque


class Window:
    """At most `limit` in any `seconds`: what a server that counts by windows checks. Bursts up to the limit are free."""

    __slots__ = ("_passed", "limit", "seconds")

    def __init__(self, limit: int, seconds: float) -> None:
        self.limit = limit
        self.seconds = seconds
        self._passed: deque[float] = deque()

    def opens_at(self, now: float, leaving: int = 0) -> float:
        """When the next one may pass; `now` or earlier: at once. `leaving`: so many must still fit after it."""
        while self._passed and self._passed[0] <= now - self.seconds:
            self._passed.popleft()
        room = max(self.limit - leaving, 1)
        if len(self._passed) < room:
            return now
        return self._passed[-room] + self.seconds

    def take(self, now: float) -> None:
        self._passed.append(now)

    def is_idle(self, now: float) -> bool:
        return self.opens_at(now) <= now and not self._passed


class Pace:
    """One every `1 / per_second` seconds, with `burst` ahead of time (the generic cell rate algorithm).

    `late`: who comes so many seconds late to a turn still has the next one in time; a timer that always rings a little late costs none.
    """

    __slots__ = ("_ahead", "_arrival", "_every", "_late")

    def __init__(self, per_second: float, burst: int, *, late: float = 0.0) -> None:
        self._every = 1 / per_second
        self._ahead = self._every * (burst - 1)
        self._late = late
        self._arrival = float("-inf")

    def opens_at(self, now: float, leaving: int = 0) -> float:
        return max(now, self._arrival - max(self._ahead - leaving * self._every, 0.0))

    def take(self, now: float) -> None:
        self._arrival = max(self._arrival, now - self._late) + self._every

    def is_idle(self, now: float) -> bool:
        return self._arrival <= now
