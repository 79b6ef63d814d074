"""Booking a session: a time is held while its member answers, and booked under the same locks, looked at once more."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from programme.seoul import seoul_day
from programme.slots import WhyNone, why_full, why_outside
from programme.topics import Topic, Way
from services import session_letters, session_offers, session_queue
from services.calendars import calendar_of, gives
from services.hold_checks import number_refusal
from services.hold_wishes import Held, NotHeldFor, NotOffered, TooManyAhead, Wish, YearUsed, wish_of
from services.session_ends import end_session
from services.session_hold_ends import NotHeld, is_over
from services.session_holds import found_again, hold_for, lock_givers, time_of
from services.session_members import Member, NoShop, member_of, used_of
from storage import consortia, people, session_times, sessions
from storage.audit import AuditRow
from storage.consultants import Calling, Consultant
from storage.sessions import Session, SessionFile, State
from storage.work import Work

AGAIN_WITHIN = timedelta(hours=1)  # so long a hold that lapsed is taken once more by who books it, where the time is still free


@dataclass(frozen=True, slots=True, kw_only=True)
class Booked:
    """`used` of `of` sessions of its year, this one included; a mediation does not count. `left_queue`: they waited for such a time."""

    session: Session
    used: int
    of: int
    left_queue: bool = False


@dataclass(frozen=True, slots=True)
class AlreadyBooked:
    """By a tap before this one."""

    session: Session


NotBooked = AlreadyBooked | NotHeld | NotHeldFor


@dataclass(frozen=True, kw_only=True)
class HoldSession:
    """A person holds one time; the one before is given up for it.

    `moves`: the own session that this one is to replace; `to_book`: the same transaction books it.
    """

    by: int
    consultant: int
    starts_at: datetime
    topic: Topic
    way: Way
    moves: int | None = None
    confidential: bool = False
    to_book: bool = False

    async def __call__(self, work: Work) -> Held | NotHeldFor:
        wish = Wish(
            person=self.by,
            consultant=self.consultant,
            starts_at=self.starts_at,
            topic=self.topic,
            way=self.way,
            moves=self.moves,
            confidential=self.confidential,
        )
        outcome = await hold_for(work, wish, work.now + work.house.booking.hold, to_book=self.to_book)
        _note(work, self.by, "HoldSession", outcome, on=f"consultant:{self.consultant}")
        return outcome


@dataclass(frozen=True, kw_only=True)
class BookSession:
    """What is held becomes booked; everything is looked at again, and what has changed meanwhile is said."""

    by: int
    session: int
    goal: str = ""
    files: tuple[SessionFile, ...] = ()

    async def __call__(self, work: Work) -> Booked | NotBooked:
        outcome = await self._outcome(work)
        _note(work, self.by, "BookSession", outcome, on=f"session:{self.session}")
        return outcome

    async def _outcome(self, work: Work) -> Booked | NotBooked:
        await people.lock(work.connection, self.by)
        await session_times.one_at_a_time(work.connection)
        found = await self._standing(work)
        if not isinstance(found, Session):
            return found
        member = await member_of(work, self.by)
        if isinstance(member, NoShop):
            await end_session(work, found, State.LAPSED, by=self.by, why="refused")
            return member
        if member.consortium is not None:
            await consortia.lock(work.connection, member.consortium)
        consultant = (await lock_givers(work, found.consultant, found.moves))[found.consultant]
        # Who has changed consortia since it was held or offered has it of the number that is theirs now.
        session = replace(await found_again(work, found.id), shop=member.shop, consortium=member.consortium)
        if session.state is not State.HELD:
            return NotHeld()
        moved = await sessions.find(work.connection, session.moves) if session.moves is not None else None
        refused = await _objection(work, session, member, consultant, moved)
        if refused is not None:
            await end_session(work, session, State.LAPSED, by=self.by, why="refused")
            return refused
        return await self._booked(work, session, member, consultant, moved)

    async def _standing(self, work: Work) -> Session | NotBooked:
        """The session where it is held still; where it lapsed just now, the same time once more."""
        session = await sessions.find(work.connection, self.session)
        if session is None or session.person != self.by:
            return NotHeld()
        if session.state is State.BOOKED:
            return AlreadyBooked(session)
        if session.state is State.HELD and not is_over(session, work):
            return session
        if not _may_have_it_again(session, work):
            return NotHeld()
        outcome = await hold_for(work, wish_of(session), work.now + work.house.booking.hold, to_book=True)
        return outcome.session if isinstance(outcome, Held) else outcome

    async def _booked(self, work: Work, session: Session, member: Member, consultant: Consultant, moved: Session | None) -> Booked:
        await sessions.book(work.connection, session.id, shop=member.shop, consortium=member.consortium, goal=self.goal, now=work.now)
        booked = replace(session, state=State.BOOKED, goal=self.goal, booked_at=work.now, held_until=None)
        for file in self.files:
            await sessions.add_file(work.connection, session.id, file)
        if moved is not None:
            await _replace(work, session, moved, consultant)
        await session_offers.taken(work, booked)
        left = moved is None and await session_offers.booked_without(work, booked)
        await session_letters.tell_booked(work, booked, moved)
        if moved is not None and moved.consultant == booked.consultant:  # another's time is found by the queue's chore
            await session_queue.offer_freed(work, moved.consultant, moved.starts_at)
        number = await used_of(work, member, Calling(booked.calling), booked.year)
        return Booked(session=booked, used=number.used, of=number.of, left_queue=left)


def _may_have_it_again(session: Session, work: Work) -> bool:
    """Who was slow, not who gave it up. A time that was offered goes to the next who waits."""
    if session.offered or session.state not in {State.HELD, State.LAPSED} or session.ended_by is not None:
        return False
    return session.ended_at is None or work.now - session.ended_at < AGAIN_WITHIN


async def _objection(
    work: Work, session: Session, member: Member, consultant: Consultant, moved: Session | None
) -> NotOffered | YearUsed | TooManyAhead | NotHeld | None:
    """What has changed since the time was held. Notice is not asked for twice: it was kept when the time was chosen."""
    if moved is not None and (moved.state is not State.BOOKED or moved.starts_at <= work.now):
        return NotHeld()
    if session.starts_at <= work.now:
        return NotOffered(WhyNone.PAST)
    day = seoul_day(session.starts_at)
    but = [session.id, *([moved.id] if moved is not None else [])]
    one = await calendar_of(work, consultant, day, day, member=session.person, but=but)
    if one.plan.left or one.plan.paused:
        return NotOffered(WhyNone.LEFT if one.plan.left else WhyNone.PAUSED)
    why = why_outside(one.plan, session.starts_at, session.ends_at) or why_full(one.plan, one.diary, day)
    if why is not None:
        return NotOffered(why)
    if not await gives(work, consultant, to=session.person, topic=session.topic, way=session.way):
        return NotOffered(None)
    ahead = await sessions.of_person(work.connection, session.person, since=work.now)
    return await number_refusal(work, wish_of(session), member, consultant.profile.calling, moved=moved, ahead=ahead)


async def _replace(work: Work, session: Session, moved: Session, consultant: Consultant) -> None:
    """The new one is booked; now the old one goes, and what they share of their time passes on."""
    for side, person, which in time_of(session, consultant.terms):
        await session_times.pass_on(work.connection, moved.id, session.id, side=side, person=person, which=which)
    await end_session(work, moved, State.MOVED, by=session.person, why="moved")


def _note(work: Work, by: int, did: str, outcome: object, *, on: str) -> None:
    why = outcome.why.value if isinstance(outcome, NotOffered) and outcome.why is not None else ""
    work.note(AuditRow(who=by, did=did, on=on, outcome=type(outcome).__name__, why=why))
