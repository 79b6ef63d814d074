"""Who completed a course, for a coordinator."""

from collections.abc import Sequence
from dataclasses import dataclass

from programme.courses import is_complete, needed
from programme.event_kinds import EventKind
from programme.events import Answer
from programme.rights import Right
from services.coordinators import Forbidden
from services.courses import NoCourse
from services.event_reach import event_with_people
from services.pages import within
from storage import attendance, attendees, course_certificates, event_dates
from storage.attendees import Attendee
from storage.event_dates import EventDate
from storage.events import Event
from storage.work import Work

PAGE = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Completion:
    attendee: Attendee
    attended: int
    certificate: int | None  # its number


@dataclass(frozen=True, slots=True, kw_only=True)
class Completions:
    """Of one course, for a coordinator: who was at the most dates comes first."""

    event: Event
    dates: int
    needed: int
    complete: int
    people: tuple[Completion, ...]
    page: int  # from 0
    more: bool


@dataclass(frozen=True, kw_only=True)
class WhoCompleted:
    by: int
    event: int
    page: int = 0

    async def __call__(self, work: Work) -> Completions | NoCourse | Forbidden:
        event = await event_with_people(work, self.by, Right.COORDINATE, self.event)
        if isinstance(event, Forbidden):
            return event
        dates = await event_dates.of_event(work.connection, self.event)
        if not isinstance(event, Event) or not dates or event.kind is not EventKind.COURSE:
            return NoCourse()
        everybody = await completions(work, event, dates)
        page = within(self.page, len(everybody), PAGE)
        return Completions(
            event=event,
            dates=len(dates),
            needed=needed(len(dates)),
            complete=sum(is_complete(one.attended, len(dates)) for one in everybody),
            people=everybody[page * PAGE : (page + 1) * PAGE],
            page=page,
            more=len(everybody) > (page + 1) * PAGE,
        )


async def completions(work: Work, event: Event, dates: Sequence[EventDate]) -> tuple[Completion, ...]:
    """Of everybody who was there or comes."""
    there = await attendees.of_date(work.connection, event.id, dates[0].id)
    numbers = [one.registration for one in there]
    often = await attendance.often(work.connection, event.id)
    papers = await course_certificates.of_registrations(work.connection, numbers)
    people = [
        Completion(
            attendee=one,
            attended=often.get(one.registration, 0),
            certificate=papers[one.registration].id if one.registration in papers else None,
        )
        for one in there
        if one.answer is Answer.COMING or one.registration in often
    ]
    return tuple(sorted(people, key=lambda one: -one.attended))
