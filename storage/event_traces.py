"""Forgetting a coordinator: that an event was made and who was at it stays, without who made it or checked them in."""

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.attendance import AttendanceRecord
from storage.events import EventRecord
from storage.privacy import NOBODY
from storage.tables import table_of

_events, _attendance = table_of(EventRecord), table_of(AttendanceRecord)


async def unname(connection: AsyncConnection, person: int) -> None:
    await connection.execute(update(_events).where(_events.c.made_by == person).values(made_by=NOBODY))
    await connection.execute(update(_attendance).where(_attendance.c.by == person).values(by=NOBODY))
