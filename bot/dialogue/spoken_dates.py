"""Reading a day with its hours the way people say it: "3월 12일 오후 2시~4시", "다음 주 화요일 10-12", "tomorrow 2pm".

Where only the beginning is said, two hours are meant; whoever asked shows how it was understood.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from bot.dialogue.dates import parse_date
from programme.clock_text import NotATime, span_of, time_of
from programme.day_hours import DAY
from programme.seoul import from_seoul

USUAL = 120  # minutes
WEEKDAYS = "월화수목금토일"
ENGLISH = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SAID = {"오늘": 0, "내일": 1, "모레": 2, "글피": 3, "today": 0, "tomorrow": 1}
_KOREAN_WEEKDAY = re.compile(rf"^(이번\s*주|다다음\s*주|다음\s*주)?\s*([{WEEKDAYS}])요일$")
_ENGLISH_WEEKDAY = re.compile(rf"^(?:(this|next)\s+)?({'|'.join(day[:3] for day in ENGLISH)})[a-z]*$")
_WEEKS = {"이번주": 0, "다음주": 1, "다다음주": 2, "this": 0, "next": 1}
_NAMED_TOO = re.compile(rf"\s*(?:\([{WEEKDAYS}]\)|[{WEEKDAYS}]요일)$")  # "3월 12일(목)"
_WITHOUT_YEAR = re.compile(r"^(\d{1,2}\s+[a-z]{3,9}|[a-z]{3,9}\s+\d{1,2})$")

Span = tuple[datetime, datetime]  # from, to


def parse_span(typed: str, today: date) -> Span | None:
    """A day and from when to when."""
    for day, rest in _split(typed, today):
        hours = span_of(rest)
        if isinstance(hours, NotATime):
            starts = time_of(rest)
            if isinstance(starts, NotATime):
                continue
            hours = (starts, min(starts + USUAL, DAY))
        if hours[0] < hours[1]:
            return _at(day, hours[0]), _at(day, hours[1])
    return None


def parse_moment(typed: str, today: date, usual: int) -> datetime | None:
    """A day and a time; `usual`: minutes from midnight that are meant by a day alone."""
    day = parse_day(typed, today)
    if day is not None:
        return _at(day, usual)
    for on, rest in _split(typed, today):
        found = time_of(rest)
        if not isinstance(found, NotATime):
            return _at(on, found)
    return None


def parse_day(typed: str, today: date) -> date | None:
    plain = " ".join(typed.split()).casefold().rstrip(",")
    if plain in _SAID:
        return today + timedelta(days=_SAID[plain])
    return _weekday(plain, today) or parse_date(plain, today) or parse_date(_NAMED_TOO.sub("", plain), today) or _without_year(plain, today)


def _weekday(plain: str, today: date) -> date | None:
    """Without a week it is the next one to come, from tomorrow on."""
    if found := _KOREAN_WEEKDAY.match(plain):
        weekday = WEEKDAYS.index(found[2])
    elif found := _ENGLISH_WEEKDAY.match(plain):
        weekday = [day[:3] for day in ENGLISH].index(found[2])
    else:
        return None
    if found[1] is None:
        return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
    monday = today - timedelta(days=today.weekday())
    return monday + timedelta(days=weekday, weeks=_WEEKS[found[1].replace(" ", "")])


def _without_year(plain: str, today: date) -> date | None:
    """The next 12 March to come."""
    if not _WITHOUT_YEAR.match(plain):
        return None
    first, second = plain.split()
    day, month = (first, second) if first.isdecimal() else (second, first)
    found = [parse_date(f"{day} {month} {year}", today) for year in (today.year, today.year + 1)]
    return next((one for one in found if one is not None and one >= today), None)


def _split(typed: str, today: date) -> Iterator[tuple[date, str]]:
    """Every way to read its beginning as a day, the longest beginning first."""
    text = " ".join(typed.split())
    for at in range(len(text) - 1, 0, -1):
        if text[at] == " " or text[at - 1] in "일)":
            day = parse_day(text[:at], today)
            if day is not None:
                yield day, text[at:].strip()


def _at(day: date, minutes: int) -> datetime:
    return from_seoul(datetime.combine(day, time())) + timedelta(minutes=minutes)
