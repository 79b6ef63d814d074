"""The code on the wall: one checks oneself in, inside a time window, and wrong codes are bounded."""

from datetime import timedelta

import pytest

from bot.pictures.event_code import EventCode
from bot.screens.check_in_taps import ShowWall
from programme.events import Answer, Audience
from services.event_cancelling import CancelEvent
from services.event_seats import seats_left
from services.wall_codes import DrawWallCode
from storage import attendance, registrations
from storage.attendance import How
from storage.registrations import Registration
from tests.check_in.attending import a_course, comes, dates_of, doors_are_open, ends, registration_of, wall, were_there
from tests.events.making import letters_to, published, span
from tests.player import Player

WRONG = "000 000"


async def digits(door, date: int | None = None) -> str:
    return (await wall(door.town.office, date or door.date.id, door.officer.person.id)).digits


async def test_the_coordinator_shows_the_code_large_with_a_link_and_digits(door, clock):
    player = Player(door.town.office, id=door.officer.person.id)
    await player.wishes(ShowWall(door.date.id))
    code = await digits(door)
    player.sees(f"Code on the wall: {code[:3]} {code[3:]}")
    player.sees("It works from Tue 10 Mar 2026 13:00 until 16:00.")
    assert player.screen is not None
    picture = player.screen.picture
    assert isinstance(picture, EventCode)
    assert (picture.payload, picture.digits) == (f"w_{door.event.id}_{code}", code)


async def test_the_link_on_the_wall_checks_in_and_a_second_time_does_no_harm(door, clock):
    code = await digits(door)
    doors_are_open(clock, door.date)
    await door.owner.starts(f"w_{door.event.id}_{code}")
    door.owner.sees("You are in. Welcome!", "Mapo owners meet")
    door.owner.sees_not("You had not registered")
    clock.passes(minutes=3)
    await door.owner.starts(f"w_{door.event.id}_{code}")
    door.owner.sees("You are in already, since 13:30.")
    assert await were_there(door.town.office, door.date.id) == {door.registration.id}


@pytest.mark.parametrize("written", ["{0}", "{0[0]}{0[1]}{0[2]} {0[3]}{0[4]}{0[5]}", "code {0}!"])
async def test_the_code_may_be_typed_however_it_is_grouped(door, clock, written):
    code = await digits(door)
    doors_are_open(clock, door.date)
    await door.owner.sends(f"/here {written.format(code)}")
    door.owner.sees("You are in. Welcome!")


async def test_from_the_page_of_the_event_one_taps_and_types(door, clock):
    code = await digits(door)
    doors_are_open(clock, door.date)
    await door.owner.sends("/here")
    door.owner.sees("Which code do you see on the wall?")
    await door.owner.sends(code)
    door.owner.sees("You are in. Welcome!")


async def test_before_the_doors_and_after_the_end_it_is_said_what_to_do(door, clock):
    code = await digits(door)
    await door.owner.sends(f"/here {code}")
    door.owner.sees("not checked in yet", "too early", "from Tue 10 Mar 2026 13:00 on; the same code works then")
    ends(clock, door.date)
    await door.owner.sends(f"/here {code}")
    door.owner.sees("It is over", "Tell the office")


async def test_yesterdays_photo_of_the_wall_opens_nothing_today(door, clock):
    course = await a_course(door.town.office, by=door.officer.person.id, seats=5)
    first, second, *_ = await dates_of(door.town.office, course)
    await comes(door.town.office, course, door.owner.person.id)
    old, new = await digits(door, first.id), await digits(door, second.id)
    assert old != new
    doors_are_open(clock, first)
    await door.owner.sends(f"/here {old}")
    doors_are_open(clock, second)
    await door.owner.sends(f"/here {old}")
    door.owner.sees("the code of another day", "read today's code")
    await door.owner.sends(f"/here {new}")
    door.owner.sees("You are in. Welcome!", "This date counts for your certificate.")


