"""Reading a day with its hours the way people say it: "12 March 14:00-16:00", "next Tuesday 10-12", "tomorrow 2pm", and the same in Korean.

Where only the beginning is said, two hours are meant; whoever asked shows how it was understood.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from bot.dialogue.dates import parse_date
from programme.clock_text import NotATime, span_of, time_of
from programme.day_hours import DAY
from programme.day_text import day_said, ends_a_day, without_weekday
from programme.seoul import from_seoul

USUAL = 120  # minutes
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
    return day_said(plain, today) or parse_date(plain, today) or parse_date(without_weekday(plain), today) or _without_year(plain, today)


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
        if text[at] == " " or ends_a_day(text[at - 1]):
            day = parse_day(text[:at], today)
            if day is not None:
                yield day, text[at:].strip()


def _at(day: date, minutes: int) -> datetime:
    return from_seoul(datetime.combine(day, time())) + timedelta(minutes=minutes)
