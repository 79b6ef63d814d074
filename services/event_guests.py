"""Who is registered for an event, for the office: a list, a sheet, and putting somebody who waits ahead of the others."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from programme.events import Answer
from programme.rights import Right
from services.coordinators import Forbidden, may_answer
from services.event_dates import NoSuchEvent
from services.event_making import TooWide
from services.event_queue import offer_freed
from services.event_reach import event_with_people, may_manage
from services.pages import within
from storage import attendance, event_dates, event_questions, events, owners, registrations, shops
from storage.audit import AuditRow
from storage.event_questions import EventQuestion
from storage.events import Event
from storage.registrations import Registration
from storage.work import Work

PAGE = 10
MOST = 20_000  # in a sheet


class Listed(StrEnum):
    """Which of those who answered. The values lie on buttons."""

    COMING = "c"
    MAYBE = "m"
    WAITING = "w"
    OFFERED = "o"
    GONE = "g"  # does not come, or let an offer lapse


ANSWERS = {
    Listed.COMING: (Answer.COMING,),
    Listed.MAYBE: (Answer.MAYBE,),
    Listed.WAITING: (Answer.WAITING,),
    Listed.OFFERED: (Answer.OFFERED,),
    Listed.GONE: (Answer.NOT_COMING, Answer.LAPSED),
}


class WhyAhead(StrEnum):
    """Why somebody is put ahead of others who have waited longer. The values are stored."""

    ACCESS = "access"  # they need the room to be ready for them: a wheelchair, an interpreter
    PART = "part"  # they have a part in it
    CONDITION = "condition"  # they cannot apply without having been there
    MISTAKE = "mistake"  # the office lost or spoilt their registration


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """`name`, `shop`: empty where they have told none."""

    registration: Registration
    name: str
    shop: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestList:
    event: Event
    listed: Listed
    counts: Mapping[Answer, int]
    people: tuple[Named, ...]
    page: int  # from 0
    more: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class EventSheetFacts:
    """`said`: by registration and question; `attended`: at how many dates, by registration."""

    event: Event
    dates: int
    people: tuple[Named, ...]
    questions: tuple[EventQuestion, ...]
    said: Mapping[int, Mapping[int, str]]
    attended: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class PutAheadOfAll:
    named: Named


@dataclass(frozen=True, slots=True)
class WaitsNoMore:
    """They have a seat by now, or went away."""

    event: int


async def named(work: Work, found: Sequence[Registration]) -> tuple[Named, ...]:
    names = await owners.names(work.connection, {one.person for one in found})
    their = await shops.of_ids(work.connection, list({one.shop for one in found if one.shop is not None}))
    return tuple(
        Named(registration=one, name=names.get(one.person, ""), shop=their[one.shop].name if one.shop in their else "") for one in found
    )


@dataclass(frozen=True, kw_only=True)
class GuestsOfEvent:
    by: int
    event: int
    listed: Listed = Listed.COMING
    page: int = 0

    async def __call__(self, work: Work) -> GuestList | NoSuchEvent | Forbidden:
        event = await event_with_people(work, self.by, Right.COORDINATE, self.event)
        if not isinstance(event, Event):
            return event
        counts, answers = await registrations.counts(work.connection, event.id), ANSWERS[self.listed]
        count = sum(counts.get(answer, 0) for answer in answers)
        page = within(self.page, count, PAGE)
        found = await registrations.page_of(work.connection, event.id, answers, limit=PAGE, offset=page * PAGE)
        return GuestList(
            event=event,
            listed=self.listed,
            counts=counts,
            people=await named(work, found),
            page=page,
            more=count > (page + 1) * PAGE,
        )


@dataclass(frozen=True, kw_only=True)
class WaitingGuest:
    """One who waits, to be put ahead."""

    by: int
    registration: int

    async def __call__(self, work: Work) -> tuple[Event, Named] | WaitsNoMore | NoSuchEvent | Forbidden:
        one = await registrations.find(work.connection, self.registration)
        event = await event_with_people(work, self.by, Right.COORDINATE, one.event if one is not None else 0)
        if one is None or not isinstance(event, Event):
            return NoSuchEvent() if isinstance(event, Event) else event
        if one.answer is not Answer.WAITING:
            return WaitsNoMore(event.id)
        return event, (await named(work, [one]))[0]


@dataclass(frozen=True, kw_only=True)
class PutAhead:
    """Of everybody who waits; the audit keeps why."""

    by: int
    registration: int
    why: WhyAhead

    async def __call__(self, work: Work) -> PutAheadOfAll | WaitsNoMore | TooWide | NoSuchEvent | Forbidden:
        outcome = await self._outcome(work)
        row = AuditRow(
            who=self.by, did="PutAhead", on=f"registration:{self.registration}", outcome=type(outcome).__name__, why=self.why.value
        )
        work.note(row)
        return outcome

    async def _outcome(self, work: Work) -> PutAheadOfAll | WaitsNoMore | TooWide | NoSuchEvent | Forbidden:
        if not await may_answer(work, self.by):
            return Forbidden()
        known = await registrations.find(work.connection, self.registration)
        event = await events.lock(work.connection, known.event) if known is not None else None
        one = await registrations.find(work.connection, self.registration)
        if event is None or one is None:
            return NoSuchEvent()
        if not await may_manage(work, self.by, event):
            return TooWide()
        if one.answer is not Answer.WAITING:
            return WaitsNoMore(event.id)
        first = (await registrations.waiting(work.connection, event.id, limit=1))[0]
        if first.id != one.id:
            await registrations.change(work.connection, one.id, ahead=first.ahead + 1, changed_at=work.now)
        await offer_freed(work, event.id)
        return PutAheadOfAll((await named(work, [one]))[0])


@dataclass(frozen=True, kw_only=True)
class ExportGuests:
    """Everybody who answered, as rows of a sheet."""

    by: int
    event: int

    async def __call__(self, work: Work) -> EventSheetFacts | NoSuchEvent | Forbidden:
        outcome = await self._outcome(work)
        work.note(AuditRow(who=self.by, did="ExportGuests", on=f"event:{self.event}", outcome=type(outcome).__name__))
        return outcome

    async def _outcome(self, work: Work) -> EventSheetFacts | NoSuchEvent | Forbidden:
        event = await event_with_people(work, self.by, Right.COORDINATE, self.event)
        if not isinstance(event, Event):
            return event
        found = await registrations.page_of(work.connection, event.id, tuple(Answer), limit=MOST, offset=0)
        return EventSheetFacts(
            event=event,
            dates=len(await event_dates.of_event(work.connection, event.id)),
            people=await named(work, found),
            questions=tuple(await event_questions.of_event(work.connection, event.id)),
            said=await event_questions.all_said(work.connection, event.id),
            attended=await attendance.of_registrations(work.connection, [one.id for one in found]),
        )
