"""What can become of the word of one side about a session, and who may say it when."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from storage import consultants, sessions
from storage.audit import AuditRow
from storage.session_times import Side
from storage.sessions import Session, State
from storage.work import Work

NOTED_WITHIN = timedelta(days=14)  # after the end
AFTER = (State.BOOKED, State.DONE, State.MISSED, State.NOT_GIVEN)


@dataclass(frozen=True, slots=True)
class NotYours:
    """There is no such session, it is somebody else's, or it was never booked."""


@dataclass(frozen=True, slots=True)
class NotYet:
    """It has not begun."""

    session: Session


@dataclass(frozen=True, slots=True)
class WasNot:
    """Cancelled or moved."""

    session: Session


@dataclass(frozen=True, slots=True)
class TooLongAgo:
    """That somebody did not come could be noted until then: later nobody remembers well enough to be heard fairly."""

    session: Session
    until: datetime


@dataclass(frozen=True, slots=True)
class NotedDone:
    session: Session
    by: Side


@dataclass(frozen=True, slots=True)
class NotedAbsent:
    """`disputed`: the other side has said already that it took place, so the office looks at it."""

    session: Session
    absent: Side
    disputed: bool


@dataclass(frozen=True, slots=True)
class Agreed:
    session: Session
    by: Side


@dataclass(frozen=True, slots=True)
class Disputed:
    """Both sides stand in front of the coordinators."""

    session: Session
    by: Side


@dataclass(frozen=True, slots=True)
class Settled:
    """Agreed upon or decided: it is not noted anew."""

    session: Session
    by: Side


Refused = NotYours | NotYet | WasNot


def side_of(session: Session, person: int) -> Side | None:
    return Side.MEMBER if person == session.person else Side.CONSULTANT if person == session.consultant else None


async def begun(work: Work, number: int, by: int) -> tuple[Session, Side] | Refused:
    """A session with this person that has begun, under the lock of its consultant."""
    known = await sessions.find(work.connection, number)
    side = side_of(known, by) if known is not None and known.booked_at is not None else None
    if known is None or side is None:
        return NotYours()
    await consultants.lock(work.connection, known.consultant)
    session = await sessions.find(work.connection, number)
    assert session is not None
    return _in_time(work, session, side)


def absence_until(session: Session) -> datetime:
    return session.ends_at + NOTED_WITHIN


def too_long_ago(work: Work, session: Session) -> TooLongAgo | None:
    until = absence_until(session)
    return TooLongAgo(session, until) if work.now > until else None


def _in_time(work: Work, session: Session, side: Side) -> tuple[Session, Side] | NotYet | WasNot:
    if session.state not in AFTER:
        return WasNot(session)
    return NotYet(session) if session.starts_at > work.now else (session, side)


@dataclass(frozen=True, kw_only=True)
class WhetherAbsentNow:
    """A look: the session, and the side of the person in it."""

    person: int
    session: int

    async def __call__(self, work: Work) -> tuple[Session, Side] | TooLongAgo | Refused:
        session = await sessions.find(work.connection, self.session)
        side = side_of(session, self.person) if session is not None and session.booked_at is not None else None
        if session is None or side is None:
            return NotYours()
        return too_long_ago(work, session) or _in_time(work, session, side)


def note(work: Work, by: int, did: str, session: int, outcome: object) -> None:
    work.note(AuditRow(who=by, did=did, on=f"session:{session}", outcome=type(outcome).__name__))
