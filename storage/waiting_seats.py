"""Who waits for a seat in a full consortium, and whose turn it is: the next has 48 hours to take a free one."""

from dataclasses import dataclass, fields
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index, Select, String, func, insert, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables import RowId, Table, table_of

OPEN = text("ended IS NULL")
OFFERED = text("ended IS NULL AND offered_at IS NOT NULL")


class Ended(StrEnum):
    SEATED = "seated"
    DECLINED = "declined"
    LAPSED = "lapsed"
    LEFT = "left"
    CLOSED = "closed"  # the consortium is dissolved
    PASSED = "passed"  # their turn came while the shop could take no seat


class WaitingSeatRecord(Table):
    __tablename__ = "waiting_seats"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    consortium: Mapped[int] = mapped_column(ForeignKey("consortia.id", ondelete="CASCADE"))
    shop: Mapped[int] = mapped_column(ForeignKey("shops.id", ondelete="CASCADE"))
    person: Mapped[int]
    asked_at: Mapped[datetime]
    place: Mapped[int | None]  # the seat that is held for them
    offered_at: Mapped[datetime | None]
    offer_ends_at: Mapped[datetime | None]
    ended: Mapped[str | None] = mapped_column(String(12))  # seated, declined, lapsed, left, closed, passed
    ended_at: Mapped[datetime | None]

    __table_args__ = (
        Index("uq_waiting_seats_shop", "consortium", "shop", unique=True, sqlite_where=OPEN, postgresql_where=OPEN),
        Index("uq_waiting_seats_place", "consortium", "place", unique=True, sqlite_where=OFFERED, postgresql_where=OFFERED),
        Index("ix_waiting_seats_offer_ends", "offer_ends_at", sqlite_where=OFFERED, postgresql_where=OFFERED),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingSeat:
    """One that has not ended. `place` and `offer_ends_at` are set while a seat is held for it."""

    id: int
    consortium: int
    shop: int
    person: int
    asked_at: datetime
    place: int | None
    offer_ends_at: datetime | None


_t = table_of(WaitingSeatRecord)
_SHOWN = select(*(_t.c[field.name] for field in fields(WaitingSeat))).where(_t.c.ended.is_(None))


async def keep(connection: AsyncConnection, *, consortium: int, shop: int, person: int, now: datetime) -> int:
    """Its number. Inside `work.savepoint()`: a shop waits once."""
    row = {"consortium": consortium, "shop": shop, "person": person, "asked_at": now}
    return int(await connection.scalar(insert(WaitingSeatRecord).values(row).returning(_t.c.id)) or 0)


async def find(connection: AsyncConnection, number: int) -> WaitingSeat | None:
    found = await _all(connection, _SHOWN.where(_t.c.id == number))
    return found[0] if found else None


async def of_consortium(connection: AsyncConnection, consortium: int) -> list[WaitingSeat]:
    """In the order in which they asked."""
    return await _all(connection, _SHOWN.where(_t.c.consortium == consortium).order_by(_t.c.id))


async def of_person(connection: AsyncConnection, person: int) -> list[WaitingSeat]:
    """The newest first."""
    return await _all(connection, _SHOWN.where(_t.c.person == person).order_by(_t.c.id.desc()))


async def count_of_person(connection: AsyncConnection, person: int) -> int:
    waits = (_t.c.person == person) & _t.c.ended.is_(None)
    return int(await connection.scalar(select(func.count()).select_from(WaitingSeatRecord).where(waits)) or 0)


async def has_waited(connection: AsyncConnection, consortium: int, person: int) -> bool:
    """Ever, whatever became of it."""
    statement = select(_t.c.id).where(_t.c.consortium == consortium, _t.c.person == person).limit(1)
    return await connection.scalar(statement) is not None


async def due(connection: AsyncConnection, now: datetime, *, limit: int) -> list[WaitingSeat]:
    """Whose offer is over."""
    return await _all(connection, _SHOWN.where(_t.c.offered_at.is_not(None), _t.c.offer_ends_at <= now).order_by(_t.c.id).limit(limit))


async def hold(connection: AsyncConnection, number: int, *, place: int, until: datetime, now: datetime) -> None:
    """The place is this one's alone until then."""
    held = {"place": place, "offered_at": now, "offer_ends_at": until}
    await connection.execute(update(WaitingSeatRecord).where(_t.c.id == number, _t.c.ended.is_(None)).values(held))


async def end(connection: AsyncConnection, number: int, ended: Ended, now: datetime) -> bool:
    """False when it had ended already."""
    statement = update(WaitingSeatRecord).where(_t.c.id == number, _t.c.ended.is_(None)).values(ended=ended.value, ended_at=now)
    return (await connection.execute(statement)).rowcount == 1


async def _all(connection: AsyncConnection, query: Select[Any]) -> list[WaitingSeat]:
    return [WaitingSeat(**row) for row in (await connection.execute(query)).mappings()]
