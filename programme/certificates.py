"""The micro enterprise certificate (소상공인확인서): it ends on a day, and is asked for when a consortium applies."""

from datetime import date, datetime, time, timedelta

from programme.seoul import from_seoul

REMIND_DAYS_BEFORE = (30, 7, 0)
REMIND_AT = time(9)  # in Seoul
YEARS_AHEAD = 5  # none is issued for longer: a later day is a slip of the finger


def last_possible_day(today: date) -> date:
    """The latest day a certificate can end, seen from `today`."""
    year = today.year + YEARS_AHEAD
    try:
        return today.replace(year=year)
    except ValueError:  # 29 February
        return date(year, 3, 1)


def reminders(expires: date) -> tuple[tuple[int, datetime], ...]:
    """Days before the end, and when the reminder is due (aware, UTC)."""
    return tuple((days, from_seoul(datetime.combine(expires - timedelta(days=days), REMIND_AT))) for days in REMIND_DAYS_BEFORE)
