"""Holding and booking a time: what a member meets, without the chat."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import text

from programme.booking import BookingTerms
from programme.session_changes import Hindrance
from programme.slots import WhyNone
from programme.topics import Topic, Way
from services.chores import all_chores
from services.free_times import FreeTimes, NextFree
from services.hold_wishes import HeldTooOften, JustTaken, NotOffered, TooManyAhead, YearUsed
from services.office import Office
from services.session_hold_ends import NotHeld, Released, ReleaseHold
from services.session_limits import NotMine, TooLate
from services.session_members import NoShop
from services.sessions import AlreadyBooked, Booked, BookSession
from storage import consultants, session_grants, sessions, working_hours
from storage.consultants import Calling
from storage.sessions import State
from storage.working_hours import SpecialHours
from tests.consortia.forming import opened, sits_down
from tests.sessions.desk import DAY, HAN, PLAIN, YUN, advises, at, books, hold, holds, keep_shops

OWNER, NEIGHBOUR = 1, 2


@pytest.fixture
async def desk(office_with_calls: Office) -> Office:
    await keep_shops(office_with_calls, OWNER, NEIGHBOUR)
    await advises(office_with_calls)
    return office_with_calls


async def chores(office: Office) -> None:
    for chore in all_chores():
        await chore.run(office)


async def free_on(office: Office, day: date, person: int = OWNER, *, consultant: int | None = YUN, moving: int | None = None):
    look = FreeTimes(person=person, topic=Topic.TAX, consultant=consultant, way=None, language=None, first=day, last=day, moving=moving)
    return (await office.look(look)).days[0]


async def state_of(office: Office, number: int) -> State:
    async with office.store.reading() as connection:
        found = await sessions.find(connection, number)
    assert found is not None
    return found.state


async def letters(office: Office, kind: str, person: int) -> int:
    async with office.store.reading() as connection:
        query = text("SELECT count(*) FROM letters WHERE kind = :kind AND chat = :chat AND state = 'waiting'")
        return int(await connection.scalar(query, {"kind": kind, "chat": person}) or 0)


async def test_a_time_is_held_for_five_minutes_and_booked(desk, clock):
    session = await holds(desk, OWNER, at(14))
    assert session.held_until == clock.now() + timedelta(minutes=5)
    booked = await desk.do(BookSession(by=OWNER, session=session.id, goal="Our first tax return"))
    assert isinstance(booked, Booked)
    assert (booked.used, booked.of, booked.session.goal) == (1, 5, "Our first tax return")
    assert await letters(desk, "session_booked", YUN) == 1
    assert await desk.do(BookSession(by=OWNER, session=session.id)) == AlreadyBooked(booked.session)
    assert at(14) not in [slot.starts_at for slot in (await free_on(desk, DAY, NEIGHBOUR)).slots]


async def test_who_comes_later_hears_that_it_is_taken_and_what_is_nearest(desk):
    await holds(desk, OWNER, at(14))
    lost = await desk.do(hold(NEIGHBOUR, at(14)))
    assert isinstance(lost, JustTaken)
    assert [slot.starts_at for slot in lost.nearest] == [at(13), at(15), at(16)]


async def test_a_time_nobody_answered_for_is_free_again_and_that_is_said(desk, clock):
    session = await holds(desk, OWNER, at(14))
    clock.passes(minutes=5)
    await chores(desk)
    assert await state_of(desk, session.id) is State.LAPSED
    assert await letters(desk, "session_hold_lapsed", OWNER) == 1
    await holds(desk, NEIGHBOUR, at(14))
    again = await desk.do(BookSession(by=OWNER, session=session.id))
    assert isinstance(again, JustTaken)


async def test_who_was_slow_still_gets_the_time_where_nobody_took_it(desk, clock):
    session = await holds(desk, OWNER, at(14))
    clock.passes(minutes=7)
    await chores(desk)
    booked = await desk.do(BookSession(by=OWNER, session=session.id, goal="late"))
    assert isinstance(booked, Booked)
    assert booked.session.starts_at == at(14)


async def test_one_person_holds_one_time_and_a_second_tap_does_not_wind_up_the_clock(desk, clock):
    first = await holds(desk, OWNER, at(14))
    clock.passes(minutes=2)
    assert (await holds(desk, OWNER, at(14))).id == first.id
    second = await holds(desk, OWNER, at(15))
    assert await state_of(desk, first.id) is State.LAPSED
    assert (await holds(desk, NEIGHBOUR, at(14))).starts_at == at(14)
    lost = await desk.do(hold(OWNER, at(14)))
    assert isinstance(lost, JustTaken)
    assert await state_of(desk, second.id) is State.HELD, "who loses a time keeps the one before"


async def test_a_hold_given_up_is_free_and_cannot_be_booked(desk):
    session = await holds(desk, OWNER, at(14))
    assert await desk.do(ReleaseHold(by=NEIGHBOUR, session=session.id)) == NotHeld()
    assert isinstance(await desk.do(ReleaseHold(by=OWNER, session=session.id)), Released)
    assert await desk.do(ReleaseHold(by=OWNER, session=session.id)) == NotHeld()
    assert await desk.do(BookSession(by=OWNER, session=session.id)) == NotHeld()
    await holds(desk, NEIGHBOUR, at(14))


async def test_a_stranger_without_a_shop_and_a_consultant_on_their_own_desk_book_nothing(desk):
    assert await desk.do(hold(77, at(14))) == NoShop()
    await keep_shops(desk, YUN)
    assert await desk.do(hold(YUN, at(14))) == NotOffered(None)
    session = await holds(desk, OWNER, at(14))
    assert await desk.do(BookSession(by=NEIGHBOUR, session=session.id)) == NotHeld()


@pytest.mark.parametrize(
    ("starts_at", "why"),
    [
        (at(10, day=date(2026, 3, 1)), WhyNone.PAST),
        (at(17, day=date(2026, 3, 2)), WhyNone.HOLIDAY),  # the day after Independence Day, which is a Sunday
        (at(9, day=date(2026, 3, 3)), WhyNone.TOO_SOON),
        (at(10, day=date(2026, 3, 14)), WhyNone.DAY_OFF),
        (at(10, day=date(2026, 5, 4)), WhyNone.TOO_FAR),
        (at(12), WhyNone.DAY_OFF),
        (at(10, 25), None),
    ],
)
async def test_an_old_keyboard_is_told_why(desk, starts_at, why):
    """None: sessions begin at other times by now."""
    assert await desk.do(hold(OWNER, starts_at)) == NotOffered(why)


async def test_what_changed_while_somebody_answered_is_said(desk):
    session = await holds(desk, OWNER, at(14))
    async with desk.store.transaction() as connection:
        await working_hours.set_special_day(connection, YUN, DAY, [SpecialHours(day=DAY, starts=None, ends=None)])
    assert await desk.do(BookSession(by=OWNER, session=session.id)) == NotOffered(WhyNone.DAY_OFF)
    assert await state_of(desk, session.id) is State.LAPSED


async def test_a_consultant_who_left_or_pauses_takes_nobody(desk, clock):
    session = await holds(desk, OWNER, at(14))
    async with desk.store.transaction() as connection:
        await consultants.pause(connection, YUN, clock.now())
    assert await desk.do(BookSession(by=OWNER, session=session.id)) == NotOffered(WhyNone.PAUSED)
    async with desk.store.transaction() as connection:
        await consultants.leave(connection, YUN, clock.now())
    assert await desk.do(hold(OWNER, at(15))) == NotOffered(WhyNone.LEFT)
    assert (await free_on(desk, DAY)).why is WhyNone.LEFT
    assert (await free_on(desk, DAY, consultant=None)).why is None


async def test_limits_of_day_and_week_count_what_is_held_too(desk, clock):
    async with desk.store.transaction() as connection:
        await consultants.set_terms(connection, YUN, replace(PLAIN, most_a_day=1, most_a_week=2))
    await books(desk, OWNER, at(10))
    assert await desk.do(hold(NEIGHBOUR, at(11))) == NotOffered(WhyNone.DAY_FULL)
    await holds(desk, NEIGHBOUR, at(11, day=DAY + timedelta(days=1)))
    assert (await free_on(desk, DAY + timedelta(days=2))).why is WhyNone.WEEK_FULL
    assert (await free_on(desk, DAY + timedelta(days=7))).slots


async def test_the_sessions_of_a_year_are_the_consortiums_and_a_coordinator_can_grant_more(desk, clock):
    desk.house = replace(desk.house, booking=BookingTerms(consulting_a_year=1))
    consortium = (await opened(desk, OWNER, 1)).number
    await sits_down(desk, 2, consortium)
    mine, theirs = await holds(desk, OWNER, at(10)), await holds(desk, NEIGHBOUR, at(11))
    assert isinstance(await desk.do(BookSession(by=OWNER, session=mine.id)), Booked)
    assert await desk.do(BookSession(by=NEIGHBOUR, session=theirs.id)) == YearUsed(1, 1, Calling.CONSULTANT, 2026)
    async with desk.store.transaction() as connection:
        await session_grants.grant(
            connection, consortium=consortium, person=None, calling="consultant", year=2026, extra=1, by=9, why="", now=clock.now()
        )
    booked = await books(desk, NEIGHBOUR, at(11))
    assert (booked.used, booked.of) == (2, 2)
    await advises(desk, HAN, name="Han", calling=Calling.MENTOR)
    assert (await books(desk, OWNER, at(16), HAN)).of == 3, "mentoring has a number of its own"


async def test_a_mediation_is_confidential_and_does_not_count(desk):
    desk.house = replace(desk.house, booking=BookingTerms(consulting_a_year=1))
    await advises(desk, HAN, name="Han", topics=(Topic.CONFLICT,))
    booked = await books(desk, OWNER, at(10), HAN, topic=Topic.CONFLICT)
    assert booked.session.confidential
    assert booked.used == 0
    assert (await books(desk, OWNER, at(11))).used == 1


async def test_no_more_than_three_sessions_lie_ahead_of_one_member(desk):
    for hour in (10, 11, 13):
        await books(desk, OWNER, at(hour))
    assert await desk.do(hold(OWNER, at(14))) == TooManyAhead(3)


async def test_nobody_is_in_two_sessions_at_once(desk):
    await advises(desk, HAN, name="Han")
    await books(desk, OWNER, at(14))
    assert isinstance(await desk.do(hold(OWNER, at(14), HAN)), JustTaken)
    assert at(14) not in [slot.starts_at for slot in (await free_on(desk, DAY, consultant=HAN)).slots]


async def test_a_session_is_moved_by_booking_the_new_one_first(desk):
    old = (await books(desk, OWNER, at(14))).session
    assert at(14) in [slot.starts_at for slot in (await free_on(desk, DAY, moving=old.id)).slots]
    assert await desk.do(hold(NEIGHBOUR, at(15), moves=old.id)) == NotMine()
    new = await holds(desk, OWNER, at(15), moves=old.id)
    assert await state_of(desk, old.id) is State.BOOKED, "until the new one is booked"
    booked = await desk.do(BookSession(by=OWNER, session=new.id))
    assert isinstance(booked, Booked)
    assert (booked.used, await state_of(desk, old.id)) == (1, State.MOVED)
    assert (booked.session.uid, booked.session.sequence, booked.session.moved_times) == (old.uid, old.sequence + 1, 1)
    await holds(desk, NEIGHBOUR, at(14))


async def test_a_move_to_somebody_else_at_the_same_hour_keeps_the_hour_throughout(desk):
    await advises(desk, HAN, name="Han")
    old = (await books(desk, OWNER, at(14))).session
    new = await holds(desk, OWNER, at(14), HAN, moves=old.id)
    assert isinstance(await desk.do(BookSession(by=OWNER, session=new.id)), Booked)
    async with desk.store.reading() as connection:
        cells = await connection.execute(text("SELECT side, session, count(*) FROM session_times GROUP BY side, session ORDER BY side"))
        assert [tuple(row) for row in cells] == [("consultant", new.id, 12), ("member", new.id, 12)]


async def test_the_day_before_a_person_decides_about_a_move(desk, clock):
    old = (await books(desk, OWNER, at(14))).session
    clock.at = at(15, day=DAY - timedelta(days=1))
    outcome = await desk.do(hold(OWNER, at(15, day=DAY + timedelta(days=1)), moves=old.id))
    assert isinstance(outcome, TooLate)
    assert outcome.hindered is Hindrance.TOO_LATE


async def test_the_next_free_times_are_spread_over_days_and_people(desk):
    await advises(desk, HAN, name="Han")
    found = await desk.look(NextFree(person=OWNER, topic=Topic.TAX, consultant=None, way=Way.PHONE, language="en"))
    assert len(found) == 10
    assert len({slot.starts_at.date() for slot in found}) == 5
    assert {slot.consultant for slot in found} == {YUN, HAN}
    assert len({slot.starts_at for slot in found}) == 10


async def test_of_two_who_are_free_the_one_with_less_to_do_that_week_is_offered(desk):
    await advises(desk, HAN, name="Han")
    await books(desk, NEIGHBOUR, at(10, day=DAY + timedelta(days=1)))
    assert {slot.consultant for slot in (await free_on(desk, DAY, consultant=None)).slots} == {HAN}


async def test_a_clock_put_forward_and_back_leaves_no_time_held_for_ever(desk, clock):
    clock.passes(days=3)
    session = await holds(desk, OWNER, at(14))
    clock.passes(days=-3)
    await chores(desk)
    assert await state_of(desk, session.id) is State.LAPSED
    await holds(desk, NEIGHBOUR, at(14))


async def test_a_clock_put_back_a_little_takes_nobodys_hold(desk, clock):
    session = await holds(desk, OWNER, at(14))
    clock.passes(minutes=-30)
    await chores(desk)
    assert isinstance(await desk.do(BookSession(by=OWNER, session=session.id)), Booked)


async def lets_go(desk, clock, person: int, times: int) -> None:
    for _ in range(times):
        await holds(desk, person, at(14))
        clock.passes(minutes=6)
        await chores(desk)


async def test_who_keeps_a_time_again_and_again_leaves_it_to_others_for_a_while(desk, clock):
    began = clock.now()
    await lets_go(desk, clock, OWNER, 3)
    assert await desk.do(hold(OWNER, at(14))) == HeldTooOften(times=3, until=began + timedelta(hours=1))
    assert (await holds(desk, OWNER, at(15))).starts_at == at(15), "any other time is theirs to hold"
    given = await holds(desk, NEIGHBOUR, at(14))
    await desk.do(ReleaseHold(by=NEIGHBOUR, session=given.id))
    clock.passes(minutes=43)
    assert (await holds(desk, OWNER, at(14))).starts_at == at(14), "an hour after the first time they have their turn again"


async def test_who_was_slow_three_times_can_still_book_what_nobody_else_took(desk, clock):
    await lets_go(desk, clock, OWNER, 2)
    session = await holds(desk, OWNER, at(14))
    clock.passes(minutes=6)
    await chores(desk)
    assert isinstance(await desk.do(BookSession(by=OWNER, session=session.id)), Booked)
