"""The two sides of a session write to each other through the bot; neither learns how to reach the other outside it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from programme.topics import Topic
from services.letters import Letter, letter
from services.session_parties import name_of, reachable, shop_of
from storage import sessions
from storage.audit import AuditRow
from storage.session_times import Side
from storage.sessions import Session, State
from storage.work import Work

AFTERWARDS = timedelta(days=7)  # papers follow, a question comes up
LONGEST_MESSAGE = 1000


@letter("session_message")
@dataclass(frozen=True, kw_only=True)
class SessionMessage:
    """`who`: the consultant's name for the member, the member's shop for the consultant; empty in a mediation."""

    session: int
    to_consultant: bool
    starts_at: datetime
    topic: Topic
    who: str
    words: str


@dataclass(frozen=True, slots=True)
class NoSuchSession:
    """Never booked, or somebody else's."""


@dataclass(frozen=True, slots=True)
class NoLonger:
    """Cancelled, moved, over for a week, or the other side is forgotten."""

    session: int
    by_consultant: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Correspondence:
    session: Session
    to_consultant: bool
    name: str  # of the other side; empty: a member without a name


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    session: int
    to_consultant: bool


@dataclass(frozen=True, kw_only=True)
class CorrespondenceOf:
    person: int
    session: int | None

    async def __call__(self, work: Work) -> Correspondence | NoLonger | NoSuchSession:
        found = await sessions.find(work.connection, self.session) if self.session is not None else None
        if found is None or self.person not in {found.person, found.consultant} or found.booked_at is None:
            return NoSuchSession()
        to_consultant = found.person == self.person
        over = found.state not in {State.BOOKED, State.DONE} or found.ends_at + AFTERWARDS <= work.now
        if over or await reachable(work, found, Side.CONSULTANT if to_consultant else Side.MEMBER) is None:
            return NoLonger(found.id, by_consultant=not to_consultant)
        name = await name_of(work, found) if to_consultant else await shop_of(work, found)
        return Correspondence(session=found, to_consultant=to_consultant, name=name)


@dataclass(frozen=True, kw_only=True)
class WriteMessage:
    by: int
    session: int
    words: str

    async def __call__(self, work: Work) -> Written | NoLonger | NoSuchSession:
        outcome = await self._outcome(work)
        work.note(AuditRow(who=self.by, did="WriteMessage", on=f"session:{self.session}", outcome=type(outcome).__name__))
        return outcome

    async def _outcome(self, work: Work) -> Written | NoLonger | NoSuchSession:
        found = await CorrespondenceOf(person=self.by, session=self.session)(work)
        if not isinstance(found, Correspondence):
            return found
        session = found.session
        work.post(Letter(to=session.consultant if found.to_consultant else session.person, fact=await self._fact(work, found)))
        return Written(session=session.id, to_consultant=found.to_consultant)

    async def _fact(self, work: Work, found: Correspondence) -> SessionMessage:
        session = found.session
        mine = await shop_of(work, session) if found.to_consultant else await name_of(work, session)
        return SessionMessage(
            session=session.id,
            to_consultant=found.to_consultant,
            starts_at=session.starts_at,
            topic=Topic(session.topic),
            who="" if found.to_consultant and session.confidential else mine,
            words=self.words,
        )
