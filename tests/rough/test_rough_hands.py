"""Double taps, forged buttons, albums, numbers hidden where nobody looks, drafts of another release."""

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import text

import bot.house  # noqa: F401 - all doors open
from bot.dialogue.taps import BeginStory
from bot.happenings import Tapped
from bot.screens.answering import ReadQuestion
from bot.screens.certificates import ShowCertificate
from bot.taps import OldTap, decode
from services.coordinators import AppointFirstCoordinators
from storage import people
from tests.player import Player

CHECK = ("✅ Can we apply?", "🏪 Small shops", "3 shops", "Yes", "Fewer than 5", "None of these", "None of these")
ESTIMATE = ("💰 How much would we get?", "🏪 Small shops", "One sum for everything", "KRW 50 million", "No, without VAT")


async def failed(town) -> list[Any]:
    async with town.office.store.reading() as connection:
        return list(await connection.execute(text("SELECT state, reason FROM arrivals WHERE reason IS NOT NULL")))


async def test_a_double_tap_on_the_last_answer_does_not_wipe_out_the_result(town, owner):
    await owner.starts()
    await owner.taps(*CHECK)
    await owner.taps_twice("Yes")
    owner.sees("It looks as if you can apply.", "That is done already.")
    owner.sees_not("What would you like to do?")


async def test_a_double_tap_on_send_it_shows_only_the_receipt(town, owner):
    await owner.starts()
    await owner.taps("🙋 Ask a person", "Whether we can apply")
    await owner.sends("May two of us share a shop?")
    await owner.taps("Skip", "Here in this chat")
    await owner.taps_twice("Send it")
    owner.sees("Your question is with the office")
    owner.sees_not("What would you like to do?")


async def test_a_double_tap_on_change_begins_once_and_breaks_nothing(town, owner):
    await owner.starts()
    await owner.taps(*CHECK, "Yes")
    await owner.taps_twice("✏️ Change an answer")
    owner.sees("What would you like to change?")
    assert await failed(town) == []


async def test_changing_the_same_result_again_later_begins_afresh(office_with_calls):
    player = Player(office_with_calls)
    await player.commands("start")
    await player.taps(*CHECK, "Yes", "✏️ Change an answer")
    await player.commands("start")
    await player.taps("📁 My results (1)", "✅ Open check 1", "✏️ Change an answer")
    player.sees("What would you like to change?")


async def test_a_double_tap_on_keep_keeps_one(town, owner):
    await owner.starts()
    await owner.taps(*ESTIMATE, "3 shops", "＋ KRW 10 million")
    await owner.taps_twice("💾 Keep this")
    await owner.sends("/start")
    owner.sees_button("📁 My results (2)")


async def test_an_album_gets_one_screen(town, owner):
    await owner.starts()
    await owner.taps("🙋 Ask a person", "Whether we can apply")
    await owner.sends("What is on these pages?")
    before = sum(message.from_bot for message in owner.person.chat())
    for _ in range(10):
        owner.person.sends_photo(album="pages")
    await town.settles()
    assert sum(message.from_bot for message in owner.person.chat()) == before + 1
    owner.sees_button("Done (5 sent)")


@pytest.mark.parametrize(
    ("does", "given", "more"),
    [
        ("sends_file", ("900101-1234567.pdf", b"x"), {}),
        ("sends", ("/help 900101-1234567",), {}),
        ("sends", ("９００１０１\u200b-１２３４５６７",), {}),
        ("sends_photo", (), {"caption": "it is\n900101\n1234567"}),
    ],
)
async def test_a_resident_number_is_found_wherever_it_stands(town, owner, does, given, more):
    await owner.starts()
    await owner.taps("🙋 Ask a person", "Whether we can apply")
    await owner.sends("May we?")
    await owner.does(does, *given, **more)
    owner.sees("That looked like a resident registration number")
    assert owner.person.chat()[-2].deleted or not any("900101" in (m.text or "") for m in owner.person.chat() if not m.deleted)
    assert "Done (1 sent)" not in owner.labels()


@pytest.mark.parametrize("nothing", ["\u2800\u2800", "\u3164", "\u200b\u200d"])
async def test_an_answer_nobody_can_see_is_none(office_with_calls, nothing):
    player = Player(office_with_calls)
    await player.commands("start")
    await player.taps("⏰ Certificate reminder", "➕ Add a certificate")
    await player.says(nothing)
    player.sees("Please type your answer as text.")


@pytest.mark.parametrize("forged", [f"w1:{2**63}", "rs:a\0b", "go:pre_check:\0", f"pg:a:b:{10**30}", "go:pre_check:\ud800"])
def test_what_no_database_takes_is_an_old_button(forged):
    assert isinstance(decode(forged), OldTap)


@pytest.mark.parametrize("story", ["certificate", "ask_office", "answer_inquiry"])
async def test_a_forged_number_larger_than_any_leads_somewhere(office_with_calls, story):
    await office_with_calls.do(AppointFirstCoordinators(ids=(1,)))
    player = Player(office_with_calls)
    await player.wishes(BeginStory(story, "9" * 25))
    for wish in (ReadQuestion(2**63 - 1), ShowCertificate(-(2**63) + 1)):
        await player.does(Tapped(tap=wish))


@pytest.mark.parametrize("link", ["r_\0", "e_\0", "r_\ud800"])
async def test_a_link_no_database_takes_is_unknown(office_with_calls, link):
    player = Player(office_with_calls)
    await player.commands("start", link)
    player.sees("This link does not work any more.")


@pytest.mark.parametrize("kept", [{"v": "three"}, {"v": [1]}, {"v": {"a": 1}}, {"v": 10**12}, {"v": True}])
async def test_an_answer_of_another_release_is_asked_again(office_with_calls, kept):
    player = Player(office_with_calls)
    await player.commands("start")
    await player.taps(*ESTIMATE[:4])
    for key in ("total", "how", "track"):
        async with office_with_calls.work() as work:
            draft = (await people.desks(work, {1: "en"}))[1].drafts[0]
            work.save_draft(replace(draft, answers={**draft.answers, key: kept}))
        await player.commands("resume")
        player.sees("How much would we get?")


async def test_a_hundred_unfinished_drafts_still_leave_a_home_screen(office_with_calls):
    player = Player(office_with_calls)
    for number in range(110):
        await player.wishes(BeginStory("ask_office", str(number)))
    await player.commands("start")
    assert len(player.labels()) < 30
