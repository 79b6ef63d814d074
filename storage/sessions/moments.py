"""Whose a moment is: the cells of `session_times`, with what the sessions they belong to say."""

from dataclasses import dataclass

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.session_times import SessionTimeRecord, Side
from storage.sessions.record import SessionRecord, State
from storage.tables import table_of


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnCell:
    """A moment in which somebody is busy. `mine`: as the member; `held`: by their own wish, not offered to them."""

    cell: int
    session: int
    mine: bool
    held: bool


_t, _times = table_of(SessionRecord), table_of(SessionTimeRecord)
_OWN_CELLS = (
    select(_times.c.cell, _t.c.id.label("session"), (_t.c.person == _times.c.person).label("mine"), _t.c.state, _t.c.offered)
    .join(_t, _t.c.id == _times.c.session)
    .where(_times.c.side.in_([side.value for side in Side]), _times.c.person == bindparam("person"))
    .where(_times.c.cell.between(bindparam("first"), bindparam("last")))
)
_HOLDER = (
    select(_t.c.person)
    .join(_times, _times.c.session == _t.c.id)
    .where(_times.c.side == Side.CONSULTANT.value, _times.c.person == bindparam("consultant"), _times.c.cell == bindparam("cell"))
)


async def holder_of(connection: AsyncConnection, consultant: int, cell: int) -> int | None:
    """Whose session this moment of the consultant belongs to. It locks nothing: the answer may have changed by the time it is used."""
    return await connection.scalar(_HOLDER, {"consultant": consultant, "cell": cell})


async def own_cells(connection: AsyncConnection, person: int, which: range) -> list[OwnCell]:
    """On either side: who advises may be advised elsewhere."""
    rows = await connection.execute(_OWN_CELLS, {"person": person, "first": which.start, "last": which.stop - 1})
    return [
        OwnCell(cell=row.cell, session=row.session, mine=row.mine, held=row.mine and row.state == State.HELD and not row.offered)
        for row in rows
    ]
