"""The consultant's log of a session: how long it took, a note for the member and the office, and one for nobody else.

Of a mediation the office sees neither note. Who wrote a log says with it that the session took place.
"""

from dataclasses import dataclass
from datetime import datetime

from services.letters import Letter, letter
from services.session_afterwards import LOG
from services.session_outcomes import NotYet, NotYours, WasNot, begun, note
from services.session_parties import name_of
from services.session_reminders import key
from services.session_statements import take_place
from storage import session_absences, session_logs, sessions
from storage.privacy import NOBODY
from storage.session_logs import SessionLog
from storage.session_times import Side
from storage.sessions import Session, State
from storage.work import Work

LONGEST = 1000
SHORTEST_SESSION, LONGEST_SESSION = 5, 600  # minutes
LOGGED = (State.BOOKED, State.DONE)


@letter("session_note_written")
@dataclass(frozen=True, kw_only=True)
class NoteWritten:
    """To the member: there is a note for them. Its words stand on the session's screen alone."""

    session: int
    starts_at: datetime
    name: str


@dataclass(frozen=True, slots=True)
class Logged:
    """`told`: the member hears that there is a note."""

    session: Session
    told: bool


@dataclass(frozen=True, slots=True)
class WrongLog:
    """Minutes or words beyond what fits: forged, or from an older form."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToLog:
    """A session of this consultant, and its log if there is one: what is private in it is shown to nobody else."""

    session: Session
    log: SessionLog | None


@dataclass(frozen=True, kw_only=True)
class LogOfMine:
    """For its consultant."""

    person: int
    session: int

    async def __call__(self, work: Work) -> ToLog | NotYours | NotYet | WasNot:
        session = await sessions.find(work.connection, self.session)
        if session is None or session.consultant != self.person or session.booked_at is None:
            return NotYours()
        if session.state not in LOGGED:
            return WasNot(session)
        if session.starts_at > work.now:
            return NotYet(session)
        return ToLog(session=session, log=await session_logs.log_of(work.connection, session.id))


@dataclass(frozen=True, kw_only=True)
class WriteLog:
    """Written anew it replaces the one before."""

    by: int
    session: int
    minutes: int
    shared: str
    private: str

    async def __call__(self, work: Work) -> Logged | WrongLog | NotYours | NotYet | WasNot:
        outcome = await self._outcome(work)
        note(work, self.by, "WriteLog", self.session, outcome)
        return outcome

    async def _outcome(self, work: Work) -> Logged | WrongLog | NotYours | NotYet | WasNot:
        found = await begun(work, self.session, self.by)
        if not isinstance(found, tuple):
            return found
        session, side = found
        if side is not Side.CONSULTANT:
            return NotYours()
        if session.state not in LOGGED:
            return WasNot(session)
        if not self._fits():
            return WrongLog()
        return await self._keep(work, session)

    def _fits(self) -> bool:
        return SHORTEST_SESSION <= self.minutes <= LONGEST_SESSION and max(len(self.shared), len(self.private)) <= LONGEST

    async def _keep(self, work: Work, session: Session) -> Logged:
        before = await session_logs.log_of(work.connection, session.id)
        log = SessionLog(minutes=self.minutes, shared=self.shared, private=self.private, written_at=work.now)
        await session_logs.keep_log(work.connection, session.id, log)
        await take_place(work, session, Side.CONSULTANT, await session_absences.find(work.connection, session.id))
        await work.withdraw(key(session.id, LOG))
        told = self.shared not in {"", before.shared if before is not None else ""} and session.person != NOBODY
        if told:
            fact = NoteWritten(session=session.id, starts_at=session.starts_at, name=await name_of(work, session))
            work.post(Letter(to=session.person, fact=fact, key=key(session.id, "note")))
        return Logged(session, told)
