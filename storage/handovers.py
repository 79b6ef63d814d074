"""Handing over the lead of a consortium: the lead offers it, the other takes it."""

from dataclasses import dataclass, fields
from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String, insert, or_, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables import RowId, Table, table_of

OPEN = text("answer IS NULL")


class Answer(StrEnum):
    TAKEN = "taken"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"  # by the lead, or because one of the two has no seat any more
    EXPIRED = "expired"


class HandoverRecord(Table):
    __tablename__ = "handovers"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    consortium: Mapped[int] = mapped_column(ForeignKey("consortia.id", ondelete="CASCADE"))
    from_seat: Mapped[int] = mapped_column(ForeignKey("seats.id", ondelete="CASCADE"))
    to_seat: Mapped[int] = mapped_column(ForeignKey("seats.id", ondelete="CASCADE"))
    offered_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    answer: Mapped[str | None] = mapped_column(String(12))  # taken, declined, withdrawn, expired
    answered_at: Mapped[datetime | None]

    __table_args__ = (Index("uq_handovers_open", "consortium", unique=True, sqlite_where=OPEN, postgresql_where=OPEN),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """One that waits for its answer."""

    id: int
    consortium: int
    from_seat: int
    to_seat: int
    expires_at: datetime


_t = table_of(HandoverRecord)
_SHOWN = select(*(_t.c[field.name] for field in fields(Handover))).where(_t.c.answer.is_(None))


async def offer(connection: AsyncConnection, *, consortium: int, from_seat: int, to_seat: int, expires_at: datetime, now: datetime) -> int:
    """Its number. Inside `work.savepoint()`: one at a time."""
    row = {"consortium": consortium, "from_seat": from_seat, "to_seat": to_seat, "expires_at": expires_at, "offered_at": now}
    return int(await connection.scalar(insert(HandoverRecord).values(row).returning(_t.c.id)) or 0)


async def find(connection: AsyncConnection, number: int) -> Handover | None:
    """None when it has its answer."""
    return await _one(connection, _t.c.id == number)


async def of_consortium(connection: AsyncConnection, consortium: int) -> Handover | None:
    return await _one(connection, _t.c.consortium == consortium)


async def of_seat(connection: AsyncConnection, seat: int) -> Handover | None:
    """From this seat or to it."""
    return await _one(connection, or_(_t.c.from_seat == seat, _t.c.to_seat == seat))


async def due(connection: AsyncConnection, now: datetime, *, limit: int) -> list[Handover]:
    """Whose time is over."""
    rows = (await connection.execute(_SHOWN.where(_t.c.expires_at <= now).order_by(_t.c.id).limit(limit))).mappings()
    return [Handover(**row) for row in rows]


async def answer(connection: AsyncConnection, number: int, answered: Answer, now: datetime) -> bool:
    """False when it has one already."""
    statement = update(HandoverRecord).where(_t.c.id == number, _t.c.answer.is_(None)).values(answer=answered.value, answered_at=now)
    return (await connection.execute(statement)).rowcount == 1


async def _one(connection: AsyncConnection, which: object) -> Handover | None:
    row = (await connection.execute(_SHOWN.where(which))).mappings().one_or_none()  # type: ignore[arg-type]
    return None if row is None else Handover(**row)
