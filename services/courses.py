"""Courses: who completed one, and the certificate of it. Issued by the office through the bot, for whoever was at enough dates."""

from dataclasses import dataclass

from programme.courses import is_complete, minutes, needed
from programme.event_kinds import EventKind
from programme.events import Answer, EventState
from services.course_letters import ready_key
from storage import attendance, course_certificates, event_dates, events, owners, registrations
from storage.audit import AuditRow
from storage.course_certificates import CourseCertificate
from storage.event_dates import EventDate
from storage.events import Event
from storage.registrations import Registration
from storage.work import Conflict, Work


@dataclass(frozen=True, slots=True, kw_only=True)
class MyCourse:
    """`dates`: all of them; `attended`: those at which the person was, as far as a certificate counts them.

    `known_name`: as they registered it, None without.
    """

    event: Event
    registration: Registration
    dates: tuple[EventDate, ...]
    attended: tuple[EventDate, ...]
    is_over: bool
    certificate: CourseCertificate | None
    known_name: str | None

    @property
    def is_complete(self) -> bool:
        return is_complete(len(self.attended), len(self.dates))

    @property
    def needed(self) -> int:
        return needed(len(self.dates))


@dataclass(frozen=True, slots=True)
class NoCourse:
    """No course, or they were never in it."""


async def course_of(work: Work, person: int, number: int) -> MyCourse | NoCourse:
    event = await events.find(work.connection, number)
    theirs = await registrations.of_person(work.connection, number, person)
    if event is None or theirs is None or event.kind is not EventKind.COURSE or event.state is not EventState.PUBLISHED:
        return NoCourse()
    dates = await event_dates.of_event(work.connection, number)
    there = await attendance.dates_of(work.connection, theirs.id)
    owner = await owners.find(work.connection, person)
    paper = await course_certificates.of_registration(work.connection, theirs.id)
    until = paper.issued_at if paper is not None else work.now  # what is written down later does not change the paper
    return MyCourse(
        event=event,
        registration=theirs,
        dates=tuple(dates),
        attended=tuple(date for date in dates if date.id in there and there[date.id] <= until),
        is_over=work.now >= event.ends_at,
        certificate=paper,
        known_name=owner.name if owner is not None else None,
    )


@dataclass(frozen=True, kw_only=True)
class CourseOf:
    person: int
    event: int | None

    async def __call__(self, work: Work) -> MyCourse | NoCourse:
        return await course_of(work, self.person, self.event) if self.event is not None else NoCourse()


@dataclass(frozen=True, kw_only=True)
class MyCourses:
    """Those the person comes or came to, the latest first."""

    person: int

    async def __call__(self, work: Work) -> tuple[MyCourse, ...]:
        theirs = await registrations.all_of_person(work.connection, self.person, tuple(Answer))
        found = [await course_of(work, self.person, one.event) for one in theirs]
        mine = [one for one in found if isinstance(one, MyCourse) and (one.attended or one.registration.answer is Answer.COMING)]
        return tuple(sorted(mine, key=lambda one: one.event.starts_at, reverse=True))


@dataclass(frozen=True, slots=True)
class Issued:
    """Now, or before: then it is the same one again."""

    course: MyCourse
    certificate: CourseCertificate


@dataclass(frozen=True, slots=True)
class NotOver:
    course: MyCourse


@dataclass(frozen=True, slots=True)
class NotComplete:
    course: MyCourse


@dataclass(frozen=True, kw_only=True)
class IssueCertificate:
    """`name`: for who is not registered with a name."""

    by: int
    event: int
    name: str = ""

    async def __call__(self, work: Work) -> Issued | NotOver | NotComplete | NoCourse:
        outcome = await self._outcome(work)
        on = f"course_certificate:{outcome.certificate.id}" if isinstance(outcome, Issued) else f"event:{self.event}"
        work.note(AuditRow(who=self.by, did="IssueCertificate", on=on, outcome=type(outcome).__name__))
        return outcome

    async def _outcome(self, work: Work) -> Issued | NotOver | NotComplete | NoCourse:
        """Under the event's lock, so that nobody takes a date back meanwhile."""
        await events.lock(work.connection, self.event)
        course = await course_of(work, self.by, self.event)
        if isinstance(course, NoCourse):
            return course
        if course.certificate is not None:
            return Issued(course, course.certificate)
        if not course.is_over:
            return NotOver(course)
        return await self._issued(work, course) if course.is_complete else NotComplete(course)

    async def _issued(self, work: Work, course: MyCourse) -> Issued | NoCourse:
        number = course.registration.id
        try:
            async with work.savepoint():
                await course_certificates.keep(
                    work.connection,
                    registration=number,
                    name=course.known_name or self.name,
                    attended=len(course.attended),
                    dates=len(course.dates),
                    minutes=minutes(course.attended),
                    now=work.now,
                )
        except Conflict:
            pass  # a second tap was faster: it is that one
        await work.withdraw(ready_key(number))
        made = await course_certificates.of_registration(work.connection, number)
        return Issued(course, made) if made is not None else NoCourse()
