"""Old buttons, forged ones, hostile words, other people, and being forgotten."""

import json
from datetime import timedelta

from bot.screens.announcement_choice_taps import FollowButton
from bot.screens.announcement_sending_taps import ApproveIt, SendIt
from bot.screens.announcement_taps import CloneIt, ShowAnnouncement, TakeItBack, ThrowItAway, TurnThisValue
from bot.taps import encode
from programme.audiences import Trait
from programme.event_kinds import EventKind
from programme.rights import EVERYWHERE, Role
from programme.subscriptions import Subject
from services.my_data import ExportMyData
from services.notices import WriteNotice
from storage import announcement_choices, announcement_ledger, events, roles, subscriptions
from storage.events import NewEvent
from storage.subscriptions import Subscriber
from tests.announcements.composing import an_officer, drafts, looks


async def presses(person, wish):
    """A button that was never shown to them."""
    person.remember()
    person.person.presses_data(person.last(), encode(wish))
    await person.town.settles()


async def test_buttons_of_what_is_gone_say_so(town, jung):
    await drafts(jung, "소식")
    await jung.taps("🗑 Throw it away", "🗑 Yes, throw it away")
    for wish in (
        ShowAnnouncement(1),
        TakeItBack(1),
        CloneIt(1),
        ThrowItAway(1),
        SendIt(1, "x"),
        TurnThisValue(1, Trait.GU, "11440", False, 0),
    ):
        await presses(jung, wish)
        assert "That announcement is no longer there." in jung.last().text


async def test_nobody_outside_the_office_does_anything_with_it(town, jung, owner):
    await owner.starts()
    await drafts(jung, "비밀")
    await looks(jung)
    for wish in (ShowAnnouncement(1), SendIt(1, "x"), ApproveIt(1, "x"), CloneIt(1), ThrowItAway(1)):
        await presses(owner, wish)
        assert "Only coordinators of the office" in owner.last().text
    assert "비밀" not in owner.chat()
    await jung.taps("🏠 Home", "🗂 Office", "📣 Announcements", "📝 Drafts (1)")
    jung.sees("비밀")


async def test_who_only_reads_sees_and_changes_nothing(town, jung):
    lee = await an_officer(town, "Lee")
    async with town.office.work() as work:
        await roles.grant(work.connection, lee.person.id, Role.AUDITOR, EVERYWHERE, by=1, until=None, now=work.now)
    await drafts(jung, "소식")
    await presses(lee, ShowAnnouncement(1))
    lee.sees("소식", "draft")
    assert not {"📤 Send", "🏷 Kind", "🗑 Throw it away"} & set(lee.labels())
    await presses(lee, ThrowItAway(1))
    lee.sees("Only coordinators of the office")


async def test_an_old_send_button_does_not_send_what_has_changed(town, jung, owner):
    await owner.starts()
    await drafts(jung, "처음 글")
    await looks(jung)
    await jung.taps("📤 Send")
    seen = jung.last().button("📤 Yes, send it").data.split(":")[-1]
    await jung.taps("◀ No, not yet", "✏️ Text and languages", "✏️ Write anew: 한국어")
    await jung.sends("고친 글")
    await jung.taps("✅ That is all (1)")
    await presses(jung, SendIt(1, seen))
    jung.sees("It has been changed since you looked at it")
    assert "처음 글" not in owner.chat()
    assert "고친 글" not in owner.chat()


async def test_hostile_words_stay_words(town, jung, owner):
    await owner.starts()
    nasty = "</b><script>alert(1)</script> {name} %s &amp; <b>"
    await jung.starts()
    await jung.taps("🗂 Office", "📣 Announcements", "➕ New announcement", "Events")
    await jung.sends(nasty)
    await jung.taps("🔤 Exactly as typed", "✅ That is all (1)")
    jung.sees("<script>alert(1)</script> {name} %s &amp;")
    await looks(jung)
    await jung.taps("📤 Send", "📤 Yes, send it")
    assert owner.last().text == nasty


async def test_a_button_that_is_not_there_leads_home(town, jung, owner):
    await owner.starts()
    for wish in (FollowButton(1, 0), FollowButton(999, 3), FollowButton(1, -1)):
        await presses(owner, wish)
        assert "What this button led to is no longer there." in owner.last().text


