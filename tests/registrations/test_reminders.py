"""Reminders follow the event and the answer, and what comes late is told only where it is of use."""

from datetime import date, timedelta

import bot.house  # noqa: F401 - all doors open
from programme.events import Answer, Reminder
from storage import events
from tests.events.making import has_coordinator
from tests.events.test_changing import changes as changed
from tests.registrations.room import announced, changes, comes, letters_to, says
from tests.sessions.desk import at

MONDAY, TUESDAY, WEDNESDAY = date(2026, 3, 9), date(2026, 3, 10), date(2026, 3, 11)
ALL = tuple(Reminder)
SOON = "⏰ Briefing on consortia"


async def dues(town, person):
    return [(due, fact.part) for due, fact in await letters_to(town.office, person.person.id, "event_soon")]


async def when(town, clock, moment, *people) -> None:
    for one in people:
        one.remember()
    clock.at = moment
    await town.does_chores()
    for _ in Reminder:  # of one chat only the first letter is looked at a time, and one that is pointless moves nothing
        await town.settles()


async def test_who_comes_is_reminded_at_each_time_and_who_says_perhaps_the_day_before(town, clock, owner, neighbour):
    event = await announced(town.office, starts=[at(14, day=WEDNESDAY)], reminders=ALL)
    for person, answer in ((owner, "✅ I come"), (neighbour, "🤔 Perhaps")):
        await person.starts(f"ev_{event.id}")
        await person.taps(answer)
    await when(town, clock, at(9, day=date(2026, 3, 4)), owner, neighbour)
    owner.sees(SOON, "🗓 Wed 11 Mar 2026 14:00–16:00", "📍 Town Hall, 110 Sejong-daero", "Expected: you alone.")
    neighbour.sees_not(SOON)
    await when(town, clock, at(9, day=TUESDAY), owner, neighbour)
    owner.sees(SOON)
    neighbour.sees(SOON, "You said: perhaps. No seat is kept for you: do you come?")
    await neighbour.taps("✅ I come")
    neighbour.sees("✅ Your seat is yours.")
    await owner.taps("❌ I cannot come")
    await when(town, clock, at(12, day=WEDNESDAY), owner, neighbour)
    neighbour.sees(SOON)
    owner.sees_not(SOON)


async def test_to_say_once_more_that_one_comes_keeps_the_guests(town, clock, owner):
    event = await announced(town.office, 5, guests=2)
    await owner.starts()
    await town.office.do(comes(owner.person.id, event, 2))
    await when(town, clock, at(9, day=MONDAY), owner)
    owner.sees("Expected: you and 2 guests.")
    await owner.taps("✅ Yes, I come")
    owner.sees("You come already: all is as you said.", "(you and 2 guests)")


async def test_reminders_go_with_the_answer_and_move_with_the_date(town, clock, owner):
    event = await announced(town.office, reminders=ALL)
    await owner.starts(f"ev_{event.id}")
    await owner.taps("✅ I come")
    assert await dues(town, owner) == [
        (at(9, day=date(2026, 3, 3)), Reminder.WEEK),
        (at(9, day=MONDAY), Reminder.DAY),
        (at(12), Reminder.HOURS),
    ]
    event = await changes(town.office, event, starts_at=at(14, day=WEDNESDAY))
    assert await dues(town, owner) == [
        (at(9, day=date(2026, 3, 4)), Reminder.WEEK),
        (at(9, day=TUESDAY), Reminder.DAY),
        (at(12, day=WEDNESDAY), Reminder.HOURS),
    ]
    await owner.taps("❌ I cannot come")
    assert await dues(town, owner) == []


async def test_after_a_day_away_the_nearest_goes_alone(town, clock, owner):
    event = await announced(town.office, reminders=ALL)
    await owner.starts()
    await town.office.do(comes(owner.person.id, event))
    await when(town, clock, at(12, 30), owner)
    assert owner.news().count(SOON) == 1
    assert await dues(town, owner) == []


async def test_what_is_over_by_then_is_not_told_at_all(town, clock, owner):
    event = await announced(town.office, reminders=ALL)
    await owner.starts()
    await town.office.do(comes(owner.person.id, event))
    await when(town, clock, at(14, 30), owner)
    owner.sees_not(SOON)


async def test_of_a_cancelled_event_nothing_is_heard_even_where_its_letters_were_forgotten(town, clock, owner):
    event = await announced(town.office)
    await owner.starts()
    await town.office.do(comes(owner.person.id, event))
    async with town.office.work() as work:
        await events.cancel(work.connection, event.id, "Storm", work.now)
    await when(town, clock, at(9, day=MONDAY), owner)
    owner.sees_not(SOON)


async def test_nobody_is_woken(town, clock, owner):
    event = await announced(town.office, starts=[at(8, day=WEDNESDAY)])
    await owner.starts()
    await town.office.do(comes(owner.person.id, event))
    assert [due for due, _ in await dues(town, owner)] == [at(9, day=TUESDAY), at(20, day=TUESDAY)]


async def test_who_still_waits_hears_it_and_may_try_for_the_last_seat(town, clock, owner, neighbour):
    event = await announced(town.office, 1)
    await neighbour.starts(f"ev_{event.id}")
    await owner.starts(f"ev_{event.id}")
    await neighbour.taps("✅ I come")
    await owner.taps("✅ I come", "⏳ Onto the waiting list")
    await when(town, clock, at(12), owner)
    owner.sees("So far no seat has become free for you.")
    clock.passes(minutes=10)
    await neighbour.taps("❌ I cannot come")
    await owner.taps("🪑 Is a seat free now?")
    owner.sees("🪑 1 seat left", "a free seat goes to who asks first")
    await owner.taps("✅ Take a free seat")
    owner.sees("✅ Your seat is yours.")


async def test_a_course_reminds_of_each_of_its_dates(town, owner):
    event = await announced(town.office, starts=[at(14), at(14) + timedelta(days=7)], reminders=(Reminder.DAY,))
    await owner.starts()
    await town.office.do(comes(owner.person.id, event))
    assert [due for due, _ in await dues(town, owner)] == [at(9, day=MONDAY), at(9, day=date(2026, 3, 16))]
    await town.office.do(says(owner.person.id, event, Answer.MAYBE))
    assert [due for due, _ in await dues(town, owner)] == [at(9, day=MONDAY)]


async def test_a_reminder_names_the_place_the_room_and_the_title_as_they_are_by_then(town, clock, owner):
    event = await announced(town.office, reminders=ALL, link="https://meet.example/old")
    await has_coordinator(town.office)
    await owner.starts(f"ev_{event.id}")
    await owner.taps("✅ I come")
    title = {"ko": "새 이름", "en": "New name"}
    await changed(town.office, event, title=title, place="City Library", address="", link="https://meet.example/new")
    await town.settles()
    owner.sees("Where: Town Hall, 110 Sejong-daero → City Library")
    await when(town, clock, at(9, day=MONDAY), owner)
    owner.sees("⏰ New name", "📍 City Library", "https://meet.example/new")
    owner.sees_not("Town Hall", "Sejong-daero", "/old")
