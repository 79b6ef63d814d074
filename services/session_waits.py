"""Waiting for a session when there is no free time: into the queue, out of it, and the offer of a time."""

from dataclasses import dataclass
from datetime import date, timedelta

from programme.seoul import seoul_day
from services import session_queue
from services.calendars import offering
from services.session_ends import end_session
from services.session_members import Member, NoShop, member_of
from storage import consultants, people, session_waits, sessions
from storage.audit import AuditRow
from storage.session_waits import Ended, SessionWait
from storage.sessions import Session, State
from storage.work import Conflict, Work

MOST_WAITS = 5  # of one person at a time
LONGEST_WAIT = timedelta(days=366)


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """`ahead`: how many asked before for the same topic; `name`: of the consultant, None for anyone; `offer`: held for them now."""

    wait: SessionWait
    ahead: int
    name: str | None
    offer: Session | None


@dataclass(frozen=True, slots=True)
class AlreadyWaiting:
    waiting: Waiting


@dataclass(frozen=True, slots=True)
class TooMany:
    most: int


@dataclass(frozen=True, slots=True)
class NobodyOffers:
    """Nobody gives such sessions, or that consultant takes none: there is nothing to wait for."""


@dataclass(frozen=True, slots=True)
class DayPast:
    """Or too far away."""


@dataclass(frozen=True, slots=True)
class NotWaiting:
    """Not theirs, or over."""


@dataclass(frozen=True, slots=True)
class StoppedWaiting:
    wait: SessionWait


@dataclass(frozen=True, kw_only=True)
class WaitForSession:
    """`consultant` None: anyone who fits; `way` None: any."""

    by: int
    topic: str
    consultant: int | None
    way: str | None
    last_day: date

    async def __call__(self, work: Work) -> Waiting | AlreadyWaiting | TooMany | NoShop | NobodyOffers | DayPast:
        outcome = await self._outcome(work)
        on = f"session_wait:{outcome.wait.id}" if isinstance(outcome, Waiting) else ""  # never the topic: it may be a mediation
        work.note(AuditRow(who=self.by, did="WaitForSession", on=on, outcome=type(outcome).__name__))
        return outcome

    async def _outcome(self, work: Work) -> Waiting | AlreadyWaiting | TooMany | NoShop | NobodyOffers | DayPast:
        today = seoul_day(work.now)
        if not today <= self.last_day <= today + LONGEST_WAIT:
            return DayPast()
        member = await member_of(work, self.by)
        if not isinstance(member, Member):
            return member
        those = await offering(work, person=self.by, topic=self.topic, consultant=self.consultant, way=self.way)
        if not any(one.takes_sessions for one in those):
            return NobodyOffers()
        return await self._queued(work)

    async def _queued(self, work: Work) -> Waiting | AlreadyWaiting | TooMany:
        await people.lock(work.connection, self.by)
        mine = await session_waits.of_person(work.connection, self.by)
        if len(mine) >= MOST_WAITS:
            return TooMany(MOST_WAITS)
        try:
            async with work.savepoint():
                number = await session_waits.keep(
                    work.connection,
                    person=self.by,
                    topic=self.topic,
                    consultant=self.consultant,
                    way=self.way,
                    last_day=self.last_day,
                    now=work.now,
                )
        except Conflict:
            return AlreadyWaiting(await waiting_of(work, next(wait for wait in mine if wait.topic == self.topic)))
        wait = await session_waits.find(work.connection, number)
        assert wait is not None
        return await waiting_of(work, wait)


async def waiting_of(work: Work, wait: SessionWait) -> Waiting:
    named = await consultants.find(work.connection, wait.consultant) if wait.consultant is not None else None
    return Waiting(
        wait=wait,
        ahead=await session_waits.ahead(work.connection, wait),
        name=named.profile.name if named is not None else None,
        offer=await offer_of(work, wait),
    )


async def offer_of(work: Work, wait: SessionWait) -> Session | None:
    """None also when its time is over and only nobody has cleared it away yet."""
    found = await sessions.find(work.connection, wait.offered) if wait.offered is not None else None
    held = found is not None and found.state is State.HELD and found.held_until is not None and found.held_until > work.now
    return found if held else None


async def locked_wait(work: Work, number: int, by: int) -> SessionWait | NotWaiting:
    """Under the lock of the consultant whose time is offered, so that the office does not take it away meanwhile."""
    await people.lock(work.connection, by)
    known = await session_waits.find(work.connection, number)
    if known is None or known.person != by:
        return NotWaiting()
    offer = await offer_of(work, known)
    if offer is None:
        return known
    await consultants.lock(work.connection, offer.consultant)
    return await session_waits.find(work.connection, number) or NotWaiting()


async def give_back(work: Work, offer: Session) -> None:
    """To the next in the queue."""
    await end_session(work, offer, State.LAPSED, by=offer.person, why="passed")
    await session_queue.offer_freed(work, offer.consultant, offer.starts_at)


@dataclass(frozen=True, kw_only=True)
class StopWaiting:
    """Out of the queue; a time that is held for them goes to the next at once."""

    by: int
    wait: int

    async def __call__(self, work: Work) -> StoppedWaiting | NotWaiting:
        outcome = await self._outcome(work)
        work.note(AuditRow(who=self.by, did="StopWaiting", on=f"session_wait:{self.wait}", outcome=type(outcome).__name__))
        return outcome

    async def _outcome(self, work: Work) -> StoppedWaiting | NotWaiting:
        wait = await locked_wait(work, self.wait, self.by)
        if isinstance(wait, NotWaiting):
            return wait
        offer = await offer_of(work, wait)
        if offer is not None:
            await session_waits.end(work.connection, wait.id, Ended.LEFT, work.now)
            await give_back(work, offer)
        elif not await session_waits.end_without_offer(work.connection, wait.id, Ended.LEFT, work.now):
            return await self._outcome(work)  # a time was offered just now: once more, under the lock of its consultant
        return StoppedWaiting(wait)


@dataclass(frozen=True, kw_only=True)
class MyWaits:
    """In the order in which they asked."""

    person: int

    async def __call__(self, work: Work) -> tuple[Waiting, ...]:
        return tuple([await waiting_of(work, wait) for wait in await session_waits.of_person(work.connection, self.person)])


@dataclass(frozen=True, kw_only=True)
class OneWait:
    person: int
    wait: int

    async def __call__(self, work: Work) -> Waiting | NotWaiting:
        found = await session_waits.find(work.connection, self.wait)
        return await waiting_of(work, found) if found is not None and found.person == self.person else NotWaiting()
