"""Reading a day that is said from today on: "내일", "모레", "다음 주 화요일", "tomorrow", "next tuesday"."""

import re
from datetime import date, timedelta

WEEKDAYS = "월화수목금토일"
_ENGLISH = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_SAID = {"오늘": 0, "내일": 1, "모레": 2, "글피": 3, "today": 0, "tomorrow": 1}
_KOREAN_WEEKDAY = re.compile(rf"^(이번\s*주|다다음\s*주|다음\s*주)?\s*([{WEEKDAYS}])요일$")
_ENGLISH_WEEKDAY = re.compile(rf"^(?:(this|next)\s+)?({'|'.join(_ENGLISH)})(?:s|nes|rs|ur)?(?:day)?$")
_WEEKS = {"이번주": 0, "다음주": 1, "다다음주": 2, "this": 0, "next": 1}
_NAMED_TOO = re.compile(rf"\s*(?:\([{WEEKDAYS}]\)|[{WEEKDAYS}]요일)$")  # "3월 12일(목)"


def day_said(typed: str, today: date) -> date | None:
    """A weekday without a week is the next one to come, from tomorrow on."""
    plain = " ".join(typed.split()).casefold()
    if plain in _SAID:
        return today + timedelta(days=_SAID[plain])
    if found := _KOREAN_WEEKDAY.match(plain):
        return _weekday(WEEKDAYS.index(found[2]), found[1], today)
    if found := _ENGLISH_WEEKDAY.match(plain):
        return _weekday(_ENGLISH.index(found[2]), found[1], today)
    return None


def _weekday(weekday: int, week: str | None, today: date) -> date:
    if week is None:
        return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
    monday = today - timedelta(days=today.weekday())
    return monday + timedelta(days=weekday, weeks=_WEEKS["".join(week.split())])


def without_weekday(typed: str) -> str:
    """A date with the weekday taken away that was written behind it."""
    return _NAMED_TOO.sub("", typed)


def ends_a_day(letter: str) -> bool:
    """Whether hours may follow it without a blank: "12일2시", "(목)2시"."""
    return letter in "일)"
