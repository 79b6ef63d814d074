"""A coordinator answers, and the answer reaches the one who asked."""

import asyncio

import pytest
from sqlalchemy import true

import bot.house  # noqa: F401 - all doors open
from bot.dialogue.taps import BeginStory
from bot.screens.answering import ReadQuestion, ShowWaiting
from bot.screens.inquiries import ShowMyQuestion, TakeBack, ThankFor
from services.answering import Answered, AnsweredAlready, AnswerQuestion
from services.coordinators import AppointFirstCoordinators, Forbidden
from services.inquiries import LeaveQuestion, Topic
from storage import inquiries, people
from tests.inquiries.test_asking import QUESTION, asks
from tests.player import Player

ANSWER = "Yes: one oven, one shop. Bring the registration certificate."


@pytest.fixture
async def officers(town):
    pair = town.person("Officer"), town.person("Colleague")
    for officer in pair:
        await officer.starts()
    await town.appoints(*pair)
    return pair


async def answers(officer, words: str = ANSWER) -> None:
    await officer.taps("✍️ Answer")
    await officer.sends(words)
    await officer.taps("Send it")


async def test_the_answer_comes_to_the_asker_with_the_question_quoted(owner, officers):
    await asks(owner)
    await answers(officers[0])
    officers[0].sees("Your answer to No. 1 is sent.")
    owner.sees("answered your question No. 1", QUESTION, ANSWER)


async def test_that_it_helped_is_said_by_a_tap_and_twice_is_once(owner, officers):
    await asks(owner)
    await answers(officers[0])
    letter = owner.last().id
    await owner.taps("That helped")
    owner.sees("Glad that it helped")
    await owner.taps_old(letter, "That helped")
    owner.sees(ANSWER)


async def test_asking_again_keeps_the_topic_and_shows_the_office_what_was_said_before(owner, officers):
    await asks(owner)
    await answers(officers[0])
    await owner.taps("Ask again")
    owner.sees("What would you like to know?")
    await owner.sends("And with two ovens?")
    await owner.taps("Skip", "Here in this chat", "Send it")
    officers[1].sees("A new question: No. 2", "Money")
    await officers[1].taps("Read in full")
    officers[1].sees("Asks again about No. 1", "one oven, one shop", "And with two ovens?")


async def test_home_tells_a_coordinator_how_many_wait_and_nobody_else(owner, neighbour, officers):
    await asks(owner)
    await officers[0].starts()
    officers[0].sees_button("📨 Questions waiting (1)")
    await neighbour.starts()
    neighbour.sees_not("Questions waiting")
    await answers(officers[0])
    await officers[0].starts()
    officers[0].sees_button("📨 No questions waiting")


async def test_the_list_of_waiting_questions_turns_its_pages_the_oldest_first(office, owner, neighbour, officers):
    for person in (owner, neighbour):
        await person.starts()
        for number in range(4):
            await office.do(LeaveQuestion(by=person.person.id, topic=Topic.OTHER, question=f"Matter {number}"))
    await officers[0].starts()
    await officers[0].taps("📨 Questions waiting (8)")
    officers[0].sees("No. 1", "No. 6")
    officers[0].sees_not("No. 7")
    await officers[0].taps("Page 2 ▶")
    officers[0].sees("No. 7", "No. 8")
    await officers[0].taps("◀ Page 1")
    officers[0].sees("No. 1")


async def test_the_second_of_two_coordinators_is_told_before_sending(owner, officers):
    first, second = officers
    await asks(owner)
    await second.taps("✍️ Answer")
    await second.sends("Perhaps.")
    await answers(first)
    await second.taps("Send it")
    second.sees("answered by a colleague in the meantime. Nothing more was sent.")
    owner.sees_not("Perhaps.")
    await second.taps("Read the answer")
    second.sees(ANSWER)


async def test_by_night_the_answer_waits_for_the_morning(town, clock, owner, officers):
    await asks(owner)
    clock.passes(hours=12)
    await answers(officers[0])
    assert ANSWER not in owner.chat()
    clock.passes(hours=10)
    await town.settles()
    owner.sees(ANSWER)


