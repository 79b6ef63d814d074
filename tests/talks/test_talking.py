"""From any question to a person of the office and back, and nothing is answered by the bot meanwhile."""

import pytest

import bot.house  # noqa: F401 - all doors open
from bot.screens.office_desk import DropSavedReply, HandBackTalk, LookAfter, ShowSavedReplies
from tests.player import Player

NIGHT_HOURS = 12


@pytest.fixture
async def officers(town):
    pair = town.person("Officer"), town.person("Colleague")
    for officer in pair:
        await officer.starts()
    await town.appoints(*pair)
    return pair


async def talks(owner, *words: str) -> None:
    await owner.starts()
    await owner.taps("💰 How much would we get?", "🙋 Ask a person")
    await owner.sends(*words)


async def answers(officer, words: str) -> None:
    await officer.taps("✍️ Answer")
    await officer.sends(words)
    await officer.taps("Send it")


async def test_what_is_typed_goes_to_the_office_and_the_bot_keeps_silent(owner, officers):
    await talks(owner, "We are three bakers.")
    owner.sees("The office has your message: No. 1")
    owner.sees_not("Please")
    for officer in officers:
        officer.sees("A new question: No. 1", "We are three bakers.", "How much would we get?")
    await owner.sends("One of us has no certificate.")
    owner.sees("The office has 2 messages of yours")
    officers[0].sees("More on question No. 1", "One of us has no certificate.")


async def test_an_answer_comes_into_the_talk_and_the_talk_goes_on(owner, officers):
    await talks(owner, "We are three bakers.")
    await answers(officers[0], "Three is enough.")
    owner.sees("Three is enough.")
    await owner.sends("And two?")
    officers[1].sees("More on question No. 1", "And two?")
    await answers(officers[1], "Two is one too few.")
    owner.sees("Two is one too few.")


async def test_back_to_the_bot_is_back_at_the_open_question(owner, officers):
    await talks(owner, "We are three bakers.")
    await owner.taps("◀ Back to the bot")
    owner.sees("I am listening again", "How much would we get?")
    await owner.sends("hello")
    officers[0].sees_not("hello")


async def test_home_ends_the_talk_and_says_so(owner, officers):
    await talks(owner, "We are three bakers.")
    await owner.starts()
    owner.sees("I am listening again", "Golmok")
    await owner.sends("hello")
    officers[0].sees_not("hello")


async def test_a_photo_is_passed_on_and_the_office_can_look_at_it(owner, officers):
    await talks(owner, "Is this the right paper?")
    await owner.does("sends_photo")
    officers[0].sees("More on question No. 1", "1 photo or file")
    await officers[0].taps("Read in full", "Show 1 photo or file")
    officers[0].sees("(photo)")


async def test_a_sticker_cannot_be_passed_on_and_that_is_said(owner, officers):
    await talks(owner, "Hello?")
    await owner.does("sends_sticker")
    owner.sees("I can pass on text, photos and files")


async def test_a_resident_number_is_not_passed_on(owner, officers):
    await talks(owner, "Hello?")
    await owner.sends("900101-1234567")
    owner.sees("never keep one")
    officers[0].sees_not("900101")


async def test_a_restart_in_the_middle_of_a_talk_changes_nothing(town, owner, officers):
    await talks(owner, "Hello?")
    await town.restarts()
    await owner.sends("Still there?")
    officers[0].sees("Still there?")


async def test_the_office_hands_back_and_the_person_hears_it(owner, officers):
    await talks(owner, "Hello?")
    await officers[0].taps("Read in full", "🤖 Back to the bot")
    owner.sees("I am listening again")
    await owner.sends("hello")
    officers[0].sees_not("hello")


async def test_who_was_handed_back_goes_on_where_they_stood(owner, officers):
    await talks(owner, "Hello?")
    await officers[0].taps("Read in full", "🤖 Back to the bot")
    await owner.taps("▶ Go on where I was")
    owner.sees("How much would we get?")


