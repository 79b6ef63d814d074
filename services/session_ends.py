"""How a session ends before its time: the one way, whoever ends it and why."""

from services import session_letters, session_offers
from services.nearest_times import forget_free
from storage import session_times, sessions
from storage.sessions import Session, State
from storage.work import Work


async def end_session(work: Work, session: Session, state: State, *, by: int | None, why: str = "") -> bool:
    """Gives its time back and takes back what was said about it. `why` is a code. False when it stood no longer.

    To be called under the lock of its member or its consultant. A time held to take its place goes with it, unless it is taking it now.
    """
    if not await sessions.end(work.connection, session.id, state, by=by, why=why, now=work.now):
        return False
    await session_times.free(work.connection, session.id)
    forget_free(work)
    await session_letters.withdraw(work, session.id)
    await session_offers.withdrawn(work, session)
    mover = await _mover(work, session)
    if mover is not None:
        await end_session(work, mover, State.LAPSED, by=by, why="moves")
    return True


async def _mover(work: Work, session: Session) -> Session | None:
    found = await sessions.mover_of(work.connection, session.id)
    mover = await sessions.find(work.connection, found) if found is not None else None
    return mover if mover is not None and mover.state is State.HELD else None
