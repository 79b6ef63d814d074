"""Where the two sides of a session differ about who came, a coordinator decides; of a mediation without its member and its words."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from services.coordinators import Forbidden, may_answer
from services.letters import Letter, letter
from services.pages import within
from services.session_outcomes import note
from services.session_parties import name_of, reachable, shop_of
from storage import consultants, session_absences, sessions
from storage.session_absences import SessionAbsence
from storage.session_times import Side
from storage.sessions import Session, State
from storage.work import Work

PAGE = 6


class Verdict(StrEnum):
    DONE = State.DONE.value
    MISSED = State.MISSED.value
    NOT_GIVEN = State.NOT_GIVEN.value


@letter("session_absence_decided")
@dataclass(frozen=True, kw_only=True)
class AbsenceDecided:
    """To both sides."""

    session: int
    starts_at: datetime
    decided: Verdict
    to_member: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """`shop`: of the member; empty in a mediation. `consultant`, `member`: whom to ask, as people; the latter not in a mediation."""

    session: Session
    absence: SessionAbsence
    name: str
    shop: str
    consultant: int | None
    member: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputePage:
    disputes: tuple[Dispute, ...]
    page: int  # from 0
    more: bool


@dataclass(frozen=True, slots=True)
class NothingOpen:
    """Decided already, or they never differed."""


@dataclass(frozen=True, slots=True)
class Decided:
    session: Session
    verdict: Verdict


@dataclass(frozen=True, kw_only=True)
class Disputes:
    """The oldest first."""

    by: int
    page: int = 0

    async def __call__(self, work: Work) -> DisputePage | Forbidden:
        if not await may_answer(work, self.by):
            return Forbidden()
        page = within(self.page, await session_absences.count_open(work.connection), PAGE)
        numbers = await session_absences.open_ones(work.connection, limit=PAGE + 1, offset=page * PAGE)
        found = [await _dispute(work, number) for number in numbers[:PAGE]]
        return DisputePage(disputes=tuple(one for one in found if one is not None), page=page, more=len(numbers) > PAGE)


@dataclass(frozen=True, kw_only=True)
class OneDispute:
    by: int
    session: int

    async def __call__(self, work: Work) -> Dispute | NothingOpen | Forbidden:
        if not await may_answer(work, self.by):
            return Forbidden()
        return await _dispute(work, self.session) or NothingOpen()


async def _dispute(work: Work, number: int) -> Dispute | None:
    absence = await session_absences.find(work.connection, number)
    session = await sessions.find(work.connection, number)
    if absence is None or session is None or not absence.is_open:
        return None
    hidden = session.confidential
    return Dispute(
        session=session,
        absence=absence,
        name=await name_of(work, session),
        shop="" if hidden else await shop_of(work, session),
        consultant=await reachable(work, session, Side.CONSULTANT),
        member=None if hidden else await reachable(work, session, Side.MEMBER),
    )


@dataclass(frozen=True, kw_only=True)
class DecideAbsence:
    """A coordinator who is a side of the session leaves it to another."""

    by: int
    session: int
    verdict: Verdict

    async def __call__(self, work: Work) -> Decided | NothingOpen | Forbidden:
        outcome = await self._outcome(work)
        note(work, self.by, "DecideAbsence", self.session, outcome)
        return outcome

    async def _outcome(self, work: Work) -> Decided | NothingOpen | Forbidden:
        if not await may_answer(work, self.by):
            return Forbidden()
        known = await sessions.find(work.connection, self.session)
        if known is None:
            return NothingOpen()
        if self.by in {known.person, known.consultant}:
            return Forbidden()
        await consultants.lock(work.connection, known.consultant)
        if not await session_absences.decide(work.connection, known.id, self.verdict, work.now):
            return NothingOpen()
        await sessions.close(work.connection, known.id, State(self.verdict), by=None, now=work.now)
        await _tell(work, known, self.verdict)
        return Decided(known, self.verdict)


async def _tell(work: Work, session: Session, verdict: Verdict) -> None:
    for side in Side:
        to = await reachable(work, session, side)
        if to is not None:
            fact = AbsenceDecided(session=session.id, starts_at=session.starts_at, decided=verdict, to_member=side is Side.MEMBER)
            work.post(Letter(to=to, fact=fact))
