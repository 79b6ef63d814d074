"""When a member is reminded of a session: the day before, while it can still be moved, and an hour before; never by night."""

from datetime import datetime, time, timedelta

from programme.quiet_hours import went_before
from programme.seoul import SEOUL

_HOUR = timedelta(hours=1)
_MORNING = time(9)


def day_before(starts_at: datetime, change_until: timedelta) -> datetime:
    """At nine, or an hour before the time to change it ends; with a long notice not earlier than the evening before that day."""
    morning = datetime.combine(starts_at.astimezone(SEOUL).date() - timedelta(days=1), _MORNING, SEOUL).astimezone(starts_at.tzinfo)
    evening = morning - timedelta(hours=13)
    return went_before(max(evening, min(morning, starts_at - change_until - _HOUR)))


def hour_before(starts_at: datetime) -> datetime:
    return went_before(starts_at - _HOUR)
