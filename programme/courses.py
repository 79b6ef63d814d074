"""When somebody has completed a course, and for how long they were there."""

from collections.abc import Iterable
from datetime import timedelta

from programme.check_in import Dated

ENOUGH = 80
"""Per cent of a course's dates that make it complete: the mark at which public vocational courses in Korea are commonly completed
(수료 기준 출석률 80 %). The programme's own notices name none. Counted in dates, not in minutes, because nobody is checked out."""


def needed(dates: int) -> int:
    """At how many of so many dates one has to be."""
    return -(-dates * ENOUGH // 100)


def is_complete(attended: int, dates: int) -> bool:
    return dates > 0 and attended >= needed(dates)


def minutes(attended: Iterable[Dated]) -> int:
    """How long these dates took by the plan."""
    return int(sum((one.ends_at - one.starts_at for one in attended), timedelta()).total_seconds()) // 60
