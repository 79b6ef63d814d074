"""The queue for a time: what becomes free is held, one by one, for whoever waits longest and can come.

It is worked off under the lock of the consultant: at once by whatever ends a session, and by a chore that looks again, because
times also become free when hours change, a hold lapses, or another day comes into reach.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from programme.quiet_hours import may_go_at
from programme.seoul import seoul_day
from programme.topics import Topic, Way
from services import session_offers
from services.calendars import offering
from services.chores import chore, one_by_one
from services.free_times import FreeTimes, NextFree, Slot
from services.hold_wishes import Held, Wish
from services.letters import Letter
from services.office import Office
from services.session_ends import end_session
from services.session_holds import hold_checked
from services.session_members import Member, member_of
from services.session_offers import WaitIsOver
from storage import consultants, session_waits, sessions
from storage.audit import AuditRow
from storage.consultants import Consultant
from storage.privacy import NOBODY
from storage.session_waits import Ended, SessionWait
from storage.sessions import Session, State
from storage.work import Work

AT_ONCE = 100
LEAST_BEFORE = timedelta(hours=1)  # an offer ends so long before the session begins
LOOK = timedelta(days=42)
UNHEARD = "unheard"  # why it is offered to the same one again, or to nobody


async def offer_freed(work: Work, consultant: int, starts_at: datetime) -> None:
    """To be called once its cells are free."""
    adviser = await consultants.lock(work.connection, consultant)
    if adviser is None or not adviser.takes_sessions:
        return
    for wait in await session_waits.lock_of_topics(work.connection, adviser.profile.topics):
        if wait.consultant in {None, adviser.person} and await _offer(work, wait, adviser, starts_at):
            return


async def _offer(work: Work, wait: SessionWait, adviser: Consultant, starts_at: datetime) -> bool:
    """Under the locks of the consultant and of the wait. False: not for them."""
    until = offered_until(work, starts_at)
    if until is None or not await _suits(work, wait, adviser, starts_at):
        return False
    member = await member_of(work, wait.person)
    if not isinstance(member, Member):
        return False
    held = await hold_checked(work, _wish(wait, adviser, starts_at), member, adviser, until, offered=True)
    if not isinstance(held, Held):
        return False
    await session_waits.offer(work.connection, wait.id, held.session.id)
    await session_offers.tell_offered(work, wait, held.session, until)
    work.note(AuditRow(who=None, did="OfferTime", on=f"session_wait:{wait.id}", outcome="Offered"))
    return True


def offered_until(work: Work, starts_at: datetime) -> datetime | None:
    """None: too late to offer it to anybody."""
    heard = may_go_at(work.now)
    until = min(heard + work.house.booking.offer, starts_at - LEAST_BEFORE)
    return until if until > heard else None


async def offer_afresh(work: Work, session: Session) -> bool:
    """Under the person's lock. It is held anew, counted from now, where its letter never left the house until the time was up; too late for
    that, they wait on in their place. False: it went, or was no offer.
    """
    wait = await session_offers.never_left(work, session)
    if wait is None:
        return False
    until = offered_until(work, session.starts_at)
    if until is None:
        await session_waits.pass_on(work.connection, wait.id)
        await end_session(work, session, State.LAPSED, by=None, why=UNHEARD)
    else:
        await sessions.prolong(work.connection, session.id, until)
        await session_offers.tell_offered(work, wait, session, until)
    outcome = "Waits" if until is None else "Offered"
    work.note(AuditRow(who=None, did="OfferTime", on=f"session_wait:{wait.id}", outcome=outcome, why=UNHEARD))
    return True


async def _suits(work: Work, wait: SessionWait, adviser: Consultant, starts_at: datetime) -> bool:
    """They asked for it, have not let it go before, and nothing else is held for them: one after the other, who waits for much, too."""
    if await sessions.is_offered_one(work.connection, wait.person):
        return False
    if seoul_day(starts_at) > wait.last_day or (adviser.person, starts_at) in await sessions.let_go(work.connection, wait.person, work.now):
        return False
    found = await offering(work, person=wait.person, topic=wait.topic, consultant=adviser.person, way=wait.way)
    return any(one.takes_sessions for one in found)


def _wish(wait: SessionWait, adviser: Consultant, starts_at: datetime) -> Wish:
    way = Way(wait.way or adviser.profile.ways[0])
    return Wish(person=wait.person, consultant=adviser.person, starts_at=starts_at, topic=Topic(wait.topic), way=way)


@dataclass(frozen=True, kw_only=True)
class OfferNextTime:
    """The office itself: the first free time that suits this wait."""

    wait: int

    async def __call__(self, work: Work) -> None:
        known = await session_waits.find(work.connection, self.wait)
        if known is None or known.offered is not None or await self._is_in_vain(work, known):
            return
        for slot in await _free_for(work, known):
            adviser = await consultants.lock(work.connection, slot.consultant)
            wait = await session_waits.lock(work.connection, self.wait)
            if adviser is None or wait is None or await _offer(work, wait, adviser, slot.starts_at):
                return

    @staticmethod
    async def _is_in_vain(work: Work, wait: SessionWait) -> bool:
        """They wait for one who has left."""
        named = await consultants.find(work.connection, wait.consultant) if wait.consultant is not None else None
        if named is None or named.left_at is None:
            return False
        await _end(work, wait)
        return True


async def _free_for(work: Work, wait: SessionWait) -> list[Slot]:
    """The next time they could take; those they let go do not count, nor what begins before they could answer."""
    gone = await sessions.let_go(work.connection, wait.person, work.now)
    earliest = may_go_at(work.now) + LEAST_BEFORE
    first = seoul_day(work.now)
    while first <= wait.last_day:
        last = min(wait.last_day, first + LOOK)
        for slots in await _days(work, wait, first, last):
            left = [slot for slot in slots if slot.starts_at > earliest and (slot.consultant, slot.starts_at) not in gone]
            if left:
                return left[:1]
        first = last + timedelta(days=1)
    return []


async def _days(work: Work, wait: SessionWait, first: date, last: date) -> list[tuple[Slot, ...]]:
    look = FreeTimes(
        person=wait.person,
        topic=Topic(wait.topic),
        consultant=wait.consultant,
        way=Way(wait.way) if wait.way is not None else None,
        language=None,
        first=first,
        last=last,
    )
    return [day.slots for day in (await look(work)).days]


@dataclass(frozen=True, kw_only=True)
class WhetherAnyTime:
    """Whether anybody could have such a time now. True, too, where the consultant has left: the wait is to be ended."""

    topic: Topic
    consultant: int | None
    way: Way | None

    async def __call__(self, work: Work) -> bool:
        named = await consultants.find(work.connection, self.consultant) if self.consultant is not None else None
        if named is not None and named.left_at is not None:
            return True
        look = NextFree(person=NOBODY, topic=self.topic, consultant=self.consultant, way=self.way, language=None)
        return bool(await look(work))


def _any_time(wait: SessionWait) -> WhetherAnyTime:
    return WhetherAnyTime(topic=Topic(wait.topic), consultant=wait.consultant, way=Way(wait.way) if wait.way is not None else None)


@dataclass(frozen=True, kw_only=True)
class EndWait:
    """The office itself, when the last day is over."""

    wait: int

    async def __call__(self, work: Work) -> None:
        wait = await session_waits.find(work.connection, self.wait)
        if wait is not None and wait.last_day < seoul_day(work.now):
            await _end(work, wait)


async def _end(work: Work, wait: SessionWait) -> None:
    if not await session_waits.end_without_offer(work.connection, wait.id, Ended.OVER, work.now):
        return
    fact = WaitIsOver(topic=Topic(wait.topic), consultant=wait.consultant or 0, way=wait.way or "")
    work.post(Letter(to=wait.person, fact=fact))
    work.note(AuditRow(who=None, did="EndWait", on=f"session_wait:{wait.id}", outcome="Over"))


@chore(timedelta(minutes=1))
async def offer_free_times(office: Office) -> None:
    """All who wait, in the order in which they asked. Hundreds may wait for the same: whether there is any is looked up once for all."""
    after, hopes = 0, dict[WhetherAnyTime, bool]()
    while True:
        async with office.store.reading() as connection:
            found = await session_waits.everybody(connection, after=after, limit=AT_ONCE)
        if not found:
            return
        for look in {_any_time(wait) for wait in found} - hopes.keys():
            hopes[look] = await office.look(look)
        hopeful = [wait for wait in found if hopes[_any_time(wait)]]
        await one_by_one(office, {f"session_wait:{wait.id}": OfferNextTime(wait=wait.id) for wait in hopeful})
        after = found[-1].id


@chore(timedelta(minutes=10))
async def end_waits(office: Office) -> None:
    async with office.store.reading() as connection:
        over = await session_waits.past(connection, seoul_day(office.clock.now()), limit=AT_ONCE)
    await one_by_one(office, {f"session_wait:{wait.id}": EndWait(wait=wait.id) for wait in over})
