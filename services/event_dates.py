"""One date of an event, with the event: what the door works on. And what is not there."""

from collections.abc import Collection
from dataclasses import dataclass

from programme.events import EventState
from storage import event_dates, events
from storage.event_dates import EventDate
from storage.events import Event
from storage.work import Work


@dataclass(frozen=True, slots=True)
class NoSuchEvent:
    """None of this number; or a draft that was thrown away, or that only the office may see: a guessed number tells nothing."""


@dataclass(frozen=True, slots=True)
class NoSuchDate:
    """Of no event that takes place."""


async def date_of(
    work: Work, number: int, states: Collection[EventState] = (EventState.PUBLISHED,)
) -> tuple[Event, EventDate] | NoSuchDate:
    """`states`: those of events whose dates are shown here."""
    date = await event_dates.find(work.connection, number)
    event = await events.find(work.connection, date.event) if date is not None else None
    return (event, date) if date is not None and event is not None and event.state in states else NoSuchDate()
