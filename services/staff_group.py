"""The office's own group: made by a coordinator, and what coordinators write in the topic of a question."""

from dataclasses import dataclass

from programme.rights import Right
from services.answering import say_as_office
from services.coordinators import Forbidden, may_answer, why_not
from services.talks import HandBack, NotTalking, TalkEnded
from storage import groups, inquiries, talks
from storage.audit import AuditRow
from storage.inquiries import Inquiry, KeptFile
from storage.talks import Said, Side
from storage.work import Work

NOTE = "#"


@dataclass(frozen=True, slots=True)
class StaffGroupMade:
    pass


@dataclass(frozen=True, slots=True)
class StaffGroupEnded:
    pass


@dataclass(frozen=True, slots=True)
class NeedsTopics:
    """Without topics the threads of different people would run into each other."""


@dataclass(frozen=True, slots=True)
class ShopsFormHere:
    """A consortium forms in this group: what people ask the office is not for shop owners to read."""


@dataclass(frozen=True, slots=True)
class UnknownGroup:
    """The bot was not seen coming into it."""


@dataclass(frozen=True, kw_only=True)
class MakeStaffGroup:
    """For the whole office, so by whom its role is without a limit. `made` false: the office is told in private again."""

    by: int
    chat: int
    has_topics: bool
    made: bool = True

    async def __call__(self, work: Work) -> StaffGroupMade | StaffGroupEnded | NeedsTopics | ShopsFormHere | UnknownGroup | Forbidden:
        refused = await why_not(work, self.by, Right.COORDINATE)
        outcome = await self._outcome(work) if refused is None else refused
        work.note(AuditRow(who=self.by, did="MakeStaffGroup", on=f"group:{self.chat}", outcome=type(outcome).__name__))
        return outcome

    async def _outcome(self, work: Work) -> StaffGroupMade | StaffGroupEnded | NeedsTopics | ShopsFormHere | UnknownGroup:
        group = await groups.lock(work.connection, self.chat)
        if group is None or group.left_at is not None:
            return UnknownGroup()
        if self.made and group.consortium is not None:
            return ShopsFormHere()
        has_topics = self.has_topics or group.forum
        if self.made and not has_topics:
            return NeedsTopics()
        await groups.be_staff(work.connection, self.chat, staff=self.made, forum=has_topics)
        return StaffGroupMade() if self.made else StaffGroupEnded()


@dataclass(frozen=True, slots=True)
class SentToAsker:
    pass


@dataclass(frozen=True, slots=True)
class KeptAsNote:
    pass


@dataclass(frozen=True, slots=True)
class NobodysTopic:
    """No question belongs to it, or the one who asked took it back."""


@dataclass(frozen=True, kw_only=True)
class SayInTopic:
    """Goes to the one who asked, unless it begins with #."""

    by: int
    chat: int
    topic: int
    words: str
    file: KeptFile | None = None

    async def __call__(self, work: Work) -> SentToAsker | KeptAsNote | NobodysTopic | Forbidden:
        found = await _question_in(work, self.by, self.chat, self.topic)
        outcome = await self._said(work, found) if isinstance(found, Inquiry) else found
        on = f"inquiry:{found.id}" if isinstance(found, Inquiry) else f"group:{self.chat}"
        work.note(AuditRow(who=self.by, did="SayInTopic", on=on, outcome=type(outcome).__name__))
        return outcome

    async def _said(self, work: Work, inquiry: Inquiry) -> SentToAsker | KeptAsNote:
        if self.words.startswith(NOTE):
            note = Said(side=Side.NOTE, words=self.words.removeprefix(NOTE).strip(), said_at=work.now)
            await talks.keep(work.connection, inquiry.id, note, author=self.by)
            return KeptAsNote()
        await inquiries.answer(work.connection, inquiry.id, words=self.words, by=self.by, now=work.now)
        await say_as_office(work, inquiry, self.words, by=self.by, files=(self.file,) if self.file is not None else ())
        return SentToAsker()


@dataclass(frozen=True, kw_only=True)
class CloseTopic:
    """Hands back the one who asked in it, which leaves a row of its own."""

    by: int
    chat: int
    topic: int

    async def __call__(self, work: Work) -> TalkEnded | NotTalking | NobodysTopic | Forbidden:
        found = await _question_in(work, self.by, self.chat, self.topic)
        if isinstance(found, Inquiry):
            return await HandBack(by=self.by, number=found.id)(work)
        work.note(AuditRow(who=self.by, did="CloseTopic", on=f"group:{self.chat}", outcome=type(found).__name__))
        return found


async def _question_in(work: Work, by: int, chat: int, topic: int) -> Inquiry | NobodysTopic | Forbidden:
    if not await may_answer(work, by):
        return Forbidden()
    return await inquiries.of_topic(work.connection, chat, topic) or NobodysTopic()
