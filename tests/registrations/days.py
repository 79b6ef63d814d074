"""Some days before a course of two dates, with few seats and many wishes, in which anything may happen in any order."""

import asyncio
from collections.abc import Awaitable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from sqlalchemy import delete, select

from programme.event_offers import held_until
from programme.event_reminders import planned
from programme.events import HOLD_SEATS, Answer, Group, Reminder, dealt
from services import event_queue
from services.event_reminders import key, waiting_key
from services.office import Office
from services.privacy import ForgetPerson
from services.registrations import AnswerEvent
from storage import event_dates, event_seats, registrations
from storage.event_seats import EventSeatRecord
from storage.events import Event, EventRecord
from storage.letters.record import LetterRecord
from storage.letters.record import State as Sent
from storage.registrations import Registration
from storage.tables import table_of
from tests.clock import HandClock
from tests.registrations.room import announced, changes, meet
from tests.sessions.desk import at

START = at(10)
STARTS = (at(14) + timedelta(days=9), at(9) + timedelta(days=16))
OWNERS, OTHERS = (1, 2), (3, 4, 5)
PEOPLE = (*OWNERS, *OTHERS)
TABLES = (LetterRecord, EventRecord)
_seats, _letters = table_of(EventSeatRecord), table_of(LetterRecord)

people_ = st.sampled_from(PEOPLE)
guests_ = st.integers(0, 2)
sizes = st.sampled_from([1, 2, 3, 4])


@dataclass(frozen=True)
class Room:
    office: Office
    clock: HandClock
    runner: asyncio.Runner


