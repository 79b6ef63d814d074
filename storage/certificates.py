"""Certificates people want to be reminded of: the micro enterprise certificate of a shop and the day it ends."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Date, ForeignKey, Index, String, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables import RowId, Table

LONGEST_SHOP = 40


class CertificateRecord(Table):
    __tablename__ = "certificates"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    person: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    shop: Mapped[str] = mapped_column(String(LONGEST_SHOP))  # empty: not named
    shop_id: Mapped[int | None] = mapped_column(
        ForeignKey("shops.id", ondelete="SET NULL"), index=True
    )  # the registered shop it belongs to
    expires: Mapped[date] = mapped_column(Date)
    watched_at: Mapped[datetime]

    __table_args__ = (Index("ix_certificates_person", "person", "expires", "id"),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """`expires`: its last valid day, in Seoul."""

    id: int
    person: int
    shop: str
    expires: date
    shop_id: int | None = None


_t = CertificateRecord.__table__
_SHOWN = select(_t.c.id, _t.c.person, _t.c.shop, _t.c.expires, _t.c.shop_id)


async def keep(connection: AsyncConnection, *, person: int, shop: str, shop_id: int | None = None, expires: date, now: datetime) -> int:
    row = {"person": person, "shop": shop, "shop_id": shop_id, "expires": expires, "watched_at": now}
    return int(await connection.scalar(insert(CertificateRecord).values(row).returning(_t.c.id)) or 0)


async def find(connection: AsyncConnection, number: int, person: int) -> Certificate | None:
    """Only one's own is found."""
    found = (await connection.execute(_SHOWN.where(_t.c.id == number, _t.c.person == person))).mappings().one_or_none()
    return Certificate(**found) if found is not None else None


async def of_person(connection: AsyncConnection, person: int, *, limit: int, offset: int = 0) -> list[Certificate]:
    """What ends first comes first."""
    query = _SHOWN.where(_t.c.person == person).order_by(_t.c.expires, _t.c.id).limit(limit).offset(offset)
    return [Certificate(**row) for row in (await connection.execute(query)).mappings()]


async def of_shops(connection: AsyncConnection, shops: Sequence[int]) -> dict[int, Certificate]:
    """The certificate of each registered shop; where several are watched, the one that ends last."""
    rows = (await connection.execute(_SHOWN.where(_t.c.shop_id.in_(shops)).order_by(_t.c.expires, _t.c.id))).mappings()
    return {row["shop_id"]: Certificate(**row) for row in rows}


async def count_of(connection: AsyncConnection, person: int) -> int:
    return int(await connection.scalar(select(func.count()).select_from(CertificateRecord).where(_t.c.person == person)) or 0)


async def move(connection: AsyncConnection, number: int, person: int, expires: date) -> bool:
    """A new last day; False when it is not theirs or not there."""
    statement = update(CertificateRecord).where(_t.c.id == number, _t.c.person == person).values(expires=expires)
    return (await connection.execute(statement)).rowcount == 1


async def rename_shop(connection: AsyncConnection, shop: int, name: str) -> None:
    await connection.execute(update(CertificateRecord).where(_t.c.shop_id == shop).values(shop=name))


async def drop_of_shop(connection: AsyncConnection, shop: int) -> list[int]:
    """Deletes every certificate of the shop; their numbers."""
    return sorted(await connection.scalars(delete(CertificateRecord).where(_t.c.shop_id == shop).returning(_t.c.id)))


async def drop(connection: AsyncConnection, number: int, person: int) -> bool:
    """False when it is not theirs or not there."""
    statement = delete(CertificateRecord).where(_t.c.id == number, _t.c.person == person)
    return (await connection.execute(statement)).rowcount == 1


async def forget(connection: AsyncConnection, person: int) -> list[int]:
    """Deletes every certificate of the person; their numbers."""
    deleted = await connection.scalars(delete(CertificateRecord).where(_t.c.person == person).returning(_t.c.id))
    return sorted(deleted)
