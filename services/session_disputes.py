"""Where the two sides of a session differ about who came, a coordinator decides; of a mediation without its member and its words."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from programme.rights import Right, gus_of
from services.coordinators import Forbidden, OutOfReach, may_answer, scopes, why_not_in
from services.letters import Letter, letter
from services.pages import within
from services.session_outcomes import note
from services.session_parties import gu_of, name_of, reachable, shop_of
from storage import consultants, session_absences, session_overview, sessions
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
    """Those that their role reaches, the oldest first."""

    by: int
    page: int = 0

    async def __call__(self, work: Work) -> DisputePage | Forbidden:
        held = await scopes(work, self.by, Right.COORDINATE)
        if not held:
            return Forbidden()
        page = within(self.page, await session_overview.count_disputed(work.connection, gus_of(held)), PAGE)
        numbers = await session_overview.disputed(work.connection, gus_of(held), limit=PAGE + 1, offset=page * PAGE)
        found = [await _dispute(work, number) for number, _, _ in numbers[:PAGE]]
        return DisputePage(disputes=tuple(one for one in found if one is not None), page=page, more=len(numbers) > PAGE)


@dataclass(frozen=True, kw_only=True)
class OneDispute:
    by: int
    session: int

    async def __call__(self, work: Work) -> Dispute | NothingOpen | Forbidden:
        refused = await _why_not(work, self.by, await sessions.find(work.connection, self.session))
        return refused or await _dispute(work, self.session) or NothingOpen()


async def _why_not(work: Work, by: int, session: Session | None) -> Forbidden | OutOfReach | None:
    """By the gu of its shop; where a mediation belongs is told to nobody, so it is for who reaches all of Seoul."""
    if session is None:
        return None if await may_answer(work, by) else Forbidden()
    return await why_not_in(work, by, Right.COORDINATE, await gu_of(work, session))


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
        known = await sessions.find(work.connection, self.session)
        if (refused := await _why_not(work, self.by, known)) is not None:
            return refused
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
