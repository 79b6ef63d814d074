"""What a change of a consultant's hours would take away and whom it touches: seen before the change is made."""

from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import blake2b

from programme.hours_changes import Change, WhyNot, changed, free_times, is_touched, why_not
from programme.seoul import seoul_day
from programme.slots import Plan
from services.calendars import calendar_of
from services.consultants import AHEAD, may_change
from services.working_hours import KeptHours, NotTheirs, SessionLine, kept_hours, lines_of
from storage import consultants, sessions
from storage.consultants import Consultant
from storage.privacy import NOBODY
from storage.sessions import OCCUPIES, Session, State
from storage.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """`free_before`, `free_after`: times that can be booked until `until`; `lost`: those of now that would be gone.

    `seen` names what this preview says of hours and booked sessions; the change is made only while that is still so.
    """

    change: Change
    kept: KeptHours
    after: Plan
    free_before: int
    free_after: int
    lost: int
    until: date
    touched: tuple[SessionLine, ...]  # booked ones
    held: int  # people who are just booking such a time
    seen: str

    @property
    def changes_nothing(self) -> bool:
        return _told(self.after) == _told(self.kept.plan)


@dataclass(frozen=True, slots=True)
class NotPossible:
    why: WhyNot


@dataclass(frozen=True, kw_only=True)
class PreviewHours:
    by: int
    consultant: int
    change: Change

    async def __call__(self, work: Work) -> Preview | NotPossible | NotTheirs:
        found = await consultants.find(work.connection, self.consultant)
        return await preview_of(work, found, self.by, self.change)


async def preview_of(work: Work, found: Consultant | None, by: int, change: Change) -> Preview | NotPossible | NotTheirs:
    if found is None or found.left_at is not None or not await may_change(work, by, found.person):
        return NotTheirs()
    kept = await kept_hours(work, found, mine=by == found.person)
    hindered = why_not(kept.plan, change, work.now)
    return NotPossible(hindered) if hindered is not None else await _seen(work, kept, change)


async def _seen(work: Work, kept: KeptHours, change: Change) -> Preview:
    before, after = kept.plan, changed(kept.plan, change)
    today = seoul_day(work.now)
    until = today + timedelta(days=max(before.terms.ahead, after.terms.ahead))
    diary = (await calendar_of(work, kept.consultant, today, until, member=NOBODY)).diary
    free_before, free_after = free_times(before, diary, until, work.now), free_times(after, diary, until, work.now)
    out = [one for one in await standing_ahead(work, kept.consultant.person) if is_touched(before, change, one.starts_at, one.ends_at)]
    booked = [one for one in out if one.state is State.BOOKED]
    return Preview(
        change=change,
        kept=kept,
        after=after,
        free_before=len(free_before),
        free_after=len(free_after),
        lost=len(free_before - free_after),
        until=until,
        touched=await lines_of(work, booked, mine=kept.mine),
        held=len(out) - len(booked),
        seen=_digest(before, booked),
    )


def _told(plan: Plan) -> tuple[object, ...]:
    """What a consultant has set, the same whether a day off is named or left out."""
    week = [plan.week.get(day, ()) for day in range(7)]
    return (week, sorted(plan.special.items()), sorted(plan.blocked), plan.terms)


def _digest(plan: Plan, booked: list[Session]) -> str:
    return blake2b(repr((_told(plan), [one.id for one in booked])).encode(), digest_size=6).hexdigest()


async def standing_ahead(work: Work, consultant: int) -> list[Session]:
    """Held and booked, and not yet begun."""
    return await sessions.of_consultant(work.connection, consultant, work.now, work.now + AHEAD, states=OCCUPIES)
