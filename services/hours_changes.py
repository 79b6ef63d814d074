"""Changing a consultant's hours: first what it would take away and whom it touches, then, seen and agreed to, the change itself."""

from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import blake2b
from typing import assert_never

from programme.hours_changes import (
    BlockTime,
    Change,
    SetDay,
    SetTerms,
    SetWeek,
    WhyNot,
    changed,
    comes_back,
    free_times,
    is_touched,
    why_not,
)
from programme.seoul import seoul_day
from programme.slots import Plan
from services.calendars import calendar_of
from services.consultants import AHEAD, may_change
from services.hours_letters import tell_changed, tell_hold_gone, tell_stays
from services.move_offers import offer_to_move
from services.session_ends import end_session
from services.working_hours import KeptHours, NotTheirs, SessionLine, kept_hours, lines_of
from storage import consultants, sessions, working_hours
from storage.audit import AuditRow
from storage.consultants import Consultant
from storage.sessions import OCCUPIES, Session, State
from storage.work import Work
from storage.working_hours import SpecialHours, WeeklyHours

NOBODY = 0  # no member has this number: times are counted for whoever looks


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


@dataclass(frozen=True, slots=True)
class Outdated:
    """Since the preview the hours or the sessions have changed: it is to be looked at again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursChanged:
    """`touched`: booked sessions outside the new hours; the members of `offered` of them were asked for another time.

    `too_near`: those that begin before their members can be written to.
    """

    consultant: int
    mine: bool
    free: int
    touched: int
    offered: int
    too_near: int


@dataclass(frozen=True, slots=True)
class Unblocked:
    consultant: int


@dataclass(frozen=True, slots=True)
class NotBlocked:
    consultant: int


@dataclass(frozen=True, kw_only=True)
class PreviewHours:
    by: int
    consultant: int
    change: Change

    async def __call__(self, work: Work) -> Preview | NotPossible | NotTheirs:
        found = await consultants.find(work.connection, self.consultant)
        return await _preview(work, found, self.by, self.change)


@dataclass(frozen=True, kw_only=True)
class ChangeHours:
    """`offer`: the members of touched sessions are offered another time; otherwise their sessions stay as they are."""

    by: int
    consultant: int
    change: Change
    offer: bool
    seen: str

    async def __call__(self, work: Work) -> HoursChanged | Outdated | NotPossible | NotTheirs:
        outcome = await self._outcome(work)
        on, why = f"consultant:{self.consultant}", type(self.change).__name__
        work.note(AuditRow(who=self.by, did="ChangeHours", on=on, outcome=type(outcome).__name__, why=why))
        return outcome

    async def _outcome(self, work: Work) -> HoursChanged | Outdated | NotPossible | NotTheirs:
        found = await consultants.lock(work.connection, self.consultant)
        preview = await _preview(work, found, self.by, self.change)
        if not isinstance(preview, Preview):
            return preview
        if preview.seen != self.seen:
            return Outdated()
        await _write(work, self.consultant, self.change)
        offered = await _settle(work, preview, offer=self.offer)
        if not preview.kept.mine:
            tell_changed(work, self.consultant)
        return HoursChanged(
            consultant=self.consultant,
            mine=preview.kept.mine,
            free=preview.free_after,
            touched=len(preview.touched),
            offered=offered,
            too_near=len(preview.touched) - offered if self.offer else 0,
        )


@dataclass(frozen=True, kw_only=True)
class UnblockHours:
    """Takes nothing away, so it needs no preview."""

    by: int
    consultant: int
    number: int

    async def __call__(self, work: Work) -> Unblocked | NotBlocked | NotTheirs:
        outcome = await self._outcome(work)
        work.note(AuditRow(who=self.by, did="UnblockHours", on=f"consultant:{self.consultant}", outcome=type(outcome).__name__))
        return outcome

    async def _outcome(self, work: Work) -> Unblocked | NotBlocked | NotTheirs:
        found = await consultants.lock(work.connection, self.consultant)
        if found is None or found.left_at is not None or not await may_change(work, self.by, self.consultant):
            return NotTheirs()
        mine = self.by == self.consultant
        before = (await kept_hours(work, found, mine=mine)).plan
        if not await working_hours.unblock(work.connection, self.consultant, self.number):
            return NotBlocked(self.consultant)
        await _welcome_back(work, found, before, (await kept_hours(work, found, mine=mine)).plan)
        if not mine:
            tell_changed(work, self.consultant)
        return Unblocked(self.consultant)


async def _preview(work: Work, found: Consultant | None, by: int, change: Change) -> Preview | NotPossible | NotTheirs:
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
    out = [one for one in await _ahead(work, kept.consultant.person) if is_touched(before, change, one.starts_at, one.ends_at)]
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


async def _ahead(work: Work, consultant: int) -> list[Session]:
    """Held and booked, and not yet begun."""
    return await sessions.of_consultant(work.connection, consultant, work.now, work.now + AHEAD, states=OCCUPIES)


async def _write(work: Work, consultant: int, change: Change) -> None:
    match change:
        case SetWeek(week=week):
            rows = [WeeklyHours(weekday=day, starts=starts, ends=ends) for day, hours in week for starts, ends in hours]
            await working_hours.set_weekdays(work.connection, consultant, [day for day, _ in week], rows)
        case SetDay(day=day, hours=hours):
            off = () if hours else (SpecialHours(day=day, starts=None, ends=None),)
            spans = tuple(SpecialHours(day=day, starts=starts, ends=ends) for starts, ends in hours or ())
            await working_hours.set_special_day(work.connection, consultant, day, () if hours is None else (*off, *spans))
        case BlockTime(starts_at=starts_at, ends_at=ends_at):
            await working_hours.block(work.connection, consultant, starts_at, ends_at)
        case SetTerms(terms=terms):
            await consultants.set_terms(work.connection, consultant, terms)
        case _:
            assert_never(change)


async def _settle(work: Work, preview: Preview, *, offer: bool) -> int:
    """After the change is written: whoever was booking such a time is told, whoever has one keeps it or is offered another.

    How many were offered another.
    """
    before, after = preview.kept.plan, preview.after
    for session in await _ahead(work, preview.kept.consultant.person):
        if session.state is State.HELD and is_touched(before, preview.change, session.starts_at, session.ends_at):
            await end_session(work, session, State.LAPSED, by=None, why="hours")
            await tell_hold_gone(work, session)
    offered = [await offer_to_move(work, line.session) for line in preview.touched] if offer else []
    await _welcome_back(work, preview.kept.consultant, before, after)
    return sum(offered)


async def _welcome_back(work: Work, consultant: Consultant, before: Plan, after: Plan) -> None:
    """Who was asked to move a session that lies in the hours again need not."""
    for session in await _ahead(work, consultant.person):
        if session.to_move_by is not None and comes_back(before, after, session.starts_at, session.ends_at):
            await sessions.ask_to_move(work.connection, session.id, None)
            await tell_stays(work, session, consultant.profile.name)
