"""Answering the survey of an event in three taps, once and in time."""

import pytest

import bot.house  # noqa: F401 - all doors open
from bot.screens.survey_taps import BeginSurvey
from programme.events import Survey
from services.surveys import NoSurvey, SurveyAnswered, SurveyFor, WasNotThere, WrongAnswer
from storage import surveys
from tests.player import Player
from tests.surveys.asking import said, thanked

OTHERS = (201, 202, 203, 204)


@pytest.fixture
async def event(town, clock, owner):
    """The owner was there, and has the letter."""
    await owner.starts()
    found = await thanked(town.office, clock, owner.person.id, *OTHERS)
    await town.settles()
    return found


async def answers(office, event) -> int:
    """In the box."""
    async with office.store.reading() as connection:
        return await surveys.count_of(connection, event.id)


async def test_three_taps_and_it_can_be_sent(town, owner, event):
    await owner.taps("4 ⭐")
    owner.sees("Was it useful for your own project?")
    await owner.taps("Partly", "Marketing, selling online")
    owner.sees("4 ⭐ · useful: Partly · next: Marketing, selling online", "nothing that tells who you are")
    await owner.taps("📨 Send it")
    owner.sees("Thank you!", "without your name and without a time")
    assert await answers(town.office, event) == 1


async def test_words_are_shown_once_more_before_they_are_sent(town, owner, event):
    await owner.taps("5 ⭐", "Yes, it was", "How to apply")
    await owner.sends("The example of the bakery helped.")
    owner.sees("Shall I send this?", "The example of the bakery helped.", "cannot be changed")
    await owner.taps("📨 Send it")
    owner.sees("Thank you!")


async def test_what_was_tapped_can_be_corrected_until_it_is_sent(town, owner, event):
    await owner.taps("1 ⭐", "No, it was not", "Taxes and accounts", "◀ Back", "Meeting other shops")
    owner.sees("1 ⭐ · useful: No, it was not · next: Meeting other shops")
    await owner.taps("3 ⭐")
    owner.sees("3 ⭐ · useful: No, it was not · next: Meeting other shops")
    await owner.taps("📨 Send it")
    owner.sees("Thank you!")


async def test_half_an_answer_waits_and_survives_a_restart(town, owner, event):
    await owner.taps("2 ⭐", "Partly", "Later")
    await town.restarts()
    await owner.starts("es_" + str(event.id))
    owner.sees("To what would you come again?")
    await owner.taps("How to apply", "📨 Send it")
    owner.sees("Thank you!")


async def test_an_old_button_says_that_it_is_answered(town, owner, event):
    letter = owner.last().id
    await owner.taps("4 ⭐", "Partly", "How to apply", "📨 Send it")
    await owner.starts()
    await owner.taps_old(letter, "5 ⭐")
    owner.sees("You have answered the survey about “Mapo owners meet” already.")
    assert await answers(town.office, event) == 1


async def test_a_double_tap_at_the_end_is_one_answer(town, owner, event):
    await owner.taps("4 ⭐", "Partly", "How to apply")
    await owner.taps_twice("📨 Send it")
    assert await answers(town.office, event) == 1


async def test_it_can_be_answered_until_the_end_of_the_fourteenth_day(town, clock, owner, event):
    clock.passes(days=14, hours=7)  # Tuesday the 24th, 23:01
    await owner.taps("4 ⭐", "Partly", "How to apply", "📨 Send it")
    owner.sees("Thank you!")


async def test_after_that_it_says_until_when_it_could_be(town, clock, owner, event):
    clock.passes(days=14, hours=9)
    await owner.taps("4 ⭐")
    owner.sees("could be answered until Tue 24 Mar 2026")


async def test_one_begun_in_time_and_ended_too_late_is_not_counted(town, clock, owner, event):
    await owner.taps("4 ⭐", "Partly", "How to apply")
    clock.passes(days=15)
    await owner.taps("📨 Send it")
    owner.sees("could be answered until")
    assert await answers(town.office, event) == 0


async def test_who_was_not_there_is_told_so(town, neighbour, event):
    await neighbour.starts(f"es_{event.id}")
    neighbour.sees("Only those who took part in “Mapo owners meet” are asked")
    neighbour.sees_button("🙋 Ask a person")


async def test_the_page_of_the_event_leads_to_it(town, owner, event):
    await owner.starts(f"ev_{event.id}")
    await owner.taps("✍️ Answer the survey")
    owner.sees("How was “Mapo owners meet”?", "🔒 Anonymous")
    await owner.taps("4 ⭐", "Partly", "How to apply", "📨 Send it")
    owner.sees("Thank you!")


@pytest.mark.parametrize("number", [0, 12345, 2**62])
async def test_a_forged_number_is_no_survey(office_with_calls, number):
    player = Player(office_with_calls, id=9)
    await player.wishes(BeginSurvey(number, 5))
    player.sees("There is no survey about this event.")
    assert await office_with_calls.look(SurveyFor(person=9, event=number)) == NoSurvey()


async def test_an_event_without_a_survey_asks_nothing(office, clock):
    event = await thanked(office, clock, *OTHERS, survey=None)
    assert await office.do(said(201, event)) == NoSurvey()


async def test_forged_stars_and_a_stranger_leave_no_answer(office, clock):
    event = await thanked(office, clock, *OTHERS)
    assert await office.do(said(201, event, stars=6)) == WrongAnswer()
    assert await office.do(said(201, event, words="x" * 501)) == WrongAnswer()
    assert await office.do(said(999, event)) == WasNotThere(event)
    assert await answers(office, event) == 0
    assert await office.do(said(201, event)) == SurveyAnswered(event)


async def test_where_it_is_not_anonymous_that_is_said_first(town, clock, owner):
    await owner.starts()
    event = await thanked(town.office, clock, owner.person.id, survey=Survey.NAMED)
    await town.settles()
    owner.sees("👤 Not anonymous: the office sees your name")
    await owner.taps("4 ⭐", "Partly", "How to apply", "📨 Send it")
    owner.sees("The office reads it.")
    assert await answers(town.office, event) == 1


async def test_on_a_korean_phone_it_is_korean(town, clock, sajangnim):
    await sajangnim.starts()
    await thanked(town.office, clock, sajangnim.person.id)
    await town.settles()
    sajangnim.sees("마포 사장님 교류회", "익명")
    await sajangnim.taps("5 ⭐", "네, 도움이 됐어요", "신청 방법", "📨 보내기")
    sajangnim.sees("고마워요")
