"""The month as a keyboard: free days marked, the others say why; old keyboards, years' ends, leap days."""

from datetime import UTC, date, datetime

import pytest

import bot.house  # noqa: F401 - opens every door of the house
from bot.screens import month_calendar
from bot.screens.booking_search import AskWhyNone, HoldTime, ShowAdviser, ShowDay, ShowMonth, ShowNextFree
from bot.screens.screen import button
from bot.screens.taps import GoHome
from bot.words import verbatim
from programme.topics import Topic
from storage import consultants, working_hours
from storage.working_hours import SpecialHours
from tests.player import Player
from tests.sessions.desk import YUN, advises, at, keep_shops

OWNER = 1
PLANNING = Topic.PLANNING
TUESDAY = date(2026, 3, 10)


@pytest.fixture
async def player(office_with_calls) -> Player:
    await keep_shops(office_with_calls, OWNER)
    await advises(office_with_calls)
    player = Player(office_with_calls, id=OWNER)
    await player.commands("start")
    return player


async def day_off(office, *days: date) -> None:
    async with office.work() as work:
        for day in days:
            await working_hours.set_special_day(work.connection, YUN, day, [SpecialHours(day=day, starts=None, ends=None)])


async def notice(player: Player, label: str) -> str:
    """The toast that answers a tap."""
    shown = await player.taps(label)
    assert shown.notice is not None
    return shown.notice.in_("en")


async def test_a_day_and_a_time_are_chosen_on_the_calendar(player):
    await player.wishes(ShowMonth(topic=PLANNING))
    player.sees("March 2026")
    assert player.labels()[:7] == ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]
    assert {"3 ✓", "31 ✓", "7", "8"} <= set(player.labels())
    await player.taps("10 ✓")
    player.sees("Tue 10 Mar 2026: when?")
    await player.taps("17:00 · Yun")
    player.sees("Tue 10 Mar 2026 17:00–18:00")


async def test_at_the_end_of_a_month_the_calendar_opens_where_the_free_days_are(player, clock):
    clock.at = datetime(2026, 3, 30, 20, 0, tzinfo=UTC)  # the 31st in Seoul: a day's notice leads to April
    await player.wishes(ShowMonth(topic=PLANNING))
    player.sees("April 2026")
    await player.taps("◀ March 2026")
    player.sees("March 2026")
    player.sees("No day of this month has a free time.")


async def test_a_day_without_times_says_why(player):
    await day_off(player.office, TUESDAY)
    await player.wishes(ShowMonth(topic=PLANNING))
    assert await notice(player, "10") == "Tue 10 Mar 2026: Nobody works on this day."
    assert await notice(player, "1") == "Sun 1 Mar 2026: This day is over."
    await player.taps("April 2026 ▶")
    assert "May 2026 ▶" not in player.labels()
    assert await notice(player, "25") == "Sat 25 Apr 2026: This day is too far ahead: its times are not open yet."
    await player.wishes(ShowMonth(topic=PLANNING, month="2026-05"))
    player.sees("No day of this month has a free time.")
    assert "June 2026 ▶" not in player.labels()
    assert await notice(player, "25") == "Mon 25 May 2026: This day is too far ahead: its times are not open yet."


async def test_why_there_is_no_time_and_the_ways_on(player):
    await day_off(player.office, *(date.fromordinal(TUESDAY.toordinal() + n) for n in range(-8, 60)))
    await player.wishes(ShowNextFree(topic=PLANNING, consultant=YUN))
    player.sees("There is no free time in the coming weeks.")
    await player.taps("❓ Why is there no time?")
    player.sees("nobody works then")
    assert {"👥 Somebody else", "⏳ Tell me when one is free", "🙋 Ask a person"} <= set(player.labels())
    await player.taps("⏳ Tell me when one is free")
    player.sees("shall I tell you when a time becomes free?")


async def test_an_old_keyboard_after_a_change_of_hours(player):
    await player.wishes(ShowMonth(topic=PLANNING, consultant=YUN))
    month = player.buttons()
    await player.taps("10 ✓")
    times = player.buttons()
    await day_off(player.office, TUESDAY)
    await player.presses(next(one for one in times if player.label(one) == "14:00"))
    player.sees("Nobody works on this day.")
    player.sees("Here you see the times that are free now.")
    shown = await player.presses(next(one for one in month if player.label(one) == "10 ✓"))
    assert shown.notice is not None
    assert "10 ✓" not in player.labels()


