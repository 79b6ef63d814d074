"""A coordinator makes an event in the chat, sees it as others will, publishes it, changes it, cancels it, and has it once more."""

import pytest

import bot.house  # noqa: F401 - opens every door of the house
from bot.dialogue.taps import BeginStory
from bot.screens.event_desk_taps import PublishThis, ShowEventDesk, ShowOfficeEvent
from services.calls import AllCalls
from storage import events
from tests.events.making import COORDINATOR, has_coordinator, published
from tests.player import Player

KOREAN = "마포 사장님 봄 교류회"


@pytest.fixture
async def office(office_with_calls):
    await has_coordinator(office_with_calls)
    return office_with_calls


@pytest.fixture
async def officer(office) -> Player:
    player = Player(office, id=COORDINATOR)
    await player.commands("start")
    return player


async def asked_so_far(player: Player, kind: str = "Networking", when: str = "12 March 14:00-16:00") -> Player:
    """Up to where it takes place."""
    await player.wishes(BeginStory("make_event"))
    await player.taps(kind)
    await player.says(KOREAN)
    await player.says("차를 마시며 이야기해요.")
    await player.says(when)
    return player


async def makes(player: Player, **more) -> Player:
    await asked_so_far(player, **more)
    await player.taps("🏢 At a place")
    await player.says("서울창업허브")
    await player.says("마포구 백범로31길 21")
    await player.taps("30 seats")
    return player


async def sees_more(player: Player) -> Player:
    """All lines of the summary, not only those that were asked."""
    await player.taps(next(label for label in player.labels() if label.startswith("▾ More")))
    return player


async def kept(office, number: int = 1):
    async with office.store.reading() as connection:
        return await events.find(connection, number)


# -- making


async def test_eight_answers_make_an_event_and_everything_else_can_be_changed(officer, office):
    await officer.taps("🗂 Office", "🎪 Manage events", "➕ Make an event")
    await makes(officer)
    officer.sees("Thu 12 Mar 2026 14:00–16:00")
    assert "Survey after it" not in officer.text(), "nobody reads two dozen lines"
    await sees_more(officer)
    assert not any(label.startswith("▾") for label in officer.labels())
    officer.sees("Survey after it: Anonymous")
    await officer.taps("✏️ Guests", "2 guests")
    await officer.taps("✏️ For whom", "Owners with a shop")
    await officer.taps("✏️ Reminders", "☐ A week before", "Done (3 ticked)")
    await officer.taps("✏️ English title")
    await officer.says("Mapo owners meet")
    await officer.taps("✏️ Registration until")
    await officer.says("11 March 18:00")
    officer.sees("Registration until: Wed 11 Mar 2026 18:00")
    await officer.taps("✏️ Questions")
    await officer.says("못 먹는 음식이 있나요? = Anything you cannot eat?\n점심: 비빔밥 / 국수 *")
    await officer.taps("Done (2 questions)")
    officer.sees("Anything you cannot eat? (free text); 점심 (비빔밥 / 국수, must be answered)")
    await officer.taps("Yes, keep it as a draft")
    officer.sees("is kept as a draft")
    event = await kept(office)
    assert (event.guests, event.audience, len(event.reminders), event.title["en"]) == (2, "owners", 3, "Mapo owners meet")


async def test_a_line_that_was_presumed_can_be_looked_at_and_kept(officer, office):
    await sees_more(await makes(officer))
    await officer.taps("✏️ Reminders")
    assert "☑ The day before" in officer.labels()
    await officer.taps("Keep my answer", "✏️ Survey after it")
    assert "✓ Anonymous" in officer.labels()
    await officer.taps("No survey", "✏️ Photo", "Skip")
    officer.sees("Reminders: The day before, Two hours before")
    officer.sees("Survey after it: No survey")
    officer.sees("Photo: None")
    await officer.taps("Yes, keep it as a draft")
    assert (await kept(office)).survey is None


async def test_an_event_at_a_place_used_before_takes_six_answers(officer, office):
    await published(office)
    await asked_so_far(officer)
    await officer.taps("📍 서울창업허브", "No limit")
    officer.sees("Shall it be like this?")
    await officer.taps("Yes, keep it as a draft")
    event = await kept(office, 2)
    assert event.address == "서울시 마포구 백범로31길 21"


async def test_online_a_link_is_asked_for_and_has_to_be_https(officer):
    await asked_so_far(officer)
    await officer.taps("💻 Online")
    await officer.says("http://zoom.example/1")
    officer.sees("beginning with https://")
    await officer.says("https://zoom.example/1")
    await officer.taps("20 seats")
    officer.sees("Online room: https://zoom.example/1")


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("1 March 2026 14:00-16:00", "over already"),
        ("sometime", "I could not read “sometime”"),
        ("12 March 2030 14:00-16:00", "too far away"),
        ("12 March 10-11\n13 March 10-11", "Only a course has several dates"),
    ],
)
async def test_a_date_that_cannot_be_is_refused_in_words(officer, typed, why):
    await asked_so_far(officer, when=typed)
    officer.sees(why)
    await officer.says("12 March 14:00-16:00")
    officer.sees("Where does it take place?")


