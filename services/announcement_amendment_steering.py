"""What can be done while an announcement is corrected or withdrawn: it is paused, gone on with, or stopped."""

from dataclasses import dataclass

from programme.announcements import ASKED, ERRORS
from services.announcement_amendment_approval import approval_key
from services.announcement_amendment_running import NotSo, locked_with_its_announcement, note_amendment
from services.announcement_deeds import NoSuchAnnouncement
from services.announcement_steering import GoesOn, Paused
from services.coordinators import Forbidden
from storage import announcement_amended, announcement_amendments, hints
from storage.announcement_amendments import STANDING, AmendmentState
from storage.work import Work


@dataclass(frozen=True, slots=True)
class Stopped:
    """`left`: for whom nothing was changed."""

    left: int


@dataclass(frozen=True, kw_only=True)
class StopAmendment:
    """Before a second said yes, or in the middle: what is changed stays changed."""

    by: int
    amendment: int

    async def __call__(self, work: Work) -> Stopped | NotSo | NoSuchAnnouncement | Forbidden:
        outcome = await self._outcome(work)
        note_amendment(work, self.by, "StopAmendment", self.amendment, outcome)
        return outcome

    async def _outcome(self, work: Work) -> Stopped | NotSo | NoSuchAnnouncement | Forbidden:
        found = await locked_with_its_announcement(work, self.amendment, self.by)
        if not isinstance(found, tuple):
            return found
        if not await announcement_amendments.move(
            work.connection, self.amendment, AmendmentState.CANCELLED, before=STANDING, ended_at=work.now
        ):
            return NotSo()
        await work.withdraw(approval_key(self.amendment))
        return Stopped(await announcement_amended.leave_waiting(work.connection, self.amendment, work.now))


@dataclass(frozen=True, kw_only=True)
class PauseAmendment:
    """`by` None: the office itself, because too much of it failed."""

    by: int | None
    amendment: int

    async def __call__(self, work: Work) -> Paused | NotSo | NoSuchAnnouncement | Forbidden:
        outcome = await self._outcome(work)
        note_amendment(work, self.by, "PauseAmendment", self.amendment, outcome)
        return outcome

    async def _outcome(self, work: Work) -> Paused | NotSo | NoSuchAnnouncement | Forbidden:
        found = await locked_with_its_announcement(work, self.amendment, self.by)
        if not isinstance(found, tuple):
            return found
        why = ERRORS if self.by is None else ASKED
        moved = await announcement_amendments.move(
            work.connection, self.amendment, AmendmentState.PAUSED, before=(AmendmentState.RUNNING,), paused_why=why
        )
        return Paused() if moved else NotSo()


@dataclass(frozen=True, kw_only=True)
class GoOnAmending:
    by: int
    amendment: int

    async def __call__(self, work: Work) -> GoesOn | NotSo | NoSuchAnnouncement | Forbidden:
        outcome = await self._outcome(work)
        note_amendment(work, self.by, "GoOnAmending", self.amendment, outcome)
        return outcome

    async def _outcome(self, work: Work) -> GoesOn | NotSo | NoSuchAnnouncement | Forbidden:
        found = await locked_with_its_announcement(work, self.amendment, self.by)
        if not isinstance(found, tuple):
            return found
        if not await announcement_amendments.move(
            work.connection, self.amendment, AmendmentState.RUNNING, before=(AmendmentState.PAUSED,), paused_why=""
        ):
            return NotSo()
        await hints.announcement_waiting(work.connection)
        return GoesOn()
