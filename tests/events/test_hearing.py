"""Those who registered hear what changed, on their own phones, and what they tap then leads where it should."""

import pytest

from programme.events import Answer
from services.event_cancelling import CancelEvent
from services.registrations import AnswerEvent
from tests.events.making import COORDINATOR, published, span
from tests.events.test_changing import changes
from tests.sessions.desk import DAY


@pytest.fixture
async def event(town, owner, neighbour):
    """The owner comes; the neighbour perhaps."""
    event = await published(town.office)
    for person, answer in ((owner, Answer.COMING), (neighbour, Answer.MAYBE)):
        await person.starts()
        await town.office.do(AnswerEvent(by=person.person.id, event=event.id, answer=answer))
        person.remember()
    return event


async def test_one_message_says_what_was_and_what_is_and_asks_whether_one_still_comes(town, owner, neighbour, event):
    await changes(town.office, event, dates=(span(10, 12, DAY.replace(day=11)),), place="마포구청", guests=2)
    await town.settles()
    owner.sees("Something has changed", "Tue 10 Mar 2026 14:00–16:00 → Wed 11 Mar 2026 10:00–12:00", "마포구청")
    owner.sees("You may bring 2 guests.", "Can you still come?")
    assert owner.news().count("Something has changed") == 1
    await owner.taps("✅ I still come")
    owner.sees("You come")
    await neighbour.taps("❌ I cannot come")
    neighbour.sees("You said that you do not come.")


async def test_a_change_of_the_words_alone_asks_nothing(town, owner, event):
    await changes(town.office, event, title={"ko": "봄 교류회", "en": "Spring meeting"})
    await town.settles()
    owner.sees("Something has changed: “Spring meeting”", "it was “Mapo owners meet”")
    owner.sees_not("Can you still come?", "• When")


async def test_who_speaks_korean_reads_it_in_korean(town, sajangnim, event):
    await sajangnim.starts()
    await town.office.do(AnswerEvent(by=sajangnim.person.id, event=event.id, answer=Answer.COMING))
    await changes(town.office, event, place="마포구청")
    await town.settles()
    sajangnim.sees("마포 사장님 교류회", "바뀐 내용", "마포구청", "그대로 오실 수 있나요?")
    await town.office.do(CancelEvent(by=COORDINATOR, event=event.id, why="태풍이 와요"))
    await town.settles()
    sajangnim.sees("열리지 않아요", "태풍이 와요")


async def test_who_registered_hears_once_that_it_is_off_and_old_buttons_say_so_too(town, owner, neighbour, event):
    await changes(town.office, event, place="마포구청")
    await town.settles()
    await town.office.do(CancelEvent(by=COORDINATOR, event=event.id, why="The hall is flooded"))
    await town.settles()
    owner.sees("“Mapo owners meet” does not take place.", "Why: The hall is flooded")
    assert owner.news().count("does not take place") == 1
    neighbour.sees("does not take place")
    await owner.taps("✅ I still come")
    owner.sees("cancelled")


async def test_an_answer_given_after_a_change_is_not_told_of_it(town, owner, neighbour, event):
    await town.office.do(AnswerEvent(by=neighbour.person.id, event=event.id, answer=Answer.NOT_COMING))
    await changes(town.office, event, place="마포구청")
    await town.settles()
    neighbour.sees_not("Something has changed")
    owner.sees("Something has changed")
