"""Several at the door at once, on both databases. The twins with the guards off are in `test_races_on_postgres`."""

import asyncio

import pytest

from services.check_in import AlreadyIn, CheckedIn, CheckIn, CheckInByName, NotIn
from services.courses import IssueCertificate, Issued
from services.event_walk_ins import CountWalkIns
from services.self_check_in import CheckInHere
from storage import attendance, people
from tests.check_in.attending import a_course, comes, dates_of, doors_are_open, ends, wall, were_there
from tests.events.making import COORDINATOR, has_coordinator, published

COLLEAGUE, GUEST, OTHER = 7002, 501, 502


@pytest.fixture
async def office(office_with_calls):
    await has_coordinator(office_with_calls, COORDINATOR, COLLEAGUE)
    async with office_with_calls.work() as work:
        await people.desks(work, dict.fromkeys((COORDINATOR, COLLEAGUE, GUEST, OTHER), "en"))
    return office_with_calls


async def test_two_coordinators_scan_one_person_at_once_one_writes_and_both_are_told_rightly(office, clock):
    event = await published(office)
    [date] = await dates_of(office, event)
    theirs = await comes(office, event, GUEST)
    doors_are_open(clock, date)
    deeds = [CheckIn(by=by, code=theirs.code) for by in (COORDINATOR, COLLEAGUE)] * 3
    outcomes = await asyncio.gather(*(office.do(deed) for deed in deeds))
    assert sum(isinstance(one, CheckedIn) for one in outcomes) == 1
    assert sum(isinstance(one, AlreadyIn) for one in outcomes) == 5
    assert await were_there(office, date.id) == {theirs.id}


async def test_the_wall_and_the_list_at_once_are_one_attendance(office, clock):
    event = await published(office)
    [date] = await dates_of(office, event)
    theirs = await comes(office, event, GUEST)
    code = (await wall(office, date.id)).digits
    doors_are_open(clock, date)
    outcomes = await asyncio.gather(
        office.do(CheckInHere(by=GUEST, typed=code)), office.do(CheckInByName(by=COORDINATOR, date=date.id, registration=theirs.id))
    )
    assert {type(one) for one in outcomes} == {CheckedIn, AlreadyIn}


async def test_two_walk_in_to_the_last_seat_one_has_it(office, clock):
    event = await published(office, seats=1)
    [date] = await dates_of(office, event)
    code = (await wall(office, date.id)).digits
    doors_are_open(clock, date)
    outcomes = await asyncio.gather(*(office.do(CheckInHere(by=person, typed=code)) for person in (GUEST, OTHER)))
    assert {type(one) for one in outcomes} == {CheckedIn, NotIn}
    assert len(await were_there(office, date.id)) == 1


async def test_one_person_walks_in_twice_at_once_and_has_one_seat(office, clock):
    event = await published(office, seats=5)
    [date] = await dates_of(office, event)
    code = (await wall(office, date.id)).digits
    doors_are_open(clock, date)
    outcomes = await asyncio.gather(*(office.do(CheckInHere(by=GUEST, typed=code)) for _ in range(5)))
    assert sum(isinstance(one, CheckedIn) for one in outcomes) == 1
    assert len(await were_there(office, date.id)) == 1


async def test_two_who_count_at_the_door_add_up(office, clock):
    event = await published(office)
    [date] = await dates_of(office, event)
    doors_are_open(clock, date)
    await asyncio.gather(*(office.do(CountWalkIns(by=by, date=date.id, more=1)) for by in (COORDINATOR, COLLEAGUE) for _ in range(5)))
    found = await wall(office, date.id)
    assert found.counts.walk_ins == 10


async def test_ten_taps_on_a_certificate_are_one_paper(office, clock):
    event = await a_course(office, 1)
    [date] = await dates_of(office, event)
    theirs = await comes(office, event, GUEST)
    doors_are_open(clock, date)
    await office.do(CheckInByName(by=COORDINATOR, date=date.id, registration=theirs.id))
    ends(clock, date)
    outcomes = await asyncio.gather(*(office.do(IssueCertificate(by=GUEST, event=event.id, name="Lee")) for _ in range(10)))
    assert len({one.certificate.id for one in outcomes if isinstance(one, Issued)}) == 1
    assert all(isinstance(one, Issued) for one in outcomes)


async def test_a_check_in_taken_back_in_the_instant_of_a_second_scan_is_written_down_by_it(office, clock, monkeypatch):
    """In the race the second scan met the first one's note, which is gone when it looks for it."""
    event = await published(office)
    [date] = await dates_of(office, event)
    theirs = await comes(office, event, GUEST)
    doors_are_open(clock, date)
    keep, met = attendance.keep, [False]

    async def meets_one(connection, one) -> bool:
        return met.pop() if met else await keep(connection, one)

    monkeypatch.setattr(attendance, "keep", meets_one)
    assert isinstance(await office.do(CheckIn(by=COORDINATOR, code=theirs.code)), CheckedIn)
    assert await were_there(office, date.id) == {theirs.id}
