"""The tax and accounting desk: a quick question first, answered by a coordinator or by a consultant of its topic, and nobody else."""

import pytest

import bot.house  # noqa: F401 - all doors open
from bot.dialogue.taps import BeginStory
from bot.screens.answering import ReadQuestion, ShowWaiting
from programme.topics import Topic as Subject
from services.answering import AddToAnswer, AnswerQuestion, DeskQuestions, QuestionForOffice, WaitingQuestions
from services.coordinators import Forbidden
from services.looking_after import NoteOnQuestion, TakeQuestion
from services.talks import HandBack
from storage import consultants
from tests.player import Player
from tests.sessions.desk import advises

QUESTION = "We bought an oven together. Whose books does it go into?"
ANSWER = "Into the books of the shop that paid, each for its part."


async def asks_desk(person, topic: Subject = Subject.TAX, question: str = QUESTION) -> None:
    player = Player(person.town.office, id=person.person.id)
    await player.wishes(BeginStory("ask_desk", topic.value))
    await person.sends(question)
    await person.taps("Skip", "Send it")


@pytest.fixture
async def officer(town):
    officer = town.person("Officer")
    await officer.starts()
    await town.appoints(officer)
    return officer


@pytest.fixture
async def advisers(town):
    """For taxes, and for brands."""
    pair = town.person("Yun"), town.person("Han")
    for person, topic in zip(pair, (Subject.TAX, Subject.BRAND), strict=True):
        await person.starts()
        await advises(town.office, person.person.id, name=person.person.account.first_name, topics=(topic,))
    return pair


async def test_the_consultant_of_the_topic_hears_of_it_and_answers_without_a_coordinator(owner, officer, advisers):
    yun, han = advisers
    await owner.starts()
    await asks_desk(owner)
    owner.sees("on its way: No. 1", "See my question")
    for reader in (yun, officer):
        reader.sees("A new question: No. 1", "Taxes", QUESTION)
    han.sees_not(QUESTION)
    await yun.taps("✍️ Answer")
    yun.sees(QUESTION)
    await yun.sends(ANSWER)
    await yun.taps("Send it")
    owner.sees("answered your question No. 1", ANSWER)
    owner.sees_button("That helped")
    owner.sees_button("🗓 Book a session")
    await officer.taps("✍️ Answer")
    officer.sees("answered by a colleague")


async def test_a_consultant_sees_neither_notes_of_the_office_nor_the_phone_nor_the_name(town, owner, officer, advisers):
    await owner.starts()
    await asks_desk(owner)
    await town.office.do(NoteOnQuestion(by=officer.person.id, number=1, words="Asked the same last year"))
    yun, _ = advisers
    await yun.taps("Read in full")
    yun.sees(QUESTION)
    yun.sees_not("last year", "Owner", "Note for the office", "Saved replies")


async def test_a_consultant_lists_the_questions_of_their_topics_alone(town, owner, officer, advisers):
    yun, han = (Player(town.office, id=one.person.id) for one in advisers)
    await owner.starts()
    for topic in (Subject.TAX, Subject.ACCOUNTING):
        await asks_desk(owner, topic, f"About {topic.value}")
    assert (await town.office.look(DeskQuestions(person=yun.id)), await town.office.look(DeskQuestions(person=han.id))) == (1, None)
    await yun.wishes(ShowWaiting())
    yun.sees("About tax")
    assert "About accounting" not in yun.text()
    await han.wishes(ShowWaiting())
    han.sees("Only the coordinators")


async def test_whoever_advises_on_something_else_reads_and_answers_nothing(town, owner, advisers):
    await owner.starts()
    await asks_desk(owner, Subject.ACCOUNTING)
    for one in advisers:
        by = one.person.id
        refused = [
            await town.office.do(AnswerQuestion(by=by, number=1, answer=ANSWER)),
            await town.office.do(AddToAnswer(by=by, number=1, words=ANSWER)),
            await town.office.do(TakeQuestion(by=by, number=1)),
            await town.office.do(HandBack(by=by, number=1)),
            await town.office.do(NoteOnQuestion(by=by, number=1, words=ANSWER)),
            await town.office.look(QuestionForOffice(by=by, number=1)),
        ]
        assert refused == [Forbidden()] * len(refused)
        player = Player(town.office, id=by)
        await player.wishes(ReadQuestion(1))
        assert QUESTION not in player.text()


async def test_what_is_asked_of_the_office_is_for_the_office_alone(town, owner, officer, advisers):
    await owner.starts()
    await owner.taps("🙋 Ask a person", "Money")
    await owner.sends("Is the subsidy taxed?")
    await owner.taps("Skip", "Here in this chat", "Send it")
    advisers[0].sees_not("Is the subsidy taxed?")
    assert await town.office.look(QuestionForOffice(by=advisers[0].person.id, number=1)) == Forbidden()


async def test_consultants_do_not_answer_themselves_nor_after_they_have_left(town, owner, officer, advisers):
    yun, _ = advisers
    await asks_desk(yun)
    yun.sees_not("A new question")
    assert await town.office.do(AnswerQuestion(by=yun.person.id, number=1, answer=ANSWER)) == Forbidden()
    await owner.starts()
    await asks_desk(owner)
    async with town.office.work() as work:
        await consultants.leave(work.connection, yun.person.id, work.now)
    assert await town.office.do(AnswerQuestion(by=yun.person.id, number=2, answer=ANSWER)) == Forbidden()
    assert await town.office.look(WaitingQuestions(by=yun.person.id)) == Forbidden()


async def test_one_who_looks_after_it_hears_alone_and_asking_again_goes_to_the_desk(owner, officer, advisers):
    yun, _ = advisers
    await owner.starts()
    await asks_desk(owner)
    await yun.taps("✋ I look after it")
    await yun.taps("✍️ Answer")
    await yun.sends(ANSWER)
    await yun.taps("Send it")
    await owner.taps("💬 Write back")
    officer.remember()
    await owner.sends("And the tax on it?")
    yun.sees("And the tax on it?")
    officer.sees_not("And the tax on it?")


async def test_where_the_staff_has_a_group_what_the_consultant_answers_stands_in_the_topic(town, owner, officer, advisers):
    yun, _ = advisers
    group = await town.gathers("The office", officer, forum=True)
    await group.does("promotes_bot", "can_manage_topics", "can_pin_messages")
    await group.says(officer, "/staff")
    await owner.starts()
    await asks_desk(owner)
    yun.sees("A new question: No. 1", QUESTION)
    await yun.taps("✍️ Answer")
    await yun.sends(ANSWER)
    await yun.taps("Send it")
    owner.sees(ANSWER)
    in_topic = group.in_topic(int(group.topics()["No. 1"]))
    assert QUESTION in in_topic
    assert f"Answered in private\n{ANSWER}" in in_topic
