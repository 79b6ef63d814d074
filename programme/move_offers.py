"""Until when somebody is asked to choose another time for a session that their consultant can no longer give as booked."""

from datetime import datetime, timedelta

THINKING = timedelta(days=3)
BEFORE_START = timedelta(hours=24)  # so long before the session a person takes over


def answer_by(now: datetime, starts_at: datetime) -> datetime:
    """Three days, ending a day before the session; where it is nearer than that, half of what is left."""
    return min(now + THINKING, max(starts_at - BEFORE_START, now + (starts_at - now) / 2))
