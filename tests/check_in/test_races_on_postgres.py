"""The door in two transactions held open side by side; each race also with its guard off, where it must be lost."""

import pytest
from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError

from services.attendance_lists import Certified, TakeBack, TakenBack
from services.check_in import AlreadyIn, CheckedIn, CheckIn, CheckInByName
from services.course_ends import EndCourse
from services.courses import IssueCertificate, Issued
from services.office import Office
from storage import attendance, events, letters, people
from storage.attendance import AttendanceRecord
from storage.engine import Store
from storage.seals import Seal
from storage.tables import table_of
from storage.work import House
from tests.check_in.attending import a_course, comes, dates_of, doors_are_open, ends, were_there
from tests.conftest import SECRET
from tests.events.making import COORDINATOR, has_coordinator, published
from tests.membership.racing import side_by_side

COLLEAGUE, GUEST = 7002, 501


@pytest.fixture
async def office(postgres_url, clock):
    async with await Store.open(postgres_url, seal=Seal(SECRET)) as store:
        office = Office(store, clock, house=House(accepts_test_numbers=True))
        await has_coordinator(office, COORDINATOR, COLLEAGUE)
        async with office.work() as work:
            await people.desks(work, dict.fromkeys((COORDINATOR, COLLEAGUE, GUEST), "en"))
        yield office


async def scanned_by_two(office, clock):
    event = await published(office)
    [date] = await dates_of(office, event)
    theirs = await comes(office, event, GUEST)
    doors_are_open(clock, date)
    outcomes = await side_by_side(office, CheckIn(by=COORDINATOR, code=theirs.code), CheckIn(by=COLLEAGUE, code=theirs.code))
    return outcomes, await were_there(office, date.id), theirs


async def test_two_scans_side_by_side_are_one_attendance_and_the_second_is_told_so(office, clock):
    (one, other), there, theirs = await scanned_by_two(office, clock)
    assert (type(one), type(other)) == (CheckedIn, AlreadyIn)
    assert there == {theirs.id}


async def test_without_the_constraint_met_the_second_scan_would_fail(office, clock, monkeypatch):
    """Looking first and writing then is not enough."""
    table = table_of(AttendanceRecord)

    async def looks_and_writes(connection, one):
        here = (table.c.date == one.date) & (table.c.registration == one.registration)
        if await connection.scalar(select(table.c.date).where(here)) is not None:
            return False
        row = {"date": one.date, "registration": one.registration, "at": one.at, "how": one.how.value, "by": one.by}
        await connection.execute(insert(table).values(row))
        return True

    monkeypatch.setattr(attendance, "keep", looks_and_writes)
    with pytest.raises(IntegrityError):
        await scanned_by_two(office, clock)


async def complete(office, clock):
    event = await a_course(office, 1)
    [date] = await dates_of(office, event)
    theirs = await comes(office, event, GUEST)
    doors_are_open(clock, date)
    await office.do(CheckInByName(by=COORDINATOR, date=date.id, registration=theirs.id))
    ends(clock, date)
    return event, date, theirs


async def issued_and_taken_back(office, clock):
    event, date, theirs = await complete(office, clock)
    paper = IssueCertificate(by=GUEST, event=event.id, name="Lee Saebyeok")
    return await side_by_side(office, paper, TakeBack(by=COORDINATOR, date=date.id, registration=theirs.id))


async def test_a_date_is_not_taken_back_under_a_certificate_that_is_being_issued(office, clock):
    issued, back = await issued_and_taken_back(office, clock)
    assert isinstance(issued, Issued)
    assert isinstance(back, Certified)


async def test_without_the_lock_on_the_event_a_certificate_would_say_what_is_not_so(office, clock, monkeypatch):
    monkeypatch.setattr(events, "lock", events.find)
    issued, back = await issued_and_taken_back(office, clock)
    assert isinstance(issued, Issued)
    assert isinstance(back, TakenBack)


async def letters_to(office, person) -> int:
    table = table_of(letters.record.LetterRecord)
    async with office.store.reading() as connection:
        rows = await connection.execute(select(table.c.kind).where(table.c.chat == person, table.c.kind == "event_course_done"))
        return len(rows.all())


async def written_down_while_it_ends(office, clock) -> int:
    """A coordinator writes somebody down at the moment the others are told."""
    event = await a_course(office, 1)
    [date] = await dates_of(office, event)
    theirs = await comes(office, event, GUEST)
    ends(clock, date)
    await side_by_side(office, CheckInByName(by=COORDINATOR, date=date.id, registration=theirs.id), EndCourse(event=event.id))
    return await letters_to(office, GUEST)


async def test_who_is_written_down_while_a_course_ends_is_told_all_the_same(office, clock):
    assert await written_down_while_it_ends(office, clock) == 1


async def test_without_the_lock_nobody_would_tell_them(office, clock, monkeypatch):
    monkeypatch.setattr(events, "lock", events.find)
    assert await written_down_while_it_ends(office, clock) == 0
