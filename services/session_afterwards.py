"""The letters after a session: at its end both sides are asked whether it took place; two days later its consultant, once, for the log."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from programme.topics import Topic
from services.letter_places import Place, placed
from services.letters import Letter, letter
from services.session_parties import Parties
from services.session_reminders import key
from storage import session_logs, sessions
from storage.sessions import Session, State
from storage.work import Work

LOG_DUE = timedelta(days=2)  # after the end
MEMBER, CONSULTANT, LOG = PARTS = ("over_member", "over_consultant", "log")


@letter("session_over_member")
@dataclass(frozen=True, kw_only=True)
class SessionOverForMember:
    """`name`: of the consultant."""

    session: int
    starts_at: datetime
    topic: Topic
    name: str


@letter("session_over_consultant")
@dataclass(frozen=True, kw_only=True)
class SessionOverForConsultant:
    """`shop`: of the member."""

    session: int
    starts_at: datetime
    topic: Topic
    shop: str


@letter("session_log_missing")
@dataclass(frozen=True, kw_only=True)
class LogMissing:
    session: int
    starts_at: datetime
    topic: Topic
    shop: str


def ask_afterwards(work: Work, session: Session, parties: Parties) -> None:
    """For the deed that books it: what ends the session early withdraws these with all its letters."""
    common = {"session": session.id, "starts_at": session.starts_at, "topic": Topic(session.topic)}
    over = SessionOverForMember(name=parties.by.name, **common)  # type: ignore[arg-type]
    given = SessionOverForConsultant(shop=parties.shop, **common)  # type: ignore[arg-type]
    missing = LogMissing(shop=parties.shop, **common)  # type: ignore[arg-type]
    work.post(Letter(to=session.person, fact=over, due=session.ends_at, key=key(session.id, MEMBER)))
    work.post(Letter(to=session.consultant, fact=given, due=session.ends_at, key=key(session.id, CONSULTANT)))
    work.post(Letter(to=session.consultant, fact=missing, due=session.ends_at + LOG_DUE, key=key(session.id, LOG)))


@placed(SessionOverForMember)
async def while_the_member_has_not_said(work: Work, fact: SessionOverForMember) -> Place | None:
    session = await sessions.find(work.connection, fact.session)
    return Place() if session is not None and session.state in {State.BOOKED, State.DONE} and session.member_done_at is None else None


@placed(SessionOverForConsultant)
async def while_the_consultant_has_not_said(work: Work, fact: SessionOverForConsultant) -> Place | None:
    session = await sessions.find(work.connection, fact.session)
    return Place() if session is not None and session.state in {State.BOOKED, State.DONE} and session.consultant_done_at is None else None


@placed(LogMissing)
async def while_there_is_no_log(work: Work, fact: LogMissing) -> Place | None:
    session = await sessions.find(work.connection, fact.session)
    if session is None or session.state not in {State.BOOKED, State.DONE}:
        return None
    return Place() if await session_logs.log_of(work.connection, session.id) is None else None
