"""What waits about events: those of today, and those that are over without anybody having been noted as present."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from programme.check_in import CORRECTIONS
from programme.events import EventState
from programme.seoul import SEOUL, seoul_day
from services.event_reach import reaches
from services.event_titles import Title, title_of
from services.today import EVENTS_NOW, NOTHING, UNATTENDED, Desk, Waiting, for_today
from storage import event_dates, event_lists, events
from storage.work import Work

MOST_OVER = 200  # dates of a month


@dataclass(frozen=True, slots=True, kw_only=True)
class EventToday:
    date: int
    title: Title
    due: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class NobodyNoted:
    date: int
    title: Title
    due: datetime


@for_today(EVENTS_NOW, counts=False)
async def events_today(work: Work, desk: Desk, most: int) -> Waiting:
    """Those not over yet, for whoever stands at their doors."""
    if not desk.checks_in:
        return NOTHING
    begins = datetime.combine(seoul_day(work.now), datetime.min.time(), SEOUL).astimezone(work.now.tzinfo)
    today = await event_dates.between(work.connection, begins, begins + timedelta(days=1))
    known = await events.of_ids(work.connection, {one.event for one in today})
    mine = [
        one
        for one in today
        if one.ends_at > work.now and known[one.event].state is EventState.PUBLISHED and reaches(desk.checks_in, known[one.event])
    ]
    lines = [EventToday(date=one.id, title=title_of(known[one.event]), due=one.starts_at, ends_at=one.ends_at) for one in mine[:most]]
    return Waiting(len(mine), tuple(lines))


@for_today(UNATTENDED)
async def without_attendance(work: Work, desk: Desk, most: int) -> Waiting:
    """As long as it can still be put right."""
    if not desk.coordinates:
        return NOTHING
    found = await event_lists.without_attendance(work.connection, work.now - CORRECTIONS, work.now, limit=MOST_OVER)
    known = await events.of_ids(work.connection, {event for _, event, _ in found})
    mine = [one for one in found if reaches(desk.coordinates, known[one[1]])]
    lines = [NobodyNoted(date=date, title=title_of(known[event]), due=ended_at) for date, event, ended_at in mine[:most]]
    return Waiting(len(mine), tuple(lines))
