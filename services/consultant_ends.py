"""A consultant stops: nobody can book them any more, and the sessions still to come are cancelled, each member told."""

from dataclasses import dataclass

from programme.consents import Purpose
from programme.session_changes import Why
from services import session_changes
from services.consultants import AHEAD, NotConsultant, why_not_change
from services.coordinators import Forbidden, coordinators
from services.letters import Letter, letter
from services.session_ends import end_session
from storage import consents, consultants, people, sessions
from storage.audit import AuditRow
from storage.consultants import Consultant
from storage.sessions import Session, State
from storage.work import Work


@letter("consultant_ended")
@dataclass(frozen=True, kw_only=True)
class ConsultantEnded:
    """To the consultant, when the office has done it."""

    cancelled: int


@letter("consultant_stopped")
@dataclass(frozen=True, kw_only=True)
class ConsultantStopped:
    """To the office, when they have done it themselves."""

    person: int
    name: str
    cancelled: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """`cancelled`: sessions that were booked."""

    consultant: Consultant
    cancelled: int


@dataclass(frozen=True, kw_only=True)
class EndConsultant:
    """By themselves or by the office."""

    by: int
    person: int

    async def __call__(self, work: Work) -> Ended | NotConsultant | Forbidden:
        outcome = await self._outcome(work)
        work.note(AuditRow(who=self.by, did="EndConsultant", on=f"consultant:{self.person}", outcome=type(outcome).__name__))
        return outcome

    async def _outcome(self, work: Work) -> Ended | NotConsultant | Forbidden:
        if (refused := await why_not_change(work, self.by, self.person)) is not None:
            return refused
        await people.lock(work.connection, self.person)
        found = await consultants.lock(work.connection, self.person)
        if found is None or not await consultants.leave(work.connection, self.person, work.now):
            return NotConsultant()
        await consents.withdraw(work.connection, self.person, Purpose.ADVISING.value, work.now)
        cancelled = [await _end(work, one, self.by) for one in await _standing(work, self.person)]
        if self.by != self.person:
            work.post(Letter(to=self.person, fact=ConsultantEnded(cancelled=sum(cancelled))))
        else:
            await _tell_the_office(work, found, sum(cancelled))
        return Ended(consultant=found, cancelled=sum(cancelled))


async def _tell_the_office(work: Work, one: Consultant, cancelled: int) -> None:
    fact = ConsultantStopped(person=one.person, name=one.profile.name, cancelled=cancelled)
    for coordinator in await coordinators(work):
        work.post(Letter(to=coordinator, fact=fact))


async def _standing(work: Work, person: int) -> list[Session]:
    return await sessions.of_consultant(work.connection, person, work.now, work.now + AHEAD)


async def _end(work: Work, session: Session, by: int) -> bool:
    """Whether it was booked; what is only held lapses."""
    if session.state is State.BOOKED:
        await session_changes.cancel(work, session, by=by, why=Why.LEFT)
        return True
    await end_session(work, session, State.LAPSED, by=by, why=Why.LEFT)
    return False
