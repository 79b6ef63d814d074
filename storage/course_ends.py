"""Courses that are over and whose people have been told of their certificates."""

from datetime import datetime

from sqlalchemy import ForeignKey, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from programme.event_kinds import EventKind
from programme.events import EventState
from storage.events import EventRecord
from storage.tables import Table, in_both, table_of


class CourseEndRecord(Table):
    __tablename__ = "course_ends"

    event: Mapped[int] = mapped_column(ForeignKey("events.id", ondelete="CASCADE"), primary_key=True, autoincrement=False)
    told_at: Mapped[datetime]


_t, _events = table_of(CourseEndRecord), table_of(EventRecord)
_KEEP = in_both(lambda insert: insert(_t).on_conflict_do_nothing(index_elements=["event"]).returning(_t.c.event))


async def just_over(connection: AsyncConnection, now: datetime, *, limit: int) -> list[int]:
    """Courses that took place and of which nobody has been told."""
    told = select(_t.c.event).where(_t.c.event == _events.c.id).exists()
    over = (_events.c.kind == EventKind.COURSE) & (_events.c.state == EventState.PUBLISHED) & (_events.c.ends_at <= now)
    return list(await connection.scalars(select(_events.c.id).where(over, ~told).order_by(_events.c.ends_at).limit(limit)))


async def keep(connection: AsyncConnection, event: int, now: datetime) -> bool:
    """False when somebody else has told them already."""
    return await connection.scalar(_KEEP[connection.dialect.name], {"event": event, "told_at": now}) is not None


async def was_told(connection: AsyncConnection, event: int) -> bool:
    return await connection.scalar(select(_t.c.event).where(_t.c.event == event)) is not None