class Days(RuleBasedStateMachine):
    """`room` is set by the test; each run begins with an event nobody has answered."""

    room: Room
    event: Event

    def __init__(self) -> None:
        super().__init__()
        self.office, self.clock = self.room.office, self.room.clock

    def run(self, what: Awaitable[Any]) -> Any:
        return self.room.runner.get_loop().run_until_complete(what)

    @initialize(owners=sizes, everybody=sizes)
    def announces_it(self, owners, everybody) -> None:
        self.clock.at = START

        async def emptied() -> None:
            async with self.office.store.transaction() as connection:
                for record in TABLES:
                    await connection.execute(delete(table_of(record)))

        self.run(emptied())
        pools = {Group.OWNERS: owners, Group.ALL: everybody}
        self.event = self.run(announced(self.office, pools=pools, starts=STARTS, guests=2, reminders=tuple(Reminder)))

    @rule(by=people_, guests=guests_, waits=st.booleans())
    def comes(self, by, guests, waits) -> None:
        self.run(self.office.do(AnswerEvent(by=by, event=self.event.id, answer=Answer.COMING, guests=guests, waits=waits)))

    @rule(by=people_)
    def comes_as_before(self, by) -> None:
        self.run(self.office.do(AnswerEvent(by=by, event=self.event.id, answer=Answer.COMING)))

    @rule(by=people_, answer=st.sampled_from([Answer.MAYBE, Answer.NOT_COMING]))
    def stays_away(self, by, answer) -> None:
        self.run(self.office.do(AnswerEvent(by=by, event=self.event.id, answer=answer)))

    @rule(owners=sizes, everybody=sizes)
    def there_are_other_seats(self, owners, everybody) -> None:
        """Never fewer than are taken, as the office is told."""
        seats = {Group.OWNERS: owners, Group.ALL: everybody}
        if all(seats[group] >= count for group, count in self.run(self.taken()).items()):
            self.run(self.changes_seats(seats))

    async def changes_seats(self, seats: Mapping[Group, int | None]) -> None:
        async with self.office.work() as work:
            await event_seats.set_pools(work.connection, self.event.id, seats)
            await event_queue.offer_freed(work, self.event.id)

    @rule(days=st.sampled_from([-1, 1, 3]))
    def it_is_moved(self, days) -> None:
        self.event = self.run(changes(self.office, self.event, starts_at=self.event.starts_at + timedelta(days=days)))

    @rule(hours=st.sampled_from([1, 5, 13, 24, 72]))
    def the_clock_goes(self, hours) -> None:
        self.clock.passes(hours=hours)

    @rule()
    def the_office_does_its_chores(self) -> None:
        self.run(event_queue.lapse_seats(self.office))
        self.run(event_queue.offer_free_seats(self.office))

    @rule(by=people_)
    def somebody_is_forgotten(self, by) -> None:
        if by in OTHERS:
            self.run(self.office.do(ForgetPerson(by=by)))
            self.run(meet(self.office, by))

    # -- what always holds

    async def all_(self) -> list[Registration]:
        async with self.office.store.reading() as connection:
            return await registrations.of_event(connection, self.event.id, tuple(Answer), limit=100)

    async def taken(self) -> dict[Group, int]:
        async with self.office.store.reading() as connection:
            return (await event_seats.taken(connection, [self.event.id]))[self.event.id]

    async def pools(self) -> dict[Group, int | None]:
        async with self.office.store.reading() as connection:
            return await event_seats.pools_of(connection, self.event.id)

    @invariant()
    def seats_are_taken_by_those_who_come_or_are_asked_and_never_more_than_there_are(self) -> None:
        async def by_registration() -> dict[int, int]:
            async with self.office.store.reading() as connection:
                rows = (await connection.execute(select(_seats.c.registration))).scalars().all()
            return {number: rows.count(number) for number in rows}

        wanted = {one.id: one.party for one in self.run(self.all_()) if one.answer in HOLD_SEATS}
        assert self.run(by_registration()) == wanted
        pools, taken = self.run(self.pools()), self.run(self.taken())
        assert all(count <= (pools[group] or 0) for group, count in taken.items())
        assert sum(taken.values()) == sum(wanted.values())

    @invariant()
    def nobody_waits_while_seats_that_fit_are_free(self) -> None:
        if held_until(self.clock.now(), self.event.starts_at) is None:
            return  # too late to hold any
        pools, taken = self.run(self.pools()), self.run(self.taken())
        waiting = [one for one in self.run(self.all_()) if one.answer is Answer.WAITING]
        assert not [one for one in waiting if dealt(one.party, one.group, pools, taken) is not None]

    @invariant()
    def every_letter_that_waits_belongs_to_what_its_reader_has_answered(self) -> None:
        async def starts() -> list[datetime]:
            async with self.office.store.reading() as connection:
                return [one.starts_at for one in await event_dates.of_event(connection, self.event.id)]

        dates, now = self.run(starts()), self.clock.now()
        letters = self.run(self.letters())
        for one in self.run(self.all_()):
            may, must = self._wanted(one, dates, now)
            found = letters.pop(one.person, {})
            assert found.keys() <= may.keys(), (one, found)
            assert must <= found.keys(), (one, found)
            assert all(due == may[name] for name, due in found.items() if may[name] is not None), (one, found)
        assert not letters, "nobody else is written to"

    async def letters(self) -> dict[int, dict[str, datetime]]:
        rows = select(_letters.c.chat, _letters.c.key, _letters.c.due).where(_letters.c.state == Sent.WAITING, _letters.c.key.is_not(None))
        async with self.office.store.reading() as connection:
            found: dict[int, dict[str, datetime]] = {}
            for row in await connection.execute(rows):
                found.setdefault(row.chat, {})[row.key] = row.due
        return found

    def _wanted(self, one: Registration, dates: list[datetime], now: datetime) -> tuple[dict[str, datetime | None], set[str]]:
        """Which letters there may be, with the hour where it is known, and which there must be."""
        long_ago = START - timedelta(days=30)
        event = self.event.id
        parts, upto = self.event.reminders, dates
        match one.answer:
            case Answer.COMING:
                pass
            case Answer.MAYBE:
                parts, upto = (Reminder.DAY,), dates[:1]
            case Answer.WAITING:
                return {waiting_key(event): None}, set()
            case Answer.OFFERED:
                return {f"event_offer:{one.id}": None}, {f"event_offer:{one.id}"}
            case Answer.LAPSED:
                return {f"event_offer:{one.id}": None}, set()
            case Answer.NOT_COMING:
                return {}, set()
        may = {key(event, each.place, each.part): each.due for each in planned(parts, upto, long_ago)}
        must = {key(event, each.place, each.part) for each in planned(parts, upto, now)}
        return dict(may), must
