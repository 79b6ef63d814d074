"""What a member does with the sessions they have."""

from datetime import date, timedelta

import pytest

import bot.house  # noqa: F401 - opens every door of the house
from bot.screens.booking_hold_taps import BookNow, ShowPlace, ShowSent
from bot.screens.booking_search import ShowNextFree
from bot.screens.booking_taps import ShowSession, ShowSessions
from programme.topics import Topic
from services.session_changes import CancelSession
from storage import session_grants
from storage.consultants import Calling
from tests.player import Player
from tests.sessions.desk import advises, at, books, holds, keep_shops

OWNER, NEIGHBOUR = 1, 2


@pytest.fixture
async def player(office_with_calls) -> Player:
    await keep_shops(office_with_calls, OWNER, NEIGHBOUR)
    await advises(office_with_calls)
    player = Player(office_with_calls, id=OWNER)
    await player.commands("start")
    return player


async def test_without_a_session_one_is_told_how_to_get_one(player):
    await player.wishes(ShowSessions())
    player.sees("No session lies ahead of you.")
    await player.taps("📜 Those before")
    player.sees("There is none yet.")
    assert "🗓 Book a session" in player.labels()


async def test_a_session_is_moved_on_the_calendar_with_all_that_was_said(player):
    booked = await books(player.office, OWNER, at(14))
    await player.wishes(ShowSessions())
    await player.taps("Tue 10 Mar 14:00 · Yun", "🔁 Move", "📅 Choose another time", "11 ✓", "15:00")
    player.sees("The time you have now stays yours until")
    await player.taps("✅ Move it here")
    player.sees("Moved.")
    player.sees("Wed 11 Mar 2026 15:00–16:00")
    await player.taps("🗓 See the session")
    player.sees("Our first tax return")
    await player.wishes(ShowSession(booked.session.id))
    player.sees("This session was moved.")
    await player.taps("🗓 See the new time")
    player.sees("Wed 11 Mar 2026 15:00–16:00")


async def test_a_session_is_cancelled_after_one_more_question(player):
    booked = await books(player.office, OWNER, at(14))
    await player.wishes(ShowSession(booked.session.id))
    await player.taps("✖️ Cancel it", "✖️ Yes, cancel it")
    player.sees("is cancelled, and the consultant is told")
    await player.wishes(ShowSessions(past=True))
    player.sees("✖️ cancelled")


async def test_near_its_time_the_screen_says_that_the_consultant_decides(player, clock):
    booked = await books(player.office, OWNER, at(14))
    clock.at = at(18) - timedelta(days=1)
    await player.wishes(ShowSession(booked.session.id))
    player.sees("the consultant decides")
    await player.taps("🔁 Move")
    assert "🙋 Ask the consultant" in player.labels()


async def test_two_windows_at_once_keep_one_time(player):
    first = await holds(player.office, OWNER, at(14))
    await holds(player.office, OWNER, at(16))
    await player.wishes(BookNow(first.id))
    player.sees("This time is not kept for you any more. Nothing was booked.")
    await player.wishes(ShowSessions())
    player.sees("⏱ kept for you, not booked yet")
    await player.taps("Tue 10 Mar 16:00 · Yun", "✅ Book without a note")
    player.sees("16:00–17:00")


async def test_a_second_tap_on_book_brings_the_session(player):
    held = await holds(player.office, OWNER, at(14))
    await player.wishes(BookNow(held.id))
    await player.wishes(BookNow(held.id))
    player.sees("Your session No. 1")
    await player.wishes(ShowSessions())
    assert sum("Yun" in label for label in player.labels()) == 1


async def test_the_sessions_of_a_year_are_counted_and_a_coordinator_can_grant_more(player):
    terms = player.office.house.booking
    async with player.office.work() as work:
        await session_grants.grant(
            work.connection,
            consortium=None,
            person=OWNER,
            calling=Calling.CONSULTANT.value,
            year=2026,
            extra=1 - terms.consulting_a_year,
            by=9,
            why="",
            now=work.now,
        )
    await books(player.office, OWNER, at(14))
    await player.wishes(ShowNextFree(topic=Topic.PLANNING))
    await player.presses(next(one for one in player.buttons() if "Yun" in player.label(one)))
    player.sees("All sessions of 2026 are used.")
    player.sees("1 of 1 used in 2026")
    assert "🙋 Ask a person" in player.labels()


async def test_a_long_list_of_old_sessions_has_pages(player, clock):
    for day in range(9, 14):
        for hour in (10, 14):
            booked = await books(player.office, OWNER, at(hour, day=date(2026, 3, day)))
            await player.office.do(CancelSession(by=OWNER, session=booked.session.id))
    await player.wishes(ShowSessions(past=True))
    assert sum("Yun" in label for label in player.labels()) == 8
    await player.taps("Page 2 ▶")
    assert sum("Yun" in label for label in player.labels()) == 2


async def test_the_session_of_somebody_else_is_none(player):
    booked = await books(player.office, NEIGHBOUR, at(14))
    for wish in (ShowSession, ShowSent, ShowPlace, BookNow):
        await player.wishes(wish(booked.session.id))
        player.sees("There is no such session of yours.")
