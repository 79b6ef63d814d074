"""Two transactions held open side by side; each race also with its guards off, where it must be lost."""

import pytest
from sqlalchemy import text

from programme.events import Answer, Group
from services.office import Office
from services.registration_outcomes import Answered, Full
from storage import events, people
from storage.engine import Store
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


def without_the_lock(monkeypatch) -> None:
    monkeypatch.setattr(events, "lock", events.find)


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
