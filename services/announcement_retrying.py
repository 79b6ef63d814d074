"""Trying those again whom an announcement has not reached."""

from dataclasses import dataclass

from programme.announcements import MOST_RETRIES, AnnouncementState
from services.announcement_deeds import NoSuchAnnouncement, NotNow, locked, note
from services.announcement_progress import show_now
from services.coordinators import Forbidden
from storage import announcement_amendments, announcement_ledger, announcements, hints
from storage.announcements import Announcement
from storage.work import Work


@dataclass(frozen=True, slots=True)
class Retried:
    """`people`: with how many it is tried again."""

    people: int


@dataclass(frozen=True, slots=True)
class EnoughRetries:
    """It was tried as often as it makes sense; the rest is called."""


@dataclass(frozen=True, slots=True)
class NobodyToRetry:
    """All of them have it, or cannot be reached."""


@dataclass(frozen=True, slots=True)
class BeingAmended:
    """It is just being corrected or withdrawn: first that, then this."""


@dataclass(frozen=True, kw_only=True)
class RetryFailed:
    """`retries`: how often it had been tried again when the person looked, so that a second tap tries nothing. `unknown`: those, too, who
    may have it already; everybody else is sent only what does not lie on their phone.
    """

    by: int
    announcement: int
    retries: int
    unknown: bool

    async def __call__(
        self, work: Work
    ) -> Retried | EnoughRetries | NobodyToRetry | BeingAmended | NotNow | NoSuchAnnouncement | Forbidden:
        outcome = await self._outcome(work)
        note(work, self.by, "RetryFailed", self.announcement, outcome, why="unknown too" if self.unknown else "")
        return outcome

    async def _outcome(
        self, work: Work
    ) -> Retried | EnoughRetries | NobodyToRetry | BeingAmended | NotNow | NoSuchAnnouncement | Forbidden:
        one = await locked(work, self.announcement, self.by)
        if not isinstance(one, Announcement):
            return one
        if one.state is not AnnouncementState.DONE or one.retries != self.retries or one.withdrawn_at is not None:
            return NotNow(one.state)
        if one.retries >= MOST_RETRIES:
            return EnoughRetries()
        if await announcement_amendments.standing_of(work.connection, one.id) is not None:
            return BeingAmended()
        return await self._again(work)

    async def _again(self, work: Work) -> Retried | NobodyToRetry | NotNow:
        people = await announcement_ledger.try_failed_again(work.connection, self.announcement, unknown=self.unknown)
        if not people:
            return NobodyToRetry()
        again = {"ended_at": None, "paused_why": "", "progress_at": work.now, "retries": self.retries + 1}
        await announcements.move(work.connection, self.announcement, AnnouncementState.SENDING, **again)
        await hints.announcement_waiting(work.connection)
        await show_now(work, self.announcement)
        return Retried(people)
