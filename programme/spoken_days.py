"""Days as people say them: "내일", "모레", "금요일", "다음 주 월요일", "tomorrow", "friday". Pure."""

import re
from datetime import date, timedelta

from programme.clock_text import TIME

_DAYS = {"오늘": 0, "today": 0, "내일": 1, "tomorrow": 1, "모레": 2, "day after tomorrow": 2, "글피": 3}
_KOREAN = "월화수목금토일"
_ENGLISH = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORTEST = 3  # letters of an English weekday
_NEXT_WEEK = re.compile(r"^(?:다음\s*주|next\s+week)\s*")
_SPLIT = re.compile(rf"(?P<day>.*?)[\s,]*(?:\bat\s+)?(?P<time>{TIME})\s*(?:에|쯤)?\s*\.?", re.IGNORECASE)


def day_and_time(typed: str) -> tuple[str, str] | None:
    """What is said before a time, perhaps nothing, and the time; None where no time is said."""
    found = _SPLIT.fullmatch(typed)
    return (found["day"].strip(), found["time"]) if found is not None else None


def spoken_day(typed: str, today: date) -> date | None:
    """`typed`: lower case. A weekday is the next one to come, today among them."""
    if typed in _DAYS:
        return today + timedelta(days=_DAYS[typed])
    rest = _NEXT_WEEK.sub("", typed)
    weekday = _weekday(rest)
    if weekday is None:
        return None
    if rest != typed:
        return today - timedelta(days=today.weekday()) + timedelta(days=7 + weekday)
    return today + timedelta(days=(weekday - today.weekday()) % 7)


def _weekday(typed: str) -> int | None:
    """0: Monday."""
    if re.fullmatch(rf"[{_KOREAN}]요일", typed):
        return _KOREAN.index(typed[0])
    short = typed.rstrip(".")
    found = [number for number, name in enumerate(_ENGLISH) if len(short) >= _SHORTEST and name.startswith(short)]
    return found[0] if found else None
