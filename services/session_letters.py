"""The letters of a session: to its consultant when it is booked or changes, to its member when the consultant changes it.

A letter that waits has a key of its own, so that `withdraw` takes all of them back; reminders stand in `session_reminders`.
"""

from dataclasses import dataclass
from datetime import datetime

from programme.session_changes import Change, Why
from programme.topics import Topic, Way
from services import session_afterwards, session_reminders
from services.letter_places import Place, placed
from services.letters import Letter, letter
from services.session_parties import name_of, parties_of, shop_of
from services.session_reminders import key
from storage import sessions
from storage.sessions import Session, State
from storage.work import Work

GOAL, PLACE = "goal", "place"  # what it is about was said anew; it takes place somewhere else
PARTS = ("booked", GOAL, PLACE, "asked", "to_move", "offered", *session_reminders.PARTS, *session_afterwards.PARTS)


@letter("session_booked")
@dataclass(frozen=True, kw_only=True)
class SessionBooked:
    """To the consultant. `shop`: of the member. `goal`: empty in a mediation, which is read on its screen alone."""

    session: int
    starts_at: datetime
    ends_at: datetime
    topic: Topic
    way: Way
    shop: str
    goal: str
    files: int


@letter("session_moved")
@dataclass(frozen=True, kw_only=True)
class SessionMoved:
    """To the consultant. `before`: when it was to begin."""

    session: int
    before: datetime
    starts_at: datetime
    ends_at: datetime
    topic: Topic
    shop: str


@letter("session_given_up")
@dataclass(frozen=True, kw_only=True)
class SessionGivenUp:
    """To the consultant: the member has cancelled it, or goes to another consultant."""

    session: int
    starts_at: datetime
    topic: Topic
    shop: str
    elsewhere: bool


@letter("session_cancelled")
@dataclass(frozen=True, kw_only=True)
class SessionCancelled:
    """To the member: the consultant cannot give it. `name`: of the consultant."""

    session: int
    starts_at: datetime
    topic: Topic
    name: str
    why: Why


@letter("session_change_asked")
@dataclass(frozen=True, kw_only=True)
class ChangeAsked:
    """To the consultant: it is too late for the member to do it alone."""

    session: int
    what: Change
    starts_at: datetime
    topic: Topic
    shop: str


@letter("session_change_answered")
@dataclass(frozen=True, kw_only=True)
class ChangeAnswered:
    """To the member."""

    session: int
    what: Change
    allowed: bool
    starts_at: datetime
    name: str


@letter("session_to_move")
@dataclass(frozen=True, kw_only=True)
class SessionToMove:
    """To the member: the consultant asks for another time, until then."""

    session: int
    starts_at: datetime
    topic: Topic
    name: str
    until: datetime


async def withdraw(work: Work, session: int) -> bool:
    """Takes back all that is on its way for this session. True: its consultant has not even heard of it yet."""
    taken_back = {part: await work.withdraw(key(session, part)) for part in PARTS}
    return taken_back["booked"] > 0


async def as_heard(work: Work, session: Session) -> Session | None:
    """Takes back all that is on its way; what its consultant knows of by now: this one, the one in whose place it stands, or nothing."""
    if not await withdraw(work, session.id):
        return session
    before = await sessions.find(work.connection, session.moves) if session.moves is not None else None
    return before if before is not None and before.consultant == session.consultant else None


async def tell_booked(work: Work, session: Session, moved: Session | None = None) -> None:
    """For the deed that books it. `moved`: the session whose place it takes."""
    parties = await parties_of(work, session)
    if moved is None or moved.consultant != session.consultant:
        fact: SessionBooked | SessionMoved = await _booked(work, session, parties.shop)
    else:
        fact = _moved(session, moved, parties.shop)
    work.post(Letter(to=session.consultant, fact=fact, key=key(session.id, "booked")))
    if moved is not None and moved.consultant != session.consultant:
        await tell_given_up(work, moved, elsewhere=True)
    session_reminders.remind(work, session, parties)
    session_afterwards.ask_afterwards(work, session, parties)


async def _booked(work: Work, session: Session, shop: str) -> SessionBooked:
    return SessionBooked(
        session=session.id,
        starts_at=session.starts_at,
        ends_at=session.ends_at,
        topic=Topic(session.topic),
        way=Way(session.way),
        shop=shop,
        goal="" if session.confidential else session.goal,
        files=len(await sessions.files_of(work.connection, session.id)),
    )


def _moved(session: Session, moved: Session, shop: str) -> SessionMoved:
    return SessionMoved(
        session=session.id,
        before=moved.starts_at,
        starts_at=session.starts_at,
        ends_at=session.ends_at,
        topic=Topic(session.topic),
        shop=shop,
    )


async def tell_given_up(work: Work, session: Session, *, elsewhere: bool = False) -> None:
    """To the consultant."""
    shop = await shop_of(work, session)
    fact = SessionGivenUp(session=session.id, starts_at=session.starts_at, topic=Topic(session.topic), shop=shop, elsewhere=elsewhere)
    work.post(Letter(to=session.consultant, fact=fact))


async def tell_cancelled(work: Work, session: Session, why: Why) -> None:
    """To the member."""
    name = await name_of(work, session)
    fact = SessionCancelled(session=session.id, starts_at=session.starts_at, topic=Topic(session.topic), name=name, why=why)
    work.post(Letter(to=session.person, fact=fact))


@placed(ChangeAsked)
async def while_unanswered(work: Work, fact: ChangeAsked) -> Place | None:
    session = await sessions.find(work.connection, fact.session)
    if session is None or session.state is not State.BOOKED or session.starts_at <= work.now:
        return None
    return Place() if session.change_allowed is None else None


@placed(SessionToMove)
async def while_asked(work: Work, fact: SessionToMove) -> Place | None:
    session = await sessions.find(work.connection, fact.session)
    return Place() if session is not None and session.state is State.BOOKED and session.to_move_by is not None else None


@placed(SessionBooked)
@placed(SessionMoved)
async def while_booked(work: Work, fact: SessionBooked | SessionMoved) -> Place | None:
    session = await sessions.find(work.connection, fact.session)
    return Place() if session is not None and session.state is State.BOOKED and session.ends_at > work.now else None
