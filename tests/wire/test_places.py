"""Letters with a place of their own: topics of a forum, messages that change, groups that have moved."""

from dataclasses import dataclass

import pytest

from bot.wire import deliveries
from services.letter_places import Arrived, Fate, Lost, Place, Refused, TopicOpened, followed, placed
from services.letters import Letter, letter
from services.office import Deed
from storage.audit import AuditRow
from storage.work import Work
from tests.wire import echo
from tests.wire.conftest import Town
from tests.wire.ledger import effects, letter_states


@letter("wire_note", at_any_hour=True)
@dataclass(frozen=True)
class Note(echo.Reminder):
    """`message`, `topic`: 0 for none."""

    message: int = 0
    topic: int = 0
    opens: str = ""
    closes: bool = False


@placed(Note)
async def place_of_note(work: Work, fact: Note) -> Place | None:
    if fact.name == "nowhere":
        return None
    return Place(message=fact.message or None, topic=fact.topic or OPEN.get(fact.opens), opens=fact.opens or None, closes=fact.closes)


OPEN: dict[str, int] = {}  # topics by name; a feature keeps them in its table


@dataclass(frozen=True)
class Told:
    fate: str

    async def __call__(self, work: Work) -> None:
        work.note(AuditRow(who=None, did="Told", on=self.fate, outcome="heard"))


@followed(Note)
def what_became(fact: Note, fate: Fate) -> Deed[None]:
    if fact.name == "buggy":
        raise ValueError(fact.name)
    match fate:
        case Arrived(topic=topic):
            return Told(f"arrived in {topic}")
        case TopicOpened(topic=topic):
            OPEN[fact.opens] = topic
            return Told(f"opened {topic}")
        case Lost():
            return Told("lost")
        case Refused(reason=reason):
            return Told(f"refused: {reason}")


async def posts(town: Town, chat: int, *notes: Note) -> None:
    async with town.office.work() as work:
        for note in notes:
            work.post(Letter(to=chat, fact=note))
    await town.settles()


@pytest.fixture
async def forum(town: Town, golmok):
    OPEN.clear()
    kim = town.emulator.person("김담당")
    group = town.emulator.group("담당", [kim], forum=True, with_bot=True)
    group.promotes_bot("can_manage_topics")
    await town.settles()
    return group


async def test_a_topic_is_opened_written_into_and_closed(town: Town, forum) -> None:
    await posts(town, forum.id, Note("first", opens="No. 1"))
    [topic] = forum.state.topics
    assert f"arrived in {topic}" in await effects(town.office)
    await posts(town, forum.id, Note("second", topic=topic, closes=True))
    texts = [m.text for m in forum.chat() if m.json.get("message_thread_id") == topic and m.from_bot and m.text]
    assert texts == ["Tomorrow: first", "Tomorrow: second"]
    assert forum.state.topics[topic].closed


async def test_a_topic_that_was_opened_before_the_letter_failed_is_not_opened_again(town: Town, forum, monkeypatch) -> None:
    monkeypatch.setattr(deliveries, "PATIENCE", 0)
    town.emulator.observers.append(lambda call: town.emulator.fails(1, 500) if call.method == "createForumTopic" else None)
    await posts(town, forum.id, Note("first", opens="No. 2"))
    [topic] = forum.state.topics
    assert (await effects(town.office))[1:] == [f"opened {topic}"]
    town.clock.passes(minutes=2)
    await town.settles()
    assert list(forum.state.topics) == [topic]
    assert (await effects(town.office))[1:] == [f"opened {topic}", f"arrived in {topic}"]


async def test_a_message_that_is_gone_is_told_as_lost(town: Town, forum) -> None:
    await posts(town, forum.id, Note("changed", message=99))
    assert "lost" in await effects(town.office)


async def test_a_letter_without_a_place_any_more_is_given_up(town: Town, forum) -> None:
    await posts(town, forum.id, Note("nowhere"))
    assert "given_up" in await letter_states(town.office)
    assert not any(m.text == "Tomorrow: nowhere" for m in forum.chat())


async def test_a_letter_whose_sequel_cannot_be_named_goes_out_once(town: Town, forum) -> None:
    await posts(town, forum.id, Note("buggy"))
    assert set(await letter_states(town.office)) == {"delivered"}
    town.clock.passes(minutes=2)
    await town.settles()
    assert [m.text for m in forum.chat() if m.text].count("Tomorrow: buggy") == 1
