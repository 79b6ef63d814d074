"""What the calendar of somebody who answered an event is told about it."""

from dataclasses import dataclass
from enum import StrEnum

from programme.events import Answer, EventState
from storage import event_dates, events, registrations
from storage.event_dates import EventDate
from storage.events import Event
from storage.registrations import Registration
from storage.work import Work


class Certainty(StrEnum):
    """As calendars call it."""

    SURE = "CONFIRMED"
    OPEN = "TENTATIVE"
    GONE = "CANCELLED"


@dataclass(frozen=True, slots=True, kw_only=True)
class EventEntry:
    event: Event
    dates: tuple[EventDate, ...]
    mine: Registration
    certainty: Certainty

    @property
    def sequence(self) -> int:
        """Grows with every change of the event and with every other answer: what an earlier file put down is replaced."""
        return self.event.sequence + int((self.mine.changed_at - self.mine.made_at).total_seconds())


@dataclass(frozen=True, kw_only=True)
class EventCalendar:
    """As it is now. None: they have not answered it."""

    person: int
    event: int

    async def __call__(self, work: Work) -> EventEntry | None:
        event = await events.find(work.connection, self.event)
        mine = await registrations.of_person(work.connection, self.event, self.person)
        if event is None or event.state is EventState.DRAFT or mine is None:
            return None
        dates = await event_dates.of_event(work.connection, event.id)
        return EventEntry(event=event, dates=tuple(dates), mine=mine, certainty=_certainty(event, mine.answer))


def _certainty(event: Event, answer: Answer) -> Certainty:
    if event.state is EventState.CANCELLED or answer in {Answer.NOT_COMING, Answer.LAPSED}:
        return Certainty.GONE
    return Certainty.SURE if answer is Answer.COMING else Certainty.OPEN
