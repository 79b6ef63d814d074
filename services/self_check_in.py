"""Somebody checks themselves in with the code on the wall; who has not registered gets a seat where there is one."""

from dataclasses import dataclass
from datetime import timedelta

from programme.check_in import When, WhyNot, after_wrong, paused_until, read_code, when
from programme.events import EventState
from services.check_in import AlreadyIn, CheckedIn, NotIn, admit, note, refusal
from services.chores import chore
from services.event_walk_ins import MAY_WALK_IN, took_offer, walk_in
from services.office import Office
from services.wall_codes import digits_of
from storage import event_dates, events, people, registrations, session_times, wall_guesses
from storage.attendance import How
from storage.event_dates import EventDate
from storage.events import Event
from storage.work import Work

AROUND = timedelta(days=14)  # codes of so far away are known as such, and not as wrong ones
_STALE = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class CheckInHere:
    """`typed`: the code, however it was written. `event`: on whose page, or in whose link; None: whichever has this code."""

    by: int
    typed: str
    event: int | None = None

    async def __call__(self, work: Work) -> CheckedIn | AlreadyIn | NotIn:
        outcome = await self._outcome(work)
        number = outcome.attendee.registration if outcome.attendee is not None else None
        note(work, self.by, "CheckInHere", number, outcome)
        return outcome

    async def _outcome(self, work: Work) -> CheckedIn | AlreadyIn | NotIn:
        await people.lock(work.connection, self.by)
        guesses = await wall_guesses.of_person(work.connection, self.by)
        if (until := paused_until(guesses, work.now)) is not None:
            return NotIn(why=WhyNot.PAUSED, until=until)
        code = read_code(self.typed)
        if code is None:
            return NotIn(why=WhyNot.UNKNOWN)
        found = await self._found(work, code)
        if found is None:
            return await self._wrong(work)
        await wall_guesses.forgive(work.connection, self.by)
        return await self._at(work, *found)

    async def _wrong(self, work: Work) -> NotIn:
        guesses = after_wrong(await wall_guesses.of_person(work.connection, self.by), work.now)
        await wall_guesses.keep(work.connection, self.by, guesses)
        until = paused_until(guesses, work.now)
        return NotIn(why=WhyNot.UNKNOWN if until is None else WhyNot.PAUSED, until=until)

    async def _found(self, work: Work, code: str) -> tuple[Event, EventDate] | None:
        """The date with this code: the one of the event meant before others, one that is on before those that are not."""
        near = await event_dates.between(work.connection, work.now - AROUND, work.now + AROUND)
        own = await event_dates.of_event(work.connection, self.event) if self.event is not None else []
        dates = {date.id: date for date in (*own, *near)}.values()
        known = await events.of_ids(work.connection, {date.event for date in dates})
        there = [(known[date.event], date) for date in dates if known[date.event].state is not EventState.DRAFT]
        fitting = [(event, date) for event, date in there if digits_of(work, event, date) == code]
        fitting.sort(key=lambda one: (one[0].id != self.event, when(one[1], work.now) is not When.OPEN))
        return fitting[0] if fitting else None

    async def _at(self, work: Work, event: Event, date: EventDate) -> CheckedIn | AlreadyIn | NotIn:
        if event.state is EventState.CANCELLED:
            return NotIn(why=WhyNot.CANCELLED, event=event, date=date)
        moment = when(date, work.now)
        if moment is not When.OPEN:
            return await self._not_now(work, event, date, moment)
        if self.event is not None and event.id != self.event:
            meant = await events.find(work.connection, self.event)
            return NotIn(why=WhyNot.OTHER_EVENT, event=meant, other=event, other_date=date, code=digits_of(work, event, date))
        return await self._let_in(work, event, date)

    async def _not_now(self, work: Work, event: Event, date: EventDate, moment: When) -> AlreadyIn | NotIn:
        """Of a day that is over it may be said that they were in, but not while they stand before another door of the same course."""
        dates = await event_dates.of_event(work.connection, event.id)
        if any(when(one, work.now) is When.OPEN for one in dates):
            return NotIn(why=WhyNot.OTHER_DATE, event=event, date=date)
        theirs = await registrations.of_person(work.connection, event.id, self.by)
        before = await refusal(work, event, date, theirs) if theirs is not None else None
        if isinstance(before, AlreadyIn):
            return before
        return NotIn(why=WhyNot.TOO_EARLY if moment is When.TOO_EARLY else WhyNot.TOO_LATE, event=event, date=date)

    async def _let_in(self, work: Work, event: Event, date: EventDate) -> CheckedIn | AlreadyIn | NotIn:
        """Under the event's lock: a seat may be taken, and nobody leaves or cancels meanwhile."""
        await session_times.one_at_a_time(work.connection)
        locked = await events.lock(work.connection, event.id)
        if locked is None or locked.state is EventState.CANCELLED:
            return NotIn(why=WhyNot.CANCELLED, event=event, date=date)
        theirs = await registrations.of_person(work.connection, event.id, self.by)
        refused = await refusal(work, event, date, theirs) if theirs is not None else None
        if isinstance(refused, AlreadyIn):
            return refused
        if theirs is None or theirs.answer in MAY_WALK_IN:
            return await walk_in(work, event, date, self.by, theirs)
        if await took_offer(work, event, theirs):
            return await admit(work, event, date, theirs.id, How.WALL)
        return refused or await admit(work, event, date, theirs.id, How.WALL)


@chore(timedelta(hours=1))
async def forget_wrong_codes(office: Office) -> None:
    """Long after the pause they say nothing any more."""
    async with office.work() as work:
        await wall_guesses.clear_before(work.connection, work.now - _STALE)
