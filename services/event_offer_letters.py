"""What those who wait for a seat are written: one is held for them, or was and is not any more."""

from dataclasses import dataclass
from datetime import datetime

from programme.event_offers import LEAST_TO_ANSWER
from programme.events import Answer, EventState
from services.event_titles import Title, title_of
from services.letter_places import Place, placed
from services.letters import Letter, letter
from storage import events, registrations
from storage.events import Event
from storage.registrations import Registration
from storage.work import Work


@letter("event_seat_offered")
@dataclass(frozen=True, kw_only=True)
class EventSeatOffered:
    """`guests`: for whom seats are held besides."""

    event: int
    registration: int
    title: Title
    starts_at: datetime
    guests: int
    until: datetime


@letter("event_seat_lapsed")
@dataclass(frozen=True, kw_only=True)
class EventSeatLapsed:
    """The time was up, and the next one is asked."""

    event: int
    registration: int
    title: Title
    starts_at: datetime


def offer_key(registration: int) -> str:
    return f"event_offer:{registration}"


def tell_offered(work: Work, event: Event, registration: Registration, until: datetime) -> None:
    fact = EventSeatOffered(
        event=event.id,
        registration=registration.id,
        title=title_of(event),
        starts_at=event.starts_at,
        guests=registration.guests,
        until=until,
    )
    work.post(Letter(to=registration.person, fact=fact, key=offer_key(registration.id)))


async def tell_lapsed(work: Work, event: Event, registration: Registration) -> None:
    await work.withdraw(offer_key(registration.id))
    fact = EventSeatLapsed(event=event.id, registration=registration.id, title=title_of(event), starts_at=event.starts_at)
    work.post(Letter(to=registration.person, fact=fact, key=offer_key(registration.id)))


@placed(EventSeatOffered)
async def while_it_is_held(work: Work, fact: EventSeatOffered) -> Place | None:
    """With hardly any time left to answer it waits: the office makes the offer afresh then, since it came too late from here."""
    mine = await registrations.find(work.connection, fact.registration)
    if mine is None or mine.answer is not Answer.OFFERED or mine.held_until is None or not await _stands(work, fact.event):
        return None
    return Place(waits=mine.held_until - work.now < LEAST_TO_ANSWER)


@placed(EventSeatLapsed)
async def while_it_lies_there(work: Work, fact: EventSeatLapsed) -> Place | None:
    mine = await registrations.find(work.connection, fact.registration)
    return Place() if mine is not None and mine.answer is Answer.LAPSED and await _stands(work, fact.event) else None


async def _stands(work: Work, number: int) -> bool:
    """Neither cancelled nor begun."""
    event = await events.find(work.connection, number)
    return event is not None and event.state is EventState.PUBLISHED and event.starts_at > work.now
