"""The town's time: real time moved by whole seconds. The shift may lie in a file that the bot reads too."""

import math
from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Protocol
from zoneinfo import ZoneInfo

from playground.saving import write_whole

SEOUL = ZoneInfo("Asia/Seoul")


class TellsTime(Protocol):
    def now(self) -> datetime:
        """Aware, UTC."""


class Clock:
    def __init__(self, shift_file: Path | None = None) -> None:
        self._file = shift_file
        self.shift_seconds = _read_shift(shift_file)
        self.moved: list[Callable[[], None]] = []

    def now(self) -> datetime:
        return datetime.now(UTC) + timedelta(seconds=self.shift_seconds)

    def shift(self, seconds: int) -> None:
        """Moves time on by so many seconds, on top of what it was moved before."""
        self.set_shift(self.shift_seconds + seconds)

    def set_shift(self, seconds: int) -> None:
        self.shift_seconds = seconds
        if self._file is not None:
            write_whole(self._file, f"{seconds}\n".encode())
        for tell in self.moved:
            tell()

    def seconds_until(self, wall_time: str) -> int:
        """Whole seconds to the next such time of day ("08:00") in Seoul; a day when it is that time now."""
        hour, minute = (int(part) for part in wall_time.split(":"))
        now = self.now().astimezone(SEOUL)
        there = datetime.combine(now.date(), time(hour, minute), SEOUL)
        if there <= now:
            there += timedelta(days=1)
        return math.ceil((there - now).total_seconds())


def _read_shift(file: Path | None) -> int:
    if file is None or not file.exists():
        return 0
    text = file.read_text(encoding="utf-8").strip()
    return int(text) if text.removeprefix("-").isdecimal() else 0
