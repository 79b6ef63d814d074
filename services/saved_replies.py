"""Saved replies: answers the office gives often. Every coordinator may use, add and drop them."""

from dataclasses import dataclass

from services.coordinators import Forbidden, may_answer
from storage import saved_replies
from storage.audit import AuditRow
from storage.saved_replies import SavedReply
from storage.work import Conflict, Work

MOST = 30  # more than a phone can choose from would be none


@dataclass(frozen=True, slots=True)
class Saved:
    title: str


@dataclass(frozen=True, slots=True)
class TitleTaken:
    title: str


@dataclass(frozen=True, slots=True)
class TooManySaved:
    most: int


@dataclass(frozen=True, slots=True)
class Dropped:
    pass


@dataclass(frozen=True, kw_only=True)
class SavedReplies:
    by: int

    async def __call__(self, work: Work) -> tuple[SavedReply, ...] | Forbidden:
        if not await may_answer(work, self.by):
            return Forbidden()
        return tuple(await saved_replies.every(work.connection, limit=MOST))


@dataclass(frozen=True, kw_only=True)
class RepliesToChoose:
    """While somebody answers. A consultant, who is not of the office, writes in their own words."""

    by: int

    async def __call__(self, work: Work) -> tuple[SavedReply, ...]:
        found = await SavedReplies(by=self.by)(work)
        return () if isinstance(found, Forbidden) else found


@dataclass(frozen=True, kw_only=True)
class SaveReply:
    by: int
    title: str
    words: str

    async def __call__(self, work: Work) -> Saved | TitleTaken | TooManySaved | Forbidden:
        outcome = await self._outcome(work)
        work.note(AuditRow(who=self.by, did="SaveReply", outcome=type(outcome).__name__))
        return outcome

    async def _outcome(self, work: Work) -> Saved | TitleTaken | TooManySaved | Forbidden:
        if not await may_answer(work, self.by):
            return Forbidden()
        if await saved_replies.has_title(work.connection, self.title):
            return TitleTaken(self.title)
        if await saved_replies.count(work.connection) >= MOST:
            return TooManySaved(MOST)
        try:
            async with work.savepoint():
                await saved_replies.keep(work.connection, title=self.title, words=self.words, by=self.by, now=work.now)
        except Conflict:  # a colleague saved one under this title at the same moment
            return TitleTaken(self.title)
        return Saved(self.title)


@dataclass(frozen=True, kw_only=True)
class DropReply:
    """Dropping one that is gone already changes nothing."""

    by: int
    number: int

    async def __call__(self, work: Work) -> Dropped | Forbidden:
        outcome = Dropped() if await may_answer(work, self.by) else Forbidden()
        if isinstance(outcome, Dropped):
            await saved_replies.drop(work.connection, self.number)
        work.note(AuditRow(who=self.by, did="DropReply", on=f"saved_reply:{self.number}", outcome=type(outcome).__name__))
        return outcome
