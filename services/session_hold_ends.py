"""A hold that is not booked: its member gives it back, or their time to answer is over."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from programme.topics import Topic
from services import session_offers, session_queue
from services.chores import chore, one_by_one
from services.letters import Letter, letter
from services.office import Office
from services.session_ends import end_session
from services.session_holds import found_again
from storage import people, sessions
from storage.audit import AuditRow
from storage.sessions import Session, State
from storage.work import Work

AT_ONCE = 100


@letter("session_hold_lapsed", at_any_hour=True)
@dataclass(frozen=True, kw_only=True)
class HoldLapsed:
    """The time is free again. `moves`: the session stays as it was."""

    starts_at: datetime
    topic: Topic
    consultant: int
    moves: int | None


@dataclass(frozen=True, slots=True)
class NotHeld:
    """Given up, over, or never theirs."""


@dataclass(frozen=True, slots=True)
class Released:
    session: Session


def is_over(session: Session, work: Work) -> bool:
    """Also where the clock was put back since: nobody holds a time for longer than the house allows."""
    until = session.held_until
    return until is not None and not work.now < until <= work.now + work.house.booking.longest_hold


@dataclass(frozen=True, kw_only=True)
class ReleaseHold:
    by: int
    session: int

    async def __call__(self, work: Work) -> Released | NotHeld:
        outcome = await self._outcome(work)
        work.note(AuditRow(who=self.by, did="ReleaseHold", on=f"session:{self.session}", outcome=type(outcome).__name__))
        return outcome

    async def _outcome(self, work: Work) -> Released | NotHeld:
        await people.lock(work.connection, self.by)
        session = await sessions.find(work.connection, self.session)
        if session is None or session.person != self.by or session.state is not State.HELD:
            return NotHeld()
        await end_session(work, session, State.LAPSED, by=self.by, why="released")
        return Released(session)


@dataclass(frozen=True, kw_only=True)
class LapseHold:
    """The office itself, when the time to answer is over."""

    session: int

    async def __call__(self, work: Work) -> None:
        known = await sessions.find(work.connection, self.session)
        if known is None:
            return
        await people.lock(work.connection, known.person)
        session = await found_again(work, self.session)
        if session.state is not State.HELD or not is_over(session, work) or await session_queue.offer_afresh(work, session):
            return
        was_offer = await session_offers.lapsed(work, session)
        await end_session(work, session, State.LAPSED, by=None, why="time")
        if was_offer:
            await session_queue.offer_freed(work, session.consultant, session.starts_at)
        else:
            fact = HoldLapsed(starts_at=session.starts_at, topic=Topic(session.topic), consultant=session.consultant, moves=session.moves)
            work.post(Letter(to=session.person, fact=fact))
        work.note(AuditRow(who=None, did="LapseHold", on=f"session:{session.id}", outcome="Lapsed"))


@chore(timedelta(seconds=30))
async def lapse_holds(office: Office) -> None:
    now = office.clock.now()
    async with office.store.reading() as connection:
        over = await sessions.held_over(connection, now, farthest=now + office.house.booking.longest_hold, limit=AT_ONCE)
    await one_by_one(office, {f"session:{number}": LapseHold(session=number) for number in over})
