"""An event as a calendar file, as two parsers that have nothing to do with each other read it."""

import json
from datetime import timedelta
from typing import Any

import ics
import pytest
from icalendar import Calendar

import bot.house  # noqa: F401 - all doors open
from bot.documents.event_calendar import event_calendar
from bot.documents.registry import from_json, to_json
from programme.events import Answer
from services.event_calendars import EventCalendar
from services.office import Office
from storage import events
from storage.events import Event
from tests.agreements.agreeing import files_of
from tests.clock import HandClock
from tests.registrations.room import announced, changes, comes, meet, says
from tests.sessions.desk import at

ME = 1


async def made(office: Office, event: Event, language: str = "en") -> list[Any]:
    """The entries, as `icalendar` reads them; `ics` finds as many."""
    entry = await office.look(EventCalendar(person=ME, event=event.id))
    assert entry is not None
    carried = from_json(json.loads(json.dumps(to_json(event_calendar(entry, office.clock.now())))))
    file = carried.made(language)
    assert file.media_type == "text/calendar"
    assert all(len(line) <= 75 for line in file.content.split(b"\r\n"))
    found = list(Calendar.from_ical(file.content).walk("VEVENT"))
    assert len(ics.Calendar(file.content.decode()).events) == len(found)
    return found


async def test_a_course_has_an_entry_for_each_date_with_names_that_stay(office, clock: HandClock):
    await meet(office, ME)
    event = await announced(office, starts=[at(14), at(14) + timedelta(days=7)])
    await office.do(comes(ME, event))
    first, second = await made(office, event)
    assert [str(one["summary"]) for one in (first, second)] == ["Briefing on consortia (1 of 2)", "Briefing on consortia (2 of 2)"]
    assert (first["dtstart"].dt, str(first["location"])) == (at(14), "Town Hall, 110 Sejong-daero")
    clock.passes(hours=1)
    await changes(office, event, starts_at=at(16))
    moved, _ = await made(office, event)
    assert moved["uid"] == first["uid"] != second["uid"]
    assert moved["sequence"] > first["sequence"]
    assert moved["dtstart"].dt == at(16)


async def test_whoever_does_not_come_any_more_takes_it_out_and_may_put_it_back(office, clock: HandClock):
    await meet(office, ME)
    event = await announced(office)
    await office.do(comes(ME, event))
    (came,) = await made(office, event)
    clock.passes(minutes=1)
    await office.do(says(ME, event, Answer.NOT_COMING))
    (gone,) = await made(office, event)
    clock.passes(minutes=1)
    await office.do(says(ME, event, Answer.MAYBE))
    (perhaps,) = await made(office, event)
    assert [str(one["status"]) for one in (came, gone, perhaps)] == ["CONFIRMED", "CANCELLED", "TENTATIVE"]
    assert came["sequence"] < gone["sequence"] < perhaps["sequence"]
    assert len(came.walk("VALARM")) == 2
    assert not gone.walk("VALARM")


@pytest.mark.parametrize("back", [timedelta(0), timedelta(hours=1), timedelta(days=365)])
async def test_a_later_answer_replaces_the_earlier_one_in_calendars_though_the_clock_stood_still_or_went_back(office, clock, back):
    await meet(office, ME)
    event = await announced(office)
    await office.do(comes(ME, event))
    (came,) = await made(office, event)
    clock.at -= back
    await office.do(says(ME, event, Answer.NOT_COMING))
    (gone,) = await made(office, event)
    assert came["sequence"] < gone["sequence"]


async def test_a_cancelled_event_is_taken_out(office):
    await meet(office, ME)
    event = await announced(office, link="https://meet.example/room")
    await office.do(comes(ME, event))
    (before,) = await made(office, event)
    assert str(before["url"]) == "https://meet.example/room"
    async with office.work() as work:
        await events.cancel(work.connection, event.id, "Storm", work.now)
    (after,) = await made(office, event)
    assert str(after["status"]) == "CANCELLED"
    assert after["sequence"] > before["sequence"]


async def test_the_file_comes_into_the_chat_and_not_to_who_has_not_answered(town, owner):
    event = await announced(town.office)
    await owner.starts(f"ev_{event.id}")
    assert "📅 Into my calendar" not in owner.labels()
    await owner.taps("✅ I come", "📅 Into my calendar")
    owner.sees("Open the file above")
    [(name, content)] = files_of(town, owner)
    assert name == f"Event {event.id}.ics"
    assert b"METHOD:PUBLISH" in content
