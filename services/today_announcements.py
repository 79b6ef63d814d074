"""What waits about announcements: what a second person is to say yes to, and those that stand still until somebody decides."""

from dataclasses import dataclass
from datetime import datetime

from programme.announcement_parts import begins
from programme.announcements import ERRORS, AnnouncementState
from services.announcement_changes import approvers
from services.announcement_deeds import may_announce
from services.today import AMENDMENTS, APPROVALS, HELD, NOTHING, Desk, Waiting, for_today
from storage import announcement_amendments, announcements
from storage.announcement_amendments import Amendment, Kind
from storage.announcements import Announcement
from storage.work import Work

MOST = 100  # that wait at once; an office sends a few a week
BEGINS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class ToApprove:
    announcement: int
    begins: str  # its first words
    due: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendmentToday:
    """A correction or a withdrawal that a second person is to approve."""

    announcement: int
    kind: Kind
    begins: str
    due: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class StandsStill:
    """`errors`: too much of it failed; else its time passed while the bot was away."""

    announcement: int
    begins: str
    errors: bool
    due: datetime


@for_today(APPROVALS)
async def to_approve(work: Work, desk: Desk, most: int) -> Waiting:
    """Not to who had a part in it, and only within their role."""
    if not desk.coordinates:
        return NOTHING
    asked = await announcements.of_states(work.connection, (AnnouncementState.ASKED,), limit=MOST)
    mine = [one for one in reversed(asked) if one.asked_by != desk.person and desk.person in await approvers(work, one)]
    lines = [ToApprove(announcement=one.id, begins=begins(one.parts, BEGINS), due=one.due_at or one.changed_at) for one in mine[:most]]
    return Waiting(len(mine), tuple(lines))


@for_today(AMENDMENTS)
async def amendments_to_approve(work: Work, desk: Desk, most: int) -> Waiting:
    """Not to who asked for it, and only within their role."""
    if not desk.coordinates:
        return NOTHING
    asked = [one for one in await announcement_amendments.asked(work.connection, limit=MOST) if one.asked_by != desk.person]
    waiting = [await _amendment(work, one, desk) for one in asked]
    mine = [line for line in waiting if line is not None]
    return Waiting(len(mine), tuple(mine[:most]))


async def _amendment(work: Work, one: Amendment, desk: Desk) -> AmendmentToday | None:
    of = await announcements.find(work.connection, one.announcement)
    if of is None or not await may_announce(work, desk.person, of.audience):
        return None
    return AmendmentToday(announcement=of.id, kind=one.kind, begins=begins(of.parts, BEGINS), due=one.asked_at)


@for_today(HELD)
async def standing_still(work: Work, desk: Desk, most: int) -> Waiting:
    if not desk.coordinates:
        return NOTHING
    still = (AnnouncementState.HELD, AnnouncementState.PAUSED)
    found = await announcements.of_states(work.connection, still, limit=MOST)
    unasked = [one for one in reversed(found) if one.state is AnnouncementState.HELD or one.paused_why == ERRORS]
    mine = [one for one in unasked if await may_announce(work, desk.person, one.audience)]
    return Waiting(len(mine), tuple(_still(one) for one in mine[:most]))


def _still(one: Announcement) -> StandsStill:
    errors = one.state is AnnouncementState.PAUSED
    since = (one.started_at if errors else one.due_at) or one.changed_at
    return StandsStill(announcement=one.id, begins=begins(one.parts, BEGINS), errors=errors, due=since)
