"""The offer of a free time to whoever waits first: its letters, and what becomes of the wait."""

from dataclasses import dataclass
from datetime import datetime

from programme.seoul import seoul_day
from programme.topics import Topic, Way
from services.letter_places import Place, placed
from services.letters import Letter, letter
from services.session_parties import name_of
from services.session_reminders import key
from storage import session_waits, sessions
from storage.session_waits import Ended, SessionWait
from storage.sessions import Session, State
from storage.work import Work


@letter("session_offered")
@dataclass(frozen=True, kw_only=True)
class TimeOffered:
    """To whoever waits first. `name`: of the consultant; `until`: it is held so long."""

    wait: int
    session: int
    starts_at: datetime
    ends_at: datetime
    topic: Topic
    way: Way
    name: str
    until: datetime


@letter("session_offer_lapsed")
@dataclass(frozen=True, kw_only=True)
class TimeOfferLapsed:
    """They did not answer. `consultant`, `way`: what they waited for, to wait again; 0 and "" for any."""

    starts_at: datetime
    topic: Topic
    consultant: int
    way: str


@letter("session_wait_over")
@dataclass(frozen=True, kw_only=True)
class WaitIsOver:
    """The last day they had named has passed, or nobody is left who could give it."""

    topic: Topic
    consultant: int
    way: str


async def tell_offered(work: Work, wait: SessionWait, session: Session, until: datetime) -> None:
    fact = TimeOffered(
        wait=wait.id,
        session=session.id,
        starts_at=session.starts_at,
        ends_at=session.ends_at,
        topic=Topic(session.topic),
        way=Way(session.way),
        name=await name_of(work, session),
        until=until,
    )
    work.post(Letter(to=wait.person, fact=fact, key=key(session.id, "offered")))


async def never_left(work: Work, session: Session) -> SessionWait | None:
    """For the chore that ends holds: whose offer it is, where its letter has lain here until the time was up, since the bot was away.

    It is taken back.
    """
    wait = await session_waits.of_offer(work.connection, session.id)
    return wait if wait is not None and await work.withdraw(key(session.id, "offered")) else None


async def taken(work: Work, session: Session) -> None:
    """For the deed that books a session: who waited for it waits no longer, whichever way they took it."""
    wait = await session_waits.of_offer(work.connection, session.id)
    if wait is not None:
        await work.withdraw(key(session.id, "offered"))
        await session_waits.end(work.connection, wait.id, Ended.BOOKED, work.now)


async def booked_without(work: Work, session: Session) -> bool:
    """For the deed that books a session: who has found by themselves what they wait for, waits for it no longer.

    What is offered to them meanwhile stays offered; and who waits for somebody else, another way, or an earlier day, waits on.
    """
    found = [one for one in await session_waits.of_person(work.connection, session.person) if _is_what_they_wait_for(one, session)]
    return any([await session_waits.end_without_offer(work.connection, one.id, Ended.BOOKED, work.now) for one in found])


def _is_what_they_wait_for(wait: SessionWait, session: Session) -> bool:
    in_time = seoul_day(session.starts_at) <= wait.last_day
    return in_time and wait.topic == session.topic and wait.consultant in {None, session.consultant} and wait.way in {None, session.way}


async def lapsed(work: Work, session: Session) -> bool:
    """For the chore that ends holds: who did not answer is told and waits no longer. False: it was no offer."""
    wait = await session_waits.of_offer(work.connection, session.id)
    if wait is None:
        return False
    await session_waits.end(work.connection, wait.id, Ended.LAPSED, work.now)
    fact = TimeOfferLapsed(starts_at=session.starts_at, topic=Topic(wait.topic), consultant=wait.consultant or 0, way=wait.way or "")
    work.post(Letter(to=wait.person, fact=fact))
    return True


async def withdrawn(work: Work, session: Session) -> None:
    """An offered time that its consultant takes back: they wait on, in their place."""
    wait = await session_waits.of_offer(work.connection, session.id)
    if wait is not None:
        await session_waits.pass_on(work.connection, wait.id)


@placed(TimeOffered)
async def while_held(work: Work, fact: TimeOffered) -> Place | None:
    """When the time is up it waits: the office makes the offer afresh then, since it came too late from here."""
    session = await sessions.find(work.connection, fact.session)
    if session is None or session.state is not State.HELD or session.held_until is None:
        return None
    return Place(waits=session.held_until <= work.now)
