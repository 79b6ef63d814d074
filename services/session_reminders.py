"""Reminders follow the session: to its member the day and the hour before, to its consultant when the member has not confirmed."""

from dataclasses import dataclass
from datetime import datetime

from programme.session_reminders import day_before, hour_before
from programme.topics import Topic, Way
from services.letter_places import Place, placed
from services.letters import Letter, letter
from services.session_parties import Parties, name_of
from storage import sessions
from storage.sessions import Session, State
from storage.work import Work

DAY, HOUR, UNCONFIRMED = PARTS = ("day", "hour", "unconfirmed")


@letter("session_soon")
@dataclass(frozen=True, kw_only=True)
class SessionSoon:
    """To the member. `confirmed`: they have said that they come."""

    session: int
    starts_at: datetime
    topic: Topic
    way: Way
    name: str
    confirmed: bool


@letter("session_unconfirmed")
@dataclass(frozen=True, kw_only=True)
class SessionUnconfirmed:
    """To the consultant: the reminder of the day before was not answered."""

    session: int
    starts_at: datetime
    topic: Topic
    shop: str


def key(session: int, part: str) -> str:
    """Each letter that waits has one of its own."""
    return f"session:{session}:{part}"


def remind(work: Work, session: Session, parties: Parties) -> None:
    """What is past already is left out: who books for tomorrow's morning knows it, and has confirmed it by booking."""
    day, hour = day_before(session.starts_at, work.house.booking.change_until), hour_before(session.starts_at)
    booked_late = day <= work.now
    if not booked_late:
        _post(work, session, parties.name, DAY, day, confirmed=False)
        _watch(work, session, parties.shop, hour)
    if hour > work.now:
        _post(work, session, parties.name, HOUR, hour, confirmed=booked_late)


async def calm(work: Work, session: Session) -> None:
    """The member comes: the consultant need not be told, and nobody is asked once more."""
    await work.withdraw(key(session.id, DAY))
    await work.withdraw(key(session.id, UNCONFIRMED))
    hour = hour_before(session.starts_at)
    if hour > work.now:
        _post(work, session, await name_of(work, session), HOUR, hour, confirmed=True)


def _post(work: Work, session: Session, name: str, part: str, due: datetime, *, confirmed: bool) -> None:
    fact = SessionSoon(
        session=session.id,
        starts_at=session.starts_at,
        topic=Topic(session.topic),
        way=Way(session.way),
        name=name,
        confirmed=confirmed,
    )
    work.post(Letter(to=session.person, fact=fact, due=due, key=key(session.id, part)))


def _watch(work: Work, session: Session, shop: str, due: datetime) -> None:
    fact = SessionUnconfirmed(session=session.id, starts_at=session.starts_at, topic=Topic(session.topic), shop=shop)
    work.post(Letter(to=session.consultant, fact=fact, due=due, key=key(session.id, UNCONFIRMED)))


@placed(SessionSoon)
async def while_it_comes(work: Work, fact: SessionSoon) -> Place | None:
    return Place() if await _comes(work, fact.session) is not None else None


@placed(SessionUnconfirmed)
async def while_unconfirmed(work: Work, fact: SessionUnconfirmed) -> Place | None:
    session = await _comes(work, fact.session)
    return Place() if session is not None and session.confirmed_at is None else None


async def _comes(work: Work, number: int) -> Session | None:
    session = await sessions.find(work.connection, number)
    return session if session is not None and session.state is State.BOOKED and session.starts_at > work.now else None
