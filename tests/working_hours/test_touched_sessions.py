"""Hours change under people who have booked, or are just booking: nobody stands before a closed door."""

from datetime import timedelta

import pytest

import bot.house  # noqa: F401 - opens every door of the house
from programme.hours_changes import SetDay, SetWeek
from programme.move_offers import answer_by
from programme.topics import Topic
from services.chores import all_chores
from services.coordinators import AppointFirstCoordinators
from services.hold_wishes import NotOffered
from services.hours_changes import Outdated, UnblockHours
from services.office_holidays import HolidayKept, KeepOfficeHoliday
from services.session_waits import WaitForSession, Waiting
from services.sessions import BookSession
from services.working_hours import HoursOf, KeptHours
from storage.sessions import State
from tests.cast import Cast
from tests.clock import MONDAY_MORNING
from tests.finder.street import keeps_shop
from tests.sessions.desk import DAY, OPEN, YUN, advises, at, books, holds, keep_shops
from tests.town import Town
from tests.working_hours.keeping import NEXT, away, changes, previews, seen, session_of, waiting

OWNER, NEIGHBOUR, OFFICER = 1, 2, 90


@pytest.fixture
async def desk(office_with_calls):
    await keep_shops(office_with_calls, OWNER, NEIGHBOUR)
    await advises(office_with_calls)
    return office_with_calls


@pytest.fixture
async def yun(town: Town) -> Cast:
    person = town.person("Yun")
    await person.starts()
    await advises(town.office, person.person.id)
    return person


@pytest.fixture
async def booked(town, owner, yun) -> int:
    """Tuesday 10 March, 14:00."""
    await keeps_shop(town, owner, "Hanbit Bakery", 1)
    number = (await books(town.office, owner.person.id, at(14), yun.person.id)).session.id
    await town.settles()
    return number


async def takes_the_day_off(yun: Cast, *, then: str) -> None:
    await yun.does("presses_data", yun.last(), "chh:0")
    await yun.taps("☀️ One day")
    await yun.sends("3/10")
    await yun.taps("🌴 Off the whole day")
    yun.sees("1 booked session is touched", "Tue 10 Mar 2026 14:00–15:00 · 🧮 Tax · Hanbit Bakery")
    await yun.taps(then)


async def test_kept_sessions_stay_and_nobody_is_troubled(town, owner, yun, booked):
    await takes_the_day_off(yun, then="✅ Sessions stay")
    yun.sees("1 booked session stays as it is")
    owner.sees_not("cannot give your session")
    assert (await session_of(town.office, booked)).to_move_by is None


async def test_the_member_is_offered_the_nearest_times_and_moves_with_one_of_them(town, clock, owner, yun, booked):
    await takes_the_day_off(yun, then="🔁 Offer other times")
    yun.sees("1 member is asked for another time")
    owner.sees("Yun cannot give your session on Tue 10 Mar 2026 14:00", "Please choose another time until Thu 5 Mar 2026 10:00")
    owner.sees("[🔁 Mon 9 Mar 2026 17:00]", "[🔁 Wed 11 Mar 2026 10:00]", "[🔁 Wed 11 Mar 2026 11:00]", "[📅 Other times]", "[✖️ Cancel it]")
    await owner.taps("🔁 Wed 11 Mar 2026 10:00")
    owner.sees("Kept for you until 10:05", "The time you have now stays yours")
    await owner.taps("✅ Move it here")
    owner.sees("Moved. Your session No. 2", "Wed 11 Mar 2026 10:00–11:00")
    yun.sees("Moved to Wed 11 Mar 2026 10:00–11:00")
    assert (await session_of(town.office, booked)).state is State.MOVED
    clock.passes(days=4)
    await town.does_chores()
    yun.sees_not("No other time was chosen")


async def test_who_wants_no_other_time_cancels_from_the_same_letter_however_often_they_moved(town, owner, yun, booked):
    await takes_the_day_off(yun, then="🔁 Offer other times")
    await owner.taps("✖️ Cancel it", "✖️ Yes, cancel it")
    assert (await session_of(town.office, booked)).state is State.CANCELLED


async def test_who_does_not_answer_is_left_to_consultant_and_office_who_are_told_once(town, clock, owner, yun, booked):
    jung = town.person("Jung")
    await jung.starts()
    await town.appoints(jung)
    await takes_the_day_off(yun, then="🔁 Offer other times")
    clock.passes(days=3, minutes=1)
    await town.does_chores()
    yun.sees("No other time was chosen for the session on Tue 10 Mar 2026 14:00", "Hanbit Bakery")
    jung.sees("No other time was chosen", "Yun · Hanbit Bakery")
    jung.remember()
    clock.passes(minutes=10)
    await town.does_chores()
    jung.sees_not("No other time was chosen")
    assert (await session_of(town.office, booked)).state is State.BOOKED


async def test_hours_that_come_back_spare_the_member_the_trouble(desk):
    session = (await books(desk, OWNER, at(14))).session
    await changes(desk, away(), offer=True)
    kept = await desk.look(HoursOf(by=YUN, consultant=YUN))
    assert isinstance(kept, KeptHours)
    await desk.do(UnblockHours(by=YUN, consultant=YUN, number=kept.blocked[0].id))
    assert (await session_of(desk, session.id)).to_move_by is None
    assert await waiting(desk, "session_outside_hours", OWNER) == 0
    assert await waiting(desk, "session_stays", OWNER) == 1


