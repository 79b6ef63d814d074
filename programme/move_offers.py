"""Until when somebody is asked to choose another time for a session that their consultant can no longer give as booked."""

from datetime import datetime, timedelta

from programme.quiet_hours import may_go_at

THINKING = timedelta(days=3)
BEFORE_START = timedelta(hours=24)  # so long before the session a person takes over


def answer_by(now: datetime, starts_at: datetime) -> datetime | None:
    """Three days, ending a day before the session; where it is nearer than that, half of what is left.

    Counted from when they can be written to: nobody is woken. None: the session begins before that.
    """
    told = may_go_at(now)
    if told >= starts_at:
        return None
    return min(told + THINKING, max(starts_at - BEFORE_START, told + (starts_at - told) / 2))