async def test_whoever_has_answered_can_hand_back_at_once(owner, officers):
    await talks(owner, "Hello?")
    await answers(officers[0], "Hello.")
    await officers[0].taps("🤖 Back to the bot")
    owner.sees("I am listening again")


async def test_after_a_talk_that_is_over_there_is_nothing_to_hand_back(owner, officers):
    await talks(owner, "Hello?")
    await owner.starts()
    await answers(officers[0], "Hello.")
    officers[0].sees("Your answer to No. 1 is sent.")
    officers[0].sees_not("Back to the bot")


async def test_who_was_helped_goes_on_where_they_stopped(owner, officers):
    await talks(owner, "We are three bakers.")
    await answers(officers[0], "Three is enough.")
    await owner.taps("That helped", "▶ Go on: How much would we get?")
    owner.sees("Who would do the project together?")


async def test_a_talk_in_which_nobody_speaks_for_a_day_ends_by_itself(town, clock, owner, officers):
    await talks(owner, "Hello?")
    clock.passes(hours=24, minutes=1)
    await town.does_chores()
    owner.sees("Nothing was said for a day.")
    await owner.sends("hello")
    officers[0].sees_not("hello")


async def test_by_night_and_on_sundays_the_office_is_said_to_be_closed(clock, owner, officers):
    clock.passes(hours=NIGHT_HOURS)
    await owner.starts()
    await owner.taps("💰 How much would we get?", "🙋 Ask a person")
    owner.sees("The office is closed now")


async def test_who_looks_after_a_question_gets_the_rest_alone(owner, officers):
    await talks(owner, "Hello?")
    await officers[0].taps("✋ I look after it")
    officers[0].sees("You look after it now")
    await officers[1].taps("✋ I look after it")
    officers[1].sees("A colleague was faster")
    await owner.sends("It is about the oven.")
    officers[0].sees("It is about the oven.")
    officers[1].sees_not("It is about the oven.")


async def test_a_note_is_for_the_office_alone(owner, officers):
    await talks(owner, "Hello?")
    await officers[0].taps("Read in full", "📝 Note for the office")
    await officers[0].sends("Called twice, line busy.")
    await officers[1].taps("Read in full")
    officers[1].sees("Called twice, line busy.")
    await owner.starts()
    await owner.taps("📮 My questions", "No. 1 · waiting")
    owner.sees_not("Called twice")
    owner.sees("Hello?")


async def test_a_saved_reply_is_one_tap_away(owner, officers):
    await officers[0].starts()
    await officers[0].taps("📨 No questions waiting", "Saved replies", "➕ New saved reply")
    await officers[0].sends("Bring the registration certificate.", "Papers")
    await officers[0].taps("Save it")
    officers[0].sees("Saved: “Papers”")
    await talks(owner, "What do I bring?")
    await officers[1].taps("✍️ Answer", "💬 Papers", "Send it")
    owner.sees("Bring the registration certificate.")


async def test_a_second_reply_under_the_same_name_is_asked_for_another(officers):
    officer = officers[0]
    for words in ("One.", "Two."):
        await officer.starts()
        await officer.taps("📨 No questions waiting", "Saved replies", "➕ New saved reply")
        await officer.sends(words, "Papers")
        await officer.taps("Save it")
    officer.sees("already. Please choose another name.")


@pytest.mark.parametrize("forged", [LookAfter(1, take=True), HandBackTalk(1), ShowSavedReplies(), DropSavedReply(1)])
async def test_only_the_office_has_the_tools_of_the_office(office_with_calls, forged):
    nobody = Player(office_with_calls)
    screen = await nobody.wishes(forged)
    assert "Only the coordinators" in screen.words.in_("en")


async def test_writing_back_goes_on_with_the_same_question(owner, officers):
    await talks(owner, "We are three bakers.")
    await owner.taps("◀ Back to the bot")
    await answers(officers[0], "Three is enough.")
    await owner.taps("💬 Write back")
    await owner.sends("Thank you, and two?")
    officers[0].sees("More on question No. 1", "Thank you, and two?")
