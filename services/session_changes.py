"""A booked session: its member comes, or one side cancels it. What the two ask of each other stands in `session_wishes`.

Who moves a session holds another time that names it (`sessions.HoldSession`) and books that; whether they may is said here, too.
"""

from dataclasses import dataclass

from programme.session_changes import Change, Why
from services import session_letters, session_queue, session_reminders
from services.session_ends import end_session
from services.session_limits import MayChange, NotMine, OverAlready, TooLate, verdict_on
from storage import consultants, sessions
from storage.audit import AuditRow
from storage.sessions import Session, State
from storage.work import Work


@dataclass(frozen=True, slots=True)
class Cancelled:
    session: Session


@dataclass(frozen=True, slots=True)
class Confirmed:
    session: Session


def note(work: Work, by: int, did: str, number: int, *, outcome: object, why: str = "") -> None:
    work.note(AuditRow(who=by, did=did, on=f"session:{number}", outcome=type(outcome).__name__, why=why))


async def booked_of(work: Work, number: int, by: int) -> Session | NotMine | OverAlready:
    """For either side. Under the lock of its consultant, so that of two who change it the second sees what the first did."""
    known = await sessions.find(work.connection, number)
    if known is None or by not in {known.person, known.consultant}:
        return NotMine()
    await consultants.lock(work.connection, known.consultant)
    session = await sessions.find(work.connection, number)
    assert session is not None
    return session if session.state is State.BOOKED and session.starts_at > work.now else OverAlready(session)


async def booked_by(work: Work, number: int, member: int) -> Session | NotMine | OverAlready:
    """For its member alone."""
    found = await booked_of(work, number, member)
    return NotMine() if isinstance(found, Session) and found.person != member else found


@dataclass(frozen=True, kw_only=True)
class WhetherToChange:
    """A look: what would become of the wish."""

    person: int
    session: int
    what: Change

    async def __call__(self, work: Work) -> MayChange | TooLate | OverAlready | NotMine:
        session = await sessions.find(work.connection, self.session)
        if session is None or session.person != self.person:
            return NotMine()
        if session.state is not State.BOOKED:
            return OverAlready(session)
        return verdict_on(work, session, self.what)


@dataclass(frozen=True, kw_only=True)
class CancelSession:
    """By its member, while there is time, or by its consultant, until it begins. The year's number goes down again by itself."""

    by: int
    session: int
    why: Why = Why.UNSAID

    async def __call__(self, work: Work) -> Cancelled | TooLate | OverAlready | NotMine:
        outcome = await self._outcome(work)
        note(work, self.by, "CancelSession", self.session, outcome=outcome, why=self.why)
        return outcome

    async def _outcome(self, work: Work) -> Cancelled | TooLate | OverAlready | NotMine:
        session = await booked_of(work, self.session, self.by)
        if not isinstance(session, Session):
            return session
        verdict = verdict_on(work, session, Change.CANCEL) if self.by == session.person else MayChange(session)
        if not isinstance(verdict, MayChange):
            return verdict
        await cancel(work, session, by=self.by, why=self.why)
        return Cancelled(session)


async def cancel(work: Work, session: Session, *, by: int, why: Why) -> None:
    """The other side is told, unless it has not heard of the session yet. For whoever cancels several at once, too."""
    heard = await session_letters.as_heard(work, session)
    await end_session(work, session, State.CANCELLED, by=by, why=why)
    if by != session.person:
        await session_letters.tell_cancelled(work, session, why)
    elif heard is not None:
        await session_letters.tell_given_up(work, heard)
    await session_queue.offer_freed(work, session.consultant, session.starts_at)


@dataclass(frozen=True, kw_only=True)
class ConfirmSession:
    """The member comes."""

    by: int
    session: int

    async def __call__(self, work: Work) -> Confirmed | OverAlready | NotMine:
        outcome = await self._outcome(work)
        note(work, self.by, "ConfirmSession", self.session, outcome=outcome)
        return outcome

    async def _outcome(self, work: Work) -> Confirmed | OverAlready | NotMine:
        session = await booked_by(work, self.session, self.by)
        if not isinstance(session, Session):
            return session
        await sessions.confirm(work.connection, session.id, work.now)
        await session_reminders.calm(work, session)
        return Confirmed(session)
