"""What the two sides of a session ask of each other: the member, late, to move or cancel it; the consultant, to choose another time."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from programme.move_offers import answer_by
from programme.quiet_hours import may_go_at
from programme.session_changes import Change, Why
from programme.topics import Topic
from services import session_letters, session_queue
from services.letters import Letter
from services.session_changes import booked_by, booked_of, note
from services.session_ends import end_session
from services.session_letters import ChangeAnswered, ChangeAsked, SessionToMove
from services.session_limits import MayChange, NotMine, OverAlready, TooLate, verdict_on
from services.session_parties import name_of, shop_of
from services.session_reminders import key
from storage import sessions
from storage.sessions import Session, State
from storage.work import Work

LEAST_BEFORE = timedelta(hours=6)  # with less, nobody could answer and plan with it


@dataclass(frozen=True, slots=True)
class Asked:
    """The consultant gets a letter with two buttons."""

    session: Session
    what: Change


@dataclass(frozen=True, slots=True)
class AskedAlready:
    session: Session


@dataclass(frozen=True, slots=True)
class Allowed:
    """A session that was to be cancelled is cancelled by that; one that was to be moved can be moved."""

    session: Session
    what: Change


@dataclass(frozen=True, slots=True)
class Refused:
    session: Session
    what: Change


@dataclass(frozen=True, slots=True)
class NothingAsked:
    """Or it is answered already."""

    session: Session


@dataclass(frozen=True, slots=True)
class AskedToMove:
    """The member chooses another time, keeps it by saying nothing, or cancels."""

    session: Session
    until: datetime


@dataclass(frozen=True, slots=True)
class TooNear:
    """There is no time left for an answer: it can only be given or cancelled."""

    session: Session


async def given_by(work: Work, number: int, consultant: int) -> Session | NotMine | OverAlready:
    """For its consultant alone."""
    found = await booked_of(work, number, consultant)
    return NotMine() if isinstance(found, Session) and found.consultant != consultant else found


@dataclass(frozen=True, kw_only=True)
class GivenSession:
    """A look at one that this consultant is to give."""

    person: int
    session: int

    async def __call__(self, work: Work) -> Session | NotMine | OverAlready:
        found = await sessions.find(work.connection, self.session)
        if found is None or found.consultant != self.person:
            return NotMine()
        return found if found.state is State.BOOKED and found.starts_at > work.now else OverAlready(found)


@dataclass(frozen=True, kw_only=True)
class AskForChange:
    """The member asks the consultant, once a session, to let them move or cancel it."""

    by: int
    session: int
    what: Change

    async def __call__(self, work: Work) -> Asked | AskedAlready | MayChange | OverAlready | NotMine:
        outcome = await self._outcome(work)
        note(work, self.by, "AskForChange", self.session, outcome=outcome, why=self.what)
        return outcome

    async def _outcome(self, work: Work) -> Asked | AskedAlready | MayChange | OverAlready | NotMine:
        session = await booked_by(work, self.session, self.by)
        if not isinstance(session, Session):
            return session
        verdict = verdict_on(work, session, self.what)
        if not isinstance(verdict, TooLate):
            return verdict
        if not await sessions.ask_change(work.connection, session.id, self.what):
            return AskedAlready(session)
        await _tell_asked(work, session, self.what)
        return Asked(session, self.what)


async def _tell_asked(work: Work, session: Session, what: Change) -> None:
    shop = await shop_of(work, session)
    fact = ChangeAsked(session=session.id, what=what, starts_at=session.starts_at, topic=Topic(session.topic), shop=shop)
    work.post(Letter(to=session.consultant, fact=fact, key=key(session.id, "asked")))


@dataclass(frozen=True, kw_only=True)
class AllowChange:
    """The consultant's answer."""

    by: int
    session: int
    allow: bool

    async def __call__(self, work: Work) -> Allowed | Refused | NothingAsked | OverAlready | NotMine:
        outcome = await self._outcome(work)
        note(work, self.by, "AllowChange", self.session, outcome=outcome)
        return outcome

    async def _outcome(self, work: Work) -> Allowed | Refused | NothingAsked | OverAlready | NotMine:
        session = await given_by(work, self.session, self.by)
        if not isinstance(session, Session):
            return session
        if not await sessions.answer_change(work.connection, session.id, allowed=self.allow):
            return NothingAsked(session)
        what = Change(session.asked_change or "")
        if self.allow and what is Change.CANCEL:
            await session_letters.withdraw(work, session.id)
            await end_session(work, session, State.CANCELLED, by=session.person, why=Why.UNSAID)
            await session_queue.offer_freed(work, session.consultant, session.starts_at)
        fact = ChangeAnswered(
            session=session.id, what=what, allowed=self.allow, starts_at=session.starts_at, name=await name_of(work, session)
        )
        work.post(Letter(to=session.person, fact=fact))
        return Allowed(session, what) if self.allow else Refused(session, what)


@dataclass(frozen=True, kw_only=True)
class AskToMove:
    """The consultant asks the member to choose another time; the session stands until they do."""

    by: int
    session: int

    async def __call__(self, work: Work) -> AskedToMove | AskedAlready | TooNear | OverAlready | NotMine:
        outcome = await self._outcome(work)
        note(work, self.by, "AskToMove", self.session, outcome=outcome)
        return outcome

    async def _outcome(self, work: Work) -> AskedToMove | AskedAlready | TooNear | OverAlready | NotMine:
        session = await given_by(work, self.session, self.by)
        if not isinstance(session, Session):
            return session
        if session.to_move_by is not None:
            return AskedAlready(session)
        until = answer_by(work.now, session.starts_at)
        if until is None or session.starts_at - may_go_at(work.now) < LEAST_BEFORE:
            return TooNear(session)
        await _ask_to_move(work, session, until)
        return AskedToMove(session, until)


async def _ask_to_move(work: Work, session: Session, until: datetime) -> None:
    await sessions.ask_to_move(work.connection, session.id, until)
    name = await name_of(work, session)
    fact = SessionToMove(session=session.id, starts_at=session.starts_at, topic=Topic(session.topic), name=name, until=until)
    work.post(Letter(to=session.person, fact=fact, key=key(session.id, "to_move")))
