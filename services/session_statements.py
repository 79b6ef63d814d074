"""What became of a session: both sides say that it took place, or one says that the other did not come, and the other is heard.

Without an answer the note of the one side stands. Where the two differ, a coordinator decides and sees what both say, but of a
mediation neither its words nor its member.
"""

from dataclasses import dataclass

from services.session_absence_letters import tell_office, tell_other_side
from services.session_afterwards import CONSULTANT, LOG, MEMBER
from services.session_outcomes import (
    Agreed,
    Disputed,
    NotedAbsent,
    NotedDone,
    Refused,
    Settled,
    TooLongAgo,
    begun,
    note,
    too_long_ago,
)
from services.session_reminders import key
from storage import session_absences, sessions
from storage.session_absences import SessionAbsence
from storage.session_times import Side
from storage.sessions import Session, State
from storage.work import Work

CLOSES = {Side.MEMBER: State.MISSED, Side.CONSULTANT: State.NOT_GIVEN}  # by the side that did not come


@dataclass(frozen=True, kw_only=True)
class NoteDone:
    """It took place. Who had noted an absence takes that back with it; who is said to have been absent contradicts."""

    by: int
    session: int

    async def __call__(self, work: Work) -> NotedDone | Disputed | Settled | Refused:
        outcome = await self._outcome(work)
        note(work, self.by, "NoteDone", self.session, outcome)
        return outcome

    async def _outcome(self, work: Work) -> NotedDone | Disputed | Settled | Refused:
        found = await begun(work, self.session, self.by)
        if not isinstance(found, tuple):
            return found
        session, side = found
        absence = await session_absences.find(work.connection, session.id)
        if absence is not None and absence.agreed is not None:
            return Settled(session, side)
        if absence is not None and absence.absent is side:
            return await contradict(work, session, side)
        await take_place(work, session, side, absence)
        return NotedDone(session, side)


async def take_place(work: Work, session: Session, side: Side, absence: SessionAbsence | None) -> None:
    if absence is not None:
        await session_absences.take_back(work.connection, session.id)
        await work.withdraw(key(session.id, "absence"))
    await sessions.close(work.connection, session.id, State.DONE, by=session.ended_by, now=session.ended_at or work.now)
    await sessions.say_done(work.connection, session.id, by_member=side is Side.MEMBER, now=work.now)
    await work.withdraw(key(session.id, MEMBER if side is Side.MEMBER else CONSULTANT))


@dataclass(frozen=True, kw_only=True)
class NoteAbsence:
    """The other side did not come: noted within two weeks after the session."""

    by: int
    session: int

    async def __call__(self, work: Work) -> NotedAbsent | TooLongAgo | Settled | Refused:
        outcome = await self._outcome(work)
        note(work, self.by, "NoteAbsence", self.session, outcome)
        return outcome

    async def _outcome(self, work: Work) -> NotedAbsent | TooLongAgo | Settled | Refused:
        found = await begun(work, self.session, self.by)
        if not isinstance(found, tuple):
            return found
        session, side = found
        if await session_absences.find(work.connection, session.id) is not None:
            return Settled(session, side)
        late = too_long_ago(work, session)
        if late is not None:
            return late
        absent = Side.CONSULTANT if side is Side.MEMBER else Side.MEMBER
        said = session.member_done_at if absent is Side.MEMBER else session.consultant_done_at
        await session_absences.note(work.connection, session.id, absent, agreed=False if said else None, now=work.now)
        await sessions.close(work.connection, session.id, CLOSES[absent], by=self.by, now=work.now)
        for part in (MEMBER, CONSULTANT, LOG):
            await work.withdraw(key(session.id, part))
        await (tell_office(work, session, absent) if said else tell_other_side(work, session, absent))
        return NotedAbsent(session, absent, disputed=said is not None)


@dataclass(frozen=True, kw_only=True)
class AnswerAbsence:
    """The side that is said not to have come is heard."""

    by: int
    session: int
    agrees: bool

    async def __call__(self, work: Work) -> Agreed | Disputed | Settled | Refused:
        outcome = await self._outcome(work)
        note(work, self.by, "AnswerAbsence", self.session, outcome)
        return outcome

    async def _outcome(self, work: Work) -> Agreed | Disputed | Settled | Refused:
        found = await begun(work, self.session, self.by)
        if not isinstance(found, tuple):
            return found
        session, side = found
        absence = await session_absences.find(work.connection, session.id)
        if absence is None or absence.absent is not side or absence.agreed is not None:
            return Settled(session, side)
        if not self.agrees:
            return await contradict(work, session, side)
        await session_absences.answer(work.connection, session.id, agreed=True, now=work.now)
        return Agreed(session, side)


async def contradict(work: Work, session: Session, side: Side) -> Disputed:
    await session_absences.answer(work.connection, session.id, agreed=False, now=work.now)
    await work.withdraw(key(session.id, "absence"))
    await tell_office(work, session, side)
    return Disputed(session, side)