async def test_a_course_gathers_its_dates(officer, office):
    await asked_so_far(officer, kind="Course", when="12 March 10-12\n19 March 10-12")
    officer.sees("2 dates so far")
    await officer.says("19 March 11-13")
    officer.sees("overlap")
    await officer.taps("➕ Thu 26 Mar, same hours", "➕ Thu 2 Apr, same hours", "🗑 Thu 19 Mar 10:00", "Done (3 dates)")
    await officer.taps("💻 Online")
    await officer.says("https://zoom.example/1")
    await officer.taps("20 seats", "Yes, keep it as a draft")
    await officer.wishes(ShowOfficeEvent(1))
    officer.sees("3 dates, the last on Thu 2 Apr 2026")


async def test_seats_can_be_kept_for_groups_but_not_more_than_there_are(officer, office):
    await asked_so_far(officer)
    await officer.taps("💻 Online")
    await officer.says("https://zoom.example/1")
    await officer.says("0")
    officer.sees("Without a seat nobody could come")
    await officer.taps("30 seats")
    await sees_more(officer)
    await officer.taps("✏️ Kept for groups", "Yes, keep some", "20 seats")
    await officer.says("11")
    officer.sees("more than the 30 seats there are")
    await officer.taps("5 seats", "0 seats", "Yes, keep it as a draft")
    await officer.wishes(ShowOfficeEvent(1))
    officer.sees("members of consortia: 0 of 20 taken")
    officer.sees("everybody: 0 of 5 taken")


async def test_a_window_that_ends_after_the_beginning_is_refused(officer):
    await sees_more(await makes(officer))
    await officer.taps("✏️ Registration until")
    await officer.says("12 March 15:00")
    officer.sees("Registration would close after the event has begun")
    await officer.taps("until it begins", "✏️ Registration from")
    await officer.says("13 March")
    officer.sees("Registration would open when the event has begun")


async def test_a_holiday_is_a_warning_and_no_hindrance(officer):
    await makes(officer, when="5 May 14:00-16:00")
    officer.sees("⚠️ A holiday: Tue 5 May 2026 is Children's Day.")
    await officer.taps("Yes, keep it as a draft")
    officer.sees("is kept as a draft")


async def test_a_briefing_may_fulfil_the_condition_of_a_call(officer, office):
    await makes(officer, kind="Briefing")
    await officer.taps("✏️ Condition of")
    call = next(one for one in await office.look(AllCalls()) if one.key == "collaboration-2017")
    await officer.taps(call.title.en, "Yes, keep it as a draft")
    assert (await kept(office)).call == "collaboration-2017"


async def test_what_was_answered_survives_the_day_and_going_back(officer):
    await asked_so_far(officer)
    await officer.commands("start")
    await officer.taps("🗂 Office", "🎪 Manage events", "➕ Make an event")
    officer.sees("Where does it take place?")
    await officer.taps("◀ Back", "Keep my answer")
    officer.sees("Where does it take place?")


# -- seeing it, publishing it


async def test_it_is_seen_as_others_will_see_it_in_both_languages_before_it_is_published(officer, office):
    await makes(officer)
    await officer.taps("Yes, keep it as a draft", "👀 As others see it")
    officer.sees("📍 서울창업허브, 마포구 백범로31길 21")
    officer.sees("Buttons: ✅ I come")
    await officer.taps("🌐 In the other language")
    officer.sees("2026. 3. 12.(목) 14:00–16:00")
    await officer.taps("🌐 In my language", "📝 Keep as a draft", "🎪 Manage events", "📝 Drafts (1)", KOREAN, "📣 Publish")
    officer.sees("Published.")
    await officer.wishes(PublishThis(1, "seen before"))
    officer.sees("It had been published already.")
    await officer.taps("🎪 Manage events")
    officer.sees(KOREAN)


async def test_a_draft_that_a_colleague_has_changed_is_looked_at_once_more_before_it_is_published(officer, office):
    colleague = Player(office, id=7002)
    await has_coordinator(office, COORDINATOR, 7002)
    await makes(officer)
    await officer.taps("Yes, keep it as a draft", "👀 As others see it")
    await changes(colleague, 1, "✏️ Seats", "40")
    await colleague.taps("✅ Change it like this")
    await officer.taps("📣 Publish")
    officer.sees("It is not published yet: a colleague has changed the draft meanwhile.")
    await officer.taps("📣 Publish")
    officer.sees("Published.")


async def test_a_draft_is_thrown_away_after_one_question(officer, office):
    await makes(officer)
    await officer.taps("Yes, keep it as a draft", "📝 Later", "🗑 Throw away", "No, keep it", "🗑 Throw away", "🗑 Yes, throw it away")
    officer.sees("is gone")
    assert await kept(office) is None
    await officer.wishes(ShowOfficeEvent(1))
    officer.sees("This event is not there any more.")


