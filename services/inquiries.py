"""A question left with the office, seen from the side of the one who asks."""

from dataclasses import dataclass
from datetime import time
from enum import StrEnum

from services.letters import letter
from services.pages import within
from services.staff_topics import SaidToOffice, files_of, letter_key, tell_the_office
from storage import inquiries, people, talks
from storage.audit import AuditRow
from storage.inquiries import Inquiry, KeptFile, NewInquiry
from storage.talks import Said
from storage.work import Work

MOST_OPEN = 5
PAGE = 6
# Monday to Friday, Seoul: the working hours of local officials (지방공무원 복무규정).
OFFICE_OPENS, OFFICE_CLOSES = time(9), time(18)


class Topic(StrEnum):
    ELIGIBILITY = "eligibility"
    MONEY = "money"
    DOCUMENTS = "documents"
    OTHER = "other"
    TAX = "tax"  # the desk's, as in `programme.topics`
    ACCOUNTING = "accounting"


GENERAL = (Topic.ELIGIBILITY, Topic.MONEY, Topic.DOCUMENTS, Topic.OTHER)  # for the office alone


@letter("question")
@dataclass(frozen=True, kw_only=True)
class QuestionLeft:
    """To every coordinator. Carries the question, since a letter is drawn from itself alone; its body goes when it is delivered."""

    number: int
    topic: Topic
    question: str
    files: int
    wants_a_call: bool
    about: str = ""  # the story they stood in


@dataclass(frozen=True, slots=True)
class Left:
    number: int
    topic: Topic


@dataclass(frozen=True, slots=True)
class TooManyOpen:
    most: int


@dataclass(frozen=True, slots=True)
class TakenBack:
    number: int


@dataclass(frozen=True, slots=True)
class NotOpen:
    """Answered meanwhile, not theirs, or gone."""


@dataclass(frozen=True, slots=True)
class Thanked:
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionPage:
    questions: tuple[Inquiry, ...]
    page: int  # from 0
    more: bool
    for_office: bool = True  # what only coordinators have stands beside it


@dataclass(frozen=True, kw_only=True)
class LeaveQuestion:
    by: int
    topic: Topic
    question: str
    files: tuple[KeptFile, ...] = ()
    phone: str | None = None  # digits; None: the answer comes in the chat
    phone_verified: bool = False
    follows: int | None = None
    about: str = ""  # the story they stood in

    async def __call__(self, work: Work) -> Left | TooManyOpen:
        await people.lock(work.connection, self.by)
        if await inquiries.open_count_of(work.connection, self.by) >= MOST_OPEN:
            work.note(AuditRow(who=self.by, did="LeaveQuestion", outcome="TooManyOpen"))
            return TooManyOpen(MOST_OPEN)
        number = await inquiries.keep(work.connection, await self._inquiry(work), work.now)
        await self._tell_the_office(work, number)
        work.note(AuditRow(who=self.by, did="LeaveQuestion", on=f"inquiry:{number}", outcome="Left", why=self.topic.value))
        return Left(number, self.topic)

    async def _inquiry(self, work: Work) -> NewInquiry:
        former = await MyQuestion(person=self.by, number=self.follows)(work)
        return NewInquiry(
            asker=self.by,
            topic=self.topic.value,
            question=self.question,
            files=self.files,
            phone=self.phone,
            phone_verified=self.phone_verified,
            follows=former.id if former else None,
            about=self.about,
        )

    async def _tell_the_office(self, work: Work, number: int) -> None:
        fact = QuestionLeft(
            number=number,
            topic=self.topic,
            question=self.question,
            files=len(self.files),
            wants_a_call=self.phone is not None,
            about=self.about,
        )
        in_topic = SaidToOffice(
            number=number,
            words=self.question,
            first=True,
            about=self.about,
            wants_a_call=self.phone is not None,
            **files_of(self.files),
        )
        await tell_the_office(work, in_topic, fact)


@dataclass(frozen=True, kw_only=True)
class TakeBackQuestion:
    """Deletes it, as long as nobody has answered."""

    by: int
    number: int

    async def __call__(self, work: Work) -> TakenBack | NotOpen:
        taken = await inquiries.take_back(work.connection, self.number, self.by)
        if taken:
            await work.withdraw(letter_key(self.number))
        outcome = TakenBack(self.number) if taken else NotOpen()
        work.note(AuditRow(who=self.by, did="TakeBackQuestion", on=f"inquiry:{self.number}", outcome=type(outcome).__name__))
        return outcome


@dataclass(frozen=True, kw_only=True)
class ThankForAnswer:
    """The asker says that it helped; once is enough, again changes nothing."""

    by: int
    number: int

    async def __call__(self, work: Work) -> Thanked | NotOpen:
        helped = await inquiries.mark_helped(work.connection, self.number, self.by, work.now)
        outcome = Thanked() if helped else NotOpen()
        work.note(AuditRow(who=self.by, did="ThankForAnswer", on=f"inquiry:{self.number}", outcome=type(outcome).__name__))
        return outcome


@dataclass(frozen=True, kw_only=True)
class MyQuestion:
    """None when it is not this person's."""

    person: int
    number: int | None

    async def __call__(self, work: Work) -> Inquiry | None:
        found = await inquiries.find(work.connection, self.number) if self.number is not None else None
        return found if found is not None and found.asker == self.person else None


@dataclass(frozen=True, kw_only=True)
class MyThread:
    """What was said on one's own question since, in its order; what the office noted for itself is not told."""

    person: int
    number: int

    async def __call__(self, work: Work) -> tuple[Said, ...]:
        mine = await MyQuestion(person=self.person, number=self.number)(work)
        return () if mine is None else tuple(await talks.thread(work.connection, self.number, notes=False))


@dataclass(frozen=True, kw_only=True)
class MyQuestions:
    """The newest first."""

    person: int
    page: int = 0

    async def __call__(self, work: Work) -> QuestionPage:
        page = within(self.page, await inquiries.count_of(work.connection, self.person), PAGE)
        found = await inquiries.of_person(work.connection, self.person, limit=PAGE + 1, offset=page * PAGE)
        return QuestionPage(questions=tuple(found[:PAGE]), page=page, more=len(found) > PAGE)


@dataclass(frozen=True, kw_only=True)
class MayAsk:
    """Whether there is room for one more open question."""

    person: int

    async def __call__(self, work: Work) -> bool:
        return await inquiries.open_count_of(work.connection, self.person) < MOST_OPEN
