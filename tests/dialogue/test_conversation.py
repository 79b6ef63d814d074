"""How a conversation behaves, whatever it is about."""

import pytest

from bot.dialogue.taps import BeginStory
from bot.happenings import ContactShared, FileKind, FileSent, Unreadable, UnreadableKind
from tests.dialogue import sample
from tests.player import Player

PHOTO = FileSent(kind=FileKind.PHOTO, file_id="f1", unique_id="u1", size=1000, message_id=1)


@pytest.fixture
def owner(office):
    sample.taken.clear()
    return Player(office)


async def begun(owner: Player) -> None:
    await owner.wishes(BeginStory("sample"))


async def up_to_the_summary(owner: Player) -> None:
    await begun(owner)
    await owner.taps("Bread", "☐ bread 1", "☐ bread 3", "Done (2 ticked)")
    await owner.says("한빛 Bakery")
    await owner.taps("1", "100,000원" if owner.language == "ko" else "KRW 100,000")
    await owner.says("2026-12-24")
    await owner.taps("Skip", "Skip", "10 o'clock")


async def test_a_whole_story_ends_with_its_deed(owner):
    await up_to_the_summary(owner)
    owner.sees("Goods: Bread")
    owner.sees("Sorts: bread 1, bread 3")
    owner.sees("Shop: 한빛 Bakery")
    await owner.taps("Yes, this is right")
    owner.sees("Registered for 10.")


async def test_the_draft_is_gone_after_the_end(owner):
    await up_to_the_summary(owner)
    yes = owner.buttons()[0]
    await owner.taps("Yes, this is right")
    await owner.presses(yes)
    assert "Registered" not in owner.text()


async def test_back_shows_the_question_before_and_keeps_its_answer(owner):
    await begun(owner)
    await owner.taps("Bread", "◀ Back")
    owner.sees("What do you sell?")
    assert "✓ Bread" in owner.labels()
    await owner.taps("Keep my answer")
    owner.sees("Which sorts?")


async def test_back_loses_nothing_that_was_answered_later(owner):
    await up_to_the_summary(owner)
    for _ in range(3):
        await owner.taps("◀ Back")
    owner.sees("Your phone?")
    await owner.taps("Keep my answer" if "Keep my answer" in owner.labels() else "Skip")
    owner.sees("please check")


async def test_only_what_depends_on_a_changed_answer_is_asked_again(owner):
    await up_to_the_summary(owner)
    await owner.taps("✏️ Goods", "Cake")
    owner.sees("Which sorts?")
    await owner.taps("☐ cake 2", "Done (1 ticked)")
    owner.sees("please check")
    owner.sees("Sorts: cake 2")
    owner.sees("Shop: 한빛 Bakery")


async def test_a_change_that_nothing_depends_on_leads_straight_back_to_the_summary(owner):
    await up_to_the_summary(owner)
    await owner.taps("✏️ Shop")
    await owner.says("Sunrise")
    owner.sees("please check")
    owner.sees("Shop: Sunrise")


async def test_a_changed_answer_may_open_a_new_question(owner):
    await up_to_the_summary(owner)
    await owner.taps("✏️ People", "2")
    owner.sees("Is one of you there all day?")
    await owner.taps("Yes")
    owner.sees("please check")


async def test_the_hour_somebody_else_took_meanwhile_is_asked_again_with_the_reason(owner):
    await up_to_the_summary(owner)
    sample.taken.add(10)
    await owner.taps("Yes, this is right")
    owner.sees("Somebody was faster.")
    owner.sees("Which hour?")
    assert "10 o'clock" not in owner.labels()
    await owner.taps("11 o'clock", "Yes, this is right")
    owner.sees("Registered for 11.")


async def test_an_old_button_shows_the_open_question(owner):
    await begun(owner)
    old = owner.buttons()[0]
    await owner.taps("Cake")
    await owner.presses(old)
    owner.sees("Which sorts?")


async def test_a_double_tap_answers_once(owner):
    await begun(owner)
    bread = next(b for b in owner.buttons() if owner.label(b) == "Bread")
    await owner.presses(bread)
    await owner.presses(bread)
    owner.sees("Which sorts?")


async def test_a_button_of_a_thrown_away_draft_does_not_answer_the_new_one(owner):
    await begun(owner)
    old = next(b for b in owner.buttons() if owner.label(b) == "Bread")
    await owner.taps("Bread", "Cancel", "Throw away", "Start again")
    await owner.presses(old)
    owner.sees("What do you sell?")


