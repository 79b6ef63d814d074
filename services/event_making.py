"""Making an event: kept as a draft that only the office sees, thrown away, or published."""

import secrets
from dataclasses import dataclass, replace
from datetime import datetime

from programme.event_checks import Wrong
from programme.events import EventState
from services.coordinators import Forbidden, may_answer
from services.event_dates import NoSuchEvent
from services.event_news import tell_published
from services.event_plans import EventPlan, keep_parts, plan_of, wrong
from services.event_reach import may_manage
from services.wall_codes import new_wall_code
from storage import event_questions, events
from storage.audit import AuditRow
from storage.events import Event
from storage.work import Work


@dataclass(frozen=True, slots=True)
class Drafted:
    """`seen`: names the plan as it is kept now."""

    event: Event
    seen: str


@dataclass(frozen=True, slots=True)
class Published:
    event: Event


@dataclass(frozen=True, slots=True)
class PublishedBefore:
    """A second tap, or a colleague was faster."""

    event: Event


@dataclass(frozen=True, slots=True)
class DraftDropped:
    event: Event


@dataclass(frozen=True, slots=True)
class Unfit:
    """The plan cannot stand."""

    why: Wrong


@dataclass(frozen=True, slots=True)
class ChangedMeanwhile:
    """A colleague has changed it since it was looked at."""

    event: Event


@dataclass(frozen=True, slots=True)
class IsCancelled:
    event: Event


@dataclass(frozen=True, slots=True)
class IsOver:
    event: Event


@dataclass(frozen=True, slots=True)
class TooWide:
    """It concerns more gu, or more than the one track, than the role of this coordinator does."""


async def lock_ahead(work: Work, number: int, by: int) -> Event | TooWide | IsOver | IsCancelled | NoSuchEvent | Forbidden:
    """One that a coordinator can still change, a draft too, under its lock."""
    if not await may_answer(work, by):
        return Forbidden()
    event = await events.lock(work.connection, number)
    if event is None:
        return NoSuchEvent()
    if not await may_manage(work, by, event):
        return TooWide()
    return ended(event, work.now) or event


def ended(event: Event, now: datetime) -> IsOver | IsCancelled | None:
    """Why nothing about it can be changed any more."""
    if event.state is EventState.CANCELLED:
        return IsCancelled(event)
    return IsOver(event) if event.state is EventState.PUBLISHED and event.ends_at <= now else None


async def keep_draft(work: Work, plan: EventPlan, by: int, cloned_from: int | None = None) -> Event:
    """With a name for calendars, which it keeps for ever, and the secret of its codes on the wall."""
    number = await events.keep(
        work.connection,
        plan.event,
        uid=f"{secrets.token_hex(12)}@golmok",
        wall_code=new_wall_code(),
        by=by,
        now=work.now,
        cloned_from=cloned_from,
    )
    await keep_parts(work, number, plan)
    await event_questions.set_all(work.connection, number, plan.questions)
    return await read_again(work, number)


async def read_again(work: Work, number: int) -> Event:
    """After it was written."""
    found = await events.find(work.connection, number)
    assert found is not None
    return found


@dataclass(frozen=True, kw_only=True)
class MakeEvent:
    """As a draft: it is looked at once more before anybody else sees it."""

    by: int
    plan: EventPlan

    async def __call__(self, work: Work) -> Drafted | Unfit | TooWide | Forbidden:
        outcome = await self._outcome(work)
        on = f"event:{outcome.event.id}" if isinstance(outcome, Drafted) else "event:new"
        why = outcome.why.value if isinstance(outcome, Unfit) else ""
        work.note(AuditRow(who=self.by, did="MakeEvent", on=on, outcome=type(outcome).__name__, why=why))
        return outcome

    async def _outcome(self, work: Work) -> Drafted | Unfit | TooWide | Forbidden:
        if not await may_answer(work, self.by):
            return Forbidden()
        if not await may_manage(work, self.by, self.plan.event):
            return TooWide()
        why = wrong(self.plan, work.now)
        if why is not None:
            return Unfit(why)
        event = await keep_draft(work, self.plan, self.by)
        return Drafted(event, (await plan_of(work, event)).seen)


@dataclass(frozen=True, kw_only=True)
class PublishEvent:
    """A draft may have lain about for weeks: it is checked as if it were made now. `seen`: the plan that was looked at; None: as it is."""

    by: int
    event: int
    seen: str | None = None

    async def __call__(
        self, work: Work
    ) -> Published | PublishedBefore | ChangedMeanwhile | Unfit | TooWide | IsCancelled | NoSuchEvent | Forbidden:
        outcome = await self._outcome(work)
        why = outcome.why.value if isinstance(outcome, Unfit) else ""
        work.note(AuditRow(who=self.by, did="PublishEvent", on=f"event:{self.event}", outcome=type(outcome).__name__, why=why))
        return outcome

    async def _outcome(
        self, work: Work
    ) -> Published | PublishedBefore | ChangedMeanwhile | Unfit | TooWide | IsCancelled | NoSuchEvent | Forbidden:
        found = await lock_ahead(work, self.event, self.by)
        if isinstance(found, IsOver):
            return PublishedBefore(found.event)
        if not isinstance(found, Event):
            return found
        return await self._published(work, found) if found.state is EventState.DRAFT else PublishedBefore(found)

    async def _published(self, work: Work, draft: Event) -> Published | ChangedMeanwhile | Unfit:
        plan = await plan_of(work, draft)
        if self.seen not in {None, plan.seen}:
            return ChangedMeanwhile(draft)
        why = wrong(plan, work.now)
        if why is not None:
            return Unfit(why)
        await events.publish(work.connection, draft.id, work.now)
        published = replace(draft, state=EventState.PUBLISHED, published_at=work.now)
        await tell_published(work, published)
        return Published(published)


@dataclass(frozen=True, kw_only=True)
class DropDraft:
    """Nobody but the office has ever seen it: it goes without a trace but the one in the audit."""

    by: int
    event: int

    async def __call__(self, work: Work) -> DraftDropped | PublishedBefore | TooWide | IsCancelled | NoSuchEvent | Forbidden:
        outcome = await self._outcome(work)
        work.note(AuditRow(who=self.by, did="DropDraft", on=f"event:{self.event}", outcome=type(outcome).__name__))
        return outcome

    async def _outcome(self, work: Work) -> DraftDropped | PublishedBefore | TooWide | IsCancelled | NoSuchEvent | Forbidden:
        found = await lock_ahead(work, self.event, self.by)
        if isinstance(found, IsOver):
            return PublishedBefore(found.event)
        if not isinstance(found, Event):
            return found
        return DraftDropped(found) if await events.drop_draft(work.connection, self.event) else PublishedBefore(found)
