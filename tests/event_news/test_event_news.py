"""A published event reaches those who asked to hear of its kind, stands on the board, among what is open, and in the calendar file."""

from datetime import timedelta

import pytest

from programme.districts import District
from programme.event_kinds import EventKind
from programme.events import Audience
from programme.subscriptions import Subject
from services.event_cancelling import CancelEvent
from services.public_calendar import CalendarFeed
from services.subscriptions import AnswerFirst, TickSubject
from tests.events.making import has_coordinator, plan, published, span
from tests.sessions.desk import DAY


@pytest.fixture
async def hearer(town, owner):
    """Asked to hear of networking meetings."""
    await owner.starts()
    await town.office.do(AnswerFirst(by=owner.person.id, yes=True))
    await town.office.do(TickSubject(by=owner.person.id, subject=Subject.NETWORKING, on=True))
    await has_coordinator(town.office)
    return owner


async def _goes_out(town):
    for _ in range(2):
        await town.does_chores()


async def test_who_asked_hears_of_it_once_and_who_did_not_finds_it_on_the_board(town, hearer, neighbour):
    await neighbour.starts()
    event = await published(town.office, plan())
    hearer.remember()
    neighbour.remember()
    await _goes_out(town)
    hearer.sees("Networking", "Mapo owners meet", "서울창업허브")
    neighbour.sees_not("Mapo owners meet")
    await hearer.taps("📅 See the event")
    hearer.sees("Mapo owners meet")
    await neighbour.sends("/notices")
    neighbour.sees("Mapo owners meet")
    assert event.id


@pytest.mark.parametrize("limits", [{"audience": Audience.MEMBERS}, {"audience": Audience.OWNERS}], ids=["members", "owners"])
async def test_nobody_is_invited_to_what_is_for_others(town, hearer, limits):
    await published(town.office, plan(**limits))
    hearer.remember()
    await _goes_out(town)
    hearer.sees_not("Mapo owners meet")


async def test_a_course_says_how_many_dates_it_has_and_until_when(town, hearer):
    await town.office.do(TickSubject(by=hearer.person.id, subject=Subject.COURSE, on=True))
    spans = tuple(span(day=DAY + timedelta(days=7 * week)) for week in range(3))
    event = await published(town.office, plan(spans, kind=EventKind.COURSE))
    await _goes_out(town)
    hearer.sees("Tue 10 Mar 2026 14:00", "3 dates, the last on Tue 24 Mar 2026")
    hearer.remember()
    await town.office.do(CancelEvent(by=7001, event=event.id, why="Snow"))
    await hearer.sends("/notices")
    await hearer.taps("Called off: Mapo owners meet")
    hearer.sees("3 dates, the last on Tue 24 Mar 2026")


async def test_what_is_called_off_before_the_letters_go_invites_nobody_and_the_board_tells_both(town, hearer):
    event = await published(town.office, plan())
    await town.office.do(CancelEvent(by=7001, event=event.id, why="Snow"))
    hearer.remember()
    await _goes_out(town)
    hearer.sees_not("Mapo owners meet")
    await hearer.sends("/notices")
    hearer.sees("Called off: Mapo owners meet")


async def test_it_stands_among_what_is_open_with_the_answer_one_gave(town, hearer):
    await published(town.office, plan())
    await hearer.starts()
    await hearer.taps("📆 Calls and dates", "⭐ What is open for me")
    hearer.sees("Mapo owners meet", "30 seats left")


async def test_the_calendar_file_has_one_entry_a_date_and_takes_out_what_is_called_off(town, hearer):
    event = await published(town.office, plan(gus=(District.MAPO.value,)))
    [entry] = [one for one in await town.office.look(CalendarFeed()) if event.uid in one.uid]
    assert (entry.what, entry.stands, entry.sequence) == ("networking", True, 0)
    await town.office.do(CancelEvent(by=7001, event=event.id, why="Snow"))
    [entry] = [one for one in await town.office.look(CalendarFeed()) if event.uid in one.uid]
    assert (entry.stands, entry.sequence) == (False, 1)
