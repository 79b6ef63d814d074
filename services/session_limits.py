"""What a member may change of a booked session alone; asked by whatever moves or cancels one at their wish."""

from dataclasses import dataclass

from programme.session_changes import Change, Hindrance, hindrance
from storage.sessions import Session
from storage.work import Work


@dataclass(frozen=True, slots=True)
class NotMine:
    """There is no such session, or it is somebody else's."""


@dataclass(frozen=True, slots=True)
class OverAlready:
    """It has begun, is over, or was cancelled or moved."""

    session: Session


@dataclass(frozen=True, slots=True)
class TooLate:
    """The member cannot do it alone any more, or has moved it too often: the consultant is to be asked, or was."""

    session: Session
    what: Change
    hindered: Hindrance


@dataclass(frozen=True, slots=True)
class MayChange:
    """The member can do it alone."""

    session: Session


def verdict_on(work: Work, session: Session, what: Change) -> MayChange | TooLate | OverAlready:
    found = hindrance(
        what,
        now=work.now,
        starts_at=session.starts_at,
        moved_times=session.moved_times,
        excused=session.to_move_by is not None or (session.change_allowed is True and session.asked_change == what),
        terms=work.house.booking,
    )
    if found is None:
        return MayChange(session)
    return OverAlready(session) if found is Hindrance.OVER else TooLate(session, what, found)
