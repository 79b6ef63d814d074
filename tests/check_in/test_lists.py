"""The list of a date in the coordinator's hand: by name, searched, taken back, and who came without the bot."""

import pytest

from bot.screens.check_in_taps import CheckInName, CountMore, ShowAttendees
from programme.events import Answer
from services.attendance_lists import MOST_FOUND, PAGE, SearchList, TakeBack, TakenBack
from services.check_in import CheckedIn, CheckInByName, NotIn
from services.check_in_desk import DatesAtTheDoor, DoorDates
from services.coordinators import Forbidden
from services.event_walk_ins import CountWalkIns
from tests.check_in.attending import comes, doors_are_open, ends, were_there
from tests.finder.street import opens_shop
from tests.player import Player


@pytest.fixture
def officer(door) -> Player:
    return Player(door.town.office, id=door.officer.person.id)


async def test_a_tap_on_a_name_checks_in_and_another_takes_it_back_when_asked(door, officer, clock):
    doors_are_open(clock, door.date)
    await officer.wishes(ShowAttendees(door.date.id))
    officer.sees("0 of 1 are here")
    await officer.taps("☐ Hanbit Bakery · Owner1 of 1")
    officer.sees("In: Hanbit Bakery · Owner1 of 1")
    officer.sees("1 of 1 are here")
    await officer.taps("📋 The list", "✓ Hanbit Bakery · Owner1 of 1")
    officer.sees("Shall I take that back?")
    assert await were_there(door.town.office, door.date.id) == {door.registration.id}
    await officer.taps("↩ Yes, take it back")
    officer.sees("Taken back: Hanbit Bakery")
    officer.sees("0 of 1 are here")
    assert await were_there(door.town.office, door.date.id) == set()


async def test_who_comes_is_listed_first_and_the_others_say_what_they_answered(door, officer, clock):
    await comes(door.town.office, door.event, 501, Answer.WAITING)
    await comes(door.town.office, door.event, 502, Answer.NOT_COMING)
    await officer.wishes(ShowAttendees(door.date.id))
    assert [label for label in officer.labels() if label.startswith("☐")] == [
        "☐ Hanbit Bakery · Owner1 of 1",
        "☐ Without a shop, No. 2 (waits)",
        "☐ Without a shop, No. 3 (no)",
    ]


async def test_somebody_who_waits_is_let_in_only_after_a_second_tap(door, officer, clock):
    waiting = await comes(door.town.office, door.event, 501, Answer.WAITING)
    doors_are_open(clock, door.date)
    await officer.wishes(CheckInName(door.date.id, waiting.id))
    officer.sees("on the waiting list")
    await officer.taps("✅ Let them in")
    officer.sees("In: Without a shop, No. 2")


async def test_a_long_list_is_paged_and_searched_by_name_or_shop(door, officer, clock):
    for n in range(20, 20 + PAGE + 3):
        await opens_shop(door.town.office, 600 + n, f"Shop {n}", serial=n)
        await comes(door.town.office, door.event, 600 + n)
    doors_are_open(clock, door.date)
    await officer.wishes(ShowAttendees(door.date.id))
    assert sum(label.startswith("☐") for label in officer.labels()) == PAGE
    await officer.taps("Page 2 ▶")
    assert sum(label.startswith("☐") for label in officer.labels()) == 4
    await officer.taps("🔎 Search")
    await officer.says("owner25")
    officer.sees("1 found.")
    await officer.taps("☐ Shop 25 · Owner25 of 25")
    officer.sees("In: Shop 25")
    await officer.taps("🔎 Another name")
    await officer.says("shop2 9")
    assert "☐ Shop 29 · Owner29 of 29" in officer.labels()
    await officer.taps("🔎 Another name")
    await officer.says("Nobody")
    officer.sees("Nobody in the list is called so.")


async def test_two_thousand_in_the_list_are_searched_without_flooding_the_screen(door, office):
    found = await office.look(SearchList(by=door.officer.person.id, date=door.date.id, wanted="a"))
    assert len(found.attendees) <= MOST_FOUND


async def test_what_was_forgotten_at_the_door_is_written_down_for_thirty_days(door, officer, clock):
    ends(clock, door.date)
    clock.passes(days=29)
    deed = CheckInByName(by=officer.id, date=door.date.id, registration=door.registration.id)
    assert isinstance(await door.town.office.do(deed), CheckedIn)
    back = TakeBack(by=officer.id, date=door.date.id, registration=door.registration.id)
    assert isinstance(await door.town.office.do(back), TakenBack)
    clock.passes(days=2)
    assert isinstance(await door.town.office.do(deed), NotIn)
    await officer.wishes(ShowAttendees(door.date.id))
    officer.sees("This list is closed")


async def test_who_came_without_the_bot_is_counted_and_never_below_none(door, officer, clock):
    await officer.wishes(CountMore(door.date.id, 0))
    officer.sees("from an hour before it begins")
    doors_are_open(clock, door.date)
    await officer.wishes(ShowAttendees(door.date.id))
    await officer.taps("🙋 Without the bot", "+ 5", "+ 1", "− 1")
    officer.sees("Without the bot: 5")
    officer.sees("Together: 5")
    await officer.wishes(CountMore(door.date.id, -10))
    officer.sees("Without the bot: 0")
    await officer.wishes(CountMore(door.date.id, 9_999_999))
    officer.sees("Without the bot: 10")


async def test_guests_count_with_whom_they_come(door, officer, clock):
    with_two = await comes(door.town.office, door.event, 501, guests=2)
    doors_are_open(clock, door.date)
    await officer.wishes(CheckInName(door.date.id, with_two.id))
    officer.sees("With 2 guests")
    officer.sees("Together: 3")


async def test_nobody_but_a_coordinator_sees_or_changes_a_list(door, clock, office):
    doors_are_open(clock, door.date)
    owner = Player(office, id=door.owner.person.id)
    await owner.wishes(ShowAttendees(door.date.id))
    owner.sees("Only the coordinators of the office")
    await owner.wishes(CheckInName(door.date.id, door.registration.id))
    owner.sees("Only the coordinators of the office")
    for deed in (
        CountWalkIns(by=owner.id, date=door.date.id, more=1),
        TakeBack(by=owner.id, date=door.date.id, registration=door.registration.id),
    ):
        assert isinstance(await office.do(deed), Forbidden)
    assert await were_there(office, door.date.id) == set()


async def test_the_dates_at_the_door_begin_with_the_one_that_is_on(door, clock, office):
    doors_are_open(clock, door.date)
    found = await office.look(DatesAtTheDoor(by=door.officer.person.id))
    assert isinstance(found, DoorDates)
    assert [one.date.id for one in found.dates] == [door.date.id]
