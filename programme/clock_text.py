"""Reading times of a day: "10", "10:30", "오후 2시 반", "2pm", "noon", and from when to when.

Half a day is guessed only where people never say it: a working day does not begin before seven ("2-6" is the afternoon), and
what would end before it starts ends in the afternoon ("9-6"). A leading zero means what it says: "05:00".
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from programme.day_hours import DAY, Span

STEP = 5  # minutes: what time is cut into
HALF = 12 * 60
_EARLIEST = 7 * 60  # a plain hour before that is meant for the afternoon
_AM, _PM = r"오전|아침|a\.?m\.?", r"오후|저녁|밤|p\.?m\.?"
_HALF = rf"(?:{_AM}|{_PM})"
_CLOCK = r"(?:\d{4}(?!\d)|\d{1,2}(?:[:.]\d{2}(?!\d)|\s*시(?:\s*\d{1,2}\s*분|\s*반)?)?)"
TIME = rf"(?:(?:{_HALF}\s*)?{_CLOCK}(?:\s*{_HALF})?|정오|noon|자정|midnight)"
TO = r"(?:[-\u2010-\u2015\u2212~\u301c]|부터|에서|to|until|till)"
_SPOKEN = {"정오": HALF, "noon": HALF}
_DIGITS = re.compile(r"(\d{1,2}?)(?:[:.]?(\d{2}))?(?:\s*시(?:\s*(\d{1,2})\s*분|\s*(반))?)?(?!\d)")


class NotATime(StrEnum):
    NO_SUCH = "no_such"
    NOT_FIVE = "not_five"


@dataclass(frozen=True, slots=True)
class _Time:
    """`open`: said without its half of the day, so that twelve hours later may be meant."""

    minutes: int
    open: bool
    is_pm: bool = False

    def later(self) -> "_Time":
        return _Time(self.minutes + HALF, open=False)


def time_of(typed: str) -> int | NotATime:
    """Minutes from midnight."""
    plain = unicodedata.normalize("NFKC", typed).casefold().strip()
    found = _read(plain) if re.fullmatch(TIME, plain) else NotATime.NO_SUCH
    return found if isinstance(found, NotATime) else _morning_or_not(found).minutes


def span_of(typed: str) -> Span | NotATime:
    """From when to when: "10-12", "오후 2시부터 6시", "9 to 6pm"."""
    split = re.fullmatch(rf"({TIME})\s*{TO}\s*({TIME})", typed.strip())
    if split is None:
        return NotATime.NO_SUCH
    starts, ends = _read(split[1]), _read(split[2])
    if isinstance(starts, NotATime):
        return starts
    if isinstance(ends, NotATime):
        return ends
    return _between(starts, ends)


def _between(starts: _Time, ends: _Time) -> Span | NotATime:
    if ends.is_pm and starts.open and starts.minutes + HALF < ends.minutes:
        starts = starts.later()  # 8-9pm
    starts = _morning_or_not(starts)
    if ends.minutes == 0:
        ends = _Time(DAY, open=False)  # until midnight
    elif ends.open and ends.minutes <= starts.minutes:
        ends = ends.later()
    return (starts.minutes, ends.minutes) if starts.minutes < ends.minutes <= DAY else NotATime.NO_SUCH


def _morning_or_not(time: _Time) -> _Time:
    return time.later() if time.open and time.minutes < _EARLIEST else time


def _read(typed: str) -> _Time | NotATime:
    if typed in _SPOKEN:
        return _Time(_SPOKEN[typed], open=False)
    if typed in {"자정", "midnight"}:
        return _Time(0, open=False)
    found = _DIGITS.search(typed)
    if found is None:
        return NotATime.NO_SUCH
    hour, minute = int(found[1]), 30 if found[4] else int(found[2] or found[3] or 0)
    if hour > 24 or minute >= 60 or hour * 60 + minute > DAY:  # noqa: PLR2004 - a clock's numbers
        return NotATime.NO_SUCH
    return NotATime.NOT_FIVE if minute % STEP else _placed(hour, minute, found[1], typed)


def _placed(hour: int, minute: int, digits: str, typed: str) -> _Time | NotATime:
    """In its half of the day."""
    minutes = hour * 60 + minute
    if re.search(_AM, typed):
        return NotATime.NO_SUCH if hour > 12 else _Time(minutes % HALF, open=False)  # noqa: PLR2004
    if re.search(_PM, typed):
        return _Time(minutes if hour > 12 else minutes % HALF + HALF, open=False, is_pm=True)  # noqa: PLR2004
    return _Time(minutes, open=1 <= hour <= 12 and not digits.startswith("0"))  # noqa: PLR2004
