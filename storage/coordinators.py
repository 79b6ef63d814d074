"""Coordinators: the people of the office, by their Telegram id."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import BigInteger, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables import Table, in_both


class CoordinatorRecord(Table):
    __tablename__ = "coordinators"

    # No foreign key: a coordinator may be appointed before they first write to the bot.
    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    appointed_at: Mapped[datetime]
    appointed_by: Mapped[int | None]  # None: named in the settings


_t = CoordinatorRecord.__table__
_APPOINT = in_both(lambda insert: insert(CoordinatorRecord).on_conflict_do_nothing(index_elements=["id"]))


async def is_coordinator(connection: AsyncConnection, person: int) -> bool:
    return await connection.scalar(select(_t.c.id).where(_t.c.id == person)) is not None


async def all_coordinators(connection: AsyncConnection) -> tuple[int, ...]:
    return tuple(await connection.scalars(select(_t.c.id).order_by(_t.c.id)))


async def named_in_settings(connection: AsyncConnection) -> frozenset[int]:
    """Those nobody appointed in the chat."""
    return frozenset(await connection.scalars(select(_t.c.id).where(_t.c.appointed_by.is_(None))))


async def appoint(connection: AsyncConnection, people: Collection[int], now: datetime, *, by: int | None = None) -> None:
    """Whoever is one already stays as they are."""
    if people:
        rows = [{"id": person, "appointed_at": now, "appointed_by": by} for person in sorted(people)]
        await connection.execute(_APPOINT[connection.dialect.name], rows)


async def dismiss(connection: AsyncConnection, people: Collection[int]) -> None:
    if people:
        await connection.execute(delete(CoordinatorRecord).where(_t.c.id.in_(people)))
