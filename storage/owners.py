"""Owners: who they are and how they are reached. Names and numbers lie sealed."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ForeignKey, String, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from storage import seals
from storage.tables import Table, table_of


class OwnerRecord(Table):
    __tablename__ = "owners"

    person: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), primary_key=True, autoincrement=False)
    name: Mapped[str]  # sealed: as on the business registration certificate
    phone: Mapped[str]  # sealed digits
    phone_index: Mapped[str] = mapped_column(String(64), index=True)
    phone_verified: Mapped[bool]
    of_age_at: Mapped[datetime]  # when they said that they are 14 or older
    registered_at: Mapped[datetime]
    changed_at: Mapped[datetime]


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """In the clear: for the person themselves, for coordinators, and for the documents of their consortium."""

    person: int
    name: str
    phone: str  # digits
    phone_verified: bool
    of_age_at: datetime
    registered_at: datetime


_t = table_of(OwnerRecord)


async def find(connection: AsyncConnection, person: int) -> Owner | None:
    row = (await connection.execute(select(_t).where(_t.c.person == person))).mappings().one_or_none()
    if row is None:
        return None
    seal = seals.of(connection)
    return Owner(
        person=row["person"],
        name=seal.opened(row["name"]),
        phone=seal.opened(row["phone"]),
        phone_verified=row["phone_verified"],
        of_age_at=row["of_age_at"],
        registered_at=row["registered_at"],
    )


async def names(connection: AsyncConnection, people: Collection[int]) -> dict[int, str]:
    """Of those who are registered, in the clear."""
    seal = seals.of(connection)
    query = select(_t.c.person, _t.c.name).where(_t.c.person.in_(people))
    return {row.person: seal.opened(row.name) for row in await connection.execute(query)} if people else {}


async def is_registered(connection: AsyncConnection, person: int) -> bool:
    """Without opening a seal."""
    return await connection.scalar(select(_t.c.person).where(_t.c.person == person)) is not None


async def register(connection: AsyncConnection, owner: Owner) -> None:
    seal = seals.of(connection)
    row = {
        "person": owner.person,
        "name": seal.sealed(owner.name),
        "phone": seal.sealed(owner.phone),
        "phone_index": seal.index(owner.phone),
        "phone_verified": owner.phone_verified,
        "of_age_at": owner.of_age_at,
        "registered_at": owner.registered_at,
        "changed_at": owner.registered_at,
    }
    await connection.execute(insert(_t).values(row))


async def correct_name(connection: AsyncConnection, person: int, name: str, now: datetime) -> bool:
    """False for somebody who is not registered."""
    values = {"name": seals.of(connection).sealed(name), "changed_at": now}
    return (await connection.execute(update(_t).where(_t.c.person == person).values(values))).rowcount == 1


async def correct_phone(connection: AsyncConnection, person: int, phone: str, *, verified: bool, now: datetime) -> bool:
    """False for somebody who is not registered."""
    seal = seals.of(connection)
    values = {"phone": seal.sealed(phone), "phone_index": seal.index(phone), "phone_verified": verified, "changed_at": now}
    return (await connection.execute(update(_t).where(_t.c.person == person).values(values))).rowcount == 1
