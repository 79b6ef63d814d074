"""Reading a day and a time the way people type them: a spoken day or a date, and a time of day. In Seoul's time."""

import unicodedata
from datetime import date, datetime, time, timedelta

from bot.dialogue.dates import parse_date
from programme.clock_text import NotATime, time_of
from programme.seoul import SEOUL, seoul_day
from programme.spoken_days import day_and_time, spoken_day

_WHOLE_DAY = 24 * 60


def parse_moment(text: str, now: datetime) -> datetime | None:
    """Aware; a time without a day is the next one to come. None for what is no time."""
    said = day_and_time(unicodedata.normalize("NFKC", text).casefold().strip())
    minutes = time_of(said[1]) if said is not None else NotATime.NO_SUCH
    if said is None or isinstance(minutes, NotATime) or minutes >= _WHOLE_DAY:
        return None
    today = seoul_day(now)
    if not said[0]:
        at = _at(today, minutes)
        return at if at > now else _at(today + timedelta(days=1), minutes)
    day = spoken_day(said[0], today) or parse_date(said[0], today)
    return _at(day, minutes) if day is not None else None


def _at(day: date, minutes: int) -> datetime:
    return datetime.combine(day, time(minutes // 60, minutes % 60), SEOUL)
