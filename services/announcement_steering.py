"""What can be done while an announcement goes out: it is paused, gone on with, or cancelled."""

from dataclasses import dataclass

from programme.announcements import ASKED, ERRORS, AnnouncementState
from services.announcement_deeds import NoSuchAnnouncement, NotNow, locked, note
from services.announcement_progress import show_now
from services.coordinators import Forbidden
from storage import announcement_ledger, announcements, hints
from storage.announcements import Announcement
from storage.work import Work


@dataclass(frozen=True, slots=True)
class Paused:
    pass


@dataclass(frozen=True, slots=True)
class GoesOn:
    pass


@dataclass(frozen=True, slots=True)
class Cancelled:
    """`withdrawn`: to whom it had not gone yet."""

    withdrawn: int


@dataclass(frozen=True, kw_only=True)
class PauseSending:
    """`by` None: the office itself, because too much of it failed."""

    by: int | None
    announcement: int

    async def __call__(self, work: Work) -> Paused | NotNow | NoSuchAnnouncement | Forbidden:
        outcome = await self._outcome(work)
        note(work, self.by, "PauseSending", self.announcement, outcome)
        return outcome

    async def _outcome(self, work: Work) -> Paused | NotNow | NoSuchAnnouncement | Forbidden:
        one = await locked(work, self.announcement, self.by)
        if not isinstance(one, Announcement):
            return one
        why = ERRORS if self.by is None else ASKED
        moved = await announcements.move(work.connection, one.id, AnnouncementState.PAUSED, paused_why=why)
        if not moved:
            return NotNow(one.state)
        await show_now(work, one.id)
        return Paused()


@dataclass(frozen=True, kw_only=True)
class GoOnSending:
    by: int
    announcement: int

    async def __call__(self, work: Work) -> GoesOn | NotNow | NoSuchAnnouncement | Forbidden:
        outcome = await self._outcome(work)
        note(work, self.by, "GoOnSending", self.announcement, outcome)
        return outcome

    async def _outcome(self, work: Work) -> GoesOn | NotNow | NoSuchAnnouncement | Forbidden:
        one = await locked(work, self.announcement, self.by)
        if not isinstance(one, Announcement):
            return one
        if one.state is not AnnouncementState.PAUSED:
            return NotNow(one.state)
        await announcements.move(work.connection, one.id, AnnouncementState.SENDING, paused_why="")
        await hints.announcement_waiting(work.connection)
        await show_now(work, one.id)
        return GoesOn()


@dataclass(frozen=True, kw_only=True)
class CancelSending:
    """Whoever has it already keeps it; to nobody else it goes."""

    by: int
    announcement: int

    async def __call__(self, work: Work) -> Cancelled | NotNow | NoSuchAnnouncement | Forbidden:
        outcome = await self._outcome(work)
        note(work, self.by, "CancelSending", self.announcement, outcome)
        return outcome

    async def _outcome(self, work: Work) -> Cancelled | NotNow | NoSuchAnnouncement | Forbidden:
        one = await locked(work, self.announcement, self.by)
        if not isinstance(one, Announcement):
            return one
        if not await announcements.move(work.connection, one.id, AnnouncementState.CANCELLED, ended_at=work.now):
            return NotNow(one.state)
        withdrawn = await announcement_ledger.withdraw_waiting(work.connection, one.id, work.now)
        await show_now(work, one.id)
        return Cancelled(withdrawn)
