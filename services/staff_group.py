"""The office's own group: made by a coordinator, and what coordinators write in the topic of a question."""

from dataclasses import dataclass

from services.answering import say_as_office
from services.coordinators import Forbidden, may_answer
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
    """`made` false: the office is told in private again."""

    by: int
    chat: int
    has_topics: bool
    made: bool = True

    async def __call__(self, work: Work) -> StaffGroupMade | StaffGroupEnded | NeedsTopics | ShopsFormHere | UnknownGroup | Forbidden:
        if not await may_answer(work, self.by):
            return Forbidden()
        outcome = await self._outcome(work)
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
        if not await may_answer(work, self.by):
            return Forbidden()
        inquiry = await inquiries.of_topic(work.connection, self.chat, self.topic)
        if inquiry is None:
            return NobodysTopic()
        outcome = await self._outcome(work, inquiry)
        work.note(AuditRow(who=self.by, did="SayInTopic", on=f"inquiry:{inquiry.id}", outcome=type(outcome).__name__))
        return outcome

    async def _outcome(self, work: Work, inquiry: Inquiry) -> SentToAsker | KeptAsNote:
        if self.words.startswith(NOTE):
            note = Said(side=Side.NOTE, words=self.words.removeprefix(NOTE).strip(), said_at=work.now)
            await talks.keep(work.connection, inquiry.id, note, author=self.by)
            return KeptAsNote()
        await inquiries.answer(work.connection, inquiry.id, words=self.words, by=self.by, now=work.now)
        await say_as_office(work, inquiry, self.words, by=self.by, files=(self.file,) if self.file is not None else ())
        return SentToAsker()


@dataclass(frozen=True, kw_only=True)
class CloseTopic:
    by: int
    chat: int
    topic: int

    async def __call__(self, work: Work) -> TalkEnded | NotTalking | NobodysTopic | Forbidden:
        if not await may_answer(work, self.by):
            return Forbidden()
        inquiry = await inquiries.of_topic(work.connection, self.chat, self.topic)
        return NobodysTopic() if inquiry is None else await HandBack(by=self.by, number=inquiry.id)(work)
