"""Events that are over, with those who were there."""

from datetime import datetime, timedelta
from typing import Any

from programme.event_kinds import EventKind
from programme.events import Survey
from programme.surveys import NextTime, Useful
from services.event_thanks import ThankForComing
from services.office import Office
from services.surveys import AnswerSurvey
from storage import attendance, event_dates, registrations
from storage.attendance import Attended, How
from storage.events import Event
from storage.registrations import Registration
from tests.clock import HandClock
from tests.events.making import published, registers, span

ENDS_AT = span()[1]  # Tuesday the 10th, 16:00
SOON_AFTER = ENDS_AT + timedelta(minutes=1)


async def was_held(office: Office, clock: HandClock, *people: int, survey: Survey | None = Survey.ANONYMOUS, **more: Any) -> Event:
    """A briefing that these said they come to; now it is over. Nobody has been checked in, nor reminded."""
    event = await published(office, kind=EventKind.BRIEFING, survey=survey, reminders=(), **more)
    await registers(office, event, *people)
    clock.at = event.ends_at + timedelta(minutes=1)
    return event


async def were_there(office: Office, event: Event, *people: int, at: datetime = ENDS_AT) -> None:
    """Checked in at its first date."""
    async with office.work() as work:
        [first, *_] = await event_dates.of_event(work.connection, event.id)
        for person in people:
            one = await _registration(work.connection, event, person)
            await attendance.keep(work.connection, Attended(date=first.id, registration=one.id, at=at, how=How.NAME, by=None))


async def _registration(connection: Any, event: Event, person: int) -> Registration:
    found = await registrations.of_person(connection, event.id, person)
    assert found is not None
    return found


async def thanked(office: Office, clock: HandClock, *people: int, **more: Any) -> Event:
    """All of them were there, and were asked."""
    event = await was_held(office, clock, *people, **more)
    await were_there(office, event, *people)
    await office.do(ThankForComing(event=event.id))
    return event


def said(by: int, event: Event, stars: int = 4, words: str = "", **more: Any) -> AnswerSurvey:
    answer = {"useful": Useful.YES, "next_time": NextTime.SELLING, **more}
    return AnswerSurvey(by=by, event=event.id, stars=stars, words=words, **answer)
