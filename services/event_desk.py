"""The office's view of one event: with its numbers, how others see it, as it can be changed, and where events were before."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from programme.event_checks import Span, seats_of
from programme.events import HEAR, Answer, EventState, Group, left
from services.calendars import Holiday
from services.coordinators import Forbidden, may_answer
from services.event_dates import NoSuchEvent
from services.event_making import IsCancelled, IsOver, TooWide, ended
from services.event_pages import EventSeen, seen_by
from services.event_plans import EventPlan, holidays_on, plan_of
from services.event_reach import may_manage
from storage import event_questions, event_seats, events, registrations
from storage.events import Event
from storage.work import Work

PLACES = 4  # offered again


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeEvent:
    """`counts`, `guests`: by answer. `taken`: by pool."""

    event: Event
    plan: EventPlan
    over: bool
    counts: Mapping[Answer, int]
    guests: Mapping[Answer, int]
    taken: Mapping[Group, int]
    holidays: tuple[Holiday, ...]  # on its dates
    within_role: bool  # who looks may see names and change it

    @property
    def seats(self) -> int | None:
        return seats_of(self.plan.pools)

    @property
    def seats_left(self) -> int | None:
        return left(self.seats, sum(self.taken.values()))


@dataclass(frozen=True, slots=True, kw_only=True)
class ToChange:
    """`answered`: so many questions have answers and stay; `hear`: how many have registered and hear of changes."""

    event: Event
    plan: EventPlan
    answered: int
    hear: int

    @property
    def stands(self) -> bool:
        return self.event.state is EventState.PUBLISHED


@dataclass(frozen=True, slots=True, kw_only=True)
class Previewed:
    """`seen`: names the plan that is shown."""

    page: EventSeen
    draft: bool
    seen: str


@dataclass(frozen=True, kw_only=True)
class EventForOffice:
    by: int
    event: int

    async def __call__(self, work: Work) -> OfficeEvent | NoSuchEvent | Forbidden:
        if not await may_answer(work, self.by):
            return Forbidden()
        event = await events.find(work.connection, self.event)
        if event is None:
            return NoSuchEvent()
        plan = await plan_of(work, event)
        return OfficeEvent(
            event=event,
            plan=plan,
            over=event.ends_at <= work.now,
            counts=await registrations.counts(work.connection, event.id),
            guests=await registrations.guests(work.connection, event.id),
            taken=(await event_seats.taken(work.connection, [event.id]))[event.id],
            holidays=await holidays_on(work, plan.dates),
            within_role=await may_manage(work, self.by, event),
        )


@dataclass(frozen=True, kw_only=True)
class PreviewEvent:
    """As somebody sees it who may come and has not answered; of a draft, as if it were published."""

    by: int
    event: int

    async def __call__(self, work: Work) -> Previewed | NoSuchEvent | Forbidden:
        if not await may_answer(work, self.by):
            return Forbidden()
        event = await events.find(work.connection, self.event)
        if event is None:
            return NoSuchEvent()
        shown = replace(event, state=EventState.PUBLISHED) if event.state is EventState.DRAFT else event
        seen = await seen_by(work, shown, self.by)
        pools = await event_seats.pools_of(work.connection, event.id)
        taken = (await event_seats.taken(work.connection, [event.id]))[event.id]
        seats = left(seats_of(pools), sum(taken.values()))
        plain = replace(seen, refusal=None, mine=None, said={}, before=0, has_seats=True, left=seats)
        return Previewed(page=plain, draft=event.state is EventState.DRAFT, seen=(await plan_of(work, event)).seen)


@dataclass(frozen=True, kw_only=True)
class EventToChange:
    """One that can still be changed or cancelled, as it is now."""

    by: int
    event: int

    async def __call__(self, work: Work) -> ToChange | TooWide | IsOver | IsCancelled | NoSuchEvent | Forbidden:
        if not await may_answer(work, self.by):
            return Forbidden()
        event = await events.find(work.connection, self.event)
        if event is None:
            return NoSuchEvent()
        if not await may_manage(work, self.by, event):
            return TooWide()
        if (why := ended(event, work.now)) is not None:
            return why
        plan, counts = await plan_of(work, event), await registrations.counts(work.connection, event.id)
        return ToChange(
            event=event,
            plan=plan,
            answered=len(plan.questions) if await event_questions.answered(work.connection, event.id) else 0,
            hear=sum(counts.get(answer, 0) for answer in HEAR),
        )


@dataclass(frozen=True, kw_only=True)
class HolidaysOn:
    dates: tuple[Span, ...]

    async def __call__(self, work: Work) -> tuple[Holiday, ...]:
        return await holidays_on(work, self.dates)


@dataclass(frozen=True, kw_only=True)
class PlacesBefore:
    """Events at places that were used before, each place once: what need not be typed again."""

    by: int

    async def __call__(self, work: Work) -> tuple[Event, ...] | Forbidden:
        if not await may_answer(work, self.by):
            return Forbidden()
        return tuple(await events.places(work.connection, limit=PLACES))
