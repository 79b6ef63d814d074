"""Changing a consultant's hours, seen and agreed to: what the change takes away and whom it touches says `hours_preview`."""

from dataclasses import dataclass
from typing import assert_never

from programme.hours_changes import BlockTime, Change, SetDay, SetTerms, SetWeek, comes_back, is_touched
from programme.slots import Plan
from services.consultants import may_change
from services.hours_letters import tell_changed, tell_hold_gone, tell_stays
from services.hours_preview import NotPossible, Preview, preview_of, standing_ahead
from services.move_offers import offer_to_move
from services.session_ends import end_session
from services.working_hours import NotTheirs, kept_hours
from storage import consultants, sessions, working_hours
from storage.audit import AuditRow
from storage.consultants import Consultant
from storage.sessions import State
from storage.work import Work
from storage.working_hours import SpecialHours, WeeklyHours


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
        preview = await preview_of(work, found, self.by, self.change)
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
    for session in await standing_ahead(work, preview.kept.consultant.person):
        if session.state is State.HELD and is_touched(before, preview.change, session.starts_at, session.ends_at):
            await end_session(work, session, State.LAPSED, by=None, why="hours")
            await tell_hold_gone(work, session)
    offered = [await offer_to_move(work, line.session) for line in preview.touched] if offer else []
    await _welcome_back(work, preview.kept.consultant, before, after)
    return sum(offered)


async def _welcome_back(work: Work, consultant: Consultant, before: Plan, after: Plan) -> None:
    """Who was asked to move a session that lies in the hours again need not."""
    for session in await standing_ahead(work, consultant.person):
        if session.to_move_by is not None and comes_back(before, after, session.starts_at, session.ends_at):
            await sessions.ask_to_move(work.connection, session.id, None)
            await tell_stays(work, session, consultant.profile.name)
