"""No free time: one waits, and what becomes free is offered to one after the other."""

import pytest

import bot.house  # noqa: F401 - opens every door of the house
from bot.screens.booking_taps import ShowBooking
from bot.screens.session_wait_taps import ShowWaits, WaitForTime
from programme.topics import Topic
from services.session_changes import CancelSession
from tests.finder.street import keeps_shop
from tests.player import Player
from tests.session_waits.queueing import has_one_hour, takes_it
from tests.sessions.desk import YUN, at


@pytest.fixture
async def full(town):
    """The hour is taken by somebody; two more owners with phones wait for it, the first of them first."""
    await has_one_hour(town.office)
    people = [town.person(name) for name in ("Taker", "First", "Second")]
    for serial, person in enumerate(people, 1):
        await keeps_shop(town, person, f"Shop {serial}", serial)
    taker, first, second = people
    session = await takes_it(town.office, taker.person.id)
    for person in (first, second):
        await waits_by_hand(town, person)
    await town.settles()
    return session, taker, first, second


async def waits_by_hand(town, person) -> Player:
    player = Player(town.office, id=person.person.id)
    await player.wishes(WaitForTime(Topic.TAX))
    player.sees("shall I tell you when a time becomes free?")
    await player.taps("2 weeks: until Mon 16 Mar 2026")
    player.sees("You wait for a free time")
    return player


async def frees(town, session) -> None:
    await town.office.do(CancelSession(by=session.person, session=session.id))
    await town.settles()


async def test_the_next_in_line_is_offered_a_freed_time_and_takes_it(town, full):
    session, _, first, second = full
    await frees(town, session)
    first.sees("A time is free: Tue 10 Mar 2026 14:00–15:00", "held for you alone until Mon 2 Mar 2026 12:00")
    second.sees_not("A time is free")
    await first.taps("✅ Take this time")
    first.sees("Booked: Tue 10 Mar 2026 14:00")
    await first.taps("🗓 My sessions")
    first.sees("10 Mar 2026 14:00")


async def test_who_lets_it_pass_waits_on_and_the_next_is_asked_at_once(town, full):
    session, _, first, second = full
    await frees(town, session)
    await first.taps("Not this one")
    first.sees("The next one is asked for that time.", "You wait for a free time")
    second.sees("A time is free: Tue 10 Mar 2026 14:00–15:00")
    await second.taps("Not this one")
    await town.does_chores()
    first.sees_not("A time is free")
    second.sees_not("A time is free")


async def test_who_would_wait_while_a_time_is_free_is_shown_it(town, full):
    """An old button, or "wait again" after everybody let the time pass."""
    session, _, first, second = full
    late = town.person("Late")
    await keeps_shop(town, late, "Shop 4", 4)
    player = Player(town.office, id=late.person.id)
    await player.wishes(WaitForTime(Topic.TAX))
    old = next(one for one in player.buttons() if player.label(one).startswith("2 weeks"))
    await frees(town, session)
    await first.taps("Not this one")
    await second.taps("Not this one")
    for shown in (await player.wishes(WaitForTime(Topic.TAX)), await player.presses(old)):
        assert shown.notice is not None
        assert shown.notice.in_("en") == "You need not wait: a time is free now."
        assert "Tue 10 Mar 14:00 · Yun" in [player.label(one) for row in shown.rows for one in row]


async def test_who_does_not_answer_within_two_hours_is_told_and_the_next_is_asked(town, clock, full):
    session, _, first, second = full
    await frees(town, session)
    offer = first.last().id
    clock.passes(hours=2)
    await town.does_chores()
    first.sees("The time on Tue 10 Mar 2026 14:00 went to the next one.")
    second.sees("A time is free", "until Mon 2 Mar 2026 14:00")
    await first.taps_old(offer, "✅ Take this time")
    first.sees("You do not wait for that any more.")
    await first.taps("⏳ What I wait for")
    first.sees("You wait for nothing.")


async def test_a_time_freed_at_night_is_offered_until_ten_in_the_morning(town, clock, full):
    session, _, first, _ = full
    clock.at = at(23, day=clock.now().date())
    await frees(town, session)
    first.sees_not("A time is free")
    clock.passes(hours=9)
    await town.does_chores()
    first.sees("A time is free", "until Tue 3 Mar 2026 10:00")


async def test_leaving_the_queue_moves_the_others_up_and_frees_what_is_held(town, full):
    session, _, first, second = full
    player = Player(town.office, id=second.person.id)
    await player.wishes(ShowWaits())
    player.sees("place 2, until Mon 16 Mar 2026")
    await frees(town, session)
    mine = Player(town.office, id=first.person.id)
    await mine.wishes(ShowWaits())
    await mine.taps("✅ 🧮 Tax", "🚶 Stop waiting")
    mine.sees("You no longer wait")
    await town.settles()
    second.sees("A time is free")


async def test_when_the_last_day_is_over_that_is_said_and_one_can_wait_again(town, clock, full):
    _, _, first, _ = full
    clock.at = at(9, day=clock.now().date().replace(day=17))
    await town.does_chores()
    first.sees("No time has become free for you")
    await first.taps("⏳ Wait again")
    first.sees("You need not wait: a time is free now.", "Tue 24 Mar 14:00 · Yun")  # of the weeks that have come into reach


async def test_who_has_no_shop_or_waits_already_is_told(town, full):
    _, _, first, _ = full
    player = Player(town.office, id=77)
    await player.commands("start")
    await player.wishes(WaitForTime(Topic.TAX, YUN))
    await player.taps("1 week: until Mon 9 Mar 2026")
    player.sees("Sessions are for owners with a registered shop.")
    again = Player(town.office, id=first.person.id)
    await again.wishes(WaitForTime(Topic.TAX, YUN))
    again.sees("You wait for this topic already.")
    await again.wishes(WaitForTime(Topic.LAW))
    await again.taps("1 week: until Mon 9 Mar 2026")
    again.sees("At the moment nobody takes such sessions")


async def test_from_home_to_the_queue_where_no_time_is_free(town, full):
    session, *_ = full
    third = town.person("Third")
    await keeps_shop(town, third, "Shop 4", 4)
    player = Player(town.office, id=third.person.id)
    await player.wishes(ShowBooking())
    await player.taps("🧮 Tax", "🗓 Book a session", "Yun · Mapo-gu")
    await player.taps("🕐 See free times", "⏳ Tell me when one is free", "1 week: until Mon 9 Mar 2026")
    player.sees("Tax · Yun.")
    player.sees("2 people have asked before you.")
    await frees(town, session)
    await player.wishes(ShowWaits())
    player.sees("place 3, until Mon 9 Mar 2026")
