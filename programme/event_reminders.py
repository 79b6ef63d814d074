"""When those who come are reminded of an event: the week, the day and two hours before, as its office chose; never by night.

A course reminds of each of its dates, of the first one also the week before. Where two reminders are due at once, as after the bot was
away for a day, only the nearest to the event is worth a message.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from programme.events import Reminder
from programme.quiet_hours import went_before
from programme.seoul import SEOUL

_MORNING = time(9)
_DAYS = {Reminder.WEEK: 7, Reminder.DAY: 1}
_HOURS = timedelta(hours=2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """`place`: of the date among those of the event, from 0."""

    place: int
    part: Reminder
    due: datetime


def due_at(part: Reminder, starts_at: datetime) -> datetime:
    if part is Reminder.HOURS:
        return went_before(starts_at - _HOURS)
    day = starts_at.astimezone(SEOUL).date() - timedelta(days=_DAYS[part])
    return datetime.combine(day, _MORNING, SEOUL).astimezone(starts_at.tzinfo)


def planned(parts: Collection[Reminder], starts: Sequence[datetime], now: datetime) -> list[Planned]:
    """Those that are not past. `starts`: of the dates, in their order."""
    found = [
        Planned(place=place, part=part, due=due_at(part, starts_at))
        for place, starts_at in enumerate(starts)
        for part in Reminder
        if part in parts and (place == 0 or part is not Reminder.WEEK)
    ]
    return [one for one in found if one.due > now]


def is_overtaken(part: Reminder, parts: Collection[Reminder], starts_at: datetime, now: datetime) -> bool:
    """The date has begun, or a nearer reminder of it is due by now."""
    nearer = list(Reminder)[list(Reminder).index(part) + 1 :]
    return now >= starts_at or any(one in parts and due_at(one, starts_at) <= now for one in nearer)
