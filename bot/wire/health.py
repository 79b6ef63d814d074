"""What the watchdog and the metrics look at: signs of life of one process."""

from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic

STALE_SECONDS = 120.0


@dataclass(kw_only=True)
class Health:
    """Ages are in seconds of a steady clock; None: never yet. `polls` is false while another process polls."""

    clock: Callable[[], float] = monotonic
    polls: bool = False
    polled_at: float | None = None
    worked_at: float | None = None
    steps: int = 0
    failures: int = 0
    gate_pauses: Callable[[], int] = lambda: 0
    reactions: list[Callable[[float], None]] = field(default_factory=list)

    def paused_so_far(self) -> float:
        return self.gate_pauses()

    def polled(self) -> None:
        self.polled_at = self.clock()

    def worked(self, steps: int = 0) -> None:
        self.worked_at = self.clock()
        self.steps += steps

    def reacted(self, seconds: float) -> None:
        """From the storing of an update to the screen that answers it."""
        for observe in self.reactions:
            observe(seconds)

    def complaints(self) -> list[str]:
        """Why this process should not be called healthy; empty when it is."""
        found = []
        if self.polls and self._age(self.polled_at) > STALE_SECONDS:
            found.append("no successful getUpdates for too long")
        if self._age(self.worked_at) > STALE_SECONDS:
            found.append("the workers have not looked for arrivals for too long")
        return found

    def _age(self, at: float | None) -> float:
        return float("inf") if at is None else self.clock() - at
