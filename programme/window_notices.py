"""When people hear of a window: as it opens, 7, 3 and 1 days before it closes, and on its last day. Never late as if in time."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum

from programme.seoul import from_seoul, seoul_day

REMIND_AT, LAST_DAY_AT = time(10), time(9)  # in Seoul
LATEST = timedelta(days=1)  # so late a notice still goes, and tells the days that are truly left


class Occasion(StrEnum):
    OPENS = "opens"
    SEVEN_DAYS = "d7"
    THREE_DAYS = "d3"
    ONE_DAY = "d1"
    LAST_DAY = "d0"
    MOVED = "moved"
    RESULTS = "results"


BEFORE = {Occasion.SEVEN_DAYS: 7, Occasion.THREE_DAYS: 3, Occasion.ONE_DAY: 1, Occasion.LAST_DAY: 0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    occasion: Occasion
    at: datetime  # aware, UTC


def dues(opens: datetime, closes: datetime) -> tuple[Due, ...]:
    """In the order of time. Of a short window only what does not fall on the day it opens: nobody hears of it twice a day."""
    found = [Due(occasion=Occasion.OPENS, at=opens)]
    for occasion, days in BEFORE.items():
        day = seoul_day(closes) - timedelta(days=days)
        at = from_seoul(datetime.combine(day, REMIND_AT if days else LAST_DAY_AT))
        if day > seoul_day(opens) and at < closes:
            found.append(Due(occasion=occasion, at=at))
    return tuple(found)


def still_goes(due: datetime, closes: datetime, now: datetime) -> bool:
    """Whether a notice that was due then may go now: not after the window, and not when more than a day too late."""
    return now <= closes and now <= due + LATEST
