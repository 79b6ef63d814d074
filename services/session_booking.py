"""Booking what one holds, or another time in its stead, with what is to be told of it: the receipt, or why not and what is near."""

from dataclasses import dataclass
from datetime import datetime

from programme.booking import BookingTerms
from programme.topics import Topic, Way
from services.advisers import Profiles
from services.free_times import Slot
from services.hold_wishes import Held, NotHeldFor
from services.my_sessions import MySession, OneSession
from services.nearest_times import nearest
from services.session_changes import note
from services.session_hold_ends import NotHeld
from services.session_limits import NotMine
from services.sessions import AlreadyBooked, Booked, BookSession, HoldSession, NotBooked
from storage.consultants import Profile
from storage.sessions import Session, SessionFile
from storage.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    one: MySession
    used: int
    of: int
    terms: BookingTerms
    left_queue: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BookedBefore:
    """By a tap before this one."""

    one: MySession
    now: datetime
    terms: BookingTerms


@dataclass(frozen=True, slots=True, kw_only=True)
class NotGot:
    """`gone`: what was to be booked; `near`: free times near it, by consultants in `those`."""

    why: NotHeld | NotHeldFor
    gone: Session
    near: tuple[Slot, ...]
    those: dict[int, Profile]
    terms: BookingTerms


@dataclass(frozen=True, kw_only=True)
class NearestTo:
    """A look: the free times nearest to that of a session that is not held any more; its own, too, where nobody took it."""

    person: int
    session: int

    async def __call__(self, work: Work) -> tuple[Slot, ...]:
        found = await OneSession(person=self.person, session=self.session)(work)
        if found is None:
            return ()
        gone = found.session
        return await nearest(
            work,
            person=self.person,
            topic=gone.topic,
            consultant=gone.consultant,
            way=gone.way,
            around=gone.starts_at,
            moving=gone.moves,
        )


@dataclass(frozen=True, kw_only=True)
class BookMine:
    """`instead`: another time than the one that was held. Where nothing is said, what was said of the session it replaces goes with it."""

    by: int
    session: int
    goal: str = ""
    files: tuple[SessionFile, ...] = ()
    instead: Slot | None = None

    async def __call__(self, work: Work) -> Receipt | BookedBefore | NotGot | NotMine:
        asked = await OneSession(person=self.by, session=self.session)(work)
        if asked is None:
            note(work, self.by, "BookMine", self.session, outcome=NotMine())
            return NotMine()
        outcome = await self._booked(work, asked.session)
        terms = work.house.booking
        match outcome:
            case Booked(session=session, used=used, of=most, left_queue=left):
                return Receipt(one=await _mine(work, session), used=used, of=most, terms=terms, left_queue=left)
            case AlreadyBooked(session=session):
                return BookedBefore(one=await _mine(work, session), now=work.now, terms=terms)
            case why:
                near = await NearestTo(person=self.by, session=self.session)(work)
                those = await Profiles(people=(asked.session.consultant, *(one.consultant for one in near)))(work)
                return NotGot(why=why, gone=asked.session, near=near, those=those, terms=terms)

    async def _booked(self, work: Work, asked: Session) -> Booked | NotBooked:
        goal, files = await self._said(work, asked)
        if self.instead is None:
            return await BookSession(by=self.by, session=asked.id, goal=goal, files=files)(work)
        held = await HoldSession(
            by=self.by,
            consultant=self.instead.consultant,
            starts_at=self.instead.starts_at,
            topic=Topic(asked.topic),
            way=Way(asked.way),
            moves=asked.moves,
            confidential=asked.confidential,
            to_book=True,
        )(work)
        return await BookSession(by=self.by, session=held.session.id, goal=goal, files=files)(work) if isinstance(held, Held) else held

    async def _said(self, work: Work, asked: Session) -> tuple[str, tuple[SessionFile, ...]]:
        before = await OneSession(person=self.by, session=asked.moves)(work) if asked.moves is not None else None
        if before is None or self.goal:
            return self.goal, self.files
        return before.session.goal, before.files


async def _mine(work: Work, session: Session) -> MySession:
    found = await OneSession(person=session.person, session=session.id)(work)
    assert found is not None
    return found
