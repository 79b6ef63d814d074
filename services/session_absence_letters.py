"""The letters of an absence: the side that is said not to have come is heard, and the office where the two differ."""

from dataclasses import dataclass
from datetime import datetime

from programme.topics import Topic
from services.coordinators import coordinators_in
from services.letters import Letter, letter
from services.session_parties import gu_of, name_of, reachable, shop_of
from services.session_reminders import key
from storage.session_times import Side
from storage.sessions import Session
from storage.work import Work


@letter("session_absence_noted")
@dataclass(frozen=True, kw_only=True)
class AbsenceNoted:
    """To the side that is said not to have come. `who`: says so, as the reader knows them; may be empty."""

    session: int
    starts_at: datetime
    topic: Topic
    absent: Side
    who: str


@letter("session_absence_disputed")
@dataclass(frozen=True, kw_only=True)
class AbsenceDisputed:
    """To the coordinators."""

    session: int
    starts_at: datetime
    absent: Side


async def tell_other_side(work: Work, session: Session, absent: Side) -> None:
    to = await reachable(work, session, absent)
    if to is None:
        return
    who = await name_of(work, session) if absent is Side.MEMBER else await shop_of(work, session)
    fact = AbsenceNoted(session=session.id, starts_at=session.starts_at, topic=Topic(session.topic), absent=absent, who=who)
    work.post(Letter(to=to, fact=fact, key=key(session.id, "absence")))


async def tell_office(work: Work, session: Session, absent: Side) -> None:
    for coordinator in await coordinators_in(work, await gu_of(work, session)):
        work.post(Letter(to=coordinator, fact=AbsenceDisputed(session=session.id, starts_at=session.starts_at, absent=absent)))
