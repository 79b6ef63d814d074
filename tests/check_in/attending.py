"""People who come to an event, and the door they come to."""

from datetime import timedelta

from programme.event_kinds import EventKind
from programme.events import HOLD_SEATS, Answer
from services.event_people import who_is
from services.event_seats import take_seats
from services.office import Office
from services.registration_rows import Wished, written
from services.wall_codes import Wall, WallOf
from storage import attendance, event_dates, events, people, registrations
from storage.event_dates import EventDate
from storage.events import Event
from storage.registrations import Registration
from tests.clock import HandClock
from tests.events.making import COORDINATOR, published, span
from tests.sessions.desk import DAY

BEFORE = timedelta(minutes=30)


async def comes(office: Office, event: Event, person: int, answer: Answer = Answer.COMING, guests: int = 0) -> Registration:
    """As an answer in the chat leaves it, without the chat."""
    async with office.work() as work:
        await people.desks(work, {person: "en"})
        await events.lock(work.connection, event.id)
        who = await who_is(work, person)
        found = await written(work, None, Wished(event=event.id, person=person, group=who.group, answer=answer, guests=guests))
        if answer in HOLD_SEATS:
            assert await take_seats(work, found, who.group, found.party)
        return found


async def dates_of(office: Office, event: Event) -> list[EventDate]:
    async with office.store.reading() as connection:
        return await event_dates.of_event(connection, event.id)


async def wall(office: Office, date: int, by: int = COORDINATOR) -> Wall:
    found = await office.look(WallOf(by=by, date=date))
    assert isinstance(found, Wall), found
    return found


async def registration_of(office: Office, event: Event, person: int) -> Registration | None:
    async with office.store.reading() as connection:
        return await registrations.of_person(connection, event.id, person)


async def were_there(office: Office, date: int) -> set[int]:
    """The registrations."""
    async with office.store.reading() as connection:
        return await attendance.of_date(connection, date)


def doors_are_open(clock: HandClock, date: EventDate) -> None:
    """Half an hour before it begins."""
    clock.at = date.starts_at - BEFORE


def ends(clock: HandClock, date: EventDate) -> None:
    clock.at = date.ends_at + timedelta(minutes=1)


async def a_course(office: Office, dates: int = 5, **more) -> Event:
    """On as many Tuesdays, from two to four."""
    spans = tuple(span(day=DAY + timedelta(days=7 * week)) for week in range(dates))
    title = {"ko": "스마트스토어 과정", "en": "Online shop course"}
    return await published(office, dates=spans, kind=EventKind.COURSE, title=title, **more)
