"""Somebody who was at events and has a certificate is forgotten: nothing of them is left but a number in the figures."""

from services.attendance_sheets import Participation, ParticipationOf
from services.check_in import CheckInByName
from services.courses import IssueCertificate
from services.my_data import ExportMyData, WhatIsKept
from services.privacy import ForgetPerson, Forgotten
from services.self_check_in import CheckInHere
from tests.check_in.attending import a_course, comes, dates_of, doors_are_open, ends
from tests.privacy.traces import everything_stored, tables_with


async def completes_a_course(door, clock) -> None:
    office, me = door.town.office, door.owner.person.id
    course = await a_course(office, 1, by=door.officer.person.id)
    theirs = await comes(office, course, me)
    [date] = await dates_of(office, course)
    doors_are_open(clock, date)
    await office.do(CheckInByName(by=door.officer.person.id, date=date.id, registration=theirs.id))
    ends(clock, date)
    await office.do(IssueCertificate(by=me, event=course.id))
    await office.do(CheckInHere(by=me, typed="000000"))


async def test_what_is_kept_can_be_seen(door, clock):
    await completes_a_course(door, clock)
    counts = (await door.town.office.look(WhatIsKept(person=door.owner.person.id))).counts
    assert [counts[section] for section in ("attendance", "course_certificates", "wall_guesses")] == [1, 1, 1]
    exported = await door.town.office.do(ExportMyData(by=door.owner.person.id))
    assert '"name": "Owner1 of 1"' in exported.text
    assert str(door.officer.person.id) not in exported.text


async def test_nothing_is_left_of_them_and_the_figures_stay(store, door, clock):
    await completes_a_course(door, clock)
    office, me = door.town.office, door.owner.person.id
    before = await office.look(ParticipationOf(by=door.officer.person.id))
    assert isinstance(await office.do(ForgetPerson(by=me)), Forgotten)
    assert "Owner1 of 1" not in await everything_stored(store)
    assert await tables_with(store, str(me)) <= {"people", "audit", "letters", "arrivals", "consents", "announcement_choices"}
    after = await office.look(ParticipationOf(by=door.officer.person.id))
    assert isinstance(before, Participation)
    assert isinstance(after, Participation)
    assert (after.people, before.people) == (1, 1)
