"""What must always hold, and somebody's hand in the database: each is found, by the number of the row, and nothing else is."""

from datetime import timedelta

import pytest
from sqlalchemy import delete, insert, select, update

from programme.events import Group
from programme.invariants import Invariant
from programme.own_share import own_share
from services.coordinators import AppointFirstCoordinators
from services.invariants import AllHolds, InvariantsBroken, KeepNight, NotDue, SomethingBroken, WhatIsBroken, go_over_everything
from storage.arrivals.record import ArrivalRecord
from storage.calls import CallVersionRecord
from storage.consortia import ConsortiumRecord
from storage.event_seats import EventSeatRecord
from storage.letters.record import LetterRecord
from storage.letters.sealing import taken_out
from storage.registrations import RegistrationRecord
from storage.roles import RoleRecord
from storage.seats import SeatRecord
from storage.session_times import SessionTimeRecord
from storage.tables import table_of
from tests.consortia.forming import opened, sits_down
from tests.finder.street import opens_shop
from tests.registrations.room import announced, comes, meet
from tests.sessions.desk import advises, at, books, keep_shops

_seats, _consortia, _event_seats, _times = (table_of(one) for one in (SeatRecord, ConsortiumRecord, EventSeatRecord, SessionTimeRecord))
_registrations, _letters, _roles, _arrivals = (table_of(one) for one in (RegistrationRecord, LetterRecord, RoleRecord, ArrivalRecord))
_calls = table_of(CallVersionRecord)
JUNG = 77


async def by_hand(office, statement) -> None:
    async with office.store.transaction() as connection:
        await connection.execute(statement)


async def broken(office):
    return await office.look(WhatIsBroken())


@pytest.fixture
async def street(office_with_calls):
    """Three shops in a consortium."""
    for person in (1, 2, 3):
        await opens_shop(office_with_calls, person, f"Shop {person}", serial=person)
    await opened(office_with_calls, 1, 1)
    for shop in (2, 3):
        await sits_down(office_with_calls, shop)
    assert await broken(office_with_calls) == {}
    return office_with_calls


@pytest.fixture
async def room(office_with_calls):
    """An event of three seats: one comes with a guest."""
    await meet(office_with_calls, 1, 2)
    event = await announced(office_with_calls, 3, guests=1)
    await office_with_calls.do(comes(1, event, guests=1))
    assert await broken(office_with_calls) == {}
    return office_with_calls


async def test_a_seat_too_few_is_found(room):
    await by_hand(room, delete(_event_seats).where(_event_seats.c.number == 2))
    assert await broken(room) == {Invariant.EVENT_SEATS: [1]}


async def test_a_seat_beyond_the_room_is_found(room):
    await by_hand(room, update(_event_seats).where(_event_seats.c.number == 2).values(number=4))
    assert await broken(room) == {Invariant.EVENT_SEATS: [1]}


async def test_seats_of_somebody_who_does_not_come_are_found(room):
    await by_hand(room, update(_registrations).values(answer="not"))
    assert await broken(room) == {Invariant.EVENT_SEATS: [1]}


async def test_a_seat_of_a_pool_that_is_not_there_is_found(room):
    await by_hand(room, update(_event_seats).where(_event_seats.c.number == 2).values(group=Group.OWNERS.value, number=1))
    assert await broken(room) == {Invariant.EVENT_SEATS: [1]}


async def test_a_seat_of_another_round_is_found(street):
    await by_hand(street, update(_seats).where(_seats.c.shop == 2).values(round="another"))
    assert await broken(street) == {Invariant.ROUNDS: [1]}


async def test_a_consortium_without_a_lead_is_found(street):
    await by_hand(street, update(_seats).where(_seats.c.role == "lead").values(role="member"))
    assert await broken(street) == {Invariant.LEADS: [1]}


async def test_sums_that_do_not_add_up_are_found(street, monkeypatch):

    def one_won_short(needed, sharers, *, by_share):
        return own_share(None if needed is None else needed - 1, sharers, by_share=by_share)

    async with street.store.reading() as connection:
        version = await connection.scalar(select(_calls.c.version).where(_calls.c.key == "collaboration-2016"))
    await by_hand(street, update(_consortia).values(project_cost=50_000_000, call=f"collaboration-2016@{version}"))
    assert await broken(street) == {}
    monkeypatch.setattr("services.pledges.own_share", one_won_short)
    assert await broken(street) == {Invariant.MONEY: [1]}


async def test_a_session_without_its_time_is_found(office_with_calls):
    await keep_shops(office_with_calls, 1)
    await advises(office_with_calls)
    await books(office_with_calls, 1, at(10))
    assert await broken(office_with_calls) == {}
    await by_hand(office_with_calls, delete(_times).where(_times.c.side == "consultant"))
    assert await broken(office_with_calls) == {Invariant.SESSION_TIMES: [1]}


async def test_who_has_waited_for_an_hour_is_found(office_with_calls, clock):
    row = {"update_id": 5, "lane": 1, "body": b"{}", "state": "waiting", "received_at": clock.now(), "tries": 0}
    await by_hand(office_with_calls, insert(_arrivals).values(row))
    clock.passes(minutes=59)
    assert await broken(office_with_calls) == {}
    clock.passes(minutes=2)
    assert await broken(office_with_calls) == {Invariant.ANSWERS: [1]}


@pytest.fixture
async def jung(office_with_calls):
    await meet(office_with_calls, JUNG)
    await office_with_calls.do(AppointFirstCoordinators(ids=(JUNG,)))
    return office_with_calls


async def test_an_office_without_an_owner_is_found(jung, clock):
    assert await broken(jung) == {}
    await by_hand(jung, update(_roles).values(until=clock.now() + timedelta(days=3)))
    assert await broken(jung) == {Invariant.OWNERS: [1]}


async def test_a_letter_that_does_not_leave_is_found(jung, clock):
    await jung.do(KeepNight(found={Invariant.LEADS: [4]}))
    assert await broken(jung) == {}
    clock.passes(hours=2)
    assert await broken(jung) == {Invariant.LETTERS: [1]}


async def test_owners_hear_of_it_once_a_night(jung, clock):
    assert await jung.do(KeepNight(found={Invariant.LEADS: [4, 9]})) == SomethingBroken()
    assert await jung.do(KeepNight(found={Invariant.LEADS: [4, 9]})) == NotDue()
    async with jung.store.reading() as connection:
        rows = (await connection.execute(_letters.select())).mappings().all()
        facts = [taken_out(connection, row["body"]) for row in rows]
    assert [(row["chat"], row["kind"]) for row in rows] == [(JUNG, "invariants_broken")]
    assert facts
    clock.passes(days=1)
    assert await jung.do(KeepNight(found={})) == AllHolds()


async def test_the_office_looks_by_itself(jung, clock):
    await go_over_everything(jung)
    assert await jung.do(KeepNight(found={})) == NotDue()
    clock.passes(days=1)
    assert await jung.do(KeepNight(found={})) == AllHolds()


def test_the_letter_names_each_of_them():
    fact = InvariantsBroken(what=tuple(Invariant), counts=tuple(range(1, len(Invariant) + 1)))
    from bot.screens.letters_invariants import invariants_broken

    said = invariants_broken(fact).words.in_("en")
    assert said.count("•") == len(Invariant)