async def test_an_old_keyboard_in_another_month(player, clock):
    await player.wishes(ShowDay(topic=PLANNING, consultant=YUN, day="2026-03-10"))
    times = player.buttons()
    clock.passes(days=30)
    await player.presses(next(one for one in times if player.label(one) == "14:00"))
    player.sees("This day is over.")
    await player.taps("🕐 Free times now")
    player.sees("The next free times.")


async def test_a_consultant_who_left_is_told_of_and_others_are_offered(player):
    await player.wishes(ShowDay(topic=PLANNING, consultant=YUN, day="2026-03-10"))
    times = player.buttons()
    async with player.office.work() as work:
        await consultants.leave(work.connection, YUN, work.now)
    await player.presses(next(one for one in times if player.label(one) == "14:00"))
    player.sees("The consultant does not give sessions any more.")
    await player.wishes(ShowAdviser(PLANNING, YUN))
    player.sees("This person takes no sessions at the moment.")
    await player.wishes(ShowMonth(topic=PLANNING, consultant=YUN))
    assert await notice(player, "10") == "Tue 10 Mar 2026: The consultant does not give sessions any more."


async def test_only_ways_and_languages_that_somebody_offers_are_filters(player):
    await player.wishes(ShowNextFree(topic=PLANNING))
    await player.taps("🎚 How, language", "English")
    player.sees("English")
    await player.taps("🎚 How, language")
    assert {"✓ English", "💻 By video", "📞 By phone"} <= set(player.labels())
    assert "🏢 On site" not in player.labels()


async def test_the_turn_of_the_year(player, clock):
    clock.at = at(10, day=date(2026, 12, 28))
    await player.wishes(ShowMonth(topic=PLANNING))
    player.sees("December 2026")
    await player.taps("January 2027 ▶")
    player.sees("January 2027")
    assert await notice(player, "1") == "Fri 1 Jan 2027: This day is a holiday."
    await player.taps("4 ✓", "10:00 · Yun", "✅ Book without a note")
    player.sees("Mon 4 Jan 2027 10:00–11:00")
    player.sees("• Consulting: 1 of 5 used in 2027")


async def test_the_29th_of_february(player, clock):
    clock.at = at(10, day=date(2028, 2, 21))
    await player.wishes(ShowMonth(topic=PLANNING))
    await player.taps("29 ✓", "10:00 · Yun")
    player.sees("Tue 29 Feb 2028 10:00–11:00")


async def test_a_minute_before_midnight_it_is_still_today_in_seoul(player, clock):
    clock.at = datetime(2026, 3, 31, 14, 59, tzinfo=UTC)
    await player.wishes(ShowMonth(topic=PLANNING, month="2026-04"))
    assert "◀ March 2026" in player.labels()
    clock.passes(minutes=1)
    await player.wishes(ShowMonth(topic=PLANNING, month="2026-04"))
    assert "◀ March 2026" not in player.labels()


FORGED = (
    ShowMonth(topic=PLANNING, way="swim", language="xx", month="9999-12"),
    ShowMonth(topic=PLANNING, month="soon"),
    ShowDay(topic=PLANNING, day="9999-12-31"),
    ShowDay(topic=PLANNING, day="2026-02-30"),
    ShowNextFree(topic=PLANNING, consultant=2**62, way="swim", moving=2**62),
    AskWhyNone(topic=PLANNING, month="0001-01"),
    HoldTime(topic=PLANNING, consultant=YUN, way="phone", cell=2**62),
    HoldTime(topic=PLANNING, consultant=YUN, way="", cell=1),
    HoldTime(topic=PLANNING, consultant=YUN, way="phone", cell=1),
    HoldTime(topic=Topic.LAW, consultant=YUN, way="phone", cell=650_000),
)


@pytest.mark.parametrize("wish", FORGED, ids=str)
async def test_a_forged_button_meets_a_screen(player, wish):
    await player.wishes(wish)
    assert "🏠 Home" in player.labels()


def test_a_month_fills_whole_weeks():
    cells = month_calendar.grid(date(2028, 2, 1), lambda day: button(verbatim(str(day.day)), GoHome()), rest=GoHome())
    assert all(len(week) == 7 for week in cells)
    shown = [one.label.in_("en") for week in cells[1:] for one in week]
    assert [label for label in shown if label != "·"] == [str(n) for n in range(1, 30)]
