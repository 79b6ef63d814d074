"""Somebody who took or gave sessions is forgotten: what was to come is cancelled, the other side hears of it, and the traces go."""

from datetime import timedelta

from programme.session_changes import Why
from services import session_letters
from services.session_ends import end_session
from storage import consultants, session_traces, sessions
from storage.sessions import OCCUPIES, Session, State
from storage.work import Work

LONGEST, FURTHEST = timedelta(days=1), timedelta(days=800)  # of a session; ahead of now, with room to spare


async def forget_sessions_taken(work: Work, person: int) -> None:
    """After their shops are gone, so that no letter names one. Locks the person, too, who may be a consultant."""
    ahead = await sessions.of_person(work.connection, person, since=work.now, states=OCCUPIES)
    await consultants.lock_all(work.connection, {person, *(session.consultant for session in ahead)})
    for session in ahead:
        await _give_up(work, session.id, person)
    await session_traces.forget_member(work.connection, person)


async def forget_sessions_given(work: Work, person: int) -> None:
    """One who is a consultant, or was one."""
    if await consultants.lock(work.connection, person) is None:
        return
    await consultants.leave(work.connection, person, work.now)
    for session in await sessions.of_consultant(work.connection, person, work.now - LONGEST, work.now + FURTHEST):
        if session.ends_at > work.now:
            await _give_up(work, session.id, person)
    await session_traces.forget_consultant(work.connection, person)


async def _give_up(work: Work, number: int, by: int) -> None:
    """Looked at again under the lock of its consultant."""
    session = await sessions.find(work.connection, number)
    if session is None or session.state not in OCCUPIES:
        return
    booked = session.state is State.BOOKED
    heard = await session_letters.as_heard(work, session)
    await end_session(work, session, State.CANCELLED if booked else State.LAPSED, by=by, why=Why.LEFT if by == session.consultant else "")
    if booked:
        await _tell(work, session, by, heard)


async def _tell(work: Work, session: Session, by: int, heard: Session | None) -> None:
    if by == session.consultant:
        await session_letters.tell_cancelled(work, session, Why.LEFT)
    elif heard is not None:
        await session_letters.tell_given_up(work, heard)