async def test_a_time_that_is_just_being_booked_is_gone_and_its_member_told(desk):
    held = await holds(desk, OWNER, at(14))
    assert (await previews(desk, away())).held == 1
    await changes(desk, away())
    assert (await session_of(desk, held.id)).state is State.LAPSED
    assert await waiting(desk, "held_time_gone", OWNER) == 1
    outcome = await desk.do(BookSession(by=OWNER, session=held.id))
    assert isinstance(outcome, NotOffered), outcome


async def test_a_session_kept_before_is_not_asked_about_at_the_next_change(desk):
    await books(desk, OWNER, at(14))
    assert (await changes(desk, away())).touched == 1
    assert (await changes(desk, away(DAY, NEXT))).touched == 0


async def test_on_a_new_holiday_of_the_office_a_consultant_can_still_offer_other_times(desk):
    await books(desk, OWNER, at(14))
    await desk.do(AppointFirstCoordinators(ids=(OFFICER,)))
    assert isinstance(await desk.do(KeepOfficeHoliday(by=OFFICER, day=DAY, name="Founding day")), HolidayKept)
    outcome = await changes(desk, SetDay(DAY, ()), offer=True)
    assert (outcome.touched, outcome.offered) == (1, 1)


async def test_what_was_booked_after_the_preview_is_seen_before_the_change(desk):
    late = await seen(desk, away())
    await books(desk, OWNER, at(14))
    assert await desk.do(late) == Outdated()
    assert (await changes(desk, away())).touched == 1


async def test_a_preview_of_hours_that_have_changed_since_changes_nothing(desk):
    late = await seen(desk, SetDay(DAY, ()))
    await changes(desk, SetWeek(((5, ((600, 780),)),)))
    assert await desk.do(late) == Outdated()


async def test_the_office_learns_nothing_of_who_is_in_mediation(desk, clock, town):
    jung = town.person("Jung")
    await jung.starts()
    await town.appoints(jung)
    await books(desk, OWNER, at(14), confidential=True)
    await changes(desk, away(), offer=True)
    clock.passes(days=4)
    await town.does_chores()
    jung.sees("No other time was chosen", "Yun")
    jung.sees_not(f"Shop {OWNER}")


async def test_a_session_too_near_to_write_to_its_member_is_left_to_a_call(desk, clock):
    await changes(desk, SetWeek(((1, ((420, 540),)),)))  # Tuesdays from 7 in the morning
    session = (await books(desk, OWNER, at(7))).session
    clock.passes(hours=(at(23, day=DAY.replace(day=9)) - MONDAY_MORNING) // timedelta(hours=1))
    outcome = await changes(desk, away(), offer=True)
    assert (outcome.touched, outcome.offered, outcome.too_near) == (1, 0, 1)
    assert (await session_of(desk, session.id)).to_move_by is None


async def test_on_29_february_and_at_midnight(desk, clock):
    clock.passes(days=(at(0, day=DAY.replace(year=2028, month=2, day=21)) - MONDAY_MORNING).days)
    leap = DAY.replace(year=2028, month=2, day=29)
    await changes(desk, SetDay(leap, ((0, 60), (23 * 60, 24 * 60))))
    late = (await books(desk, OWNER, at(23, day=leap))).session
    early = (await books(desk, OWNER, at(0, day=leap))).session
    assert late.ends_at == at(0, day=leap.replace(month=3, day=1))
    preview = await previews(desk, SetDay(leap, OPEN))
    assert [line.session.id for line in preview.touched] == [early.id, late.id]
    assert (await previews(desk, away(leap.replace(month=3, day=1), leap.replace(month=3, day=1)))).touched == ()


def test_the_answer_is_asked_for_a_day_before_the_session_or_at_half_of_what_is_left():
    now, night = at(10), at(23)
    assert answer_by(now, now + timedelta(days=10)) == now + timedelta(days=3)
    assert answer_by(now, now + timedelta(days=3)) == now + timedelta(days=2)
    assert answer_by(now, now + timedelta(hours=10)) == now + timedelta(hours=5)
    assert answer_by(night, night + timedelta(hours=11)) == night + timedelta(hours=10)  # written to at 08:00
    assert answer_by(night, night + timedelta(hours=8)) is None  # begins before anybody can be written to


async def test_hours_that_open_are_offered_to_who_waits(desk):
    await changes(desk, away(DAY, DAY.replace(month=4, day=14)))
    wait = WaitForSession(by=OWNER, topic=Topic.TAX, consultant=YUN, way=None, last_day=DAY.replace(day=31))
    assert isinstance(await desk.do(wait), Waiting)
    await changes(desk, SetWeek(((6, ((600, 720),)),)))  # a Sunday
    kept = await desk.look(HoursOf(by=YUN, consultant=YUN))
    assert isinstance(kept, KeptHours)
    await desk.do(UnblockHours(by=YUN, consultant=YUN, number=kept.blocked[0].id))
    for chore in all_chores():
        await chore.run(desk)
    assert await waiting(desk, "session_offered", OWNER) == 1


async def test_who_was_moving_to_a_time_that_goes_keeps_the_session_they_have(desk):
    session = (await books(desk, OWNER, at(14))).session
    held = await holds(desk, OWNER, at(15, day=NEXT), moves=session.id)
    await changes(desk, away(NEXT, NEXT), offer=True)
    assert (await session_of(desk, held.id)).state is State.LAPSED
    assert (await session_of(desk, session.id)).state is State.BOOKED
