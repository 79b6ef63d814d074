"""Some weeks at a desk with two consultants and four members, in which anything may happen in any order."""

import asyncio
from collections import Counter
from collections.abc import Awaitable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from sqlalchemy import delete

from programme.cells import cells, up
from programme.seoul import seoul_day
from programme.session_reminders import hour_before
from programme.topics import Topic
from services import session_hold_ends, session_queue
from services.hold_wishes import Held
from services.offered_sessions import PassOffer, TakeOffer
from services.office import Office
from services.session_changes import CancelSession
from services.session_hold_ends import ReleaseHold
from services.session_members import Member, member_of, used_of
from services.session_waits import WaitForSession
from services.sessions import BookSession
from storage import working_hours
from storage.consultants import Calling, Terms
from storage.letters.record import LetterRecord
from storage.session_times import SessionTimeRecord
from storage.session_waits import SessionWaitRecord
from storage.sessions import OCCUPIES, Session, SessionFileRecord, SessionRecord, State
from storage.tables import table_of
from storage.working_hours import BlockedTimeRecord
from tests.clock import HandClock
from tests.sessions.desk import HAN, YUN, at, hold
from tests.sessions.standing import all_cells, all_sessions, all_waits, waiting_keys

START = at(10, day=date(2026, 12, 21))
DAYS = (date(2026, 12, 30), date(2026, 12, 31), date(2027, 1, 4))
TERMS = {YUN: Terms(slot=60, after=15, most_a_day=2), HAN: Terms(slot=30, before=10, after=0, most_a_day=None)}
MEMBERS = (1, 2, 3, 4)  # the first two are one consortium
TABLES = (SessionWaitRecord, SessionTimeRecord, SessionFileRecord, LetterRecord, BlockedTimeRecord, SessionRecord)