async def test_answers_to_events_can_be_chosen(town, jung, clock):
    async with town.office.work() as work:
        starts = work.now + timedelta(days=7)
        new = NewEvent(kind=EventKind.BRIEFING, title={"ko": "설명회", "en": "Briefing"}, text={}, starts_at=starts, ends_at=starts)
        number = await events.keep(work.connection, new, uid="u", wall_code="12345678", by=1, now=work.now)
        await events.publish(work.connection, number, work.now)
    await drafts(jung, "소식")
    await jung.taps("👥 To whom (1)", "Answer to an event", "☐ comes: Briefing")
    jung.sees("To people with this answer to an event: Briefing: comes", "That is nobody at all")
    await jung.taps("☑ comes: Briefing", "◀ To whom", "➖ But not these people", "Answer to an event", "☐ was there: Briefing")
    jung.sees("everybody, but not those with this answer to an event: Briefing: was there", "1 person")


async def test_who_is_forgotten_leaves_no_trace_but_what_they_refused(town, jung, owner):
    await owner.starts()
    await drafts(jung, "소식", category="Events")
    await jung.taps("🔘 Buttons (0)", "➕ A button", "🗓 Booking a session")
    await jung.sends("예약")
    await looks(jung)
    await jung.taps("📤 Send", "📤 Yes, send it")
    await owner.taps("예약", "🔕 No more: Events")
    exported = json.loads((await town.office.do(ExportMyData(by=owner.person.id))).text)["sections"]
    assert [row["outcome"] for row in exported["announcements_received"]] == ["delivered"]
    assert [row["button"] for row in exported["announcement_buttons_tapped"]] == [0]
    assert [row["category"] for row in exported["announcements_turned_off"]] == ["events"]
    await owner.starts()
    await owner.taps("❓ Help and settings", "🔒 Privacy", "🗑 Delete my data", "Go on to deleting", "Yes, delete everything")
    left = json.loads((await town.office.do(ExportMyData(by=owner.person.id))).text)["sections"]
    assert left["announcements_received"] == left["announcement_buttons_tapped"] == []
    async with town.office.work() as work:
        assert await announcement_choices.turned_off(work.connection, owner.person.id)
        assert sum((await announcement_ledger.counts(work.connection, 1)).values()) == 1


async def test_who_asked_to_hear_of_something_can_be_chosen(town, jung, owner):
    await owner.starts()
    async with town.office.work() as work:
        wish = Subscriber(person=owner.person.id, track=None, said={"course": True, "calls": False}, gus=frozenset())
        await subscriptions.keep(work.connection, wish, work.now)
    await drafts(jung, "소식")
    await jung.taps("👥 To whom (2)", "Subscription", "☐ Courses")
    jung.sees("To people subscribed to Courses", "1 person")
    await jung.taps("☐ Calls and deadlines")
    jung.sees("subscribed to Calls and deadlines or Courses", "1 person")


async def test_buttons_lead_to_an_event_the_calendar_and_a_notice(town, jung, owner):
    await owner.starts()
    async with town.office.work() as work:
        starts = work.now + timedelta(days=7)
        new = NewEvent(
            kind=EventKind.BRIEFING, title={"ko": "봄 설명회", "en": "Spring briefing"}, text={}, starts_at=starts, ends_at=starts
        )
        number = await events.keep(work.connection, new, uid="u", wall_code="12345678", by=1, now=work.now)
        await events.publish(work.connection, number, work.now)
    written = WriteNotice(by=jung.person.id, subject=Subject.OFFICE, title_ko="새 사무국", text_ko="마포로 옮겨요.", title_en="New office")
    await town.office.do(written)
    await drafts(jung, "소식")
    leads = {
        "설명회": ("📅 An event", "Spring briefing"),
        "행사 일정": ("🗓 What is on: events",),
        "글": ("📌 A notice of the board", "New office"),
    }
    for n, (label, ways) in enumerate(leads.items()):
        await jung.taps(f"🔘 Buttons ({n})", "➕ A button", *ways)
        await jung.sends(label)
    await looks(jung)
    await jung.taps("📤 Send", "📤 Yes, send it")
    await owner.taps("설명회")
    owner.sees("Spring briefing")
    await owner.taps("행사 일정")
    owner.sees("Spring briefing")
    await owner.taps("글")
    owner.sees("New office")
