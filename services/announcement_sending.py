"""Sending an announcement: begun once, and finished when everybody has their outcome. Who gets it is frozen when it begins."""

from dataclasses import dataclass

from programme.announcements import AnnouncementState
from services.announcement_deeds import ChangedMeanwhile, NoSuchAnnouncement, NotNow, locked, note
from services.announcement_progress import show_first
from services.coordinators import Forbidden
from storage import announcement_ledger, announcements, audience, hints
from storage.announcements import Announcement
from storage.work import Work


@dataclass(frozen=True, slots=True)
class Begun:
    people: int


@dataclass(frozen=True, slots=True)
class NobodyThere:
    """The audience is empty."""


@dataclass(frozen=True, slots=True)
class NeedsApproval:
    """So many people: a second of the office has to approve the exact text first."""

    people: int


@dataclass(frozen=True, slots=True)
class Finished:
    pass


Beginning = Begun | NobodyThere | NeedsApproval | ChangedMeanwhile | NotNow | NoSuchAnnouncement | Forbidden


@dataclass(frozen=True, kw_only=True)
class BeginSending:
    """`seen`: the digest of what they read and confirmed."""

    by: int
    announcement: int
    seen: str

    async def __call__(self, work: Work) -> Beginning:
        outcome = await self._outcome(work)
        note(work, self.by, "BeginSending", self.announcement, outcome)
        return outcome

    async def _outcome(self, work: Work) -> Beginning:
        one = await locked(work, self.announcement, self.by)
        if not isinstance(one, Announcement):
            return one
        if one.digest != self.seen:
            return ChangedMeanwhile()
        return await why_it_may_not_go(work, one) or await begin(work, one, self.by)


async def why_it_may_not_go(work: Work, one: Announcement) -> NobodyThere | NeedsApproval | None:
    """To its audience as it is at this moment."""
    people = await audience.count(work.connection, one.audience, one.category)
    if people == 0:
        return NobodyThere()
    return NeedsApproval(people) if people >= work.house.large_audience and one.approved_by is None else None


async def begin(work: Work, one: Announcement, by: int) -> Begun | NotNow:
    """Freezes the audience. Under the announcement's lock."""
    started = {"started_by": by, "started_at": work.now, "paused_why": "", "progress_at": work.now, "progress_done": 0}
    if one.started_at is not None or not await announcements.move(work.connection, one.id, AnnouncementState.SENDING, **started):
        return NotNow(one.state)
    people = await announcement_ledger.freeze(work.connection, one.id, audience.reached(one.audience, one.category))
    await announcements.note(work.connection, one.id, people=people)
    await hints.announcement_waiting(work.connection)
    await show_first(work, one.id, by)
    return Begun(people)


@dataclass(frozen=True, kw_only=True)
class FinishSending:
    """The office itself, when everybody in the ledger has their outcome."""

    announcement: int

    async def __call__(self, work: Work) -> Finished | NotNow | NoSuchAnnouncement:
        one = await announcements.lock(work.connection, self.announcement)
        if one is None:
            return NoSuchAnnouncement()
        if one.state is not AnnouncementState.SENDING or await announcement_ledger.is_open(work.connection, one.id):
            return NotNow(one.state)
        await announcements.move(work.connection, one.id, AnnouncementState.DONE, ended_at=work.now)
        outcome = Finished()
        note(work, None, "FinishSending", one.id, outcome)
        return outcome