members = st.sampled_from(MEMBERS)
consultants_ = st.sampled_from([YUN, HAN])
times = st.builds(
    lambda day, minute: at(minute // 60, minute % 60, day), st.sampled_from(DAYS), st.sampled_from([600, 605, 645, 780, 820, 855])
)
turns = st.integers(0, 5)


@dataclass(frozen=True)
class Desk:
    office: Office
    clock: HandClock
    runner: asyncio.Runner


class Weeks(RuleBasedStateMachine):
    """`desk` is set by the test; each run begins with empty calendars."""

    desk: Desk

    def __init__(self) -> None:
        super().__init__()
        self.office, self.clock = self.desk.office, self.desk.clock

    def run(self, what: Awaitable[Any]) -> Any:
        return self.desk.runner.get_loop().run_until_complete(what)

    @initialize()
    def empties_the_calendars(self) -> None:
        self.clock.at = START

        async def emptied() -> None:
            async with self.office.store.transaction() as connection:
                for record in TABLES:
                    await connection.execute(delete(table_of(record)))

        self.run(emptied())

    def one_of(self, turn: int, *states: State, person: int | None = None) -> Session | None:
        found = [one for one in self.run(all_sessions(self.office)) if one.state in states and person in {None, one.person}]
        return found[turn % len(found)] if found else None

    @rule(by=members, consultant=consultants_, starts_at=times)
    def holds(self, by, consultant, starts_at) -> None:
        self.run(self.office.do(hold(by, starts_at, consultant)))

    @rule(turn=turns)
    def books(self, turn) -> None:
        held = self.one_of(turn, State.HELD, State.LAPSED)
        if held is not None:
            self.run(self.office.do(BookSession(by=held.person, session=held.id, goal="A question")))

    @rule(by=members, consultant=consultants_, starts_at=times)
    def holds_and_books(self, by, consultant, starts_at) -> None:
        outcome = self.run(self.office.do(hold(by, starts_at, consultant)))
        if isinstance(outcome, Held):
            self.run(self.office.do(BookSession(by=by, session=outcome.session.id)))

    @rule(turn=turns, consultant=consultants_, starts_at=times, books=st.booleans())
    def moves(self, turn, consultant, starts_at, books) -> None:
        old = self.one_of(turn, State.BOOKED)
        if old is None:
            return
        outcome = self.run(self.office.do(hold(old.person, starts_at, consultant, moves=old.id)))
        if books and isinstance(outcome, Held):
            self.run(self.office.do(BookSession(by=old.person, session=outcome.session.id)))

    @rule(turn=turns)
    def releases(self, turn) -> None:
        held = self.one_of(turn, State.HELD)
        if held is not None:
            self.run(self.office.do(ReleaseHold(by=held.person, session=held.id)))

    @rule(turn=turns, by_consultant=st.booleans())
    def cancels(self, turn, by_consultant) -> None:
        booked = self.one_of(turn, State.BOOKED)
        if booked is not None:
            by = booked.consultant if by_consultant else booked.person
            self.run(self.office.do(CancelSession(by=by, session=booked.id)))

    @rule(by=members, consultant=st.sampled_from([None, YUN, HAN]), last_day=st.sampled_from(DAYS))
    def waits(self, by, consultant, last_day) -> None:
        self.run(self.office.do(WaitForSession(by=by, topic=Topic.TAX, consultant=consultant, way=None, last_day=last_day)))

    @rule(turn=turns, takes=st.booleans())
    def answers_an_offer(self, turn, takes) -> None:
        offered = [one for one in self.run(all_waits(self.office)) if one.offered is not None]
        if offered:
            wait = offered[turn % len(offered)]
            deed = TakeOffer(by=wait.person, wait=wait.id) if takes else PassOffer(by=wait.person, wait=wait.id)
            self.run(self.office.do(deed))

    @rule(minutes=st.sampled_from([1, 6, 125, 24 * 60, 7 * 24 * 60, -3, -24 * 60]))
    def the_clock_goes_or_jumps(self, minutes) -> None:
        self.clock.passes(minutes=minutes)

    @rule()
    def the_office_does_its_chores(self) -> None:
        self.run(session_hold_ends.lapse_holds(self.office))
        self.run(session_queue.offer_free_times(self.office))
        self.run(session_queue.end_waits(self.office))

    @rule(starts_at=times)
    def a_consultant_blocks_a_morning(self, starts_at) -> None:
        async def blocked() -> None:
            async with self.office.store.transaction() as connection:
                await working_hours.block(connection, YUN, starts_at, starts_at + timedelta(hours=2))

        self.run(blocked())

    # -- what always holds

    @invariant()
    def every_cell_belongs_to_a_session_that_stands_and_none_is_missing(self) -> None:
        """So no two overlap: a cell is there once. What a hold shares with the session it is to replace stays with that one."""
        standing = [one for one in self.run(all_sessions(self.office)) if one.state in OCCUPIES]
        known = {one.id: one for one in standing}
        wanted: set[tuple[str, int, int, int]] = set()
        for one in standing:
            shared = time_of(known[one.moves]) if one.moves in known else set()
            wanted |= {(*cell, one.id) for cell in time_of(one) - shared}
        assert self.run(all_cells(self.office)) == wanted
        assert max(Counter(cell[:3] for cell in wanted).values(), default=1) == 1

    @invariant()
    def nobody_holds_two_times(self) -> None:
        held = [one.person for one in self.run(all_sessions(self.office)) if one.state is State.HELD and not one.offered]
        assert len(held) == len(set(held))

    @invariant()
    def no_year_is_overdrawn_and_no_day_too_full(self) -> None:
        async def numbers() -> list[tuple[int, int]]:
            async with self.office.work() as work:
                found = [await member_of(work, person) for person in MEMBERS]
                used = [
                    await used_of(work, one, calling, year)
                    for one in found
                    if isinstance(one, Member)
                    for calling in Calling
                    for year in (2026, 2027)
                ]
            return [(one.used, one.of) for one in used]

        assert all(used <= of for used, of in self.run(numbers()))
        days = Counter(
            seoul_day(one.starts_at) for one in self.run(all_sessions(self.office)) if one.consultant == YUN and one.state in OCCUPIES
        )
        assert all(count <= 2 for count in days.values())

    @invariant()
    def every_letter_that_waits_belongs_to_a_session_that_stands(self) -> None:
        found = {one.id: one for one in self.run(all_sessions(self.office))}
        keys = self.run(waiting_keys(self.office))
        for key in keys:
            _, number, part = key.split(":")
            assert found[int(number)].state is (State.HELD if part == "offered" else State.BOOKED), key
        for one in found.values():
            if one.state is State.BOOKED and one.booked_at is not None and hour_before(one.starts_at) > one.booked_at:
                assert f"session:{one.id}:hour" in keys, "each booked session has its reminder"

    @invariant()
    def every_offer_is_a_time_that_is_held(self) -> None:
        found = {one.id: one for one in self.run(all_sessions(self.office))}
        offered = {one.offered: one.person for one in self.run(all_waits(self.office)) if one.offered is not None}
        assert all(found[number].state is State.HELD and found[number].person == person for number, person in offered.items())
        assert {one.id for one in found.values() if one.state is State.HELD and one.offered} == set(offered)


def time_of(one: Session) -> set[tuple[str, int, int]]:
    terms = TERMS[one.consultant]
    own = cells(one.starts_at, one.ends_at)
    wide = range(own.start - up(terms.before), own.stop + up(terms.after))
    return {("consultant", one.consultant, cell) for cell in wide} | {("member", one.person, cell) for cell in own}
