"""The events among what is open for somebody, and in the calendar of the programme."""

from collections.abc import Sequence
from dataclasses import dataclass

from programme.events import Answer, EventState, Standing
from programme.seoul import seoul_day
from services.event_lists import EventsForMe, Limits, Line
from services.open_for_me import for_me
from services.public_calendar import UNSEEN_AFTER, FeedEntry, feeds
from storage import event_dates, events
from storage.event_dates import EventDate
from storage.events import Event
from storage.work import Work

BETWEEN_THE_CALLS = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class EventIsOn:
    """One they can answer, wait for, or are on their way to."""

    line: Line


@for_me(BETWEEN_THE_CALLS)
async def events_ahead(work: Work, person: int) -> Sequence[EventIsOn]:
    """The soonest of those that want something of them: not what they have said no to, nor what takes no answers."""
    found = await EventsForMe(person=person, limits=Limits(), page=0)(work)
    return [EventIsOn(line=line) for line in found.lines if _wants_something(line)]


def _wants_something(line: Line) -> bool:
    if line.mine is not None and line.mine.answer is not Answer.LAPSED:
        return line.mine.answer is not Answer.NOT_COMING
    return line.standing is Standing.OPEN


@feeds
async def events_of_all(work: Work) -> Sequence[FeedEntry]:
    """One entry a date. Those for members or one gu stand there, too: the programme is no secret, and the page says whom it is for."""
    found = await events.announced_since(work.connection, work.now - UNSEEN_AFTER)
    dates = await event_dates.of_events(work.connection, [event.id for event in found])
    return [_entry(event, place, date) for event in found for place, date in enumerate(dates[event.id])]


def _entry(event: Event, place: int, date: EventDate) -> FeedEntry:
    return FeedEntry(
        uid=f"event-{place}-{event.uid}",
        sequence=event.sequence,
        changed_at=event.cancelled_at or event.published_at or event.made_at,
        stands=event.state is not EventState.CANCELLED,
        what=event.kind.value,
        title_ko=event.title.get("ko", ""),
        title_en=event.title.get("en", ""),
        first=seoul_day(date.starts_at),
        last=seoul_day(date.ends_at),
        starts_at=date.starts_at,
        ends_at=date.ends_at,
        where=event.where,
    )