async def test_the_code_of_another_event_asks_whether_one_is_there(door, clock):
    other = await published(door.town.office, by=door.officer.person.id, title={"ko": "다른 방", "en": "Other room"})
    [date] = await dates_of(door.town.office, other)
    code = await digits(door, date.id)
    doors_are_open(clock, date)
    await door.owner.starts(f"w_{door.event.id}_{code}")
    door.owner.sees("the code of another event: Other room. Are you there?")
    await door.owner.taps("✅ Yes: Other room")
    door.owner.sees("You are in. Welcome!", "You had not registered; you have a seat now.")


async def test_a_cancelled_event_checks_nobody_in(door, clock):
    code = await digits(door)
    await door.town.office.do(CancelEvent(by=door.officer.person.id, event=door.event.id, why="Flood"))
    doors_are_open(clock, door.date)
    await door.owner.sends(f"/here {code}")
    door.owner.sees("This event is cancelled")


async def test_a_new_code_makes_the_old_one_wrong(door, clock):
    old = await digits(door)
    await door.town.office.do(DrawWallCode(by=door.officer.person.id, date=door.date.id))
    doors_are_open(clock, door.date)
    await door.owner.sends(f"/here {old}")
    door.owner.sees("This code is not right, or a new one has been drawn.")
    await door.owner.sends(f"/here {await digits(door)}")
    door.owner.sees("You are in. Welcome!")


async def test_who_misread_the_code_types_it_once_more_and_each_try_counts(door, clock):
    doors_are_open(clock, door.date)
    code = await digits(door)
    await door.owner.sends("/here")
    for _ in range(4):
        await door.owner.sends(WRONG)
        door.owner.sees("This code is not right", "Which code do you see on the wall?")
    await door.owner.sends(WRONG)
    door.owner.sees("too many wrong codes", "try again at 13:40")
    clock.passes(minutes=10)
    await door.owner.taps("🔢 Type the code")
    await door.owner.sends(code)
    door.owner.sees("You are in. Welcome!")


async def test_wrong_codes_of_a_time_that_never_was_do_not_bind(door, clock):
    """The clock stood a year ahead, and was set right."""
    doors_are_open(clock, door.date)
    right = clock.at
    clock.at = right + timedelta(days=365)
    for _ in range(5):
        await door.owner.starts(f"w_{door.event.id}_{WRONG.replace(' ', '')}")
    clock.at = right
    await door.owner.starts(f"w_{door.event.id}_{await digits(door)}")
    door.owner.sees("You are in. Welcome!")


async def test_five_wrong_codes_are_a_pause_that_a_restart_does_not_end(door, clock):
    doors_are_open(clock, door.date)
    code = await digits(door)
    for _ in range(4):
        await door.owner.sends(f"/here {WRONG}")
        door.owner.sees("This code is not right")
    await door.owner.sends(f"/here {WRONG}")
    door.owner.sees("too many wrong codes", "try again at 13:40")
    await door.town.restarts()
    await door.owner.sends(f"/here {code}")
    door.owner.sees("too many wrong codes")
    clock.passes(minutes=10)
    await door.owner.sends(f"/here {code}")
    door.owner.sees("You are in. Welcome!")


async def test_what_is_no_code_at_all_is_not_counted_as_a_guess(door, clock):
    doors_are_open(clock, door.date)
    for _ in range(7):
        await door.owner.sends("/here hello")
        door.owner.sees("This code is not right")
    await door.owner.sends(f"/here {await digits(door)}")
    door.owner.sees("You are in. Welcome!")


async def walks_in(door, person, event) -> Registration | None:
    [date] = await dates_of(door.town.office, event)
    await person.sends(f"/here {await digits(door, date.id)}")
    return await registration_of(door.town.office, event, person.person.id)


async def test_who_walks_in_gets_a_seat_where_there_is_one(door, clock, neighbour):
    await neighbour.starts()
    doors_are_open(clock, door.date)
    theirs = await walks_in(door, neighbour, door.event)
    neighbour.sees("You are in. Welcome!", "You had not registered; you have a seat now.")
    assert theirs is not None
    assert theirs.answer is Answer.COMING
    async with door.town.office.work() as work:
        assert await seats_left(work, door.event.id, theirs.group) == 28


