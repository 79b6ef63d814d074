"""How the office hears of a question: in a topic of its own in the staff's group, or, without one, each coordinator in private.

The consultants of the desk hear of their topics in private in either case.
"""

from dataclasses import dataclass
from typing import TypedDict

from services.letter_places import Arrived, Fate, Lost, Place, Refused, TopicOpened, followed, placed
from services.letters import Letter, letter
from services.question_routing import desk_consultants, who_hears
from storage import groups, inquiries
from storage.audit import AuditRow
from storage.inquiries import KeptFile
from storage.work import Work

PHOTO = "photo"  # a kind of `KeptFile`; the other is a document


@letter("in_topic")
@dataclass(frozen=True, kw_only=True)
class SaidToOffice:
    """Into the topic of a question: the question itself, or what the asker adds to it. `about`: the story they stood in."""

    number: int
    words: str
    first: bool
    about: str = ""
    wants_a_call: bool = False
    photos: tuple[str, ...] = ()  # ids at Telegram
    documents: tuple[str, ...] = ()


@letter("more_said")
@dataclass(frozen=True, kw_only=True)
class MoreSaid:
    """To whoever looks after the question, else to everybody who may answer it, in private."""

    number: int
    words: str
    files: int


@letter("topic_closed", at_any_hour=True)
@dataclass(frozen=True, kw_only=True)
class TopicClosed:
    """The last word in a topic. `by_person`: the asker turned to the bot again; else the office handed back."""

    number: int
    by_person: bool


@letter("answered_in_private", at_any_hour=True)
@dataclass(frozen=True, kw_only=True)
class AnsweredInPrivate:
    """Into the topic of a question, so that nobody there answers it a second time."""

    number: int
    words: str


@placed(SaidToOffice)
async def place_of_word(work: Work, fact: SaidToOffice) -> Place | None:
    """The first word opens the topic; others wait for it, so that a question never gets two."""
    if await inquiries.find(work.connection, fact.number) is None:
        return None
    chat, topic = await inquiries.topic_of(work.connection, fact.number)
    waits = topic is None and chat is not None and not fact.first
    return Place(topic=topic, opens=f"No. {fact.number}", waits=waits, language=await _language(work))


@placed(TopicClosed)
async def place_of_end(work: Work, fact: TopicClosed) -> Place | None:
    _, topic = await inquiries.topic_of(work.connection, fact.number)
    return None if topic is None else Place(topic=topic, closes=not fact.by_person, language=await _language(work))


@placed(AnsweredInPrivate)
async def place_of_answer(work: Work, fact: AnsweredInPrivate) -> Place | None:
    _, topic = await inquiries.topic_of(work.connection, fact.number)
    return None if topic is None else Place(topic=topic, language=await _language(work))


async def _language(work: Work) -> str | None:
    forum = await groups.staff_forum(work.connection)
    return None if forum is None else forum.language


@dataclass(frozen=True, kw_only=True)
class KeepTopic:
    number: int
    topic: int

    async def __call__(self, work: Work) -> None:
        forum = await groups.staff_forum(work.connection)
        if forum is not None:
            await inquiries.keep_topic(work.connection, self.number, forum.chat, self.topic)
            work.note(AuditRow(who=None, did="KeepTopic", on=f"inquiry:{self.number}", outcome="Kept"))


@dataclass(frozen=True, kw_only=True)
class TellEachInstead:
    """The group is gone, or does not let the bot write: coordinators hear of it in private, and the topic is forgotten."""

    fact: SaidToOffice

    async def __call__(self, work: Work) -> None:
        found = await inquiries.find(work.connection, self.fact.number)
        if found is None:
            return
        await inquiries.keep_topic(work.connection, found.id, None, None)
        private = MoreSaid(number=found.id, words=self.fact.words, files=len(self.fact.photos) + len(self.fact.documents))
        desk = await desk_consultants(work, found)  # who were told beside the group
        for one in await who_hears(work, found):
            if one not in desk:
                work.post(Letter(to=one, fact=private))
        work.note(AuditRow(who=None, did="TellEachInstead", on=f"inquiry:{found.id}", outcome="Told"))


@followed(SaidToOffice)
def word_has_come(fact: SaidToOffice, fate: Fate) -> KeepTopic | TellEachInstead | None:
    match fate:
        case TopicOpened(topic=topic) | Arrived(topic=int(topic)):
            return KeepTopic(number=fact.number, topic=topic)
        case Lost():
            return TellEachInstead(fact=fact)
        case Arrived() | Refused():
            return None


def letter_key(number: int) -> str:
    """The letters that tell the coordinators of a question."""
    return f"question:{number}"


async def tell_the_office(work: Work, in_topic: SaidToOffice, in_private: object) -> None:
    """`in_private`: the letter to each coordinator where there is no group of the staff, and to the consultants of the desk."""
    forum = await groups.staff_forum(work.connection)
    key = letter_key(in_topic.number) if in_topic.first else None
    inquiry = await inquiries.find(work.connection, in_topic.number)
    hear = await who_hears(work, inquiry)
    if forum is not None:
        if in_topic.first:
            await inquiries.keep_topic(work.connection, in_topic.number, forum.chat, None)
        work.post(Letter(to=forum.chat, fact=in_topic, key=key))
        hear = tuple(one for one in await desk_consultants(work, inquiry) if one in hear)
    for one in hear:
        work.post(Letter(to=one, fact=in_private, key=key))


async def tell_the_topic(work: Work, number: int, words: str) -> None:
    """What was answered elsewhere."""
    chat, topic = await inquiries.topic_of(work.connection, number)
    if chat is not None and topic is not None:
        work.post(Letter(to=chat, fact=AnsweredInPrivate(number=number, words=words)))


class FileFacts(TypedDict):
    photos: tuple[str, ...]
    documents: tuple[str, ...]


def files_of(files: tuple[KeptFile, ...]) -> FileFacts:
    """As a letter carries them."""
    return {
        "photos": tuple(file.file_id for file in files if file.kind == PHOTO),
        "documents": tuple(file.file_id for file in files if file.kind != PHOTO),
    }
