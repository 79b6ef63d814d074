"""When an event is over those who were there are thanked: once, by day, and not days later."""

import asyncio
from datetime import timedelta

import pytest

import bot.house  # noqa: F401 - all doors open
from programme.events import Survey
from services.event_cancelling import CancelEvent
from services.event_thanks import NoThanksDue, Thanked, ThankForComing, TooLate
from services.survey_results import SurveyResults
from storage import surveys
from tests.events.making import COORDINATOR, letters_to, span
from tests.player import Player
from tests.surveys.asking import was_held, were_there

FIRST, SECOND, THIRD = 101, 102, 103


async def thanks_for(office, *people) -> list[int]:
    """Who of these has been thanked."""
    return [person for person in people if await letters_to(office, person, "event_thanks")]


async def test_those_who_were_there_are_thanked_and_nobody_else(office, clock):
    event = await was_held(office, clock, FIRST, SECOND, THIRD)
    await were_there(office, event, FIRST, THIRD)
    assert await office.do(ThankForComing(event=event.id)) == Thanked(2)
    assert await thanks_for(office, FIRST, SECOND, THIRD) == [FIRST, THIRD]


async def test_where_nobody_was_checked_in_all_who_said_they_come_are(office, clock):
    event = await was_held(office, clock, FIRST, SECOND)
    await office.do(ThankForComing(event=event.id))
    assert await thanks_for(office, FIRST, SECOND) == [FIRST, SECOND]


async def test_nobody_is_thanked_twice_and_a_latecomer_in_the_list_a_little_later(office, clock):
    event = await was_held(office, clock, FIRST, SECOND)
    await were_there(office, event, FIRST)
    await office.do(ThankForComing(event=event.id))
    clock.passes(hours=20)
    assert await office.do(ThankForComing(event=event.id)) == NoThanksDue()
    await were_there(office, event, SECOND)
    assert await office.do(ThankForComing(event=event.id)) == Thanked(1)
    assert len(await letters_to(office, FIRST, "event_thanks")) == 1
    assert await thanks_for(office, SECOND) == [SECOND]


async def test_not_before_its_last_date_is_over(office, clock):
    week = timedelta(days=7)
    event = await was_held(office, clock, FIRST, dates=(span(), span(day=span()[0].date() + week)))
    clock.at = span()[1] + timedelta(minutes=1)
    assert await office.do(ThankForComing(event=event.id)) == NoThanksDue()
    clock.at += week
    assert await office.do(ThankForComing(event=event.id)) == Thanked(1)


async def test_after_a_late_evening_they_are_thanked_in_the_morning(town, clock, owner):
    await owner.starts()
    event = await was_held(town.office, clock, owner.person.id, dates=(span(19, 21),))
    owner.remember()
    await town.does_chores()
    owner.sees_not("Thank you")
    await were_there(town.office, event, owner.person.id)
    clock.passes(hours=11)
    await town.does_chores()
    owner.sees("Thank you for coming to “Mapo owners meet”", "Three taps", "🔒 Anonymous")
    owner.sees_button("5 ⭐")


async def test_one_without_a_survey_is_thanked_for_alone(town, clock, owner):
    await owner.starts()
    await was_held(town.office, clock, owner.person.id, survey=None)
    owner.remember()
    await town.does_chores()
    owner.sees("Thank you for coming", "glad to see you again")
    owner.sees_not("taps", "⭐")


async def test_it_says_that_it_is_not_anonymous_where_it_is_not(town, clock, owner):
    await owner.starts()
    await was_held(town.office, clock, owner.person.id, survey=Survey.NAMED)
    owner.remember()
    await town.does_chores()
    owner.sees("👤 Not anonymous", "until Tue 24 Mar 2026")
    owner.sees_not("🔒")


async def test_two_days_later_thanks_are_still_welcome(office, clock):
    event = await was_held(office, clock, FIRST)
    clock.passes(days=2)
    assert await office.do(ThankForComing(event=event.id)) == Thanked(1)


async def test_four_days_later_nobody_is_written_to_and_the_office_sees_why(office, clock):
    event = await was_held(office, clock, FIRST)
    clock.passes(days=4)
    assert await office.do(ThankForComing(event=event.id)) == TooLate()
    assert await office.do(ThankForComing(event=event.id)) == NoThanksDue()
    assert await thanks_for(office, FIRST) == []
    officer = Player(office, id=COORDINATOR)
    await officer.commands("start", f"es_{event.id}")
    officer.sees("more than three days")


async def test_a_letter_that_lay_for_days_is_not_sent(town, clock, owner):
    await owner.starts()
    event = await was_held(town.office, clock, owner.person.id)
    await town.closes()
    await town.office.do(ThankForComing(event=event.id))
    clock.passes(days=4)
    owner.remember()
    await town.opens()
    await town.settles()
    owner.sees_not("Thank you for coming")


async def test_nobody_is_thanked_for_what_was_cancelled(office, clock):
    event = await was_held(office, clock, FIRST)
    clock.at = event.starts_at - timedelta(hours=3)
    await office.do(CancelEvent(by=COORDINATOR, event=event.id, why="The room is flooded"))
    clock.at = event.ends_at + timedelta(hours=1)
    assert await office.do(ThankForComing(event=event.id)) == NoThanksDue()


async def at_once(office, clock) -> list[int]:
    """How many were thanked by each of several processes that do the chore at the same moment."""
    event = await was_held(office, clock, FIRST, SECOND)
    outcomes = await asyncio.gather(*(office.do(ThankForComing(event=event.id)) for _ in range(4)))
    results = await office.look(SurveyResults(by=COORDINATOR, event=event.id))
    return [results.thanks.asked, *sorted(one.people for one in outcomes if isinstance(one, Thanked))]


async def test_of_several_that_thank_in_a_race_one_does(office, clock):
    assert (await at_once(office, clock))[0] == 2


async def test_without_the_mark_everybody_would_be_counted_and_written_to_again_in_the_race(office, clock, monkeypatch):
    """The negative control."""
    ask = surveys.ask

    async def always(connection, event, people) -> list[int]:
        await ask(connection, event, people)
        return list(people)

    monkeypatch.setattr(surveys, "ask", always)
    assert (await at_once(office, clock))[1:] == [2, 2, 2, 2]


@pytest.mark.parametrize("number", [0, 99, 2**62])
async def test_a_number_of_no_event_does_nothing(office, number):
    assert await office.do(ThankForComing(event=number)) == NoThanksDue()