async def test_an_answered_question_does_not_come_to_the_others_in_the_morning(town, clock, owner, officers):
    clock.passes(hours=12)
    await asks(owner)
    await officers[0].starts()
    await officers[0].taps("📨 Questions waiting (1)", "No. 1 · Money")
    await answers(officers[0])
    clock.passes(hours=11)
    await town.settles()
    officers[1].sees_not("A new question")


async def test_markup_in_questions_and_answers_is_shown_as_typed(owner, officers):
    await asks(owner, "Is <b>5 & 5</b> {n} %s ten?")
    officers[0].sees("Is <b>5 & 5</b> {n} %s ten?")
    await answers(officers[0], "<i>yes</i> & {no}")
    owner.sees("<i>yes</i> & {no}")


async def two_coordinators(office):
    async with office.work() as work:
        await people.desks(work, {1: "en", 2: "en", 3: "en"})
    await office.do(AppointFirstCoordinators(ids=(2, 3)))
    return (await office.do(LeaveQuestion(by=1, topic=Topic.OTHER, question="Who is first?"))).number


async def test_of_two_answers_at_the_very_same_time_one_is_kept(office):
    number = await two_coordinators(office)
    outcomes = await asyncio.gather(*(office.do(AnswerQuestion(by=by, number=number, answer=f"{by} says")) for by in (2, 3)))
    assert {type(outcome) for outcome in outcomes} == {Answered, AnsweredAlready}


async def test_without_the_check_of_the_state_the_second_answer_would_overwrite_the_first(office, monkeypatch):
    """The negative control of the test above."""
    number = await two_coordinators(office)
    monkeypatch.setattr(inquiries, "_open", true())
    outcomes = await asyncio.gather(*(office.do(AnswerQuestion(by=by, number=number, answer=f"{by} says")) for by in (2, 3)))
    assert {type(outcome) for outcome in outcomes} == {Answered}


async def test_somebody_who_is_no_coordinator_neither_reads_nor_answers_whatever_they_forge(office):
    number = await two_coordinators(office)
    stranger = Player(office, id=1)
    for wish in (ShowWaiting(), ReadQuestion(number), BeginStory("answer_inquiry", str(number))):
        await stranger.wishes(wish)
        stranger.sees("Only the coordinators")
    assert await office.do(AnswerQuestion(by=1, number=number, answer="mine")) == Forbidden()


async def test_a_coordinator_dismissed_in_the_middle_can_no_longer_send(office):
    number = await two_coordinators(office)
    officer = Player(office, id=2)
    await officer.wishes(BeginStory("answer_inquiry", str(number)))
    await officer.says("An answer that comes too late")
    await office.do(AppointFirstCoordinators(ids=(3,)))
    await officer.taps("Send it")
    officer.sees("Only the coordinators")


async def test_another_persons_question_is_neither_shown_nor_changed(office):
    number = await two_coordinators(office)
    neighbour = Player(office, id=9)
    await neighbour.wishes(ShowMyQuestion(number))
    neighbour.sees("no longer there")
    await neighbour.wishes(TakeBack(number))
    neighbour.sees("no longer there")
    await neighbour.wishes(ThankFor(number))
    neighbour.sees("no longer there")
    await neighbour.wishes(BeginStory("ask_office", str(number)))
    neighbour.sees("What is it about?")
    assert (await office.do(AnswerQuestion(by=2, number=number, answer="still there"))) == Answered(number)


async def test_a_question_answered_in_the_meantime_cannot_be_taken_back(office):
    number = await two_coordinators(office)
    asker = Player(office, id=1)
    await asker.wishes(ShowMyQuestion(number))
    await office.do(AnswerQuestion(by=2, number=number, answer="Too late to take it back"))
    await asker.taps("Take it back")
    asker.sees("The office has answered in the meantime")
    asker.sees("Too late to take it back")


@pytest.mark.parametrize("subject", ["", "x", "999", "-1", "１"])
async def test_an_answer_to_a_question_that_is_not_there_ends_kindly(office, subject):
    await two_coordinators(office)
    officer = Player(office, id=2)
    await officer.wishes(BeginStory("answer_inquiry", subject))
    officer.sees("no longer there")
