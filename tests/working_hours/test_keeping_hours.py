"""A consultant keeps hours in the chat: every change is shown before it is made."""

import pytest

import bot.house  # noqa: F401 - opens every door of the house
from bot.dialogue.taps import BeginStory
from bot.screens.hours_taps import ShowExceptions, ShowMyHours, ShowWorkMonth
from services.coordinators import AppointFirstCoordinators
from tests.player import Player
from tests.sessions.desk import YUN, advises, at, books, keep_shops

OFFICER, OWNER = 90, 1


@pytest.fixture
async def yun(office_with_calls) -> Player:
    """Works on weekdays, 10–12 and 13–18."""
    await advises(office_with_calls)
    player = Player(office_with_calls, id=YUN)
    await player.wishes(ShowMyHours())
    return player


async def test_the_week_typed_freely_is_shown_with_what_it_would_change_and_then_kept(yun):
    yun.sees("Mo–Fr 10:00–12:00, 13:00–18:00")
    await yun.taps("🕘 Week")
    await yun.says("whenever")
    yun.sees("I could not read “whenever”")
    await yun.says("Mon-Fri 25-30")
    yun.sees("“25-30” cannot be: it must end after it begins, between 0:00 and 24:00.")
    await yun.says("Mon-Fri 10-12\n토 10-13")
    yun.sees("Mo–Fr 10:00–12:00\nSa 10:00–13:00\nSu off")
    yun.sees("• Free times: 210 → 78")
    yun.sees("150 of the free times of now fall away")
    yun.sees("No booked session is touched")
    await yun.taps("✅ Yes, change it")
    yun.sees("78 free times can be booked")
    await yun.taps("🕘 The hours")
    yun.sees("Mo–Fr 10:00–12:00\nSa 10:00–13:00\nSu off")


async def test_a_preset_is_two_taps_and_can_be_left_alone(yun):
    await yun.taps("🕘 Week", "Saturday mornings 10–13", "✖️ Change nothing")
    yun.sees("Nothing is changed")
    await yun.taps("🕘 The hours")
    yun.sees("Sa–Su off")
    await yun.taps("🕘 Week", "Saturday mornings 10–13", "✅ Yes, change it", "🕘 The hours")
    yun.sees("Sa 10:00–13:00")


async def test_a_single_day_has_other_hours_even_a_holiday_and_can_be_as_usual_again(yun):
    await yun.wishes(ShowExceptions())
    yun.sees("• Mon 2 Mar 2026 Alternative holiday for Independence Movement Day")
    await yun.taps("☀️ One day")
    await yun.says("3/1/2026x")
    yun.sees("I could not read that as a date")
    await yun.says("2026-03-01")
    yun.sees("That day is too early")
    await yun.says("2월 29일")
    yun.sees("That day is too far away")  # the next one is in 2028
    await yun.says("5월 1일")
    await yun.says("10-12, Fri 14-16")
    yun.sees("Please write times alone, like “10-12, 14-16”")
    await yun.says("어제")
    yun.sees("Please write times alone, like “10-12, 14-16”")
    await yun.says("2-4")
    yun.sees("Fri 1 May 2026: 14:00–16:00")
    await yun.taps("✅ Yes, change it")
    await yun.wishes(ShowExceptions())
    yun.sees("• Fri 1 May 2026: 14:00–16:00")
    await yun.taps("✏️ Fri 1 May", "↩️ As every week", "✅ Yes, change it")
    await yun.wishes(ShowExceptions())
    yun.sees("None. “One day” takes a day off")


async def test_a_time_is_blocked_across_the_turn_of_the_year_and_freed_again(yun):
    await yun.taps("⛔ Block a time")
    await yun.says("12월 30일")
    await yun.says("2027-01-04")
    await yun.taps("No, from … to …")
    await yun.says("저녁에")
    yun.sees("I could not read that as a time")
    await yun.says("2시")
    await yun.taps("12:00")
    yun.sees("Wed 30 Dec 2026 14:00 – Mon 4 Jan 2027 12:00")
    yun.sees("Free times: 210 → 210")  # beyond what can be booked today
    await yun.taps("✅ Yes, change it")
    await yun.wishes(ShowExceptions())
    yun.sees("⛔ Wed 30 Dec 2026 14:00 – Mon 4 Jan 2027 12:00")
    await yun.taps("✖️ Free again: Wed 30 Dec")
    yun.sees("That time is free again.")
    yun.sees("None. “One day”")


