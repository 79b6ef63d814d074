"""What waits for somebody of the office: by due date, five at a time, only what their role reaches, each with its button."""

from datetime import timedelta

import pytest

import bot.house  # noqa: F401 - all doors open
from bot.screens.today_taps import ShowToday, TurnMornings
from bot.taps import LARGEST
from programme.districts import District
from programme.events import Answer
from programme.rights import Role, Scope
from programme.tracks import Track
from services.consultant_desk import MyDesk
from services.coordinators import AppointFirstCoordinators
from services.finder_reports import Reason, ReportCard
from services.introduction_reports import JudgeIntroduction, ReportIntroduction
from services.introduction_rounds import IntroducePeople
from services.today import waiting_for
from storage import mornings
from tests.check_in.attending import comes
from tests.events.making import published, registers
from tests.finder.street import opens_shop, shows_card
from tests.introductions.meeting import circles, held, with_cards
from tests.player import Player
from tests.session_after.conftest import desk
from tests.session_after.test_absences import says_absent
from tests.sessions.desk import advises, at, books, keep_shops
from tests.today.desks import MAPO, OFFICER, ask, holds, shop_to_confirm

__all__ = ["desk"]


async def officer(office, role=Role.COORDINATOR, scope=None, person=OFFICER):
    await holds(office, person, role, *([scope] if scope is not None else []))
    return Player(office, id=person)


async def counted(office, person=OFFICER):
    async with office.work() as work:
        return sum((await waiting_for(work, person)).values())


async def test_where_nothing_waits_a_friendly_word_says_so(office):
    one = await officer(office)
    await one.commands("today")
    assert "Nothing waits for you." in one.text()
    assert "Time for a coffee" in one.text()


async def test_a_question_is_answered_from_the_list(town, owner):
    boss = town.person("Boss")
    await boss.starts()
    await town.appoints(boss)
    await owner.starts()
    await ask(town.office, owner.person.id)
    await boss.starts()
    await boss.taps("🗂 Office", "📋 Waiting for you (1)")
    boss.sees("1. Question No. 1", "since Mon 2 Mar 2026 10:00")
    await boss.taps("1. ✍️ Answer it")
    boss.sees("Where do we begin?")
    await boss.sends("With three shops.")
    await boss.taps("Send it")
    owner.sees("With three shops.")
    await boss.taps("📋 Waiting for you")
    boss.sees("Nothing waits for you.")


@pytest.mark.both_databases
async def test_five_at_a_time_the_longest_waiting_first(office_with_calls, clock):
    office = office_with_calls
    one = await officer(office)
    await ask(office, 1, 2, 3)
    clock.passes(minutes=5)
    await shop_to_confirm(office, 4, "Hanbit Bakery", 4)
    clock.passes(minutes=5)
    await ask(office, 5, 6, 7)
    await one.commands("today")
    text = one.text()
    assert "Waiting for you (7)" in text
    assert [label[:2] for label in one.labels()[:5]] == ["1.", "2.", "3.", "4.", "5."]
    assert text.index("No. 3") < text.index("Hanbit Bakery") < text.index("No. 4")
    assert "No. 5" not in text
    await one.taps("Page 2 ▶")
    assert "6. Question No. 5" in one.text()
    assert "7. Question No. 6" in one.text()
    await one.wishes(ShowToday(page=LARGEST))
    assert "7. Question No. 6" in one.text()


@pytest.mark.both_databases
async def test_a_coordinator_of_one_gu_sees_what_is_there(office_with_calls):
    office = office_with_calls
    one = await officer(office, scope=MAPO)
    await shop_to_confirm(office, 4, "Mapo Bakery", 4)
    await shop_to_confirm(office, 5, "Gangnam Bakery", 5, District.GANGNAM)
    for serial, (name, gu) in enumerate((("Mapo Cakes", District.MAPO), ("Gangnam Cakes", District.GANGNAM)), start=10):
        shown = await opens_shop(office, serial, name, serial=serial, gu=gu)
        await shows_card(office, shown)
        seer = await opens_shop(office, serial + 10, f"{name} seen", serial=serial + 10, gu=gu)
        await shows_card(office, seer)
        await office.do(ReportCard(by=seer.person, mine=seer.shop, other=shown.shop, reason=Reason.RUDE))
    await one.commands("today")
    assert "Shop to confirm: Mapo Bakery, Mapo-gu" in one.text()
    assert "A card was reported: Mapo Cakes" in one.text()
    assert "Gangnam" not in one.text()
    assert await counted(office) == 2
    await office.do(AppointFirstCoordinators(ids=(OFFICER,)))
    assert await counted(office) == 4


async def test_sides_that_differ_are_decided_from_the_list(desk):
    await says_absent(desk.yun)
    await desk.member.taps("No, it was otherwise")
    await desk.officer.starts()
    await desk.officer.taps("🗂 Office (1)", "📋 Waiting for you (1)")
    desk.officer.sees("1. Two sides differ: session No. 1 of Tue 10 Mar 2026 10:00")
    await desk.officer.taps("1. ⚖️ Decide it")
    desk.officer.sees("Consultant: Yun", "Member: Hanbit Bakery")


async def test_a_missing_log_names_its_consultant_and_leads_to_all_of_them(desk):
    await desk.officer.sends("/today")
    desk.officer.sees("1. No log yet: session No. 1 of Tue 10 Mar 2026 10:00, Yun")
    await desk.officer.taps("1. 📝 Logs missing")
    desk.officer.sees("Sessions without a log")


