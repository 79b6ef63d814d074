"""The waiting list: seats that become free are held, in order, for whoever waits and fits."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from programme.events import Answer, Group
from services.event_cancelling import CancelEvent
from services.event_offer_letters import EventSeatLapsed, EventSeatOffered
from services.event_reminders import EventNoSeatYet
from services.letter_places import place_of
from services.office import Office
from services.privacy import ForgetPerson
from services.registration_outcomes import Answered, Full, OfferOver, Waits
from storage.audit import AuditRecord
from storage.events import Event
from storage.tables import table_of
from tests.clock import HandClock
from tests.events.making import COORDINATOR, has_coordinator
from tests.registrations.room import announced, answers, changes, chores, comes, letters_go, letters_to, meet, says, stands, taken
from tests.sessions.desk import at

TAKER, FIRST, SECOND, THIRD = 1, 2, 3, 4


@pytest.fixture
async def office(office_with_calls: Office) -> Office:
    await meet(office_with_calls, TAKER, FIRST, SECOND, THIRD)
    return office_with_calls


async def waits(office: Office, event: Event, person: int, guests: int = 0) -> None:
    outcome = await office.do(comes(person, event, guests, waits=True))
    assert isinstance(outcome, Waits), outcome


@pytest.fixture
async def full(office: Office) -> Event:
    """One seat, which is taken; two wait for it."""
    event = await announced(office, 1)
    await office.do(comes(TAKER, event))
    for person in (FIRST, SECOND):
        await waits(office, event, person)
    return event


async def why_offered(office: Office) -> list[str]:
    audit = table_of(AuditRecord)
    async with office.store.reading() as connection:
        return list(await connection.scalars(select(audit.c.why).where(audit.c.did == "OfferSeats").order_by(audit.c.id)))


async def test_a_seat_given_back_is_held_for_the_first_at_once(office, clock: HandClock, full):
    await office.do(says(TAKER, full, Answer.NOT_COMING))
    assert await answers(office, full) == {TAKER: "not", FIRST: "offered", SECOND: "waiting"}
    assert await taken(office, full) == {Group.ALL: 1}, "it is held: nobody else can have it"
    assert (await stands(office, full, FIRST)).held_until == clock.now() + timedelta(hours=24)
    [(_, offered)] = await letters_to(office, FIRST)
    assert isinstance(offered, EventSeatOffered)
    assert isinstance(await office.do(comes(THIRD, full)), Full)
    assert isinstance(await office.do(comes(FIRST, full)), Answered)
    assert await answers(office, full) == {TAKER: "not", FIRST: "coming", SECOND: "waiting"}
    assert not await letters_to(office, FIRST, "event_seat"), "its letter is taken back"


async def test_whoever_lets_it_go_or_lets_the_time_pass_is_followed_by_the_next(office, clock: HandClock, full):
    await waits(office, full, THIRD)
    await office.do(says(TAKER, full, Answer.NOT_COMING))
    await office.do(says(FIRST, full, Answer.NOT_COMING))
    assert (await answers(office, full))[SECOND] == "offered"
    await letters_go(office)
    clock.passes(hours=25)
    await chores(office)
    assert await answers(office, full) == {TAKER: "not", FIRST: "not", SECOND: "lapsed", THIRD: "offered"}
    [(_, lapsed)] = await letters_to(office, SECOND)
    assert isinstance(lapsed, EventSeatLapsed)


async def test_who_takes_it_too_late_hears_so_though_no_chore_has_come(office, clock: HandClock, full):
    await office.do(says(TAKER, full, Answer.NOT_COMING))
    await letters_go(office)
    clock.passes(hours=25)
    outcome = await office.do(comes(FIRST, full))
    assert isinstance(outcome, OfferOver)
    assert await answers(office, full) == {TAKER: "not", FIRST: "lapsed", SECOND: "offered"}
    assert not await letters_to(office, FIRST), "they have just been told"
    again = await office.do(comes(FIRST, full, waits=True))
    assert isinstance(again, Waits)
    assert again.seen.before == 0


async def test_a_party_too_large_is_passed_keeps_its_place_and_the_audit_says_why(office):
    event = await announced(office, 3, guests=2)
    await office.do(comes(TAKER, event, 1))
    await waits(office, event, FIRST, 2)
    await waits(office, event, SECOND, 1)
    assert isinstance(await office.do(comes(THIRD, event)), Answered), "one seat is of no use to either"
    await office.do(comes(TAKER, event, 0))
    assert (await answers(office, event))[FIRST] == "waiting"
    await office.do(says(THIRD, event, Answer.NOT_COMING))
    assert await answers(office, event) == {TAKER: "coming", FIRST: "waiting", SECOND: "offered", THIRD: "not"}
    assert await why_offered(office) == ["party_too_large"]
    outcome = await office.do(comes(FIRST, event, waits=True))
    assert outcome.seen.before == 0
    await office.do(says(TAKER, event, Answer.NOT_COMING))
    await office.do(says(SECOND, event, Answer.NOT_COMING))
    assert (await answers(office, event))[FIRST] == "offered"


async def test_who_waits_for_many_seats_may_take_fewer_where_those_are_free(office):
    event = await announced(office, 3, guests=2)
    await office.do(comes(TAKER, event, 1))
    await waits(office, event, FIRST, 2)
    assert isinstance(await office.do(comes(FIRST, event, 0)), Answered)


async def test_more_seats_are_offered_and_so_are_those_of_somebody_forgotten(office, full):
    await changes(office, full, 2)
    assert (await answers(office, full))[FIRST] == "offered"
    await office.do(ForgetPerson(by=TAKER))
    assert await answers(office, full) == {FIRST: "offered", SECOND: "offered"}
    await office.do(ForgetPerson(by=FIRST))
    assert await answers(office, full) == {SECOND: "offered"}
    assert await taken(office, full) == {Group.ALL: 1}


async def test_whom_a_coordinator_puts_ahead_is_offered_first(office, full):
    from storage import registrations

    second = await stands(office, full, SECOND)
    async with office.work() as work:
        await registrations.change(work.connection, second.id, ahead=1)
    await office.do(says(TAKER, full, Answer.NOT_COMING))
    assert await answers(office, full) == {TAKER: "not", FIRST: "waiting", SECOND: "offered"}


async def test_near_the_event_an_offer_is_short_and_in_the_last_hours_there_is_none(office, clock: HandClock, full):
    clock.at = at(8)  # six hours before
    await office.do(says(TAKER, full, Answer.NOT_COMING))
    assert (await stands(office, full, FIRST)).held_until == at(9)
    await office.do(says(FIRST, full, Answer.NOT_COMING))
    await office.do(says(SECOND, full, Answer.NOT_COMING))
    await office.do(comes(TAKER, full))
    await waits(office, full, FIRST)
    clock.at = at(12)  # two hours before
    await office.do(says(TAKER, full, Answer.NOT_COMING))
    assert (await answers(office, full))[FIRST] == "waiting", "now it goes to who asks first"
    assert isinstance(await office.do(comes(THIRD, full)), Answered)


async def test_who_still_waits_shortly_before_is_told_that_seats_are_held_no_longer(office, full):
    [(due, fact)] = await letters_to(office, FIRST)
    assert (due, type(fact)) == (at(12), EventNoSeatYet)
    await office.do(says(FIRST, full, Answer.NOT_COMING))
    assert not await letters_to(office, FIRST)


async def test_an_event_moved_to_an_earlier_time_holds_seats_for_a_shorter_time(office, full):
    await office.do(says(TAKER, full, Answer.NOT_COMING))
    await changes(office, full, starts_at=at(20) - timedelta(days=8))  # this evening
    assert (await stands(office, full, FIRST)).held_until == at(18) - timedelta(days=8)


async def test_leaving_the_list_gives_the_place_to_those_behind(office, full):
    await waits(office, full, THIRD)
    await office.do(says(FIRST, full, Answer.NOT_COMING))
    outcome = await office.do(comes(THIRD, full, waits=True))
    assert outcome.seen.before == 1


async def test_of_a_cancelled_event_no_seat_is_offered_any_more_though_its_letter_lies_there(office, full):
    await office.do(says(TAKER, full, Answer.NOT_COMING))
    [(_, offered)] = await letters_to(office, FIRST, "event_seat")
    async with office.work() as work:
        assert await place_of(work, offered) is not None
    await has_coordinator(office)
    await office.do(CancelEvent(by=COORDINATOR, event=full.id, why="비"))
    async with office.work() as work:
        assert await place_of(work, offered) is None