async def test_blocked_days_are_told_as_days_and_a_blocked_hour_as_an_hour(yun):
    await yun.taps("⛔ Block a time")
    await yun.says("3월 10일")
    await yun.says("3월 12일")
    await yun.taps("Yes, all day")
    yun.sees("⛔ Tue 10 Mar 2026 – Thu 12 Mar 2026, all day")
    await yun.taps("✅ Yes, change it", "🕘 The hours", "⛔ Block a time")
    await yun.says("3월 16일")
    await yun.taps("Mon 16 Mar 2026", "Yes, all day")
    yun.sees("⛔ Mon 16 Mar 2026, all day")
    await yun.taps("✅ Yes, change it", "🕘 The hours", "⛔ Block a time")
    await yun.says("3월 17일")
    await yun.taps("Tue 17 Mar 2026", "No, from … to …", "13:00", "24:00")
    yun.sees("⛔ Tue 17 Mar 2026 13:00–24:00")
    await yun.taps("✅ Yes, change it")
    await yun.wishes(ShowExceptions())
    yun.sees("⛔ Tue 10 Mar 2026 – Thu 12 Mar 2026, all day")
    yun.sees("⛔ Mon 16 Mar 2026, all day")
    yun.sees("⛔ Tue 17 Mar 2026 13:00–24:00")


async def test_a_blocked_time_ends_after_it_begins(yun):
    await yun.taps("⛔ Block a time")
    await yun.says("3월 10일")
    await yun.taps("Tue 10 Mar 2026", "No, from … to …", "13:00", "12:00")
    yun.sees("That is not after the beginning")
    await yun.says("18:00")
    yun.sees("Free times: 210 → 205")


async def test_the_terms_are_changed_one_by_one(yun):
    await yun.taps("⚙️ Terms", "⏱ Length of a session")
    yun.sees("How long does a session last? Now: 60 minutes.")
    await yun.taps("90 minutes", "✅ Yes, change it", "🕘 The hours")
    yun.sees("A session lasts 90 minutes")
    await yun.taps("⚙️ Terms", "☀️ Most a day", "1 session")
    yun.sees("• A day: 1 session, a week: no limit")
    await yun.taps("✅ Yes, change it", "🕘 The hours", "⚙️ Terms", "☀️ Most a day", "1 session")
    yun.sees("It is like this already")
    await yun.wishes(ShowMyHours())
    await yun.taps("🕘 Week", "No hours on Sat and Sun")
    yun.sees("It is like this already")


async def test_old_preview_buttons_after_another_change_show_the_preview_of_now(yun):
    await yun.taps("🕘 Week")
    await yun.says("토 10-13")
    old = next(b for b in yun.buttons() if yun.label(b) == "✅ Yes, change it")
    await yun.wishes(BeginStory("booking_terms"))
    await yun.taps("⏱ Length of a session", "30 minutes", "✅ Yes, change it")
    await yun.presses(old)
    yun.sees("Meanwhile your hours or sessions have changed")
    await yun.wishes(ShowMyHours())
    yun.sees("Sa–Su off")


async def test_the_month_counts_the_sessions_of_each_day(yun, office_with_calls):
    await keep_shops(office_with_calls, OWNER)
    await books(office_with_calls, OWNER, at(10))
    await books(office_with_calls, OWNER, at(14))
    await yun.taps("📆 Month")
    yun.sees("March 2026: 2 sessions")
    await yun.taps("10·2")
    yun.sees("Tue 10 Mar 2026\nHours: 10:00–12:00, 13:00–18:00\n• Tue 10 Mar 2026 10:00–11:00 · 🧮 Tax · Shop 1")
    await yun.wishes(ShowWorkMonth(month="2024-02"))
    yun.sees("February 2024: 0 sessions")
    assert "29" in yun.labels()
    await yun.wishes(ShowWorkMonth(month="9999-99"))
    yun.sees("March 2026")


async def test_a_coordinator_keeps_them_for_the_consultant_who_is_told_and_a_stranger_does_not(town):
    jung, yun, stranger = town.person("Jung"), town.person("Yun"), town.person("Stranger")
    for person in (jung, yun, stranger):
        await person.starts()
    await town.appoints(jung)
    await advises(town.office, yun.person.id)
    await stranger.does("presses_data", stranger.last(), f"chh:{yun.person.id}")
    stranger.sees("There are none that you can see or change")
    await jung.does("presses_data", jung.last(), f"cpo:{yun.person.id}")
    await jung.taps("🕘 The hours")
    jung.sees("The hours of Yun")
    await jung.taps("🕘 Week")
    await jung.sends("수 휴무")
    await jung.taps("✅ Yes, change it")
    yun.sees("The office has changed your hours")
    await yun.taps("🕘 My hours")
    yun.sees("We off", "Th–Fr 10:00–12:00, 13:00–18:00")
    await yun.taps("🗂 My desk", "🕘 My hours", "🕘 Week")
    yun.sees("When do you work?")


async def test_the_office_does_not_learn_who_comes_to_a_mediation(office_with_calls):
    office = office_with_calls
    await office.do(AppointFirstCoordinators(ids=(OFFICER,)))
    await keep_shops(office, OWNER)
    await advises(office)
    await books(office, OWNER, at(10), confidential=True)
    officer = Player(office, id=OFFICER)
    await officer.wishes(ShowWorkMonth(consultant=YUN))
    await officer.taps("10·1")
    officer.sees("Tue 10 Mar 2026 10:00–11:00 · 🧮 Tax")
    assert "Shop 1" not in officer.text()
