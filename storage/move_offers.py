"""Booked sessions whose members were asked to choose another time, and have not."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.sessions import SessionRecord, State
from storage.tables import table_of

_t = table_of(SessionRecord)


async def over(connection: AsyncConnection, now: datetime, *, limit: int) -> list[int]:
    """The numbers of those whose time for an answer has passed."""
    query = select(_t.c.id).where(_t.c.state == State.BOOKED, _t.c.to_move_by <= now).order_by(_t.c.to_move_by).limit(limit)
    return list(await connection.scalars(query))
