"""Nobody is woken: what the bot says of itself waits from 21:00 to 08:00 in Seoul."""

from datetime import datetime, time, timedelta

from programme.seoul import SEOUL

BEGINS, ENDS = time(21), time(8)
_EVENING = time(20)


def may_go_at(now: datetime) -> datetime:
    """`now` (aware) by day; by night the next morning's eight o'clock, UTC-comparable."""
    local = now.astimezone(SEOUL)
    if ENDS <= local.time() < BEGINS:
        return now
    day = local.date() + timedelta(days=1 if local.time() >= BEGINS else 0)
    return datetime.combine(day, ENDS, SEOUL).astimezone(now.tzinfo)


def is_night(now: datetime) -> bool:
    return may_go_at(now) > now


def went_before(moment: datetime) -> datetime:
    """`moment` by day; by night eight o'clock of the evening before it, for what would come too late in the morning."""
    local = moment.astimezone(SEOUL)
    if ENDS <= local.time() < BEGINS:
        return moment
    day = local.date() - timedelta(days=1 if local.time() < ENDS else 0)
    return datetime.combine(day, _EVENING, SEOUL).astimezone(moment.tzinfo)
