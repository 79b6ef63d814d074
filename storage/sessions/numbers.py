"""How many sessions of a year are used."""

from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import session_absences
from storage.sessions.record import COUNTS, SessionRecord, State
from storage.tables import table_of

_t = table_of(SessionRecord)


async def used(connection: AsyncConnection, *, calling: str, year: int, consortium: int | None, person: int, but: int | None = None) -> int:
    """How many of a year's sessions are used."""
    query = used_query(calling=calling, year=year, consortium=consortium, person=person, but=but)
    return int(await connection.scalar(query) or 0)


def used_query(*, calling: str, year: int, consortium: int | None, person: int, but: int | None = None) -> Select[int]:
    """By the consortium, or by the person, in whichever consortium they sat then.

    Mediation does not count. One that its consultant is said not to have given does while the two differ and nobody has decided.
    `but`: a session that is about to give its place up.
    """
    whose = (_t.c.consortium == consortium) if consortium is not None else (_t.c.person == person)
    stands = _t.c.state.in_(COUNTS) | ((_t.c.state == State.NOT_GIVEN) & session_absences.differs_about(_t.c.id))
    counted = whose & (_t.c.calling == calling) & (_t.c.year == year) & stands & _t.c.confidential.is_(False)
    if but is not None:
        counted &= _t.c.id != but
    return select(func.count()).select_from(_t).where(counted)
