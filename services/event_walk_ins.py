"""Who comes without having registered: with the bot they get a seat where there is one, without it they are counted."""

from dataclasses import dataclass

from programme.check_in import When, WhyNot, when
from programme.events import Answer
from services.check_in import AlreadyIn, CheckedIn, Counts, NotIn, admit, counts_of
from services.coordinators import Forbidden
from services.event_dates import NoSuchDate
from services.event_people import refusal, who_is
from services.event_queue import forget_offer
from services.event_reach import date_at_the_door
from services.event_reminders import calm, remind
from services.event_seats import seats_left, take_seats
from services.registration_rows import Wished, written
from storage import attendance_counts
from storage.attendance import How
from storage.audit import AuditRow
from storage.event_dates import EventDate
from storage.events import Event
from storage.registrations import Registration
from storage.work import Conflict, Work

MAY_WALK_IN = (Answer.MAYBE, Answer.NOT_COMING, Answer.LAPSED)
MOST_AT_ONCE = 10


async def walk_in(work: Work, event: Event, date: EventDate, person: int, before: Registration | None) -> CheckedIn | AlreadyIn | NotIn:
    """Under the event's lock. `before`: what they had answered without keeping a seat."""
    who = await who_is(work, person)
    if refusal(who, event) is not None:
        return NotIn(why=WhyNot.NOT_FOR_THEM, event=event, date=date)
    if await seats_left(work, event.id, who.group) == 0:
        return NotIn(why=WhyNot.FULL, event=event, date=date)
    try:
        async with work.savepoint():
            wished = Wished(event=event.id, person=person, group=who.group, answer=Answer.COMING, guests=0)
            registration = await written(work, before, wished)
            await take_seats(work, registration, who.group, registration.party)
    except Conflict:
        return NotIn(why=WhyNot.FULL, event=event, date=date)
    await _remind_of_the_rest(work, event, registration)
    return await admit(work, event, date, registration.id, How.WALL, walked_in=True)


async def took_offer(work: Work, event: Event, one: Registration) -> bool:
    """Whose seat is held, and who stands in the room, takes it. False: none is held for them."""
    if one.answer is not Answer.OFFERED or one.held_until is None or one.held_until <= work.now:
        return False
    wished = Wished(event=event.id, person=one.person, group=one.group, answer=Answer.COMING, guests=one.guests)
    now = await written(work, one, wished)
    await forget_offer(work, one)
    await _remind_of_the_rest(work, event, now)
    return True


async def _remind_of_the_rest(work: Work, event: Event, registration: Registration) -> None:
    """A course goes on: of its later dates they hear as everybody does who comes."""
    await calm(work, registration)
    await remind(work, event, registration)


@dataclass(frozen=True, slots=True, kw_only=True)
class WalkInsCounted:
    event: Event
    date: EventDate
    counts: Counts


@dataclass(frozen=True, slots=True)
class DoorsClosed:
    """Before the doors open, or long after."""


@dataclass(frozen=True, kw_only=True)
class CountWalkIns:
    """So many more, or fewer, who came without the bot. Nothing about them is kept but the number."""

    by: int
    date: int
    more: int

    async def __call__(self, work: Work) -> WalkInsCounted | DoorsClosed | NoSuchDate | Forbidden:
        outcome = await self._outcome(work)
        work.note(AuditRow(who=self.by, did="CountWalkIns", on=f"event_date:{self.date}", outcome=type(outcome).__name__))
        return outcome

    async def _outcome(self, work: Work) -> WalkInsCounted | DoorsClosed | NoSuchDate | Forbidden:
        found = await date_at_the_door(work, self.by, self.date)
        if not isinstance(found, tuple):
            return found
        event, date = found
        if when(date, work.now, corrections=True) is not When.OPEN:
            return DoorsClosed()
        await self._add(work, date.id)
        return WalkInsCounted(event=event, date=date, counts=await counts_of(work, event.id, date.id))

    async def _add(self, work: Work, date: int) -> None:
        """Two at the door add up; nobody is taken away whom nobody counted."""
        more = max(-MOST_AT_ONCE, min(self.more, MOST_AT_ONCE))
        if more < 0:
            more = -min(-more, (await attendance_counts.of_dates(work.connection, [date]))[date].walk_ins)
        try:
            async with work.savepoint():
                await attendance_counts.add(work.connection, date, walk_ins=more)
        except Conflict:
            return  # somebody else has just taken the last one away
