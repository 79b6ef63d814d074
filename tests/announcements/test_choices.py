"""Everybody decides which kinds they get."""

from programme.announcements import AnnouncementState, Category, Outcome
from services.announcement_choices import ChooseWhatIGet
from services.announcement_retrying import NobodyToRetry, Retried, RetryFailed
from tests.announcements.composing import drafts, looks
from tests.announcements.sent import stands


async def sends(jung, text, category="Events"):
    await drafts(jung, text, category=category)
    await looks(jung)
    await jung.taps("📤 Send", "📤 Yes, send it")


async def test_one_tap_below_an_announcement_and_no_more_of_that_kind(town, jung, owner):
    await owner.starts()
    await sends(jung, "행사 소식")
    await owner.taps("🔕 No more: Events")
    owner.sees("No more of this: Events.", "“🔔 What I get”")
    assert "행사 소식" in owner.chat()
    await sends(jung, "다음 행사")
    owner.sees_not("다음 행사")
    await owner.taps("🔔 Turn it on again")
    owner.sees("You get this again: Events.", "☑ Events")
    await sends(jung, "셋째 행사")
    owner.sees("셋째 행사")


async def test_all_kinds_stand_with_ticks_in_the_settings(town, owner):
    await owner.starts()
    await owner.taps("❓ Help and settings", "🔔 What I get")
    owner.sees("☑ Calls and results", "☑ Events", "☑ Sales and chances", "Service notices come always")
    await owner.taps("☑ Events")
    owner.sees("☐ Events", "No more of this: Events.")
    await owner.taps("☐ Events")
    owner.sees("☑ Events")


async def test_service_notices_cannot_be_turned_off(town, jung, owner):
    await owner.starts()
    await sends(jung, "사무국 이사", category="Service notice")
    assert owner.last().text == "사무국 이사"
    assert not owner.last().keyboard


async def test_a_tap_on_a_test_turns_nothing_off(town, jung):
    await drafts(jung, "행사", category="Events")
    await jung.taps("👁 See it as sent: 한국어", "🔕 그만 받기: 행사")
    jung.sees("Nothing was changed.")


async def test_who_turns_a_kind_off_while_one_of_it_goes_out_does_not_get_it(town, jung, owner):
    await owner.starts()
    await sends(jung, "첫 행사")
    await drafts(jung, "둘째 행사", category="Events")
    await looks(jung)
    town.bot.broadcaster.stopping = True  # their turn has not come
    await jung.taps("📤 Send", "📤 Yes, send it")
    await owner.taps("🔕 No more: Events")
    town.bot.broadcaster.stopping = False
    await town.settles()
    assert "둘째 행사" not in owner.chat()
    assert await stands(town.office, 2) == (AnnouncementState.DONE, {Outcome.DELIVERED: 1, Outcome.WITHDRAWN: 1})
    await jung.starts()
    await jung.taps("🗂 Office", "📣 Announcements", "✅ Sent (2)", "2. 둘째 행사", "👥 Who got it", "↩️ Cancelled (1)")
    jung.sees("has turned this kind off")


async def test_who_turned_a_kind_off_is_not_tried_again(town, jung, owner):
    await owner.starts()
    owner.person.blocks()
    await town.settles()
    await sends(jung, "행사 소식")
    await owner.starts()
    again = RetryFailed(by=jung.person.id, announcement=1, retries=0, unknown=True)
    await town.office.do(ChooseWhatIGet(by=owner.person.id, category=Category.EVENTS, on=False))
    assert await town.office.do(again) == NobodyToRetry()
    await town.office.do(ChooseWhatIGet(by=owner.person.id, category=Category.EVENTS, on=True))
    assert await town.office.do(again) == Retried(1)
