"""Two transactions held open side by side; each race also with its guards off, where it must be lost."""

import asyncio

import pytest
from sqlalchemy import text

from programme.events import Answer, Group
from services.office import Office
from services.registration_outcomes import Answered, Full
from services.registrations import AnswerEvent
from storage import events, people, session_times
from storage.engine import Store, StoreUnavailable
from storage.seals import Seal
from storage.work import House
from tests.conftest import SECRET
from tests.membership.racing import side_by_side
from tests.registrations.room import announced, answers, comes, meet, says, taken


@pytest.fixture
async def office(postgres_url, clock):
    async with await Store.open(postgres_url, seal=Seal(SECRET)) as store:
        found = Office(store, clock, house=House(accepts_test_numbers=True))
        await meet(found, 1, 2, 3, 4)
        yield found


async def nothing(connection) -> None:
    return None


def without_the_lock(monkeypatch) -> None:
    """Nor do they wait in one queue."""
    monkeypatch.setattr(events, "lock", events.find)
    monkeypatch.setattr(session_times, "one_at_a_time", nothing)


async def without_the_constraint(office: Office) -> None:
    async with office.store.transaction() as connection:
        await connection.execute(text("ALTER TABLE event_seats DROP CONSTRAINT pk_event_seats"))


async def both_want_the_last(office: Office) -> tuple[object, object, dict[Group, int]]:
    event = await announced(office, 1)
    first, second = await side_by_side(office, comes(1, event), comes(2, event))
    return first, second, await taken(office, event)


async def test_the_last_seat_goes_to_one(office):
    first, second, seats = await both_want_the_last(office)
    assert isinstance(first, Answered)
    assert isinstance(second, Full)
    assert seats == {Group.ALL: 1}


async def test_the_lock_alone_is_enough(office):
    await without_the_constraint(office)
    first, second, seats = await both_want_the_last(office)
    assert isinstance(first, Answered)
    assert isinstance(second, Full)
    assert seats == {Group.ALL: 1}


async def test_the_constraint_alone_is_enough(office, monkeypatch):
    without_the_lock(monkeypatch)
    first, second, seats = await both_want_the_last(office)
    assert isinstance(first, Answered)
    assert isinstance(second, Full)
    assert seats == {Group.ALL: 1}


async def test_without_both_the_seat_is_sold_twice(office, monkeypatch):
    without_the_lock(monkeypatch)
    await without_the_constraint(office)
    first, second, seats = await both_want_the_last(office)
    assert isinstance(first, Answered)
    assert isinstance(second, Answered)
    assert seats == {Group.ALL: 2}


async def two_leave_while_two_wait(office: Office) -> tuple[dict[int, str], dict[Group, int]]:
    event = await announced(office, 2)
    for person in (1, 2, 3, 4):
        await office.do(comes(person, event, waits=True))
    await side_by_side(office, says(1, event, Answer.NOT_COMING), says(2, event, Answer.NOT_COMING))
    return await answers(office, event), await taken(office, event)


async def test_two_seats_given_back_side_by_side_are_offered_to_two(office):
    found, seats = await two_leave_while_two_wait(office)
    assert found == {1: "not", 2: "not", 3: "offered", 4: "offered"}
    assert seats == {Group.ALL: 2}


async def test_without_the_lock_both_would_be_offered_to_the_same(office, monkeypatch):
    without_the_lock(monkeypatch)
    found, _ = await two_leave_while_two_wait(office)
    assert found == {1: "not", 2: "not", 3: "offered", 4: "waiting"}


async def test_a_seat_given_back_and_wanted_side_by_side_goes_to_who_waits(office):
    event = await announced(office, 1)
    for person in (1, 2):
        await office.do(comes(person, event, waits=True))
    left, wanted = await side_by_side(office, says(1, event, Answer.NOT_COMING), comes(3, event))
    assert isinstance(left, Answered)
    assert isinstance(wanted, Full)
    assert await answers(office, event) == {1: "not", 2: "offered"}


async def test_two_phones_of_one_person_answer_in_one_row_even_without_their_lock(office, monkeypatch):
    async def nobody(connection, person) -> None:
        return None

    monkeypatch.setattr(people, "lock", nobody)
    event = await announced(office, 2)
    await side_by_side(office, comes(1, event), comes(1, event))
    assert await answers(office, event) == {1: "coming"}
    assert await taken(office, event) == {Group.ALL: 1}


async def two_workers(office: Office) -> dict[int, str]:
    """Each carries out two answers in one transaction, to two events in opposite orders."""
    one, other = await announced(office, 4), await announced(office, 4, uid="two")
    both_began = asyncio.Barrier(2)

    async def worker(first: AnswerEvent, then: AnswerEvent) -> None:
        async with office.work() as work:
            await both_began.wait()
            assert isinstance(await first(work), Answered)
            assert isinstance(await then(work), Answered)

    await asyncio.gather(worker(comes(1, one), comes(2, other)), worker(comes(3, other), comes(4, one)))
    return await answers(office, one) | await answers(office, other)


async def test_two_workers_with_answers_to_two_events_do_not_wait_for_each_other_for_ever(office):
    assert await two_workers(office) == dict.fromkeys((1, 2, 3, 4), "coming")


async def test_without_the_queue_the_database_has_to_break_one_of_them_off(office, monkeypatch):
    """The negative control: both have locked their first event before either goes on."""
    monkeypatch.setattr(session_times, "one_at_a_time", nothing)
    both_locked, lock = asyncio.Barrier(2), events.lock
    still_first = [True, True]

    async def locks(connection, number):
        found = await lock(connection, number)
        if still_first:
            still_first.pop()
            await both_locked.wait()
        return found

    monkeypatch.setattr(events, "lock", locks)
    with pytest.raises(StoreUnavailable, match="deadlock"):
        await two_workers(office)
