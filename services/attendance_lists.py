"""The list of one date: who comes and who is here, a page at a time or searched by name; and taking a check-in back."""

from dataclasses import dataclass

from programme.check_in import When, date_meant, when
from programme.events import EventState
from services.check_in import Counts, counts_of
from services.coordinators import Forbidden, may_answer, may_read
from services.event_dates import NoSuchDate
from services.event_reach import date_at_the_door
from services.pages import within
from storage import attendance, attendees, course_certificates, event_dates, events, registrations
from storage.attendees import Attendee
from storage.audit import AuditRow
from storage.event_dates import EventDate
from storage.events import Event
from storage.work import Work

PAGE = 8
MOST_FOUND = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class DateList:
    """`moment`: TOO_LATE once nothing can be corrected any more."""

    event: Event
    date: EventDate
    dates: tuple[EventDate, ...]  # of the event
    moment: When
    counts: Counts
    attendees: tuple[Attendee, ...]
    page: int  # from 0
    more: bool
    reads: bool  # who looks at it may also take it as a sheet,
    coordinates: bool  # and see who completed the course


@dataclass(frozen=True, kw_only=True)
class ListOfDate:
    by: int
    date: int
    page: int = 0

    async def __call__(self, work: Work) -> DateList | NoSuchDate | Forbidden:
        found = await _at_the_door(work, self.by, self.date)
        if not isinstance(found, tuple):
            return found
        event, date = found
        page = within(self.page, sum((await registrations.counts(work.connection, event.id)).values()), PAGE)
        there = await attendees.of_date(work.connection, event.id, date.id, limit=PAGE + 1, offset=page * PAGE)
        return DateList(
            event=event,
            date=date,
            dates=tuple(await event_dates.of_event(work.connection, event.id)),
            moment=when(date, work.now, corrections=True),
            counts=await counts_of(work, event.id, date.id),
            attendees=tuple(there[:PAGE]),
            page=page,
            more=len(there) > PAGE,
            reads=await may_read(work, self.by),
            coordinates=await may_answer(work, self.by),
        )


@dataclass(frozen=True, kw_only=True)
class ListOfEvent:
    """Of its date that is on; else of the next one, or the last."""

    by: int
    event: int

    async def __call__(self, work: Work) -> DateList | NoSuchDate | Forbidden:
        date = date_meant(await event_dates.of_event(work.connection, self.event), work.now)
        return await ListOfDate(by=self.by, date=date.id if date is not None else 0)(work)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Those of the list whom the words fit. `more`: not all of them are shown."""

    event: Event
    date: EventDate
    attendees: tuple[Attendee, ...]
    more: bool


@dataclass(frozen=True, kw_only=True)
class SearchList:
    """By a part of the name or of the shop. Names lie sealed, so all of them are opened for it."""

    by: int
    date: int
    wanted: str = ""

    async def __call__(self, work: Work) -> Found | NoSuchDate | Forbidden:
        found = await _at_the_door(work, self.by, self.date)
        if not isinstance(found, tuple):
            return found
        event, date = found
        wanted = _plain(self.wanted)
        everybody = await attendees.of_date(work.connection, event.id, date.id) if wanted else []
        fitting = [one for one in everybody if wanted in _plain(one.name) or wanted in _plain(one.shop)]
        return Found(event=event, date=date, attendees=tuple(fitting[:MOST_FOUND]), more=len(fitting) > MOST_FOUND)


def _plain(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


async def _at_the_door(work: Work, by: int, date: int) -> tuple[Event, EventDate] | NoSuchDate | Forbidden:
    """The list of an event that was cancelled can still be read."""
    return await date_at_the_door(work, by, date, (EventState.PUBLISHED, EventState.CANCELLED))


@dataclass(frozen=True, kw_only=True)
class OneAttendee:
    """For the question whether a check-in is to be taken back."""

    by: int
    date: int
    registration: int

    async def __call__(self, work: Work) -> Attendee | NoSuchDate | Forbidden:
        found = await _at_the_door(work, self.by, self.date)
        if not isinstance(found, tuple):
            return found
        registration = await registrations.find(work.connection, self.registration)
        if registration is None or registration.event != found[0].id:
            return NoSuchDate()
        return await attendees.of_registration(work.connection, self.registration, self.date) or NoSuchDate()


@dataclass(frozen=True, slots=True)
class TakenBack:
    attendee: Attendee


@dataclass(frozen=True, slots=True)
class WasNotIn:
    """Taken back already."""


@dataclass(frozen=True, slots=True)
class Certified:
    """A certificate counts on it."""

    number: int


@dataclass(frozen=True, slots=True)
class Settled:
    """Too long ago."""


@dataclass(frozen=True, kw_only=True)
class TakeBack:
    """They were not there after all."""

    by: int
    date: int
    registration: int

    async def __call__(self, work: Work) -> TakenBack | WasNotIn | Certified | Settled | NoSuchDate | Forbidden:
        outcome = await self._outcome(work)
        work.note(AuditRow(who=self.by, did="TakeBack", on=f"registration:{self.registration}", outcome=type(outcome).__name__))
        return outcome

    async def _outcome(self, work: Work) -> TakenBack | WasNotIn | Certified | Settled | NoSuchDate | Forbidden:
        found = await OneAttendee(by=self.by, date=self.date, registration=self.registration)(work)
        if not isinstance(found, Attendee):
            return found
        return await self._taken_back(work, found)

    async def _taken_back(self, work: Work, attendee: Attendee) -> TakenBack | WasNotIn | Certified | Settled | NoSuchDate:
        """Under the event's lock, so that no certificate is issued meanwhile."""
        date = await event_dates.find(work.connection, self.date)
        if date is None or await events.lock(work.connection, date.event) is None:
            return NoSuchDate()
        if when(date, work.now, corrections=True) is When.TOO_LATE:
            return Settled()
        paper = await course_certificates.of_registration(work.connection, self.registration)
        if paper is not None:
            return Certified(paper.id)
        return TakenBack(attendee) if await attendance.take_back(work.connection, self.date, self.registration) else WasNotIn()
