"""A coordinator checks somebody in: by the code in that person's chat, or by name. The deed may be done twice without harm."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from programme.check_in import When, WhyNot, date_meant, when
from programme.event_kinds import EventKind
from programme.events import Answer, EventState
from programme.rights import Right
from services.coordinators import may_check_in, scopes
from services.course_letters import tell_if_complete
from services.event_reach import reaches, why_not_of
from storage import attendance, attendance_counts, attendees, event_dates, events, registrations
from storage.attendance import Attended, How
from storage.attendees import Attendee
from storage.audit import AuditRow
from storage.event_dates import EventDate
from storage.events import Event
from storage.registrations import Registration
from storage.work import Work

LONGEST_DATE = timedelta(days=1)

ANSWERS = {
    Answer.MAYBE: WhyNot.MAYBE,
    Answer.NOT_COMING: WhyNot.SAID_NO,
    Answer.WAITING: WhyNot.WAITING,
    Answer.OFFERED: WhyNot.OFFERED,
    Answer.LAPSED: WhyNot.NOT_REGISTERED,
}
"""What keeps somebody out who does not come for sure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Of one date. `guests`: whom those who are here said to bring; `nameless`: counted at the door, or forgotten since."""

    here: int
    coming: int
    guests: int
    nameless: int
    walk_ins: int

    @property
    def people(self) -> int:
        return self.here + self.guests + self.nameless


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedIn:
    """`walked_in`: they had not registered, and have a seat now."""

    event: Event
    date: EventDate
    attendee: Attendee
    counts: Counts
    walked_in: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AlreadyIn:
    """Since `attendee.at`."""

    event: Event
    date: EventDate
    attendee: Attendee
    counts: Counts


@dataclass(frozen=True, slots=True, kw_only=True)
class NotIn:
    """`other`: the event that is on instead, with the date and, where they are registered there, their registration."""

    why: WhyNot
    event: Event | None = None
    date: EventDate | None = None
    attendee: Attendee | None = None
    until: datetime | None = None  # of a pause
    other: Event | None = None
    other_date: EventDate | None = None
    other_registration: int | None = None
    own_code: bool = False  # somebody opened the code of their own chat
    code: str = ""  # of the other event's wall


@dataclass(frozen=True, kw_only=True)
class CheckIn:
    """By the code that a QR picture in somebody's chat holds."""

    by: int
    code: str

    async def __call__(self, work: Work) -> CheckedIn | AlreadyIn | NotIn:
        registration = await registrations.of_code(work.connection, self.code)
        outcome = await self._outcome(work, registration)
        note(work, self.by, "CheckIn", registration.id if registration is not None else None, outcome)
        return outcome

    async def _outcome(self, work: Work, registration: Registration | None) -> CheckedIn | AlreadyIn | NotIn:
        if not await may_check_in(work, self.by):
            return NotIn(why=WhyNot.NOT_A_COORDINATOR, own_code=registration is not None and registration.person == self.by)
        event = await events.find(work.connection, registration.event) if registration is not None else None
        date = date_meant(await event_dates.of_event(work.connection, event.id), work.now) if event is not None else None
        if registration is None or event is None or date is None:
            return NotIn(why=WhyNot.UNKNOWN)
        if await why_not_of(work, self.by, Right.CHECK_IN, event) is not None:
            return NotIn(why=WhyNot.OUT_OF_REACH)
        refused = await refusal(work, event, date, registration)
        if isinstance(refused, NotIn) and refused.why in {WhyNot.TOO_EARLY, WhyNot.TOO_LATE}:
            return await _or_another(work, self.by, refused, registration)
        return refused or await admit(work, event, date, registration.id, How.CODE, by=self.by)


@dataclass(frozen=True, kw_only=True)
class CheckInByName:
    """From the list. `anyway`: they do not come for sure, and the coordinator lets them in all the same."""

    by: int
    date: int
    registration: int
    anyway: bool = False

    async def __call__(self, work: Work) -> CheckedIn | AlreadyIn | NotIn:
        outcome = await self._outcome(work)
        note(work, self.by, "CheckInByName", self.registration, outcome)
        return outcome

    async def _outcome(self, work: Work) -> CheckedIn | AlreadyIn | NotIn:
        if not await may_check_in(work, self.by):
            return NotIn(why=WhyNot.NOT_A_COORDINATOR)
        date = await event_dates.find(work.connection, self.date)
        registration = await registrations.find(work.connection, self.registration)
        event = await events.find(work.connection, date.event) if date is not None else None
        if date is None or event is None or registration is None or registration.event != event.id:
            return NotIn(why=WhyNot.UNKNOWN)
        if await why_not_of(work, self.by, Right.CHECK_IN, event) is not None:
            return NotIn(why=WhyNot.OUT_OF_REACH)
        refused = await refusal(work, event, date, registration, corrections=True, anyway=self.anyway)
        return refused or await admit(work, event, date, registration.id, How.NAME, by=self.by)


