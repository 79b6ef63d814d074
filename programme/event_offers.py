"""How long a seat that became free is held for whoever waits: a day, less when the event is near, and never by night."""

from datetime import datetime, timedelta

from programme.quiet_hours import may_go_at

LONGEST = timedelta(hours=24)
SHORTEST = timedelta(hours=1)
LEAST_TO_ANSWER = timedelta(minutes=30)  # less is no offer: nobody is told of it so late
LEAST_BEFORE = timedelta(hours=2)  # an offer ends so long before the event begins
_PART = 4  # of the time that is left, at most this part


def last_offer_ends(starts_at: datetime) -> datetime:
    """From then on a free seat goes to whoever asks first."""
    return starts_at - LEAST_BEFORE


def held_until(now: datetime, starts_at: datetime) -> datetime | None:
    """None: too late to hold it for anybody."""
    heard = may_go_at(now)
    last = last_offer_ends(starts_at)
    if last - heard < SHORTEST:
        return None
    ends = heard + max(min(LONGEST, (last - heard) / _PART), SHORTEST)
    by_day = may_go_at(ends)
    return min(ends if by_day == ends else by_day + SHORTEST, last)
