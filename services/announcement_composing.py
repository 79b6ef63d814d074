"""Composing an announcement: a draft of the office that anybody whose role reaches there can go on with."""

from dataclasses import dataclass

from programme.announcement_parts import Written
from programme.announcements import AnnouncementState, Category
from services.announcement_audience import widest
from services.announcement_changes import back_to_draft, made, may_change, remade
from services.announcement_deeds import NoSuchAnnouncement, NotNow, may_announce, note
from services.announcement_writing import check_parts
from services.coordinators import Forbidden, may_answer
from storage import announcements
from storage.audit import AuditRow
from storage.work import Work


@dataclass(frozen=True, slots=True)
class Drafted:
    announcement: int


@dataclass(frozen=True, slots=True)
class ThrownAway:
    pass


@dataclass(frozen=True, slots=True)
class TakenBack:
    """It is a draft again."""


@dataclass(frozen=True, kw_only=True)
class MayCompose:
    """A look."""

    by: int

    async def __call__(self, work: Work) -> bool:
        return await may_answer(work, self.by)


@dataclass(frozen=True, kw_only=True)
class DraftAnnouncement:
    by: int
    category: Category
    language: str
    parts: tuple[Written, ...]

    async def __call__(self, work: Work) -> Drafted | Forbidden:
        outcome = await self._outcome(work)
        on = f"announcement:{outcome.announcement}" if isinstance(outcome, Drafted) else ""
        work.note(AuditRow(who=self.by, did="DraftAnnouncement", on=on, outcome=type(outcome).__name__))
        return outcome

    async def _outcome(self, work: Work) -> Drafted | Forbidden:
        if not await may_answer(work, self.by):
            return Forbidden()
        check_parts(self.parts)
        new = made(category=self.category, parts={self.language: self.parts}, buttons=[], audience=await widest(work, self.by))
        return Drafted(await announcements.keep(work.connection, new, by=self.by, now=work.now))


@dataclass(frozen=True, kw_only=True)
class CloneAnnouncement:
    """The words, the buttons, the audience and the category of a former one, as a draft of one's own."""

    by: int
    announcement: int

    async def __call__(self, work: Work) -> Drafted | NoSuchAnnouncement | Forbidden:
        outcome = await self._outcome(work)
        note(work, self.by, "CloneAnnouncement", self.announcement, outcome)
        return outcome

    async def _outcome(self, work: Work) -> Drafted | NoSuchAnnouncement | Forbidden:
        if not await may_answer(work, self.by):
            return Forbidden()
        one = await announcements.find(work.connection, self.announcement)
        if one is None:
            return NoSuchAnnouncement()
        allowed = await may_announce(work, self.by, one.audience)
        new = remade(one) if allowed else remade(one, audience=await widest(work, self.by))
        return Drafted(await announcements.keep(work.connection, new, by=self.by, now=work.now))


@dataclass(frozen=True, kw_only=True)
class TakeBack:
    """Asked, scheduled or held: it is a draft again, and the approval stays as long as nothing is changed."""

    by: int
    announcement: int

    async def __call__(self, work: Work) -> TakenBack | NotNow | NoSuchAnnouncement | Forbidden:
        outcome = await self._outcome(work)
        note(work, self.by, "TakeBack", self.announcement, outcome)
        return outcome

    async def _outcome(self, work: Work) -> TakenBack | NotNow | NoSuchAnnouncement | Forbidden:
        one = await announcements.lock(work.connection, self.announcement)
        if one is None:
            return NoSuchAnnouncement()
        if not await may_change(work, self.by, one):
            return Forbidden()
        if one.state not in {AnnouncementState.ASKED, AnnouncementState.SCHEDULED, AnnouncementState.HELD}:
            return NotNow(one.state)
        await back_to_draft(work, one)
        return TakenBack()


@dataclass(frozen=True, kw_only=True)
class ThrowAway:
    """A draft; what has gone to anybody stays on record."""

    by: int
    announcement: int

    async def __call__(self, work: Work) -> ThrownAway | NotNow | NoSuchAnnouncement | Forbidden:
        outcome = await self._outcome(work)
        note(work, self.by, "ThrowAway", self.announcement, outcome)
        return outcome

    async def _outcome(self, work: Work) -> ThrownAway | NotNow | NoSuchAnnouncement | Forbidden:
        one = await announcements.lock(work.connection, self.announcement)
        if one is None:
            return NoSuchAnnouncement()
        if not await may_change(work, self.by, one):
            return Forbidden()
        return ThrownAway() if await announcements.delete_draft(work.connection, one.id) else NotNow(one.state)
