"""The door: whose date is on, the code in a person's chat, and which dates a coordinator can check people in at."""

from dataclasses import dataclass
from datetime import timedelta

from programme.check_in import CORRECTIONS, When, date_meant, when
from programme.events import Answer, EventState
from programme.rights import Right
from services.check_in import Counts, counts_of, open_dates_of
from services.coordinators import Forbidden, may_read, scopes
from services.event_reach import reaches
from services.pages import within
from storage import attendance, event_dates, events, registrations
from storage.event_dates import EventDate
from storage.events import Event
from storage.registrations import Registration
from storage.work import Work

PAGE = 8
AHEAD = timedelta(days=14)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pass:
    """What somebody shows at the door. `attended`: at how many of the dates they were."""

    event: Event
    dates: tuple[EventDate, ...]
    date: EventDate  # the one that is on, or comes next
    registration: Registration
    is_here: bool
    attended: int


@dataclass(frozen=True, slots=True)
class NoPass:
    """They do not come, it is cancelled, or it is over."""

    event: Event | None


@dataclass(frozen=True, kw_only=True)
class MyPass:
    person: int
    event: int

    async def __call__(self, work: Work) -> Pass | NoPass:
        event = await events.find(work.connection, self.event)
        theirs = await registrations.of_person(work.connection, self.event, self.person)
        if event is None or event.state is EventState.DRAFT:
            return NoPass(None)
        dates = await event_dates.of_event(work.connection, self.event)
        date = date_meant(dates, work.now)
        over = date is None or when(date, work.now) is When.TOO_LATE
        if date is None or over or theirs is None or theirs.answer is not Answer.COMING or event.state is EventState.CANCELLED:
            return NoPass(event)
        there = await attendance.dates_of(work.connection, theirs.id)
        return Pass(event=event, dates=tuple(dates), date=date, registration=theirs, is_here=date.id in there, attended=len(there))


@dataclass(frozen=True, slots=True, kw_only=True)
class DoorDate:
    event: Event
    date: EventDate
    moment: When
    counts: Counts


@dataclass(frozen=True, slots=True, kw_only=True)
class DoorDates:
    dates: tuple[DoorDate, ...]
    page: int  # from 0
    more: bool
    reads: bool  # the figures, too


@dataclass(frozen=True, kw_only=True)
class DatesAtTheDoor:
    """Those that their role reaches: what is on, then what is to come, then what can still be corrected, the latest first."""

    by: int
    page: int = 0

    async def __call__(self, work: Work) -> DoorDates | Forbidden:
        held = await scopes(work, self.by, Right.CHECK_IN)
        if not held:
            return Forbidden()
        near = await event_dates.between(work.connection, work.now - CORRECTIONS, work.now + AHEAD)
        known = await events.of_ids(work.connection, {date.event for date in near})
        there = [date for date in near if known[date.event].state is EventState.PUBLISHED and reaches(held, known[date.event])]
        there.sort(key=lambda date: _in_order(date, when(date, work.now), work))
        page = within(self.page, len(there), PAGE)
        shown = [await self._door(work, known[date.event], date) for date in there[page * PAGE : (page + 1) * PAGE]]
        more = len(there) > (page + 1) * PAGE
        return DoorDates(dates=tuple(shown), page=page, more=more, reads=await may_read(work, self.by))

    async def _door(self, work: Work, event: Event, date: EventDate) -> DoorDate:
        counts = await counts_of(work, event.id, date.id)
        return DoorDate(event=event, date=date, moment=when(date, work.now), counts=counts)


def _in_order(date: EventDate, moment: When, work: Work) -> tuple[int, float, int]:
    rank = {When.OPEN: 0, When.TOO_EARLY: 1, When.TOO_LATE: 2}[moment]
    away = abs((date.starts_at - work.now).total_seconds())
    return rank, away, date.id


@dataclass(frozen=True, kw_only=True)
class OpenDoors:
    """How many dates have their doors open now, for the front of the house. Of those that their role reaches; nothing for others."""

    by: int

    async def __call__(self, work: Work) -> int:
        return len(await open_dates_of(work, self.by))
