"""The letters of a change of hours: to members whose time it touches, to the consultant, and to the office where nobody answers."""

from dataclasses import dataclass
from datetime import datetime

from programme.topics import Topic, Way
from services.letter_places import Place, placed
from services.letters import Letter, letter
from services.session_parties import name_of
from services.session_reminders import key
from storage import sessions
from storage.sessions import Session, State
from storage.work import Work

TO_MOVE = "to_move"  # the part of its key under which a session withdraws it


@letter("held_time_gone", at_any_hour=True)
@dataclass(frozen=True, kw_only=True)
class HeldTimeGone:
    """To the member for whom it was held. `name`: of the consultant; `moves`: the session it was to replace, which stands."""

    starts_at: datetime
    topic: Topic
    name: str
    moves: int | None


@letter("session_outside_hours")
@dataclass(frozen=True, kw_only=True)
class SessionOutsideHours:
    """To the member: the consultant can no longer give it then. `consultants` and `cells`: the nearest free times, pair by pair."""

    session: int
    starts_at: datetime
    topic: Topic
    way: Way
    name: str
    consultant: int
    until: datetime
    consultants: tuple[int, ...]
    cells: tuple[int, ...]


@letter("session_stays")
@dataclass(frozen=True, kw_only=True)
class SessionStays:
    """To the member who was asked for another time: the consultant can give it after all."""

    session: int
    starts_at: datetime
    name: str


@letter("move_unanswered")
@dataclass(frozen=True, kw_only=True)
class MoveUnanswered:
    """To the consultant, and to coordinators (`for_office`), who do not learn the `shop` of a mediation."""

    session: int
    consultant: int
    name: str
    starts_at: datetime
    shop: str
    for_office: bool


@letter("hours_set_for_you")
@dataclass(frozen=True, kw_only=True)
class HoursSetForYou:
    """To the consultant: a coordinator has changed their hours."""


async def tell_hold_gone(work: Work, session: Session) -> None:
    fact = HeldTimeGone(starts_at=session.starts_at, topic=Topic(session.topic), name=await name_of(work, session), moves=session.moves)
    work.post(Letter(to=session.person, fact=fact))


async def tell_stays(work: Work, session: Session, name: str) -> None:
    await work.withdraw(key(session.id, TO_MOVE))
    work.post(Letter(to=session.person, fact=SessionStays(session=session.id, starts_at=session.starts_at, name=name)))


def tell_changed(work: Work, consultant: int) -> None:
    work.post(Letter(to=consultant, fact=HoursSetForYou(), key=f"hours:{consultant}"))


@placed(SessionOutsideHours)
async def while_to_move(work: Work, fact: SessionOutsideHours) -> Place | None:
    session = await sessions.find(work.connection, fact.session)
    return Place() if session is not None and session.state is State.BOOKED and session.to_move_by is not None else None


@placed(SessionStays)
@placed(MoveUnanswered)
async def while_it_stands(work: Work, fact: SessionStays | MoveUnanswered) -> Place | None:
    session = await sessions.find(work.connection, fact.session)
    stands = session is not None and session.state is State.BOOKED and session.starts_at > work.now
    return Place() if stands else None