async def refusal(
    work: Work, event: Event, date: EventDate, registration: Registration, *, corrections: bool = False, anyway: bool = False
) -> AlreadyIn | NotIn | None:
    """None: they may be checked in. Whoever is in stays in, whatever the time is."""
    attendee = await attendees.of_registration(work.connection, registration.id, date.id)
    if attendee is not None and attendee.at is not None:
        return AlreadyIn(event=event, date=date, attendee=attendee, counts=await counts_of(work, event.id, date.id))
    why = _why(event, date, registration, work.now, corrections=corrections, anyway=anyway)
    return NotIn(why=why, event=event, date=date, attendee=attendee) if why is not None else None


def _why(event: Event, date: EventDate, registration: Registration, now: datetime, *, corrections: bool, anyway: bool) -> WhyNot | None:
    if event.state is EventState.CANCELLED:
        return WhyNot.CANCELLED
    moment = when(date, now, corrections=corrections)
    if moment is not When.OPEN:
        return WhyNot.TOO_EARLY if moment is When.TOO_EARLY else WhyNot.TOO_LATE
    return None if anyway else ANSWERS.get(registration.answer)


async def admit(
    work: Work, event: Event, date: EventDate, registration: int, how: How, *, by: int | None = None, walked_in: bool = False
) -> CheckedIn | AlreadyIn:
    """Of several at once one writes it down; the others read what was written. A course is locked: it may be ending just now."""
    if event.kind is EventKind.COURSE:
        await events.lock(work.connection, event.id)
    new = await attendance.keep(work.connection, Attended(date=date.id, registration=registration, at=work.now, how=how, by=by))
    attendee = await attendees.of_registration(work.connection, registration, date.id)
    assert attendee is not None
    if not new and attendee.at is None:  # taken back in this very instant: they are written down again
        return await admit(work, event, date, registration, how, by=by, walked_in=walked_in)
    counts = await counts_of(work, event.id, date.id)
    if not new:
        return AlreadyIn(event=event, date=date, attendee=attendee, counts=counts)
    await tell_if_complete(work, event, registration)
    return CheckedIn(event=event, date=date, attendee=attendee, counts=counts, walked_in=walked_in)


async def _or_another(work: Work, by: int, refused: NotIn, registration: Registration) -> NotIn:
    """Not now: perhaps another event is on, and it is that one they have come to."""
    for date in await open_dates_of(work, by):
        other = await events.find(work.connection, date.event)
        if other is None or other.id == registration.event:
            continue
        theirs = await registrations.of_person(work.connection, other.id, registration.person)
        number = theirs.id if theirs is not None else None
        return replace(refused, why=WhyNot.OTHER_EVENT, other=other, other_date=date, other_registration=number)
    return refused


async def open_dates_of(work: Work, by: int) -> list[EventDate]:
    """Those at whose doors this person of the office stands."""
    held = await scopes(work, by, Right.CHECK_IN)
    there = await open_dates(work) if held else []
    known = await events.of_ids(work.connection, {date.event for date in there})
    return [date for date in there if reaches(held, known[date.event])]


async def open_dates(work: Work) -> list[EventDate]:
    """Of published events, whose doors are open now."""
    near = await event_dates.between(work.connection, work.now - LONGEST_DATE, work.now + LONGEST_DATE)
    known = await events.of_ids(work.connection, {date.event for date in near})
    held = {number for number, event in known.items() if event.state is EventState.PUBLISHED}
    return [date for date in near if date.event in held and when(date, work.now) is When.OPEN]


async def counts_of(work: Work, event: int, date: int) -> Counts:
    there = (await attendance.tally(work.connection, [date]))[date]
    nameless = (await attendance_counts.of_dates(work.connection, [date]))[date]
    coming = (await registrations.counts(work.connection, event)).get(Answer.COMING, 0)
    return Counts(here=there.here, coming=coming, guests=there.guests, nameless=nameless.total, walk_ins=nameless.walk_ins)


def note(work: Work, by: int, did: str, registration: int | None, outcome: object) -> None:
    why = outcome.why.value if isinstance(outcome, NotIn) else ""
    on = f"registration:{registration}" if registration is not None else ""
    work.note(AuditRow(who=by, did=did, on=on, outcome=type(outcome).__name__, why=why))
