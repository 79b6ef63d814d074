"""Changing an event. Of one that is published everybody registered hears, in one message, what changed for them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

from programme.event_checks import more_than, too_few
from programme.events import EventState, Group
from services.coordinators import Forbidden
from services.event_dates import NoSuchEvent
from services.event_letters import tell_changed
from services.event_making import ChangedMeanwhile, IsCancelled, IsOver, TooWide, Unfit, lock_ahead, read_again
from services.event_plans import EventPlan, keep_parts, plan_of, wrong
from services.event_queue import offer_freed
from services.event_reach import may_manage
from services.event_reminders import move
from storage import event_questions, event_seats, events
from storage.audit import AuditRow
from storage.event_questions import NewQuestion
from storage.events import Event
from storage.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """`told`: how many hear of it."""

    event: Event
    before: EventPlan
    after: EventPlan
    told: int


@dataclass(frozen=True, slots=True)
class NothingChanged:
    event: Event


@dataclass(frozen=True, slots=True)
class SeatsTaken:
    """The pool cannot become smaller than what is taken of it."""

    group: Group
    taken: int


@dataclass(frozen=True, slots=True)
class AnsweredAlready:
    """People have answered these questions: they stay, and others may follow."""


Refusal = ChangedMeanwhile | SeatsTaken | AnsweredAlready | Unfit | TooWide | IsOver | IsCancelled | NoSuchEvent | Forbidden


@dataclass(frozen=True, kw_only=True)
class ChangeEvent:
    """`seen`: names the plan that was looked at."""

    by: int
    event: int
    plan: EventPlan
    seen: str

    async def __call__(self, work: Work) -> Changed | NothingChanged | Refusal:
        outcome = await self._outcome(work)
        work.note(AuditRow(who=self.by, did="ChangeEvent", on=f"event:{self.event}", outcome=type(outcome).__name__, why=_why(outcome)))
        return outcome

    async def _outcome(self, work: Work) -> Changed | NothingChanged | Refusal:
        event = await lock_ahead(work, self.event, self.by)
        if not isinstance(event, Event):
            return event
        before = await plan_of(work, event)
        if before.seen != self.seen:
            return ChangedMeanwhile(event)
        if before == self.plan:
            return NothingChanged(event)
        return await self._refused(work, event, before) or await self._changed(work, event, before)

    async def _refused(self, work: Work, event: Event, before: EventPlan) -> TooWide | Unfit | SeatsTaken | AnsweredAlready | None:
        if not await may_manage(work, self.by, self.plan.event):
            return TooWide()
        why = wrong(self.plan, work.now, before.dates if event.state is EventState.PUBLISHED else ())
        if why is not None:
            return Unfit(why)
        taken = (await event_seats.taken(work.connection, [event.id]))[event.id]
        small = too_few(self.plan.pools, taken)
        if small is not None:
            return SeatsTaken(small, taken[small])
        if not _adds_only(before.questions, self.plan.questions) and await event_questions.answered(work.connection, event.id):
            return AnsweredAlready()
        return None

    async def _changed(self, work: Work, event: Event, before: EventPlan) -> Changed:
        await events.change(work.connection, event.id, self.plan.event, in_calendars=_in_calendars(before, self.plan))
        await keep_parts(work, event.id, self.plan)
        await self._keep_questions(work, event.id, before.questions)
        now = await read_again(work, event.id)
        told = await self._tell(work, now, before) if event.state is EventState.PUBLISHED else 0
        return Changed(event=now, before=before, after=self.plan, told=told)

    async def _keep_questions(self, work: Work, number: int, before: Sequence[NewQuestion]) -> None:
        """What was asked before and stays keeps its number, and with it the answers."""
        if _adds_only(before, self.plan.questions):
            await event_questions.add(work.connection, number, self.plan.questions[len(before) :], behind=len(before))
        else:
            await event_questions.set_all(work.connection, number, self.plan.questions)

    async def _tell(self, work: Work, event: Event, before: EventPlan) -> int:
        told = await tell_changed(work, event, before, self.plan)
        if before.dates != self.plan.dates or before.event.reminders != self.plan.event.reminders:
            await move(work, event)
        if more_than(self.plan.pools, before.pools):
            await offer_freed(work, event.id)
        return told


def _adds_only(before: Sequence[NewQuestion], after: Sequence[NewQuestion]) -> bool:
    return tuple(after[: len(before)]) == tuple(before)


def _in_calendars(before: EventPlan, after: EventPlan) -> bool:
    was, now = before.event, after.event
    shown = ("title", "text", "place", "address", "latitude", "longitude", "link")
    return before.dates != after.dates or any(getattr(was, name) != getattr(now, name) for name in shown)


def _why(outcome: Changed | NothingChanged | Refusal) -> str:
    match outcome:
        case Unfit(why=why):
            return why.value
        case SeatsTaken(group=group):
            return group.value
        case Changed() | NothingChanged() | ChangedMeanwhile() | AnsweredAlready():
            return ""
        case TooWide() | IsOver() | IsCancelled() | NoSuchEvent() | Forbidden():
            return ""
        case _:
            assert_never(outcome)
