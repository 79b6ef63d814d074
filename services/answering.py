"""A question left with the office, seen from the side that answers. Who may see and answer is checked here, every time."""

from dataclasses import dataclass, replace

from services.coordinators import Forbidden, may_answer
from services.inquiries import PAGE, QuestionPage, Topic
from services.letters import Letter, letter
from services.pages import within
from services.question_routing import desk_of, may_answer_this
from services.staff_topics import files_of, letter_key, tell_the_topic
from storage import inquiries, talks
from storage.audit import AuditRow
from storage.inquiries import Desk, Inquiry, KeptFile
from storage.talks import Said, Side
from storage.work import Work


@letter("answer")
@dataclass(frozen=True, kw_only=True)
class QuestionAnswered:
    """To the one who asked. Its body goes when it is delivered."""

    number: int
    question: str
    answer: str
    photos: tuple[str, ...] = ()  # ids at Telegram
    documents: tuple[str, ...] = ()
    topic: Topic = Topic.OTHER


@dataclass(frozen=True, slots=True)
class Answered:
    number: int
    live: bool = False  # the asker is still talking with the office, and the bot is silent


@dataclass(frozen=True, slots=True)
class AnsweredAlready:
    """Somebody was faster."""

    number: int


@dataclass(frozen=True, slots=True)
class QuestionGone:
    """Taken back, or forgotten with the one who asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeQuestion:
    """A question with the one it asks again about, and all that was said since, notes of the office among it."""

    inquiry: Inquiry
    former: Inquiry | None
    thread: tuple[Said, ...] = ()
    mine: bool = False  # the one who looks at it looks after it
    live: bool = False  # the asker is talking with the office right now, and the bot is silent
    for_office: bool = True  # a coordinator looks at it; consultants see neither the office's notes nor a phone number


@dataclass(frozen=True, kw_only=True)
class AnswerQuestion:
    by: int
    number: int
    answer: str

    async def __call__(self, work: Work) -> Answered | AnsweredAlready | QuestionGone | Forbidden:
        outcome = await self._outcome(work)
        work.note(AuditRow(who=self.by, did="AnswerQuestion", on=f"inquiry:{self.number}", outcome=type(outcome).__name__))
        return outcome

    async def _outcome(self, work: Work) -> Answered | AnsweredAlready | QuestionGone | Forbidden:
        if not await may_answer_this(work, self.by, await inquiries.find(work.connection, self.number)):
            return Forbidden()
        # The state is checked by the statement that changes it, so of two coordinators at once one is second.
        kept = await inquiries.answer(work.connection, self.number, words=self.answer, by=self.by, now=work.now)
        inquiry = await inquiries.find(work.connection, self.number)
        if inquiry is None:
            return QuestionGone()
        if not kept:
            return AnsweredAlready(self.number)
        await work.withdraw(letter_key(self.number))
        await say_as_office(work, inquiry, self.answer, by=self.by)
        await tell_the_topic(work, inquiry.id, self.answer)
        return Answered(self.number, live=await talks.is_live(work.connection, self.number))


async def say_as_office(work: Work, inquiry: Inquiry, words: str, *, by: int, files: tuple[KeptFile, ...] = ()) -> None:
    """Kept in the thread, and sent to the one who asked."""
    await talks.keep(work.connection, inquiry.id, Said(side=Side.OFFICE, words=words, files=files, said_at=work.now), author=by)
    await talks.heard(work.connection, inquiry.id, work.now)
    fact = QuestionAnswered(number=inquiry.id, question=inquiry.question, answer=words, topic=Topic(inquiry.topic), **files_of(files))
    work.post(Letter(to=inquiry.asker, fact=fact))


@dataclass(frozen=True, kw_only=True)
class AddToAnswer:
    """One more word of the office on a question that has its answer."""

    by: int
    number: int
    words: str

    async def __call__(self, work: Work) -> Answered | QuestionGone | Forbidden:
        outcome = await self._outcome(work)
        work.note(AuditRow(who=self.by, did="AddToAnswer", on=f"inquiry:{self.number}", outcome=type(outcome).__name__))
        return outcome

    async def _outcome(self, work: Work) -> Answered | QuestionGone | Forbidden:
        inquiry = await inquiries.find(work.connection, self.number)
        if not await may_answer_this(work, self.by, inquiry):
            return Forbidden()
        if inquiry is None:
            return QuestionGone()
        await say_as_office(work, inquiry, self.words, by=self.by)
        await tell_the_topic(work, inquiry.id, self.words)
        return Answered(self.number, live=await talks.is_live(work.connection, self.number))


@dataclass(frozen=True, kw_only=True)
class WaitingQuestions:
    """The oldest first; to consultants, those of the desk they advise on."""

    by: int
    page: int = 0

    async def __call__(self, work: Work) -> QuestionPage | Forbidden:
        for_office = await may_answer(work, self.by)
        which = None if for_office else Desk(topics=await desk_of(work, self.by), but_of=self.by)
        if which is not None and not which.topics:
            return Forbidden()
        page = within(self.page, await inquiries.waiting_count(work.connection, which), PAGE)
        found = await inquiries.waiting(work.connection, which, limit=PAGE + 1, offset=page * PAGE)
        return QuestionPage(questions=tuple(found[:PAGE]), page=page, more=len(found) > PAGE, for_office=for_office)


@dataclass(frozen=True, kw_only=True)
class DeskQuestions:
    """How many questions of their topics wait for this consultant. None: they advise on none of the desk's."""

    person: int

    async def __call__(self, work: Work) -> int | None:
        topics = await desk_of(work, self.person)
        return await inquiries.waiting_count(work.connection, Desk(topics=topics, but_of=self.person)) if topics else None


@dataclass(frozen=True, kw_only=True)
class QuestionForOffice:
    by: int
    number: int

    async def __call__(self, work: Work) -> WholeQuestion | QuestionGone | Forbidden:
        inquiry = await inquiries.find(work.connection, self.number)
        if not await may_answer_this(work, self.by, inquiry):
            return Forbidden()
        if inquiry is None:
            return QuestionGone()
        for_office = await may_answer(work, self.by)
        former = await inquiries.find(work.connection, inquiry.follows) if inquiry.follows is not None else None
        thread = await talks.thread(work.connection, inquiry.id, notes=for_office)
        return WholeQuestion(
            inquiry=inquiry if for_office else replace(inquiry, phone=None),
            for_office=for_office,
            former=former if for_office or (former is not None and former.topic == inquiry.topic) else None,
            thread=tuple(thread),
            mine=inquiry.taken_by == self.by,
            live=await talks.is_live(work.connection, inquiry.id),
        )
