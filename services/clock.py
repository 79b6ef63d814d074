"""Time, injected: nobody else asks the machine what time it is."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol


class Clock(Protocol):
    def now(self) -> datetime:
        """Aware, UTC."""
        ...


class SystemClock:
    def now(self) -> datetime:
        return datetime.now(UTC)


class ShiftedClock:
    """Real time plus the whole seconds written in a file, so that a demonstration can look at tomorrow.

    The file is read again when it changes; a missing or unreadable one means no shift.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._seen: tuple[int, int] | None = None
        self._shift = timedelta()

    def now(self) -> datetime:
        self._look()
        return datetime.now(UTC) + self._shift

    def _look(self) -> None:
        try:
            stat = self._file.stat()
            seen = (stat.st_mtime_ns, stat.st_size)
            if seen == self._seen:
                return
            shift = timedelta(seconds=int(self._file.read_text().strip() or 0))
            _ = datetime.now(UTC) + shift  # raises where the calendar ends
        except FileNotFoundError:
            self._seen, self._shift = None, timedelta()
        except (ValueError, OverflowError):
            return  # somebody is just writing it: keep the last one until it can be read
        else:
            self._seen, self._shift = seen, shift
