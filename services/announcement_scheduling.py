"""Pressing send, now or for later. What is due begins by itself, looked at once more; what comes too late is held, and somebody decides."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from programme.announcement_parts import begins
from programme.announcements import AnnouncementState
from programme.quiet_hours import may_go_at
from services.announcement_approval import NotTested, to_send
from services.announcement_deeds import ChangedMeanwhile, NoSuchAnnouncement, NotNow, may_announce, note
from services.announcement_sending import BeginSending, Begun, NeedsApproval, NobodyThere, begin, why_it_may_not_go
from services.coordinators import Forbidden, coordinators
from services.letters import Letter, letter
from storage import announcements
from storage.announcements import Announcement
from storage.work import Work

TOO_LATE = timedelta(hours=1)
FARTHEST = timedelta(days=365)
LATE, RIGHTS, APPROVAL, NOBODY = "late", "rights", "approval", "nobody"  # why it is held


@letter("announcement_held", at_any_hour=True)
@dataclass(frozen=True, kw_only=True)
class AnnouncementHeld:
    """To who made it, who scheduled it, and the coordinators whose role reaches there. At any hour: its time is over already."""

    announcement: int
    begins: str
    why: str
    due: datetime


@dataclass(frozen=True, slots=True)
class Scheduled:
    """`due`: as it was wished; `goes_at`: by night it waits for the morning."""

    due: datetime
    goes_at: datetime


@dataclass(frozen=True, slots=True)
class NotThen:
    """That is over already, or too far away."""


@dataclass(frozen=True, slots=True)
class Held:
    why: str


@dataclass(frozen=True, slots=True)
class NotYet:
    """It is night, or somebody was faster."""


Refusal = NotTested | NeedsApproval | NobodyThere | ChangedMeanwhile | NotNow | NoSuchAnnouncement | Forbidden


@dataclass(frozen=True, kw_only=True)
class PressSend:
    """Now; by night, in the morning. `seen`: the digest of what they read and confirmed."""

    by: int
    announcement: int
    seen: str

    async def __call__(self, work: Work) -> Begun | Scheduled | NotThen | Refusal:
        one = await to_send(work, self.by, self.announcement, self.seen)
        if isinstance(one, NotTested):
            note(work, self.by, "PressSend", self.announcement, one)
            return one
        if may_go_at(work.now) > work.now:
            return await Schedule(by=self.by, announcement=self.announcement, seen=self.seen, due=work.now)(work)
        return await BeginSending(by=self.by, announcement=self.announcement, seen=self.seen)(work)


@dataclass(frozen=True, kw_only=True)
class Schedule:
    by: int
    announcement: int
    seen: str
    due: datetime

    async def __call__(self, work: Work) -> Scheduled | NotThen | Refusal:
        outcome = await self._outcome(work)
        note(work, self.by, "Schedule", self.announcement, outcome)
        return outcome

    async def _outcome(self, work: Work) -> Scheduled | NotThen | Refusal:
        one = await to_send(work, self.by, self.announcement, self.seen)
        if not isinstance(one, Announcement):
            return one
        if not work.now <= self.due <= work.now + FARTHEST:
            return NotThen()
        why = await why_it_may_not_go(work, one)
        if why is not None:
            return why
        set_ = {"due_at": self.due, "scheduled_by": self.by, "paused_why": ""}
        if not await announcements.move(work.connection, one.id, AnnouncementState.SCHEDULED, **set_):
            return NotNow(one.state)
        return Scheduled(self.due, may_go_at(self.due))


@dataclass(frozen=True, kw_only=True)
class BeginScheduled:
    """The office itself, for who scheduled it. Under the lock: of several processes one begins it."""

    announcement: int

    async def __call__(self, work: Work) -> Begun | Held | NotYet:
        one = await announcements.lock(work.connection, self.announcement)
        if one is None or one.state is not AnnouncementState.SCHEDULED or one.due_at is None or one.due_at > work.now:
            return NotYet()
        if may_go_at(work.now) > work.now:
            return NotYet()
        why = await self._why_held(work, one, one.due_at)
        outcome = Held(why) if why else await begin(work, one, one.scheduled_by or one.made_by)
        if isinstance(outcome, Held):
            await self._hold(work, one, outcome.why, one.due_at)
        note(work, None, "BeginScheduled", one.id, outcome)
        return outcome if isinstance(outcome, Begun | Held) else NotYet()

    async def _why_held(self, work: Work, one: Announcement, due: datetime) -> str:
        """Empty where nothing stands in the way."""
        if work.now - may_go_at(due) > TOO_LATE:
            return LATE
        if one.scheduled_by is None or not await may_announce(work, one.scheduled_by, one.audience):
            return RIGHTS
        match await why_it_may_not_go(work, one):
            case NobodyThere():
                return NOBODY
            case NeedsApproval():
                return APPROVAL
            case _:
                return ""

    async def _hold(self, work: Work, one: Announcement, why: str, due: datetime) -> None:
        await announcements.move(work.connection, one.id, AnnouncementState.HELD, paused_why=why)
        fact = AnnouncementHeld(announcement=one.id, begins=begins(one.parts), why=why, due=due)
        for person in await coordinators(work):
            if person != one.made_by and not await may_announce(work, person, one.audience):
                continue
            work.post(Letter(to=person, fact=fact, key=f"announcement_held:{one.id}"))
