"""Messages on the edge: albums of one, two and eleven, a forwarded post, an edit after the draft is finished, a forged state."""

import json

from bot.dialogue.taps import BeginStory
from bot.screens import announcement_correction
from bot.screens import announcements as screens
from bot.screens.announcement_after_taps import ApproveAmended, RetryIt, StopAmending, WithdrawIt
from bot.screens.announcement_sending_taps import CancelIt, GoOnWithIt, PauseIt, SendIt
from bot.taps import Tap
from programme.announcements import AnnouncementState
from tests.announcements.composing import drafts, looks
from tests.announcements.sent import announces, of
from tests.announcements.test_bounds import presses
from tests.announcements.test_twice import nothing_failed

HUGE = 2**63 - 1


async def begins(jung):
    await jung.starts()
    await jung.taps("🗂 Office", "📣 Announcements", "➕ New announcement", "Service notice")


async def test_an_album_of_one_picture_is_a_picture_and_bears_buttons(town, jung, owner):
    await owner.starts()
    await begins(jung)
    await jung.does("sends_photo", caption="하나", album="1")
    await jung.taps("✅ That is all (1)")
    await looks(jung)
    await jung.taps("📤 Send", "📤 Yes, send it")
    assert (owner.last().text, owner.last().photo is not None) == ("하나", True)


async def test_an_album_of_ten_arrives_whole(town, jung, owner):
    await owner.starts()
    await begins(jung)
    for _ in range(10):
        await jung.does("sends_photo", album="1")
    await jung.sends("아래 글")
    await jung.taps("✅ That is all (2)")
    await looks(jung)
    await jung.taps("📤 Send", "📤 Yes, send it")
    assert len([one for one in owner.person.chat() if one.photo]) == 10


async def test_an_edit_of_what_was_sent_long_ago_changes_no_announcement(town, jung, owner):
    await owner.starts()
    await drafts(jung, "처음 글")
    sent = jung.my_last().id
    await looks(jung)
    await jung.edits(sent, "몰래 고친 글")
    assert (await of(town.office, 1)).parts["ko"][0]["params"]["text"] == "처음 글"
    await jung.starts()
    await jung.taps("🗂 Office", "📣 Announcements", "📝 Drafts (1)", "1. 처음 글", "📤 Send", "📤 Yes, send it")
    assert owner.last().text == "처음 글"
    await jung.edits(sent, "더 몰래")
    assert owner.last().text == "처음 글"
    await nothing_failed(town)


async def test_buttons_of_another_state_do_nothing(town, jung, owner):
    """Of a draft: what belongs to one that goes out; of one that is out: what belongs to a draft."""
    await owner.starts()
    await drafts(jung, "초안")
    one = await of(town.office, 1)
    wish: Tap
    for wish in (PauseIt(1), GoOnWithIt(1), RetryIt(1, 0, True), WithdrawIt(1, one.digest), ApproveAmended(1, 1), StopAmending(1, 1)):
        await presses(jung, wish)
        assert (await of(town.office, 1)).state is AnnouncementState.DRAFT
    for wish in (SendIt(HUGE, "x" * 24), RetryIt(HUGE, HUGE, False), ApproveAmended(HUGE, HUGE), CancelIt(-HUGE)):
        await presses(jung, wish)
    number = await announces(town, jung)
    for wish in (SendIt(number, "as seen"), CancelIt(number), GoOnWithIt(number)):
        await presses(jung, wish)
        assert (await of(town.office, number)).state is AnnouncementState.DONE
    assert "초안" not in owner.chat()
    await nothing_failed(town)


async def test_forged_subjects_of_stories_lead_nowhere(town, jung, owner):
    await owner.starts()
    await drafts(jung, "비밀 초안")
    stories = (screens.WORDS, screens.BUTTON, screens.TIME, screens.BACK, announcement_correction.STORY)
    subjects = ("", "x", "999", "1", "1-", "1-xx", "1-ko-99", "-1", "9" * 19, "1-ko--1", "1-en-0")
    for story in stories:
        for subject in subjects:
            await presses(owner, BeginStory(story, subject))
            assert "비밀 초안" not in owner.chat()
            await presses(jung, BeginStory(story, subject))
    assert json.dumps((await of(town.office, 1)).parts["ko"], ensure_ascii=False).count("비밀 초안") == 1
    await nothing_failed(town)
