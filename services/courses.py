"""Courses: who completed one, and the certificate of it. Issued by the office through the bot, for whoever was at enough dates."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from programme.courses import is_complete, minutes, needed
from programme.event_kinds import EventKind
from programme.events import Answer, EventState
from services.chores import chore, one_by_one
from services.coordinators import Forbidden, may_answer
from services.course_letters import post_ready
from services.office import Office
from services.pages import within
from storage import attendance, attendees, course_certificates, course_ends, event_dates, events, owners, registrations
from storage.attendees import Attendee
from storage.audit import AuditRow
from storage.course_certificates import CourseCertificate
from storage.event_dates import EventDate
from storage.events import Event
from storage.registrations import Registration
from storage.work import Conflict, Work

PAGE = 8
AT_ONCE = 20  # courses a tick


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
        await work.withdraw(f"event_course_done:{number}")
        made = await course_certificates.of_registration(work.connection, number)
        return Issued(course, made) if made is not None else NoCourse()


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
        if not await may_answer(work, self.by):
            return Forbidden()
        event = await events.find(work.connection, self.event)
        dates = await event_dates.of_event(work.connection, self.event)
        if event is None or not dates or event.kind is not EventKind.COURSE:
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


@dataclass(frozen=True, kw_only=True)
class EndCourse:
    """Tells everybody who was at enough dates that the certificate is ready; once."""

    event: int

    async def __call__(self, work: Work) -> int | None:
        """How many; None when somebody else has."""
        event = await events.lock(work.connection, self.event)
        if event is None or event.ends_at > work.now or not await course_ends.keep(work.connection, self.event, work.now):
            return None
        told = await self._tell(work, event)
        work.note(AuditRow(who=None, did="EndCourse", on=f"event:{self.event}", outcome="Told"))
        return told

    async def _tell(self, work: Work, event: Event) -> int:
        dates = len(await event_dates.of_event(work.connection, self.event))
        often = await attendance.often(work.connection, self.event)
        complete = {number: attended for number, attended in often.items() if is_complete(attended, dates)}
        for number, attended in complete.items():
            registration = await registrations.find(work.connection, number)
            assert registration is not None
            post_ready(work, event, registration, attended, dates)
        return len(complete)


@chore(timedelta(minutes=10))
async def end_courses(office: Office) -> None:
    async with office.store.reading() as connection:
        over = await course_ends.just_over(connection, office.clock.now(), limit=AT_ONCE)
    await one_by_one(office, {f"event:{number}": EndCourse(event=number) for number in over})
