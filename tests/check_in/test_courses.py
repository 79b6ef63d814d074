"""A course on five dates: who was at four of them fetches a certificate, once, and it says what is true."""

from datetime import timedelta

import pytest

from bot.documents.course_paper import course_paper
from bot.screens.check_in_taps import GetCertificate, ShowCompletions, ShowMyCourses
from programme.courses import is_complete, needed
from services.attendance_lists import Certified, TakeBack
from services.check_in import CheckInByName
from services.courses import CourseOf, IssueCertificate, Issued, MyCourse
from tests.agreements.agreeing import files_of
from tests.check_in.attending import a_course, comes, dates_of, doors_are_open, ends
from tests.documents.pdf_text import text as text_of
from tests.player import Player


@pytest.mark.parametrize(("dates", "enough"), [(1, 1), (2, 2), (4, 4), (5, 4), (6, 5), (10, 8), (12, 10)])
def test_four_of_five_dates_are_enough_and_what_is_broken_is_rounded_up(dates, enough):
    assert needed(dates) == enough
    assert is_complete(enough, dates)
    assert not is_complete(enough - 1, dates)


@pytest.fixture
async def course(door):
    found = await a_course(door.town.office, by=door.officer.person.id, seats=5)
    theirs = await comes(door.town.office, found, door.owner.person.id)
    return found, theirs, await dates_of(door.town.office, found)


async def goes_to(door, clock, course, *which: int) -> None:
    _, theirs, dates = course
    for n in which:
        doors_are_open(clock, dates[n - 1])
        await door.town.office.do(CheckInByName(by=door.officer.person.id, date=dates[n - 1].id, registration=theirs.id))


async def is_over(door, clock, course) -> None:
    ends(clock, course[2][-1])
    clock.passes(hours=17)  # the next morning: letters rest at night
    await door.town.does_chores()


async def test_who_was_at_enough_dates_is_told_and_fetches_the_certificate(door, clock, course):
    await goes_to(door, clock, course, 1, 2, 4, 5)
    await is_over(door, clock, course)
    door.owner.sees("You have completed the course “Online shop course”.", "at 4 of 5 dates")
    await door.owner.taps("🎓 Fetch my certificate")
    door.owner.sees("Shall the certificate be issued?", "Name: Owner1 of 1 (as you registered it)", "at 4 of 5 dates")
    await door.owner.taps("Issue it")
    door.owner.sees("Your certificate is the file above.", "8 hours", "No. 2026-0001", "bears no seal")
    await door.owner.taps("📄 Certificate (English)")
    [(korean, paper), (english, copy)] = files_of(door.town, door.owner)
    assert (korean, english) == ("수료증 스마트스토어 과정 Owner1 of 1.pdf", "Certificate Online shop course Owner1 of 1.pdf")
    assert "수료증" in text_of(paper)
    assert "Owner1of1" in text_of(paper)
    assert "2026-0001" in text_of(copy)
    assert "4of5dates" in text_of(copy)


async def test_who_was_at_too_few_is_told_nothing_and_sees_what_is_missing(door, clock, course):
    await goes_to(door, clock, course, 1, 2, 3)
    await is_over(door, clock, course)
    door.owner.sees_not("You have completed")
    player = Player(door.town.office, id=door.owner.person.id)
    await player.wishes(ShowMyCourses())
    player.sees("Online shop course: over, not completed")
    await player.taps("Online shop cou…")
    player.sees("You were at 3 of 5 dates.")
    player.sees("at 4 dates or more (80 %). Were you there more often?")


async def test_a_correction_after_the_end_makes_it_ready_and_is_told(door, clock, course):
    await goes_to(door, clock, course, 1, 2, 3)
    await is_over(door, clock, course)
    _, theirs, dates = course
    await door.town.office.do(CheckInByName(by=door.officer.person.id, date=dates[3].id, registration=theirs.id))
    await door.town.settles()
    door.owner.sees("You have completed the course", "at 4 of 5 dates")


