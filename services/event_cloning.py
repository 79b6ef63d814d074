"""An event once more on other days: a draft with everything as it was but the dates."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from services.calendars import Holiday
from services.coordinators import Forbidden, may_answer
from services.event_dates import NoSuchEvent
from services.event_making import TooWide, Unfit, keep_draft
from services.event_plans import EventPlan, holidays_on, plan_of, spanning, wrong
from services.event_reach import may_manage
from storage import events
from storage.audit import AuditRow
from storage.events import Event
from storage.work import Work

FARTHEST = 1100  # days: more is forged


@dataclass(frozen=True, slots=True, kw_only=True)
class Cloned:
    """`event`: the new draft; `seen`: names its plan. `holidays`: on its dates."""

    event: Event
    before: EventPlan
    after: EventPlan
    holidays: tuple[Holiday, ...]
    seen: str


def later(plan: EventPlan, days: int) -> EventPlan:
    """All its dates, and those of its registration, so many days later."""
    shift = timedelta(days=days)
    dates = tuple((start + shift, end + shift) for start, end in plan.dates)
    starts_at, ends_at = spanning(dates)
    moved = replace(
        plan.event,
        starts_at=starts_at,
        ends_at=ends_at,
        opens_at=_later(plan.event.opens_at, shift),
        closes_at=_later(plan.event.closes_at, shift),
    )
    return replace(plan, event=moved, dates=dates)


def _later(moment: datetime | None, shift: timedelta) -> datetime | None:
    return moment + shift if moment is not None else None


@dataclass(frozen=True, kw_only=True)
class CloneEvent:
    """One that is over or cancelled, too."""

    by: int
    event: int
    days: int

    async def __call__(self, work: Work) -> Cloned | Unfit | TooWide | NoSuchEvent | Forbidden:
        outcome = await self._outcome(work)
        why = outcome.why.value if isinstance(outcome, Unfit) else ""
        work.note(AuditRow(who=self.by, did="CloneEvent", on=f"event:{self.event}", outcome=type(outcome).__name__, why=why))
        return outcome

    async def _outcome(self, work: Work) -> Cloned | Unfit | TooWide | NoSuchEvent | Forbidden:
        if not await may_answer(work, self.by):
            return Forbidden()
        event = await events.find(work.connection, self.event)
        if event is None or abs(self.days) > FARTHEST:
            return NoSuchEvent()
        if not await may_manage(work, self.by, event):
            return TooWide()
        before = await plan_of(work, event)
        after = later(before, self.days)
        why = wrong(after, work.now)
        if why is not None:
            return Unfit(why)
        draft = await keep_draft(work, after, self.by, event.id)
        kept = await plan_of(work, draft)
        return Cloned(event=draft, before=before, after=kept, holidays=await holidays_on(work, kept.dates), seen=kept.seen)