async def test_who_walks_into_a_full_room_is_sent_to_the_desk(door, clock, neighbour):
    await neighbour.starts()
    event = await published(door.town.office, by=door.officer.person.id, seats=1)
    await comes(door.town.office, event, door.owner.person.id)
    doors_are_open(clock, door.date)
    assert await walks_in(door, neighbour, event) is None
    neighbour.sees("all seats are taken", "see the desk")


async def test_who_walks_into_an_event_for_others_is_sent_to_the_desk(door, clock, neighbour):
    await neighbour.starts()
    event = await published(door.town.office, by=door.officer.person.id, audience=Audience.MEMBERS)
    doors_are_open(clock, door.date)
    assert await walks_in(door, neighbour, event) is None
    neighbour.sees("this event is for others", "see the desk")


async def test_who_waits_does_not_jump_the_queue_by_the_wall(door, clock, neighbour):
    await neighbour.starts()
    await comes(door.town.office, door.event, neighbour.person.id, Answer.WAITING)
    doors_are_open(clock, door.date)
    theirs = await walks_in(door, neighbour, door.event)
    neighbour.sees("on the waiting list", "see the desk")
    assert theirs is not None
    assert theirs.answer is Answer.WAITING


async def test_whose_seat_is_held_takes_it_by_checking_in(door, clock, neighbour):
    await neighbour.starts()
    doors_are_open(clock, door.date)
    held = await comes(door.town.office, door.event, neighbour.person.id, Answer.OFFERED)
    async with door.town.office.work() as work:
        await registrations.change(work.connection, held.id, held_until=clock.now() + timedelta(minutes=10))
    theirs = await walks_in(door, neighbour, door.event)
    neighbour.sees("You are in. Welcome!")
    assert theirs is not None
    assert theirs.answer is Answer.COMING


async def test_who_said_no_and_comes_all_the_same_has_a_seat_again(door, clock, neighbour):
    await neighbour.starts()
    await comes(door.town.office, door.event, neighbour.person.id, Answer.NOT_COMING)
    doors_are_open(clock, door.date)
    theirs = await walks_in(door, neighbour, door.event)
    neighbour.sees("You are in. Welcome!")
    assert theirs is not None
    assert theirs.answer is Answer.COMING


async def test_it_is_kept_how_somebody_came_to_be_checked_in(door, clock):
    doors_are_open(clock, door.date)
    await door.owner.sends(f"/here {await digits(door)}")
    async with door.town.office.store.reading() as connection:
        found = await attendance.find(connection, door.date.id, door.registration.id)
    assert found is not None
    assert (found.how, found.by) == (How.WALL, None)


async def test_two_dates_of_one_day_are_told_apart(door, clock):
    spans = (span(10, 12), span(13, 15))
    course = await published(door.town.office, by=door.officer.person.id, dates=spans)
    morning, afternoon = await dates_of(door.town.office, course)
    theirs = await comes(door.town.office, course, door.owner.person.id)
    clock.at = morning.ends_at - timedelta(minutes=5)
    await door.officer.starts(f"ci_{theirs.code}")
    assert await were_there(door.town.office, morning.id) == {theirs.id}
    doors_are_open(clock, afternoon)
    await door.officer.starts(f"ci_{theirs.code}")
    assert await were_there(door.town.office, afternoon.id) == {theirs.id}


@pytest.mark.parametrize("before", [None, Answer.MAYBE, Answer.OFFERED])
async def test_who_walks_into_a_course_is_reminded_of_its_later_dates(door, clock, before):
    office, person = door.town.office, door.owner.person.id
    course = await a_course(office, dates=2, by=door.officer.person.id, seats=5)
    [first, _] = await dates_of(office, course)
    if before is not None:
        theirs = await comes(office, course, person, before)
        async with office.work() as work:
            held = first.ends_at if before is Answer.OFFERED else None
            await registrations.change(work.connection, theirs.id, held_until=held)
    doors_are_open(clock, first)
    await door.owner.sends(f"/here {await digits(door, first.id)}")
    door.owner.sees("You are in. Welcome!")
    assert len(await letters_to(office, person, "event_soon")) == len(course.reminders)
