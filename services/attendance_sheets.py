"""Who was there, for the office's files: the list of one event, and the figures of a year by kind of event."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from programme.event_kinds import EventKind
from programme.events import Answer, EventState
from programme.rights import Right
from programme.seoul import SEOUL, seoul_day
from services.coordinators import Forbidden, may_check_in, may_read
from services.event_dates import NoSuchDate
from services.event_reach import event_with_people
from storage import attendance, attendance_counts, attendees, event_dates, events, registrations
from storage.attendance import Attended
from storage.attendance_counts import Nameless
from storage.attendees import Attendee
from storage.audit import AuditRow
from storage.event_dates import EventDate
from storage.events import Event
from storage.work import Work

YEARS = range(2000, 2200)  # a forged one lies beyond what is kept


@dataclass(frozen=True, slots=True, kw_only=True)
class EventAttendance:
    """`came`: by date and registration."""

    event: Event
    dates: tuple[EventDate, ...]
    people: tuple[Attendee, ...]
    came: Mapping[tuple[int, int], Attended]
    nameless: Mapping[int, Nameless]


@dataclass(frozen=True, kw_only=True)
class ExportAttendance:
    """A deed, since it is written down who took it: it names people."""

    by: int
    event: int

    async def __call__(self, work: Work) -> EventAttendance | NoSuchDate | Forbidden:
        outcome = await self._outcome(work)
        work.note(AuditRow(who=self.by, did="ExportAttendance", on=f"event:{self.event}", outcome=type(outcome).__name__))
        return outcome

    async def _outcome(self, work: Work) -> EventAttendance | NoSuchDate | Forbidden:
        event = await event_with_people(work, self.by, Right.READ, self.event)
        if isinstance(event, Forbidden):
            return event
        dates = await event_dates.of_event(work.connection, self.event)
        if not isinstance(event, Event) or not dates or event.state is EventState.DRAFT:
            return NoSuchDate()
        numbers = [date.id for date in dates]
        came = await attendance.of_dates(work.connection, numbers)
        return EventAttendance(
            event=event,
            dates=tuple(dates),
            people=tuple(await attendees.of_date(work.connection, event.id, dates[0].id)),
            came={(one.date, one.registration): one for one in came},
            nameless=await attendance_counts.of_dates(work.connection, numbers),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class DateFigures:
    """Of one date that took place."""

    event: Event
    date: EventDate
    coming: int
    here: int
    guests: int
    nameless: int

    @property
    def people(self) -> int:
        return self.here + self.guests + self.nameless


@dataclass(frozen=True, slots=True, kw_only=True)
class KindFigures:
    kind: EventKind
    events: int
    dates: int
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Participation:
    year: int
    years: tuple[int, ...]  # the one before and the one after, where there may be something
    kinds: tuple[KindFigures, ...]
    dates: tuple[DateFigures, ...]
    checks_in: bool  # who looks at it also stands at doors

    @property
    def people(self) -> int:
        return sum(one.people for one in self.dates)


@dataclass(frozen=True, kw_only=True)
class ParticipationOf:
    """Of the dates that have begun. `year` 0: this one."""

    by: int
    year: int = 0

    async def __call__(self, work: Work) -> Participation | Forbidden:
        if not await may_read(work, self.by):
            return Forbidden()
        this = seoul_day(work.now).year
        year = self.year if self.year in YEARS else this
        dates = await _figures(work, year)
        checks_in = await may_check_in(work, self.by)
        return Participation(year=year, years=_neighbours(year, this), kinds=_by_kind(dates), dates=dates, checks_in=checks_in)


@dataclass(frozen=True, kw_only=True)
class ExportParticipation:
    by: int
    year: int

    async def __call__(self, work: Work) -> Participation | Forbidden:
        outcome = await ParticipationOf(by=self.by, year=self.year)(work)
        work.note(AuditRow(who=self.by, did="ExportParticipation", on=f"year:{self.year}", outcome=type(outcome).__name__))
        return outcome


def _neighbours(year: int, this: int) -> tuple[int, ...]:
    return (year - 1,) if year >= this else (year - 1, year + 1)


async def _figures(work: Work, year: int) -> tuple[DateFigures, ...]:
    since, until = (datetime(one, 1, 1, tzinfo=SEOUL).astimezone(UTC) for one in (year, year + 1))
    begun = await event_dates.between(work.connection, since, min(until, work.now))
    known = await events.of_ids(work.connection, {date.event for date in begun})
    held = [date for date in begun if known[date.event].state is EventState.PUBLISHED]
    numbers = [date.id for date in held]
    tally = await attendance.tally(work.connection, numbers)
    nameless = await attendance_counts.of_dates(work.connection, numbers)
    coming = {event: (await registrations.counts(work.connection, event)).get(Answer.COMING, 0) for event in {one.event for one in held}}
    return tuple(
        DateFigures(
            event=known[date.event],
            date=date,
            coming=coming[date.event],
            here=tally[date.id].here,
            guests=tally[date.id].guests,
            nameless=nameless[date.id].total,
        )
        for date in held
    )


def _by_kind(dates: Sequence[DateFigures]) -> tuple[KindFigures, ...]:
    """In the order of the kinds; those that were not held are left out."""
    grouped = {kind: [one for one in dates if one.event.kind is kind] for kind in EventKind}
    return tuple(
        KindFigures(kind=kind, events=len({one.event.id for one in those}), dates=len(those), people=sum(one.people for one in those))
        for kind, those in grouped.items()
        if those
    )
