"""Whom a time is offered to, and whom not; and what the office finds by itself when it looks again."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text

from programme.booking import BookingTerms
from programme.topics import Topic, Way
from services.dissolution import DissolveConsortium
from services.offered_sessions import PassOffer, TakeOffer
from services.session_changes import CancelSession
from services.session_hold_ends import Released, ReleaseHold
from services.session_waits import AlreadyWaiting, DayPast, MyWaits, NobodyOffers, NotWaiting, TooMany, WaitForSession
from services.sessions import AlreadyBooked, Booked
from storage import consultants, sessions, working_hours
from storage.consultants import Calling
from storage.working_hours import WeeklyHours
from tests.consortia.forming import opened
from tests.session_waits.queueing import LATER, THE_HOUR, chores, has_one_hour, offered_to, takes_it, wait_of, waits
from tests.sessions.desk import DAY, HAN, YUN, advises, at, books, holds, keep_shops

TAKER, FIRST, SECOND = 1, 2, 3


@pytest.fixture
async def office(office_with_calls):
    await keep_shops(office_with_calls, TAKER, FIRST, SECOND)
    await has_one_hour(office_with_calls)
    return office_with_calls


async def frees(office, session) -> None:
    await office.do(CancelSession(by=TAKER, session=session.id))


async def test_one_who_could_not_come_is_passed_over(office):
    """At that hour the first is with somebody else."""
    await advises(office, HAN, name="Han", topics=(Topic.BRAND,))
    session = await takes_it(office, TAKER)
    await waits(office, FIRST)
    await waits(office, SECOND)
    await books(office, FIRST, THE_HOUR, HAN, topic=Topic.BRAND)
    await frees(office, session)
    assert await offered_to(office, FIRST, SECOND) == [SECOND]


async def test_one_whose_year_is_used_is_passed_over(office):
    office.house = replace(office.house, booking=BookingTerms(consulting_a_year=1))
    await advises(office, HAN, name="Han", topics=(Topic.BRAND,))
    session = await takes_it(office, TAKER)
    await waits(office, FIRST)
    await waits(office, SECOND)
    await books(office, FIRST, at(10), HAN, topic=Topic.BRAND)
    await frees(office, session)
    assert await offered_to(office, FIRST, SECOND) == [SECOND]


async def test_other_wishes_are_no_offer(office):
    """Another way, another person, an earlier last day, another topic."""
    await advises(office, HAN, name="Han", topics=(Topic.BRAND, Topic.TAX), calling=Calling.MENTOR, hours=())
    session = await takes_it(office, TAKER)
    await waits(office, FIRST, consultant=HAN)
    await waits(office, SECOND, last_day=DAY - timedelta(days=1))
    await waits(office, SECOND, topic=Topic.BRAND)
    await frees(office, session)
    assert await offered_to(office, FIRST, SECOND) == []


async def test_hours_that_are_opened_later_are_found_without_anybody_ending_a_session(office):
    await takes_it(office, TAKER)
    await waits(office, FIRST, way=Way.PHONE)
    await chores(office)
    assert await offered_to(office, FIRST) == []
    async with office.store.transaction() as connection:
        more = [WeeklyHours(weekday=1, starts=14 * 60, ends=15 * 60), WeeklyHours(weekday=2, starts=600, ends=660)]
        await working_hours.set_weekdays(connection, YUN, range(7), more)
    await chores(office)
    wait = await wait_of(office, FIRST)
    assert wait is not None
    assert wait.offer is not None
    assert (wait.offer.starts_at, wait.offer.way, wait.offer.offered) == (at(10, day=DAY - timedelta(days=6)), Way.PHONE, True)


async def test_a_wait_for_one_who_has_left_ends(office, clock):
    await takes_it(office, TAKER)
    await waits(office, FIRST, consultant=YUN)
    async with office.store.transaction() as connection:
        await consultants.leave(connection, YUN, clock.now())
    await chores(office)
    assert await wait_of(office, FIRST) is None


async def test_a_mediation_that_is_offered_is_confidential(office):
    await has_one_hour(office, HAN, "Han", topics=(Topic.CONFLICT,))
    await waits(office, FIRST, topic=Topic.CONFLICT)
    await chores(office)
    wait = await wait_of(office, FIRST)
    assert wait is not None
    assert wait.offer is not None
    assert wait.offer.confidential


async def test_the_audit_does_not_tell_that_somebody_waits_for_a_mediation(office):
    await has_one_hour(office, HAN, "Han", topics=(Topic.CONFLICT,))
    waiting = await waits(office, FIRST, topic=Topic.CONFLICT)
    async with office.store.reading() as connection:
        rows = (await connection.execute(text('SELECT "on", why FROM audit WHERE who = :who'), {"who": FIRST})).all()
    assert (f"session_wait:{waiting.wait.id}", "") in [tuple(row) for row in rows]
    assert [row for row in rows if Topic.CONFLICT in row.on or Topic.CONFLICT in row.why] == []


async def test_a_time_one_holds_is_not_given_up_for_an_offer_nor_the_other_way_round(office):
    await advises(office, HAN, name="Han", topics=(Topic.BRAND,))
    await waits(office, FIRST)
    mine = await holds(office, FIRST, at(10), HAN, topic=Topic.BRAND)
    await chores(office)
    assert await offered_to(office, FIRST) == [FIRST]
    async with office.store.reading() as connection:
        held = await sessions.find(connection, mine.id)
    assert held == mine
    await holds(office, FIRST, at(11), HAN, topic=Topic.BRAND)
    assert await offered_to(office, FIRST) == [FIRST]


async def test_what_cannot_be_waited_for(office):
    wait = WaitForSession(by=FIRST, topic=Topic.TAX, consultant=None, way=None, last_day=LATER)
    assert await office.do(replace(wait, last_day=DAY - timedelta(days=30))) == DayPast()
    assert await office.do(replace(wait, last_day=DAY + timedelta(days=900))) == DayPast()
    assert await office.do(replace(wait, way=Way.SITE)) == NobodyOffers()
    assert await office.do(replace(wait, consultant=777)) == NobodyOffers()
    await waits(office, FIRST)
    assert isinstance(await office.do(wait), AlreadyWaiting)
    many = (Topic.LAW, Topic.BRAND, Topic.ONLINE, Topic.MARKETING, Topic.PLANNING)
    await advises(office, HAN, name="Han", topics=many)
    for topic in many[:4]:
        await waits(office, FIRST, topic=topic)
    assert await office.do(replace(wait, topic=many[4])) == TooMany(5)


async def test_a_second_tap_on_an_offer_shows_the_session_it_has_booked(office):
    session = await takes_it(office, TAKER)
    number = (await waits(office, FIRST)).wait.id
    await frees(office, session)
    first = await office.do(TakeOffer(by=FIRST, wait=number))
    assert isinstance(first, Booked)
    assert await office.do(TakeOffer(by=FIRST, wait=number)) == AlreadyBooked(first.session)
    assert await office.do(TakeOffer(by=SECOND, wait=number)) == NotWaiting()


async def test_an_offer_given_back_like_a_hold_leaves_its_member_in_the_queue(office):
    session = await takes_it(office, TAKER)
    await waits(office, FIRST)
    await waits(office, SECOND)
    await frees(office, session)
    waiting = await wait_of(office, FIRST)
    assert waiting is not None
    assert (offer := waiting.offer) is not None
    assert isinstance(await office.do(ReleaseHold(by=FIRST, session=offer.id)), Released)
    await chores(office)
    assert await offered_to(office, FIRST, SECOND) == [SECOND]
    assert await wait_of(office, FIRST) is not None


async def test_who_waits_for_several_topics_is_offered_one_time_after_the_other(office):
    """Else five waits would keep five times from everybody else at once."""
    await has_one_hour(office, HAN, "Han", topics=(Topic.BRAND,), hour=16)
    await waits(office, FIRST)
    brand = await waits(office, FIRST, topic=Topic.BRAND)
    await waits(office, SECOND, topic=Topic.BRAND)
    await chores(office)
    tax, _ = await office.look(MyWaits(person=FIRST))
    assert tax.offer is not None
    assert await offered_to(office, SECOND) == [SECOND], "the other hour goes to who has none"
    assert isinstance(await office.do(TakeOffer(by=FIRST, wait=tax.wait.id)), Booked)
    second = await wait_of(office, SECOND)
    assert second is not None
    await office.do(PassOffer(by=SECOND, wait=second.wait.id))
    (now,) = await office.look(MyWaits(person=FIRST))
    assert now.wait.id == brand.wait.id
    assert now.offer is not None


async def test_an_offer_taken_after_leaving_a_consortium_is_of_the_own_number(office):
    consortium = (await opened(office, FIRST, 2)).number
    session = await takes_it(office, TAKER)
    number = (await waits(office, FIRST)).wait.id
    await frees(office, session)
    await office.do(DissolveConsortium(by=FIRST, consortium=consortium))
    taken = await office.do(TakeOffer(by=FIRST, wait=number))
    assert isinstance(taken, Booked)
    assert (taken.session.consortium, taken.used) == (None, 1)
    async with office.store.reading() as connection:
        assert await sessions.used(connection, calling=Calling.CONSULTANT, year=2026, consortium=consortium, person=FIRST) == 0


async def test_an_offer_taken_in_a_new_consortium_is_of_its_number(office):
    session = await takes_it(office, TAKER)
    number = (await waits(office, FIRST)).wait.id
    await frees(office, session)
    consortium = (await opened(office, FIRST, 2)).number
    taken = await office.do(TakeOffer(by=FIRST, wait=number))
    assert isinstance(taken, Booked)
    assert taken.session.consortium == consortium


async def test_who_books_what_they_wait_for_waits_no_longer(office):
    await advises(office, HAN, name="Han", topics=(Topic.TAX,), calling=Calling.CONSULTANT)
    await takes_it(office, TAKER)
    await waits(office, FIRST)
    assert (await books(office, FIRST, at(11), HAN)).left_queue
    assert await wait_of(office, FIRST) is None
    assert not (await books(office, SECOND, at(13), HAN)).left_queue, "the negative control"


async def test_who_books_something_else_than_they_wait_for_waits_on(office):
    """A certain person, another way, an earlier day, another topic."""
    await advises(office, HAN, name="Han", topics=(Topic.TAX, Topic.BRAND))
    for person, hour, wish in (
        (TAKER, 10, {"consultant": YUN}),
        (FIRST, 11, {"way": Way.VIDEO.value}),
        (SECOND, 13, {"last_day": DAY - timedelta(days=1)}),
    ):
        await waits(office, person, **wish)
        assert not (await books(office, person, at(hour), HAN)).left_queue
        assert await wait_of(office, person) is not None


async def test_an_offer_that_stands_is_not_taken_from_who_books_another_time(office):
    await advises(office, HAN, name="Han", topics=(Topic.TAX,), calling=Calling.MENTOR)
    session = await takes_it(office, TAKER)
    await waits(office, FIRST)
    await frees(office, session)
    assert await offered_to(office, FIRST) == [FIRST]
    assert not (await books(office, FIRST, at(11), HAN)).left_queue
    assert await offered_to(office, FIRST) == [FIRST]
