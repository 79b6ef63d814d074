"""What waits for somebody of the office: how much is shown at once, and when the morning's letter goes. Pure."""

from datetime import date, datetime, time

from programme.seoul import SEOUL

PAGE = 5
MOST_PAGES = 40  # beyond that, the lists of each kind
MORNING = time(8, 30)
LATEST = time(10)  # a letter of the morning is none at noon
SATURDAY = 5


def is_morning(now: datetime) -> bool:
    return MORNING <= now.astimezone(SEOUL).time() < LATEST


def is_working_day(day: date, *, holiday: bool) -> bool:
    return day.weekday() < SATURDAY and not holiday