@pytest.mark.both_databases
async def test_who_is_a_side_of_a_session_does_not_find_it_to_be_decided(office_with_calls, clock):
    office = office_with_calls
    await advises(office)
    await keep_shops(office, 4)
    await books(office, 4, at(10))
    clock.at = at(12)
    await holds(office, 9001, Role.COORDINATOR)
    one = Player(office, id=9001)
    await one.commands("today")
    assert "Your log is missing: session No. 1" in one.text()
    assert "1. 📝 Write the log" in one.labels()


async def test_a_consultant_finds_the_logs_of_their_own(office_with_calls, clock):
    office = office_with_calls
    await advises(office)
    await advises(office, 9002, name="Han")
    await keep_shops(office, 4, 5)
    await books(office, 4, at(10))
    await books(office, 5, at(10), 9002)
    clock.at = at(12)
    yun = Player(office, id=9001)
    await yun.commands("today")
    assert "Waiting for you (1)" in yun.text()
    assert "session No. 1 of" in yun.text()
    assert (await office.look(MyDesk(person=9001))).unlogged_count == 1
    await yun.taps("1. 📝 Write the log")
    assert "How many minutes did the session" in yun.text()


@pytest.mark.both_databases
async def test_an_event_is_there_on_its_day_and_after_it_until_somebody_was_noted(office_with_calls, clock):
    office = office_with_calls
    event = await published(office)
    await registers(office, event, 31, answer=Answer.MAYBE)
    await comes(office, event, 32)
    one = await officer(office)
    await one.commands("today")
    assert "Nothing waits" in one.text()
    clock.at = at(9)
    await one.commands("today")
    assert "Today 14:00–16:00: Mapo owners meet" in one.text()
    clock.at = at(17)
    await one.commands("today")
    assert "nobody was noted as there: Mapo owners meet" in one.text()
    await one.taps("1. 🎫 Note who was there")
    assert "Mapo owners meet" in one.text()
    clock.passes(days=31)
    assert await counted(office) == 0


async def test_an_event_nobody_came_to_say_yes_to_asks_for_no_attendance(office_with_calls, clock):
    office = office_with_calls
    event = await published(office)
    await registers(office, event, 31, answer=Answer.MAYBE)
    await officer(office)
    clock.at = at(17)
    assert await counted(office) == 0


async def test_event_staff_find_the_events_of_today_within_their_reach_and_nothing_else(office_with_calls, clock):
    office = office_with_calls
    await ask(office, 4)
    await published(office, gus=(District.MAPO.value,))
    await published(office, gus=(District.GANGNAM.value,), title={"ko": "강남", "en": "Gangnam owners meet"})
    one = await officer(office, Role.EVENT_STAFF, MAPO)
    clock.at = at(9)
    await one.commands("today")
    assert "Mapo owners meet" in one.text()
    assert "Gangnam" not in one.text()
    assert "Question" not in one.text()


async def test_an_event_of_the_other_track_is_for_others(office_with_calls, clock):
    office = office_with_calls
    await published(office, track=Track.INNOVATION.value)
    one = await officer(office, scope=Scope(tracks=frozenset({Track.COLLABORATION.value})))
    clock.at = at(9)
    await one.commands("today")
    assert "Nothing waits" in one.text()


async def test_an_auditor_is_told_that_nothing_waits_for_who_only_looks(office):
    await ask(office, 4)
    one = await officer(office, Role.AUDITOR)
    await one.commands("today")
    assert "You look at figures and the record" in one.text()
    assert one.labels() == ["🏠 Home"]


async def test_a_member_is_led_to_what_is_open_for_them(office):
    await ask(office, 4)
    one = Player(office, id=4)
    await one.commands("today")
    assert "the list of those who work for the office" in one.text()
    await one.wishes(TurnMornings(off=True))
    assert "the list of those who work for the office" in one.text()
    async with office.work() as work:
        assert not await mornings.is_off(work.connection, 4)
    await one.taps("⭐ What is open for me")


async def test_unused_links_are_shown_to_owners_and_do_not_raise_the_count(town):
    boss = town.person("Boss")
    await boss.starts()
    await town.appoints(boss)
    await boss.starts()
    await boss.taps("🗂 Office", "👥 People of the office", "➕ Let somebody in", "Auditor")
    await boss.sends("Reader")
    await boss.taps("One year", "🔑 Yes, make the link", "🏠 Home", "🗂 Office", "📋 Waiting for you")
    boss.sees("Not used yet: the link for Reader (Auditor), until Mon 9 Mar 2026 10:00")
    await boss.taps("1. 👥 See the link")
    boss.sees("Links nobody has used yet")


async def test_a_reported_card_of_introductions_waits_until_it_is_judged(office_with_calls, clock):
    office = office_with_calls
    event = await held(office)
    await with_cards(office, event, 801, 802)
    clock.at = event.starts_at - timedelta(hours=20)
    await office.do(IntroducePeople(event=event.id, by=None))
    [circle] = await circles(office, event)
    one = await officer(office)
    await office.do(ReportIntroduction(by=801, introduction=circle.id, card=2))
    await one.commands("today")
    assert "A card of introductions was reported: No. 2" in one.text()
    await one.taps("1. 🪪 Look at card No. 2")
    await office.do(JudgeIntroduction(by=OFFICER, card=2, blocked=False))
    assert await counted(office) == 0


async def test_a_consultant_is_not_asked_about_a_letter_that_is_never_written_to_them(office_with_calls):
    await advises(office_with_calls)
    one = Player(office_with_calls, id=9001)
    await one.commands("today")
    assert one.labels() == ["🏠 Home"]


async def test_event_staff_hear_when_something_will_stand_here(office):
    one = await officer(office, Role.EVENT_STAFF)
    await one.commands("today")
    assert "On the day of an event" in one.text()
    assert "🔕 No morning letter" in one.labels()
