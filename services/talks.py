"""Talking with the office: while it lasts, the bot is silent, and what the person types goes to a coordinator.

A talk belongs to an inquiry, which is made by the first word. It ends when the person turns to the bot again, when the office hands
back, or by itself after a day without a word, so that nobody writes to an empty room for ever.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from programme.seoul import seoul_time
from services.chores import chore, one_by_one
from services.coordinators import Forbidden
from services.inquiries import MOST_OPEN, OFFICE_CLOSES, OFFICE_OPENS, LeaveQuestion, Left, MyQuestion, TooManyOpen, Topic
from services.letters import Letter, letter
from services.office import Office
from services.question_routing import may_answer_this
from services.staff_topics import MoreSaid, SaidToOffice, TopicClosed, files_of, tell_the_office
from storage import inquiries, talks
from storage.audit import AuditRow
from storage.inquiries import KeptFile
from storage.talks import Side
from storage.work import Work

SILENCE = timedelta(hours=24)
SATURDAY = 5


@letter("handed_back")
@dataclass(frozen=True, kw_only=True)
class HandedBack:
    """To the person: the bot listens again."""

    number: int | None
    by_silence: bool


@dataclass(frozen=True, slots=True)
class Talking:
    """`open_now`: somebody of the office may be reading right now."""

    open_now: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Passed:
    """What was said is with the office. `count`: how many messages of the person the inquiry holds now; 1: it has just been made."""

    number: int
    count: int


@dataclass(frozen=True, slots=True)
class NotTalking:
    pass


@dataclass(frozen=True, slots=True)
class TalkEnded:
    number: int | None


def is_office_open(now: datetime) -> bool:
    """Monday to Friday in working hours, Seoul."""
    there = seoul_time(now)
    return there.weekday() < SATURDAY and OFFICE_OPENS <= there.time() < OFFICE_CLOSES


@dataclass(frozen=True, kw_only=True)
class BeginTalk:
    by: int
    about: str = ""  # the story they stand in
    number: int | None = None  # one's own question to go on with

    async def __call__(self, work: Work) -> Talking | TooManyOpen:
        outcome = await self._outcome(work)
        work.note(AuditRow(who=self.by, did="BeginTalk", outcome=type(outcome).__name__, why=self.about))
        return outcome

    async def _outcome(self, work: Work) -> Talking | TooManyOpen:
        mine = await MyQuestion(person=self.by, number=self.number)(work)
        if mine is None and await inquiries.open_count_of(work.connection, self.by) >= MOST_OPEN:
            return TooManyOpen(MOST_OPEN)
        await talks.begin(work.connection, self.by, about=self.about, now=work.now, inquiry=mine.id if mine else None)
        return Talking(is_office_open(work.now))


@dataclass(frozen=True, kw_only=True)
class SayToOffice:
    by: int
    words: str
    files: tuple[KeptFile, ...] = ()

    async def __call__(self, work: Work) -> Passed | NotTalking | TooManyOpen:
        talk = await talks.of_person(work.connection, self.by)
        if talk is None:
            work.note(AuditRow(who=self.by, did="SayToOffice", outcome="NotTalking"))
            return NotTalking()
        if talk.inquiry is None:
            return await self._first(work, talk.about)
        await self._more(work, talk.inquiry)
        return Passed(number=talk.inquiry, count=1 + await talks.count(work.connection, talk.inquiry, Side.ASKER))

    async def _first(self, work: Work, about: str) -> Passed | TooManyOpen:
        left = await LeaveQuestion(by=self.by, topic=Topic.OTHER, question=self.words, files=self.files, about=about)(work)
        if not isinstance(left, Left):
            return left
        await talks.go_on(work.connection, self.by, inquiry=left.number, now=work.now)
        return Passed(number=left.number, count=1)

    async def _more(self, work: Work, number: int) -> None:
        said = talks.Said(side=Side.ASKER, words=self.words, files=self.files, said_at=work.now)
        await talks.keep(work.connection, number, said)
        await talks.go_on(work.connection, self.by, inquiry=number, now=work.now)
        await inquiries.wait_again(work.connection, number)
        in_topic = SaidToOffice(number=number, words=self.words, first=False, **files_of(self.files))
        await tell_the_office(work, in_topic, MoreSaid(number=number, words=self.words, files=len(self.files)))
        work.note(AuditRow(who=self.by, did="SayToOffice", on=f"inquiry:{number}", outcome="Passed"))


@dataclass(frozen=True, kw_only=True)
class EndTalk:
    """The person turns to the bot again. Their inquiry stays open."""

    by: int

    async def __call__(self, work: Work) -> TalkEnded | NotTalking:
        outcome = await self._outcome(work)
        work.note(AuditRow(who=self.by, did="EndTalk", outcome=type(outcome).__name__))
        return outcome

    async def _outcome(self, work: Work) -> TalkEnded | NotTalking:
        talk = await talks.of_person(work.connection, self.by)
        if talk is None:
            return NotTalking()
        await talks.end(work.connection, self.by)
        await _tell_topic(work, talk.inquiry, by_person=True)
        return TalkEnded(talk.inquiry)


@dataclass(frozen=True, kw_only=True)
class HandBack:
    """The office ends the talk: the bot listens to the person again, and says so."""

    by: int
    number: int

    async def __call__(self, work: Work) -> TalkEnded | NotTalking | Forbidden:
        outcome = await self._outcome(work)
        work.note(AuditRow(who=self.by, did="HandBack", on=f"inquiry:{self.number}", outcome=type(outcome).__name__))
        return outcome

    async def _outcome(self, work: Work) -> TalkEnded | NotTalking | Forbidden:
        if not await may_answer_this(work, self.by, await inquiries.find(work.connection, self.number)):
            return Forbidden()
        person = await talks.end_of_inquiry(work.connection, self.number)
        if person is None:
            return NotTalking()
        work.post(Letter(to=person, fact=HandedBack(number=self.number, by_silence=False), key=f"handed_back:{self.number}"))
        await _tell_topic(work, self.number, by_person=False)
        return TalkEnded(self.number)


async def _tell_topic(work: Work, number: int | None, *, by_person: bool) -> None:
    chat, topic = (None, None) if number is None else await inquiries.topic_of(work.connection, number)
    if number is not None and chat is not None and topic is not None:
        work.post(Letter(to=chat, fact=TopicClosed(number=number, by_person=by_person)))


@dataclass(frozen=True, kw_only=True)
class EndSilentTalk:
    """The office itself, when the day is over; a word that came meanwhile keeps the talk."""

    person: int

    async def __call__(self, work: Work) -> None:
        if not await talks.end_if_silent(work.connection, self.person, work.now - SILENCE):
            return
        work.post(Letter(to=self.person, fact=HandedBack(number=None, by_silence=True), key=f"handed_back_to:{self.person}"))
        work.note(AuditRow(who=None, did="EndSilentTalk", on=f"person:{self.person}", outcome="TalkEnded"))


@chore(timedelta(minutes=10))
async def end_silent_talks(office: Office) -> None:
    async with office.store.reading() as connection:
        silent = await talks.silent(connection, office.clock.now() - SILENCE)
    await one_by_one(office, {f"person:{person}": EndSilentTalk(person=person) for person in silent})
