"""Reminders follow the event and the answer: to who comes at each time the office chose, to who perhaps comes the day before.

Who waits for a seat hears once, shortly before the event, that none became free. A reminder has one key for all whom it goes to, so that
moving an event moves those of everybody at a stroke. What it says of the event is looked up when it goes out.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from programme.event_offers import last_offer_ends
from programme.event_reminders import is_overtaken, planned
from programme.events import MOST_DATES, Answer, EventState, Reminder
from programme.quiet_hours import went_before
from services.event_titles import Title, title_of
from services.letter_places import Place, placed
from services.letter_renewal import Addressed, renewed
from services.letters import Letter, letter
from storage import event_dates, events, registrations
from storage.event_dates import EventDate
from storage.events import Event
from storage.registrations import Registration
from storage.work import Work

REMINDED = (Answer.COMING, Answer.MAYBE, Answer.WAITING)
AT_ONCE = 500


@letter("event_soon")
@dataclass(frozen=True, kw_only=True)
class EventSoon:
    """`date`: its number; `maybe`: they have not said that they come for sure; `link`: "" where there is no online room."""

    event: int
    registration: int
    date: int
    part: Reminder
    title: Title
    starts_at: datetime
    ends_at: datetime
    place: str
    address: str
    link: str
    guests: int
    maybe: bool


@letter("event_no_seat_yet")
@dataclass(frozen=True, kw_only=True)
class EventNoSeatYet:
    """To who waits, when seats are soon no longer held for anybody."""

    event: int
    registration: int
    title: Title
    starts_at: datetime


def key(event: int, place: int, part: Reminder) -> str:
    """`place`: of the date among those of the event, from 0."""
    return f"event:{event}:{place}:{part.value}"


def waiting_key(event: int) -> str:
    return f"event:{event}:waiting"


async def remind(work: Work, event: Event, registration: Registration) -> None:
    """As the registration stands now; what is past already is left out. Whatever was posted for an earlier answer, `calm` takes back."""
    for one in _letters(work, event, await event_dates.of_event(work.connection, event.id), registration):
        work.post(one)


async def calm(work: Work, registration: Registration) -> None:
    """Takes back what was going to remind this person."""
    for occasion in _keys(registration.event, len(await event_dates.of_event(work.connection, registration.event))):
        await work.withdraw(occasion, to=registration.person)


async def move(work: Work, event: Event) -> None:
    """Those of everybody, to how the event is now. Under its lock, once its dates are written.

    Of thousands, those that wait already only get another hour, and just the others are written.
    """
    dates = await event_dates.of_event(work.connection, event.id)
    await registrations.hold_no_longer(work.connection, event.id, last_offer_ends(event.starts_at))
    there = await _moved(work, event, dates)
    after = 0
    while found := await registrations.of_event(work.connection, event.id, REMINDED, after=after, limit=AT_ONCE):
        for registration in found:
            for one in _letters(work, event, dates, registration):
                if one.key is None or registration.person not in there.get(one.key, ()):
                    work.post(one)
        after = found[-1].id


async def _moved(work: Work, event: Event, dates: Sequence[EventDate]) -> dict[str, set[int]]:
    """To whom a letter of each occasion to come is on its way; those of the others are taken back."""
    starts = [date.starts_at for date in dates]
    dues = {key(event.id, one.place, one.part): one.due for one in planned(event.reminders, starts, work.now)}
    if (due := _waiting_due(event)) > work.now:
        dues[waiting_key(event.id)] = due
    for occasion in _keys(event.id, MOST_DATES):
        if occasion not in dues:
            await work.withdraw(occasion)
    return {occasion: await work.move(occasion, due) for occasion, due in dues.items()}


async def silence(work: Work, event: int) -> None:
    """Takes back those of everybody: it is cancelled."""
    for occasion in _keys(event, MOST_DATES):
        await work.withdraw(occasion)


def _keys(event: int, dates: int) -> list[str]:
    return [waiting_key(event), *(key(event, place, part) for place in range(dates) for part in Reminder)]


def _letters(work: Work, event: Event, dates: Sequence[EventDate], registration: Registration) -> list[Letter]:
    match registration.answer:
        case Answer.COMING:
            return _parts(work, event, dates, registration, event.reminders)
        case Answer.MAYBE:
            return _parts(work, event, dates[:1], registration, [part for part in event.reminders if part is Reminder.DAY])
        case Answer.WAITING:
            return _no_seat_yet(work, event, registration)
        case Answer.NOT_COMING | Answer.OFFERED | Answer.LAPSED:
            return []


def _parts(work: Work, event: Event, dates: Sequence[EventDate], registration: Registration, parts: Sequence[Reminder]) -> list[Letter]:
    return [
        Letter(
            to=registration.person,
            fact=_soon(event, dates[one.place], one.part, registration),
            due=one.due,
            key=key(event.id, one.place, one.part),
        )
        for one in planned(parts, [date.starts_at for date in dates], work.now)
    ]


def _soon(event: Event, date: EventDate, part: Reminder, registration: Registration) -> EventSoon:
    comes = registration.answer is Answer.COMING
    return EventSoon(
        event=event.id,
        registration=registration.id,
        date=date.id,
        part=part,
        title=title_of(event),
        starts_at=date.starts_at,
        ends_at=date.ends_at,
        place=event.place,
        address=event.address,
        link=event.link if comes else "",
        guests=registration.guests,
        maybe=not comes,
    )


def _waiting_due(event: Event) -> datetime:
    return went_before(last_offer_ends(event.starts_at))


def _no_seat_yet(work: Work, event: Event, registration: Registration) -> list[Letter]:
    due = _waiting_due(event)
    if due <= work.now:
        return []
    fact = EventNoSeatYet(event=event.id, registration=registration.id, title=title_of(event), starts_at=event.starts_at)
    return [Letter(to=registration.person, fact=fact, due=due, key=waiting_key(event.id))]


@renewed(EventSoon)
async def as_the_date_is(work: Work, letters: Sequence[Addressed]) -> list[EventSoon | None]:
    """It may be elsewhere, or later, than when this was written. None: the date was taken away."""
    known = await events.of_ids(work.connection, {fact.event for _, fact in letters})
    dates = await _dates(work, (fact.event for _, fact in letters))
    return [_as_now(fact, known.get(fact.event), dates.get(fact.date)) for _, fact in letters]


def _as_now(fact: EventSoon, event: Event | None, date: EventDate | None) -> EventSoon | None:
    if event is None or date is None:
        return None
    return replace(
        fact,
        title=title_of(event),
        starts_at=date.starts_at,
        ends_at=date.ends_at,
        place=event.place,
        address=event.address,
        link="" if fact.maybe else event.link,
    )


async def _dates(work: Work, numbers: Iterable[int]) -> Mapping[int, EventDate]:
    found = await event_dates.of_events(work.connection, set(numbers))
    return {date.id: date for dates in found.values() for date in dates}


@renewed(EventNoSeatYet)
async def as_the_event_is(work: Work, letters: Sequence[Addressed]) -> list[EventNoSeatYet | None]:
    known = await events.of_ids(work.connection, {fact.event for _, fact in letters})
    there = [(fact, known.get(fact.event)) for _, fact in letters]
    return [replace(fact, title=title_of(event), starts_at=event.starts_at) if event is not None else None for fact, event in there]


@placed(EventSoon)
async def while_it_is_ahead(work: Work, fact: EventSoon) -> Place | None:
    """Not of a date that has begun, nor where a nearer reminder is due as well."""
    event = await _stands(work, fact.event, fact.registration, Answer.MAYBE if fact.maybe else Answer.COMING)
    if event is None:
        return None
    nearer = () if fact.maybe else event.reminders
    return None if is_overtaken(fact.part, nearer, fact.starts_at, work.now) else Place()


@placed(EventNoSeatYet)
async def while_they_wait(work: Work, fact: EventNoSeatYet) -> Place | None:
    event = await _stands(work, fact.event, fact.registration, Answer.WAITING)
    return Place() if event is not None and work.now < event.starts_at else None


async def _stands(work: Work, number: int, registration: int, answer: Answer) -> Event | None:
    """None: it is cancelled, or they have answered something else."""
    event = await events.find(work.connection, number)
    mine = await registrations.find(work.connection, registration)
    answered = mine is not None and mine.answer is answer
    return event if event is not None and event.state is EventState.PUBLISHED and answered else None
