"""What reaches many is approved by a second person of the office: the exact text, the exact people."""

from dataclasses import replace

import pytest

from tests.announcements.composing import an_officer, drafts, looks


@pytest.fixture
async def lee(town, jung):
    """A second person of the office; two people are many here."""
    town.office.house = replace(town.office.house, large_audience=2)
    one = await an_officer(town, "Lee")
    await town.appoints(jung, one)
    return one


async def asks(jung):
    await drafts(jung, "많은 분께 드리는 소식")
    jung.sees("So many people need a second person")
    await looks(jung)
    assert "📤 Send" not in jung.labels()
    await jung.taps("🙋 Ask for approval")


async def opens(lee):
    await lee.taps("📣 Open the announcement")


async def test_a_second_person_sees_it_as_it_will_be_sent_and_approves(town, jung, lee):
    await asks(jung)
    jung.sees("1 colleague was asked")
    lee.sees("An announcement waits for a second person.", "많은 분께 드리는 소식", "2 people")
    await opens(lee)
    await lee.taps("👁 See it as sent: 한국어")
    lee.sees("많은 분께 드리는 소식", "Just so readers of 한국어 get it")
    await lee.taps("📣 Open the announcement", "✅ Approve it")
    lee.sees("Approved.")
    jung.sees("The announcement is approved.")
    await jung.taps("📣 Open the announcement", "📤 Send", "📤 Yes, send it")
    jung.sees("It is going out to 2 people")


async def test_below_what_they_see_a_second_person_judges_it_at_once(town, jung, lee):
    await asks(jung)
    jung.sees("You hear as soon as it is approved or sent back.")
    await opens(lee)
    assert "↩️ Take it back" not in lee.labels()
    await lee.taps("👁 See it as sent: 한국어")
    assert lee.labels()[:2] == ["✅ Approve it", "↩️ Send it back"]
    await lee.taps("✅ Approve it")
    lee.sees("Approved.")


async def test_it_comes_back_with_a_reason(town, jung, lee):
    await asks(jung)
    await opens(lee)
    await lee.taps("↩️ Send it back")
    await lee.sends("날짜가 틀려요. 3월 6일이에요.")
    lee.sees("Sent back.")
    jung.sees("The announcement came back.", "날짜가 틀려요. 3월 6일이에요.")
    await jung.taps("📣 Open the announcement")
    jung.sees("Sent back: 날짜가 틀려요", "draft")


async def test_whoever_wrote_it_does_not_approve_it(town, jung, lee):
    await asks(jung)
    await jung.taps("🏠 Home", "🗂 Office", "📣 Announcements", "🙋 Waiting for approval (1)", "1. 많은 분께 드리는 소식")
    assert "✅ Approve it" not in jung.labels()


async def test_a_change_takes_the_approval_back(town, jung, lee):
    await asks(jung)
    await opens(lee)
    await lee.taps("✅ Approve it")
    await jung.taps("📣 Open the announcement", "🏷 Kind", "Events")
    jung.sees("The approval was for the text before", "So many people need a second person")
    assert "📤 Send" not in jung.labels()


async def test_what_was_changed_meanwhile_is_not_approved(town, jung, lee):
    await asks(jung)
    await opens(lee)
    old = lee.last().id
    await jung.taps("↩️ Take it back", "🏷 Kind", "Events")
    await looks(jung)
    await jung.taps("🙋 Ask for approval")
    await lee.taps_old(old, "✅ Approve it")
    lee.sees("It has been changed since you looked at it")


async def test_who_changed_a_word_of_it_has_a_part_in_it(town, jung, lee):
    await drafts(jung, "많은 분께 드리는 소식")
    await lee.starts()
    await lee.taps("🗂 Office", "📣 Announcements", "📝 Drafts (1)", "1. 많은 분께 드리는 소식", "🏷 Kind", "Events")
    await looks(lee)
    await lee.taps("🙋 Ask for approval")
    lee.sees("Nobody else of the office could approve it", "An owner can let a second coordinator in")


async def test_with_nobody_else_in_the_office_it_is_said_what_to_do(town, jung, owner):
    town.office.house = replace(town.office.house, large_audience=2)
    await owner.starts()
    await asks(jung)
    jung.sees("Nobody else of the office could approve it", "or you choose fewer people")


async def test_a_role_that_ended_approves_nothing(town, jung, lee):
    await asks(jung)
    await opens(lee)
    await town.appoints(jung)
    await lee.taps("✅ Approve it")
    lee.sees("If your role has ended")
    await jung.taps("🏠 Home", "🗂 Office", "📣 Announcements")
    jung.sees_button("🙋 Waiting for approval (1)")