async def test_later_puts_it_aside_and_home_offers_to_go_on(owner):
    await begun(owner)
    await owner.taps("Bread", "Later")
    owner.sees("waits for you")
    await owner.taps("🏠 Home", "▶ Go on: Market day")
    owner.sees("Which sorts?")


async def test_start_never_loses_a_draft(owner):
    await begun(owner)
    await owner.taps("Bread")
    await owner.commands("start")
    await owner.commands("resume")
    owner.sees("Which sorts?")


async def test_cancel_asks_before_it_throws_away(owner):
    await begun(owner)
    await owner.taps("Bread")
    await owner.commands("cancel")
    owner.sees("Stop “Market day”?")
    await owner.taps("Go on answering")
    owner.sees("Which sorts?")


async def test_cancel_before_the_first_answer_ends_it_at_once(owner):
    await begun(owner)
    await owner.taps("Cancel")
    owner.sees("“Market day” is stopped. You had not answered anything yet.")
    await owner.commands("resume")
    owner.sees("There is nothing unfinished.")


async def test_an_edited_message_corrects_its_answer(owner):
    await up_to_the_summary(owner)
    await owner.edits(101, "Moonrise")
    owner.sees("Corrected: Moonrise")
    owner.sees("Shop: Moonrise")


@pytest.mark.parametrize("sent", [Unreadable(kind=kind) for kind in UnreadableKind] + [PHOTO, ContactShared(phone="01012345678", own=True)])
async def test_a_wrong_kind_of_message_is_told_what_is_needed_and_loses_nothing(owner, sent):
    await begun(owner)
    await owner.taps("Bread", "☐ bread 1", "Done (1 ticked)")
    await owner.does(sent)
    owner.sees("Please type your answer as text.")
    owner.sees("Your shop's name?")


async def test_a_choice_can_be_typed(owner):
    await begun(owner)
    await owner.says("cof")
    owner.sees("✓ Coffee")
    owner.sees("Which sorts?")


async def test_a_bare_number_is_no_place_in_a_list(owner):
    await begun(owner)
    await owner.says("3")
    owner.sees("Please choose one of the buttons")
    owner.sees("What do you sell?")


async def test_the_last_button_of_a_list_can_be_typed(owner):
    await begun(owner)
    await owner.taps("Bread", "☐ bread 1")
    await owner.says("done (1 ticked)")
    owner.sees("Your shop's name?")


async def test_a_long_list_is_paged(owner):
    await begun(owner)
    await owner.taps("Bread")
    assert "☐ bread 9" not in owner.labels()
    await owner.taps("Page 2 of 2 ▶", "☐ bread 9", "Page 2 of 2 ▶")
    assert "☑ bread 9" in owner.labels()


async def test_someone_elses_contact_is_refused_and_a_typed_number_is_taken(owner):
    await begun(owner)
    await owner.taps("Bread", "☐ bread 1", "Done (1 ticked)")
    await owner.says("Shop")
    await owner.taps("1", "KRW 100,000")
    await owner.says("24 dec 2026")
    await owner.does(ContactShared(phone="+821012345678", own=False))
    owner.sees("somebody else's number")
    await owner.says("010-1234-5678")
    owner.sees("Photos of the goods?")


async def test_files_are_gathered_until_done_and_the_same_one_counts_once(owner):
    await up_to_the_summary(owner)
    await owner.taps("✏️ Photos")
    await owner.does(PHOTO)
    await owner.does(PHOTO)
    owner.sees("already here")
    await owner.taps("Done (1 sent)")
    owner.sees("Photos: 1 file")


async def test_a_resident_number_is_refused_and_its_message_deleted(owner):
    await begun(owner)
    await owner.taps("Bread", "☐ bread 1", "Done (1 ticked)")
    await owner.says("제 번호는 900101-1234567 이에요")
    owner.sees("resident registration number")
    owner.sees("Your shop's name?")
    assert owner.reply.deletes == (owner.messages,)


async def test_the_language_changes_in_the_middle_and_the_question_stays(owner):
    await begun(owner)
    await owner.taps("Bread")
    await owner.commands("language")
    await owner.taps("✓ English" if "✓ English" in owner.labels() else "English")
    owner.sees("Which sorts?")