async def test_a_letter_of_a_check_in_that_was_a_mistake_is_not_sent(door, clock, course):
    await goes_to(door, clock, course, 1, 2, 3, 4)
    _, theirs, dates = course
    ends(clock, dates[-1])
    clock.passes(hours=6)  # at ten in the evening the letter waits for the morning
    await door.town.does_chores()
    await door.town.office.do(TakeBack(by=door.officer.person.id, date=dates[3].id, registration=theirs.id))
    clock.passes(hours=11)
    await door.town.settles()
    door.owner.sees_not("You have completed")


async def test_nothing_can_be_fetched_before_the_end_or_by_somebody_else(door, clock, course, office):
    await goes_to(door, clock, course, 1, 2, 3, 4)
    event = course[0]
    player = Player(office, id=door.owner.person.id)
    await player.wishes(GetCertificate(event.id))
    player.sees("You can fetch it when the course is over.")
    assert not isinstance(await office.do(IssueCertificate(by=player.id, event=event.id)), Issued)
    stranger = Player(office, id=999)
    await stranger.wishes(GetCertificate(event.id))
    stranger.sees("There is no such course of yours.")


async def test_a_second_time_it_is_the_same_paper_and_what_counts_on_it_stays(door, clock, course, office):
    await goes_to(door, clock, course, 1, 2, 3, 4)
    await is_over(door, clock, course)
    event, theirs, dates = course
    one = await office.do(IssueCertificate(by=door.owner.person.id, event=event.id))
    clock.passes(days=1)
    await office.do(CheckInByName(by=door.officer.person.id, date=dates[4].id, registration=theirs.id))
    other = await office.do(IssueCertificate(by=door.owner.person.id, event=event.id, name="Somebody Else"))
    assert isinstance(one, Issued)
    assert isinstance(other, Issued)
    assert course_paper(one, "ko") == course_paper(other, "ko")
    assert isinstance(await office.do(TakeBack(by=door.officer.person.id, date=dates[0].id, registration=theirs.id)), Certified)


async def test_who_is_not_registered_with_a_name_is_asked_for_it(door, clock, neighbour):
    await neighbour.starts()
    office = door.town.office
    found = await a_course(office, 1, by=door.officer.person.id)
    theirs = await comes(office, found, neighbour.person.id)
    dates = await dates_of(office, found)
    await goes_to(door, clock, (found, theirs, dates), 1)
    await is_over(door, clock, (found, theirs, dates))
    await neighbour.taps("🎓 Fetch my certificate")
    neighbour.sees("Which name shall stand on the certificate?")
    await neighbour.sends("12345")
    neighbour.sees_not("Shall the certificate be issued?")
    await neighbour.sends("Lee Saebyeok")
    neighbour.sees("Shall the certificate be issued?", "Name: Lee Saebyeok")
    await neighbour.taps("Issue it")
    [(name, _)] = files_of(door.town, neighbour)
    assert "Lee Saebyeok" in name


async def test_the_coordinator_sees_who_completed_and_who_fetched(door, clock, course, office):
    await comes(office, course[0], 700)
    await goes_to(door, clock, course, 1, 2, 3, 4)
    await is_over(door, clock, course)
    await office.do(IssueCertificate(by=door.owner.person.id, event=course[0].id))
    officer = Player(office, id=door.officer.person.id)
    await officer.wishes(ShowCompletions(course[0].id))
    officer.sees("1 has completed it")
    officer.sees("✓ Hanbit Bakery · Owner1 of 1: 4 of 5, certificate fetched")
    officer.sees("Without a shop, No. 3: 0 of 5")
    owner = Player(office, id=door.owner.person.id)
    await owner.wishes(ShowCompletions(course[0].id))
    owner.sees("Only the coordinators of the office")


async def test_the_hours_are_those_of_the_dates_attended(door, clock, course, office):
    await goes_to(door, clock, course, 1, 3)
    found = await office.look(CourseOf(person=door.owner.person.id, event=course[0].id))
    assert isinstance(found, MyCourse)
    assert sum((date.ends_at - date.starts_at for date in found.attended), timedelta()) == timedelta(hours=4)
