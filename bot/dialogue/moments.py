"""Reading a day and a time the way people type them: "내일 오전 10시", "3월 5일 14:30", "tomorrow 10am", "15:00". In Seoul's time."""

import re
import unicodedata
from datetime import date, datetime, time, timedelta

from bot.dialogue.dates import parse_date
from programme.clock_text import TIME, NotATime, time_of
from programme.seoul import SEOUL, seoul_day

_SPLIT = re.compile(rf"(?P<day>.*?)[\s,]*(?:\bat\s+)?(?P<time>{TIME})\s*(?:에|쯤)?\s*\.?", re.IGNORECASE)
_DAYS = {"오늘": 0, "today": 0, "내일": 1, "tomorrow": 1, "모레": 2, "day after tomorrow": 2, "글피": 3}
_WEEKDAYS = ("월화수목금토일", ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
_NEXT_WEEK = re.compile(r"^(?:다음\s*주|next\s+week)\s*")
_WHOLE_DAY = 24 * 60


def parse_moment(text: str, now: datetime) -> datetime | None:
    """Aware; a time without a day is the next one to come. None for what is no time."""
    typed = unicodedata.normalize("NFKC", text).casefold().strip()
    found = _SPLIT.fullmatch(typed)
    minutes = time_of(found["time"]) if found is not None else NotATime.NO_SUCH
    if found is None or isinstance(minutes, NotATime) or minutes >= _WHOLE_DAY:
        return None
    today = seoul_day(now)
    if not found["day"].strip():
        at = _at(today, minutes)
        return at if at > now else _at(today + timedelta(days=1), minutes)
    day = _day(found["day"].strip(), today)
    return _at(day, minutes) if day is not None else None


def _at(day: date, minutes: int) -> datetime:
    return datetime.combine(day, time(minutes // 60, minutes % 60), SEOUL)


def _day(typed: str, today: date) -> date | None:
    if typed in _DAYS:
        return today + timedelta(days=_DAYS[typed])
    rest = _NEXT_WEEK.sub("", typed)
    weekday = _weekday(rest)
    if weekday is None:
        return parse_date(typed, today)
    if rest != typed:
        return today - timedelta(days=today.weekday()) + timedelta(days=7 + weekday)
    return today + timedelta(days=(weekday - today.weekday()) % 7)


def _weekday(typed: str) -> int | None:
    """0: Monday."""
    korean, english = _WEEKDAYS
    if re.fullmatch(rf"[{korean}]요일", typed):
        return korean.index(typed[0])
    short = typed.rstrip(".")
    found = [number for number, name in enumerate(english) if len(short) > 2 and name.startswith(short)]  # noqa: PLR2004
    return found[0] if found else None
