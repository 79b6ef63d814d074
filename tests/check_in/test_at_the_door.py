"""The picture in somebody's chat, scanned by a coordinator: in, in already, and every reason why not, in words."""

from bot.pictures.event_code import EventCode
from bot.screens.check_in_taps import ShowPass
from programme.events import Answer
from services.event_cancelling import CancelEvent
from tests.check_in.attending import comes, dates_of, doors_are_open, ends, were_there
from tests.events.making import published, span
from tests.player import Player


async def scan(door, code: str | None = None) -> None:
    """The coordinator's camera opens the link in the picture."""
    await door.officer.starts(f"ci_{code or door.registration.code}")


async def test_the_entry_code_is_a_picture_that_says_what_it_is_for(door):
    player = Player(door.town.office, id=door.owner.person.id)
    await player.wishes(ShowPass(door.event.id))
    player.sees("Mapo owners meet")
    player.sees("Tue 10 Mar 2026 14:00")
    assert player.screen is not None
    picture = player.screen.picture
    assert isinstance(picture, EventCode)
    assert picture.payload == f"ci_{door.registration.code}"
    assert picture.draw("ko") != picture.draw("en")


async def test_a_scanned_code_checks_in_and_the_name_is_for_the_coordinator_alone(door, clock):
    doors_are_open(clock, door.date)
    await scan(door)
    door.officer.sees("In: Hanbit Bakery · Owner1 of 1", "Mapo owners meet", "1 of 1 are here")
    door.owner.sees_not("In:")
    assert await were_there(door.town.office, door.date.id) == {door.registration.id}


async def test_a_second_scan_gives_the_same_answer_and_writes_nothing(door, clock):
    doors_are_open(clock, door.date)
    await scan(door)
    clock.passes(minutes=7)
    for _ in range(2):
        await scan(door)
        door.officer.sees("In already, since 13:30: Hanbit Bakery", "1 of 1 are here")
    ends(clock, door.date)
    await scan(door)
    door.officer.sees("In already, since 13:30")


async def test_who_is_no_coordinator_is_told_what_the_link_is_and_nothing_of_the_person(door, clock, neighbour):
    doors_are_open(clock, door.date)
    await neighbour.starts(f"ci_{door.registration.code}")
    neighbour.sees("somebody's entry code", "Only a coordinator of the office")
    neighbour.sees_not("Hanbit")
    neighbour.sees_not("Owner1")
    await door.owner.starts(f"ci_{door.registration.code}")
    door.owner.sees("This is your own entry code.")
    assert await were_there(door.town.office, door.date.id) == set()


async def test_a_code_nobody_has_is_said_in_words(door):
    for code in ("nonsense", "A" * 32, ""):
        await door.officer.starts(f"ci_{code}")
        door.officer.sees("Not checked in", "Nobody has this code")


async def test_too_early_says_from_when(door):
    await scan(door)
    door.officer.sees("Not checked in: Hanbit Bakery", "too early", "from Tue 10 Mar 2026 13:00 on")


async def test_too_late_says_where_it_can_still_be_written_down(door, clock):
    ends(clock, door.date)
    await scan(door)
    door.officer.sees("It is over.", "in the list for 30 days")


async def test_a_cancelled_event_checks_nobody_in(door, clock):
    await door.town.office.do(CancelEvent(by=door.officer.person.id, event=door.event.id, why="Flood"))
    doors_are_open(clock, door.date)
    await scan(door)
    door.officer.sees("This event is cancelled.")
    player = Player(door.town.office, id=door.owner.person.id)
    await player.wishes(ShowPass(door.event.id))
    player.sees("This event is cancelled: you need no entry code.")


async def test_who_waits_is_let_in_by_hand_where_a_chair_is_free(door, clock, neighbour):
    await neighbour.starts()
    waiting = await comes(door.town.office, door.event, neighbour.person.id, Answer.WAITING)
    doors_are_open(clock, door.date)
    await scan(door, waiting.code)
    door.officer.sees("Not checked in: Without a shop", "on the waiting list")
    await door.officer.taps("✅ Let them in")
    door.officer.sees("In: Without a shop, No.")
    assert await were_there(door.town.office, door.date.id) == {waiting.id}


async def test_each_answer_that_is_no_yes_has_its_reason(door, clock):
    reasons = {
        Answer.MAYBE: "They said “perhaps”",
        Answer.NOT_COMING: "they do not come",
        Answer.OFFERED: "have not taken it yet",
        Answer.LAPSED: "did not take the seat",
    }
    known = {answer: await comes(door.town.office, door.event, 500 + n, answer) for n, answer in enumerate(reasons)}
    doors_are_open(clock, door.date)
    for answer, reason in reasons.items():
        await scan(door, known[answer].code)
        door.officer.sees("Not checked in", reason)


async def test_the_code_of_another_event_names_the_one_that_is_on_and_one_tap_helps(door, clock):
    later = await published(door.town.office, by=door.officer.person.id, dates=(span(18, 20),), title={"ko": "저녁 모임", "en": "Evening"})
    theirs = await comes(door.town.office, later, door.owner.person.id)
    doors_are_open(clock, door.date)
    await scan(door, theirs.code)
    door.officer.sees("Not checked in", "the code of another event", "On now: Mapo owners meet")
    await door.officer.taps("✅ In at Mapo owners meet")
    door.officer.sees("In: Hanbit Bakery", "1 of 1 are here")
    [evening] = await dates_of(door.town.office, later)
    assert await were_there(door.town.office, evening.id) == set()


async def test_the_home_of_a_coordinator_shows_the_door_while_it_is_open(door, clock):
    await door.officer.starts()
    door.officer.sees_not("Check-in now")
    doors_are_open(clock, door.date)
    await door.officer.starts()
    await door.officer.taps("🎫 Check-in now (1)")
    door.officer.sees("On now: Mapo owners meet, 0 of 1 are here")
    await door.owner.starts()
    door.owner.sees_not("Check-in now")
