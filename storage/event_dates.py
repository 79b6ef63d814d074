"""The dates of an event: most have one, a course several. People are checked in at a date."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ForeignKey, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables import RowId, Table, table_of


class EventDateRecord(Table):
    __tablename__ = "event_dates"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    event: Mapped[int] = mapped_column(ForeignKey("events.id", ondelete="CASCADE"), index=True)
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventDate:
    id: int
    event: int
    starts_at: datetime
    ends_at: datetime


Span = tuple[datetime, datetime]  # from, to
_t = table_of(EventDateRecord)
_SHOWN = select(_t.c.id, _t.c.event, _t.c.starts_at, _t.c.ends_at).order_by(_t.c.starts_at, _t.c.id)


async def of_event(connection: AsyncConnection, event: int) -> list[EventDate]:
    """In the order of time."""
    return [EventDate(**row) for row in (await connection.execute(_SHOWN.where(_t.c.event == event))).mappings()]


async def between(connection: AsyncConnection, since: datetime, until: datetime) -> list[EventDate]:
    """Of whatever event, that begin in this time, in its order."""
    rows = await connection.execute(_SHOWN.where(_t.c.starts_at >= since, _t.c.starts_at < until))
    return [EventDate(**row) for row in rows.mappings()]


async def of_events(connection: AsyncConnection, numbers: Collection[int]) -> dict[int, list[EventDate]]:
    """In the order of time, by event."""
    found: dict[int, list[EventDate]] = {number: [] for number in numbers}
    for row in (await connection.execute(_SHOWN.where(_t.c.event.in_(numbers)))).mappings():
        found[row["event"]].append(EventDate(**row))
    return found


async def find(connection: AsyncConnection, number: int) -> EventDate | None:
    row = (await connection.execute(_SHOWN.where(_t.c.id == number))).mappings().one_or_none()
    return EventDate(**row) if row is not None else None


async def set_all(connection: AsyncConnection, event: int, spans: Sequence[Span]) -> None:
    """The dates from now on. The first stays the first, and so on: who was checked in at one stays so where it is moved."""
    before = await of_event(connection, event)
    for date, (starts_at, ends_at) in zip(before, spans, strict=False):
        await connection.execute(update(_t).where(_t.c.id == date.id).values(starts_at=starts_at, ends_at=ends_at))
    if gone := [date.id for date in before[len(spans) :]]:
        await connection.execute(delete(_t).where(_t.c.id.in_(gone)))
    if new := [{"event": event, "starts_at": start, "ends_at": end} for start, end in spans[len(before) :]]:
        await connection.execute(insert(_t), new)
