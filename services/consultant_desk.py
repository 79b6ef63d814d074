"""A consultant's own desk: the sessions to come, and one of them with what they need to know for it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from services.consultants import AHEAD, PAGE, NotConsultant
from services.pages import within
from services.session_parties import shop_of, shops_of
from storage import consultants, session_overview, sessions
from storage.consultants import Consultant
from storage.sessions import Session, SessionFile, State
from storage.work import Work

MOST_SHOWN = 3  # sessions to be logged, on the desk
LONGEST = timedelta(days=1)  # no session takes longer


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskLine:
    """`shop`: of the member; empty when it is forgotten, and in a mediation, which stands open on its own screen alone."""

    session: Session
    shop: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Unlogged:
    session: int
    starts_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    consultant: Consultant
    lines: tuple[DeskLine, ...]  # those to come, the soonest first
    page: int  # from 0
    more: bool
    unlogged: tuple[Unlogged, ...]  # over and without a log, the oldest first; no more than `MOST_SHOWN`
    unlogged_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskSession:
    session: Session
    shop: str
    files: tuple[SessionFile, ...]


@dataclass(frozen=True, slots=True)
class NotYours:
    """There is no such session, or it is somebody else's, or it was never booked."""


@dataclass(frozen=True, kw_only=True)
class MyDesk:
    person: int
    page: int = 0

    async def __call__(self, work: Work) -> Desk | NotConsultant:
        me = await consultants.find(work.connection, self.person)
        if me is None or me.left_at is not None:
            return NotConsultant()
        found = await _ahead(work, self.person)
        page = within(self.page, len(found), PAGE)
        shown = found[page * PAGE : (page + 1) * PAGE]
        names = await shops_of(work, shown)
        lines = [DeskLine(session=one, shop="" if one.confidential else names[one.id]) for one in shown]
        waiting = await session_overview.without_log_of(work.connection, self.person, work.now)
        return Desk(
            consultant=me,
            lines=tuple(lines),
            page=page,
            more=len(found) > (page + 1) * PAGE,
            unlogged=tuple(Unlogged(session=number, starts_at=starts_at) for number, starts_at in waiting[:MOST_SHOWN]),
            unlogged_count=len(waiting),
        )


@dataclass(frozen=True, kw_only=True)
class SessionAtMyDesk:
    """In whatever state, once it has been booked."""

    person: int
    session: int

    async def __call__(self, work: Work) -> DeskSession | NotYours:
        found = await sessions.find(work.connection, self.session)
        if found is None or found.consultant != self.person or found.booked_at is None:
            return NotYours()
        return DeskSession(
            session=found,
            shop=await shop_of(work, found),
            files=tuple(await sessions.files_of(work.connection, found.id)),
        )


async def _ahead(work: Work, person: int) -> list[Session]:
    """Booked and not over, one that goes on just now, too."""
    since = work.now - LONGEST
    found = await sessions.of_consultant(work.connection, person, since, work.now + AHEAD, states=(State.BOOKED,))
    return [one for one in found if one.ends_at > work.now]
