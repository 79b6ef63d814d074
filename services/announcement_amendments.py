"""What was put right of an announcement, as the office sees it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from programme.announcements import OVER
from services.announcement_amending import Asking, CorrectWords, TooLong
from services.announcement_amendment_running import languages_of
from services.announcement_deeds import NoSuchAnnouncement, may_announce
from services.coordinators import Forbidden, may_read
from storage import announcement_amended, announcement_amendments, announcements
from storage.announcement_amended import Amends
from storage.announcement_amendments import Amendment
from storage.announcements import Announcement
from storage.work import Work

MOST = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendmentsSeen:
    """`found`: the newest first. `counts`: of the newest. `reached`: how many have got anything of it; `reached_in`: the text of each
    language. `can_amend`: now, and by who looks.
    """

    one: Announcement
    found: tuple[Amendment, ...]
    counts: Mapping[Amends, int]
    reached: int
    reached_in: Mapping[str, int]
    may_send: bool
    can_amend: bool
    needs_second: bool
    looks: int
    now: datetime


@dataclass(frozen=True, kw_only=True)
class SeeAmendments:
    by: int
    announcement: int

    async def __call__(self, work: Work) -> AmendmentsSeen | NoSuchAnnouncement | Forbidden:
        if not await may_read(work, self.by):
            return Forbidden()
        one = await announcements.find(work.connection, self.announcement)
        if one is None or one.started_at is None:
            return NoSuchAnnouncement()
        found = await announcement_amendments.of_announcement(work.connection, one.id, limit=MOST)
        reached = await announcement_amended.count_reached(work.connection, one.id)
        stands = await announcement_amendments.standing_of(work.connection, one.id) is not None
        may_send = await may_announce(work, self.by, one.audience)
        return AmendmentsSeen(
            one=one,
            found=tuple(found),
            counts=await announcement_amended.counts(work.connection, found[0].id) if found else {},
            reached=reached,
            reached_in={language: await _reached_in(work, one, language) for language in one.parts},
            may_send=may_send,
            can_amend=may_send and not stands and one.state in OVER and one.withdrawn_at is None and reached > 0,
            needs_second=one.approved_by is not None or reached >= work.house.large_audience,
            looks=self.by,
            now=work.now,
        )


async def _reached_in(work: Work, one: Announcement, language: str) -> int:
    return await announcement_amended.count_reached(work.connection, one.id, await languages_of(work, one, language))


@dataclass(frozen=True, slots=True, kw_only=True)
class Amending:
    """What came of a deed, and what has been put right after it."""

    outcome: Asking | TooLong
    seen: AmendmentsSeen | NoSuchAnnouncement | Forbidden


@dataclass(frozen=True, kw_only=True)
class AndSeeAmendments:
    """Corrects, then looks."""

    by: int
    deed: CorrectWords

    async def __call__(self, work: Work) -> Amending:
        outcome = await self.deed(work)
        return Amending(outcome=outcome, seen=await SeeAmendments(by=self.by, announcement=self.deed.announcement)(work))
