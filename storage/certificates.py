"""Certificates people want to be reminded of: the micro enterprise certificate of a shop and the day it ends."""

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


_t = CertificateRecord.__table__
_SHOWN = select(_t.c.id, _t.c.person, _t.c.shop, _t.c.expires)


async def keep(connection: AsyncConnection, *, person: int, shop: str, expires: date, now: datetime) -> int:
    row = {"person": person, "shop": shop, "expires": expires, "watched_at": now}
    return int(await connection.scalar(insert(CertificateRecord).values(row).returning(_t.c.id)) or 0)


async def find(connection: AsyncConnection, number: int, person: int) -> Certificate | None:
    """Only one's own is found."""
    found = (await connection.execute(_SHOWN.where(_t.c.id == number, _t.c.person == person))).mappings().one_or_none()
    return Certificate(**found) if found is not None else None


async def of_person(connection: AsyncConnection, person: int, *, limit: int, offset: int = 0) -> list[Certificate]:
    """What ends first comes first."""
    query = _SHOWN.where(_t.c.person == person).order_by(_t.c.expires, _t.c.id).limit(limit).offset(offset)
    return [Certificate(**row) for row in (await connection.execute(query)).mappings()]


async def count_of(connection: AsyncConnection, person: int) -> int:
    return int(await connection.scalar(select(func.count()).select_from(CertificateRecord).where(_t.c.person == person)) or 0)


async def move(connection: AsyncConnection, number: int, person: int, expires: date) -> bool:
    """A new last day; False when it is not theirs or not there."""
    statement = update(CertificateRecord).where(_t.c.id == number, _t.c.person == person).values(expires=expires)
    return (await connection.execute(statement)).rowcount == 1


async def drop(connection: AsyncConnection, number: int, person: int) -> bool:
    """False when it is not theirs or not there."""
    statement = delete(CertificateRecord).where(_t.c.id == number, _t.c.person == person)
    return (await connection.execute(statement)).rowcount == 1


async def forget(connection: AsyncConnection, person: int) -> list[int]:
    """Deletes every certificate of the person; their numbers."""
    deleted = await connection.scalars(delete(CertificateRecord).where(_t.c.person == person).returning(_t.c.id))
    return sorted(deleted)
