"""The log of what the bot asked of the Bot API."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

MOST_KEPT = 5_000


@dataclass(frozen=True, kw_only=True)
class Call:
    id: int
    method: str
    params: dict[str, Any]  # decoded; files by their size
    status: int
    answer: Any  # `result`, None when refused
    description: str | None
    at: datetime
    ms: float

    @property
    def ok(self) -> bool:
        return self.status == 200  # noqa: PLR2004 - HTTP's own number

    @property
    def idle(self) -> bool:
        """A poll that brought nothing."""
        return self.method == "getUpdates" and self.ok and not self.answer

    def json(self) -> dict[str, Any]:
        shown = {"id": self.id, "method": self.method, "params": self.params, "status": self.status, "ok": self.ok}
        shown |= {"description": self.description, "ms": round(self.ms, 1), "at_ms": round(self.at.timestamp() * 1000)}
        return shown | ({"answer": self.answer} if self.ok else {})


Observer = Callable[[Call], None]


@dataclass
class CallLog:
    kept: deque[Call] = field(default_factory=lambda: deque(maxlen=MOST_KEPT))
    observers: list[Observer] = field(default_factory=list)
    count: int = 0

    def add(self, call: Call) -> None:
        self.kept.append(call)
        for observe in self.observers:
            observe(call)

    def number(self) -> int:
        self.count += 1
        return self.count
