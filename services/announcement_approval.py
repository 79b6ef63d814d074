"""Two people for what reaches many: a second of the office approves the exact text and audience."""

from dataclasses import dataclass

from programme.announcement_parts import begins
from programme.announcements import AnnouncementState
from services.announcement_changes import approval_key, approvers, untested
from services.announcement_deeds import ChangedMeanwhile, NoSuchAnnouncement, NotNow, locked, note
from services.announcement_sending import NobodyThere
from services.coordinators import Forbidden, coordinators
from services.letters import Letter, letter
from storage import announcements, audience
from storage.announcements import LONGEST_WHY, Announcement
from storage.work import Work


@letter("announcement_to_approve")
@dataclass(frozen=True, kw_only=True)
class AnnouncementToApprove:
    """To everybody of the office who could."""

    announcement: int
    begins: str  # its first words
    people: int


@letter("announcement_approved")
@dataclass(frozen=True, kw_only=True)
class AnnouncementApproved:
    announcement: int
    begins: str


@letter("announcement_sent_back")
@dataclass(frozen=True, kw_only=True)
class AnnouncementSentBack:
    announcement: int
    begins: str
    why: str


@dataclass(frozen=True, slots=True)
class Asked:
    """`others`: how many were asked."""

    others: int


@dataclass(frozen=True, slots=True)
class NobodyElse:
    """Nobody of the office could approve it."""


@dataclass(frozen=True, slots=True)
class NotTested:
    """In these languages nobody has seen it as it will be sent."""

    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Approved:
    pass


@dataclass(frozen=True, slots=True)
class OwnText:
    """Who had a part in it does not approve it."""


@dataclass(frozen=True, slots=True)
class SentBack:
    pass


async def to_send(
    work: Work, by: int, number: int, seen: str
) -> Announcement | NotTested | ChangedMeanwhile | NoSuchAnnouncement | Forbidden:
    """Locked, when it is what the person saw, has been looked at as it will be sent, and lies within their role."""
    one = await locked(work, number, by)
    if not isinstance(one, Announcement):
        return one
    if one.digest != seen:
        return ChangedMeanwhile()
    return NotTested(missing) if (missing := untested(one)) else one


@dataclass(frozen=True, kw_only=True)
class AskForApproval:
    by: int
    announcement: int
    seen: str

    async def __call__(
        self, work: Work
    ) -> Asked | NobodyElse | NotTested | NobodyThere | ChangedMeanwhile | NotNow | NoSuchAnnouncement | Forbidden:
        outcome = await self._outcome(work)
        note(work, self.by, "AskForApproval", self.announcement, outcome)
        return outcome

    async def _outcome(
        self, work: Work
    ) -> Asked | NobodyElse | NotTested | NobodyThere | ChangedMeanwhile | NotNow | NoSuchAnnouncement | Forbidden:
        one = await to_send(work, self.by, self.announcement, self.seen)
        if not isinstance(one, Announcement):
            return one
        people = await audience.count(work.connection, one.audience, one.category)
        if not people:
            return NobodyThere()
        if not (others := [person for person in await approvers(work, one) if person != self.by]):
            return NobodyElse()
        if not await announcements.move(work.connection, one.id, AnnouncementState.ASKED, asked_by=self.by, sent_back_why=""):
            return NotNow(one.state)
        fact = AnnouncementToApprove(announcement=one.id, begins=begins(one.parts), people=people)
        for person in others:
            work.post(Letter(to=person, fact=fact, key=approval_key(one.id)))
        return Asked(len(others))


@dataclass(frozen=True, kw_only=True)
class ApproveAnnouncement:
    """It is a draft again, which may go out as long as nothing of it changes."""

    by: int
    announcement: int
    seen: str

    async def __call__(self, work: Work) -> Approved | OwnText | ChangedMeanwhile | NotNow | NoSuchAnnouncement | Forbidden:
        outcome = await self._outcome(work)
        note(work, self.by, "ApproveAnnouncement", self.announcement, outcome)
        return outcome

    async def _outcome(self, work: Work) -> Approved | OwnText | ChangedMeanwhile | NotNow | NoSuchAnnouncement | Forbidden:
        one = await _to_judge(work, self.by, self.announcement, self.seen)
        if not isinstance(one, Announcement):
            return one
        approved = {"approved_by": self.by, "approved_at": work.now}
        if not await announcements.move(work.connection, one.id, AnnouncementState.DRAFT, **approved):
            return NotNow(one.state)
        await work.withdraw(approval_key(one.id))
        for person in await _to_be_told(work, one):
            work.post(Letter(to=person, fact=AnnouncementApproved(announcement=one.id, begins=begins(one.parts))))
        return Approved()


@dataclass(frozen=True, kw_only=True)
class SendBackAnnouncement:
    by: int
    announcement: int
    seen: str
    why: str

    async def __call__(self, work: Work) -> SentBack | OwnText | ChangedMeanwhile | NotNow | NoSuchAnnouncement | Forbidden:
        outcome = await self._outcome(work)
        note(work, self.by, "SendBackAnnouncement", self.announcement, outcome)
        return outcome

    async def _outcome(self, work: Work) -> SentBack | OwnText | ChangedMeanwhile | NotNow | NoSuchAnnouncement | Forbidden:
        one = await _to_judge(work, self.by, self.announcement, self.seen)
        if not isinstance(one, Announcement):
            return one
        why = self.why[:LONGEST_WHY]
        back = {"sent_back_why": why, "approved_by": None, "approved_at": None}  # whoever approved it before did not see what was found
        if not await announcements.move(work.connection, one.id, AnnouncementState.DRAFT, **back):
            return NotNow(one.state)
        await work.withdraw(approval_key(one.id))
        for person in await _to_be_told(work, one):
            work.post(Letter(to=person, fact=AnnouncementSentBack(announcement=one.id, begins=begins(one.parts), why=why)))
        return SentBack()


async def _to_judge(
    work: Work, by: int, number: int, seen: str
) -> Announcement | OwnText | ChangedMeanwhile | NotNow | NoSuchAnnouncement | Forbidden:
    one = await locked(work, number, by)
    if not isinstance(one, Announcement):
        return one
    if by in one.authors:
        return OwnText()
    if one.digest != seen:
        return ChangedMeanwhile()
    return one if one.state is AnnouncementState.ASKED else NotNow(one.state)


async def _to_be_told(work: Work, one: Announcement) -> tuple[int, ...]:
    """Who made it, and who asked, where that is somebody else; of them who still belongs to the office."""
    theirs = {one.made_by, one.asked_by}
    return tuple(person for person in await coordinators(work) if person in theirs)