async def test_a_draft_whose_day_has_come_says_why_it_is_not_published(officer, office, clock):
    await makes(officer)
    await officer.taps("Yes, keep it as a draft")
    clock.passes(days=11)
    await officer.taps("📣 Publish")
    officer.sees("It cannot be published like this. That time is over already.")


async def test_the_link_is_shown_with_its_picture(officer, office):
    event = await published(office)
    await officer.wishes(ShowOfficeEvent(event.id))
    await officer.taps("🔗 Link and QR")
    assert officer.screen.spells.payload == f"ev_{event.id}"
    assert officer.screen.picture is not None


# -- changing it


async def changes(player: Player, event: int, line: str, typed: str) -> Player:
    await player.wishes(BeginStory("change_event", str(event)))
    await player.taps(line)
    await player.says(typed)
    return player


async def test_a_change_shows_what_was_and_what_will_be(officer, office):
    event = await published(office)
    await officer.wishes(ShowOfficeEvent(event.id))
    await officer.taps("✏️ Change")
    officer.sees("Nothing is different yet.")
    await officer.taps("✏️ When")
    await officer.says("11 March 10-12")
    officer.sees("Tue 10 Mar 2026 14:00–16:00 → Wed 11 Mar 2026 10:00–12:00")
    officer.sees("Nobody has registered yet")
    await officer.taps("✅ Change it like this")
    officer.sees("is changed.")
    assert (await kept(office)).sequence == 1


async def test_nothing_changed_is_said(officer, office):
    event = await published(office)
    await officer.wishes(BeginStory("change_event", str(event.id)))
    await officer.taps("✅ Change it like this")
    officer.sees("Everything stays as it was.")


async def test_the_second_of_two_coordinators_sees_what_the_first_has_changed(officer, office):
    colleague = Player(office, id=7002)
    await has_coordinator(office, COORDINATOR, 7002)
    event = await published(office)
    for player, seats in ((officer, "40"), (colleague, "50")):
        await changes(player, event.id, "✏️ Seats", seats)
    await officer.taps("✅ Change it like this")
    await colleague.taps("✅ Change it like this")
    colleague.sees("A colleague has changed this event meanwhile.")
    colleague.sees("40 seats → 50 seats")
    await colleague.taps("✅ Change it like this")
    colleague.sees("is changed.")


async def test_an_event_that_was_online_gets_a_place_and_the_other_way_round(officer, office):
    event = await published(office, place="", address="", link="https://zoom.example/1")
    await officer.wishes(BeginStory("change_event", str(event.id)))
    await officer.taps("✏️ Where", "🏢 At a place")
    await officer.says("합정역")
    await officer.says("양화로 55")
    await officer.taps("✅ Change it like this")
    event = await kept(office)
    assert (event.place, event.address, event.link) == ("합정역", "양화로 55", "")


# -- cancelling it, and once more


async def test_cancelling_asks_for_a_reason_and_then_once_more(officer, office):
    event = await published(office)
    await officer.wishes(ShowOfficeEvent(event.id))
    await officer.taps("🚫 Cancel it")
    await officer.says("태풍이 와요")
    officer.sees("It cannot be taken back.")
    old = officer.buttons()[0]
    await officer.presses(old)
    officer.sees("is cancelled.")
    await officer.presses(old)
    await officer.wishes(BeginStory("cancel_event", str(event.id)))
    officer.sees("This event was cancelled; nothing about it can be changed any more.")
    await officer.wishes(BeginStory("change_event", str(event.id)))
    officer.sees("This event was cancelled")
    await officer.wishes(ShowEventDesk())
    await officer.taps("🗄 Past (1)", "마포 사장님 교류회" if officer.language == "ko" else "Mapo owners meet")
    officer.sees("Why it was cancelled: 태풍이 와요")


async def test_once_more_moves_the_dates_and_says_what_stayed(officer, office):
    event = await published(office)
    await officer.wishes(ShowOfficeEvent(event.id))
    await officer.taps("🔁 Once more", "A week later: Tue 17 Mar 2026")
    officer.sees("Tue 10 Mar 2026 14:00–16:00 → Tue 17 Mar 2026 14:00–16:00")
    officer.sees("As before: Title, Text, Where, Seats")
    assert (await kept(office, 2)).cloned_from == event.id
    await officer.wishes(BeginStory("clone_event", str(event.id)))
    await officer.taps("On another day")
    await officer.says("2026-05-05")
    officer.sees("⚠️ A holiday: Tue 5 May 2026 is Children's Day.")


async def test_only_coordinators_come_in(office):
    stranger = Player(office, id=5)
    await stranger.commands("start")
    assert "🎪 Manage events" not in stranger.labels()
    for wish in (ShowEventDesk(), ShowOfficeEvent(1), BeginStory("make_event"), BeginStory("change_event", "1")):
        await stranger.wishes(wish)
        stranger.sees("Only the coordinators of the office see this.")
