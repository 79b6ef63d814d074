"""Seats: which shop sits in which consortium, in which role. Who left keeps a row with its end."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index, SmallInteger, String, func, insert, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from storage.consortia import LONGEST_ROUND
from storage.tables import RowId, Table, table_of
from storage.waiting_seats import WaitingSeatRecord

TAKEN = text("ended_at IS NULL")
TAKEN_BY_LEAD = text("ended_at IS NULL AND role = 'lead'")
TAKEN_BY_ACCOUNTANT = text("ended_at IS NULL AND role = 'accountant'")


class Role(StrEnum):
    LEAD = "lead"  # 대표업체
    MEMBER = "member"  # 참여업체
    ACCOUNTANT = "accountant"  # a member who keeps the books


class SeatRecord(Table):
    """The constraints are the last guard: a seat, a shop in a round, the lead and the accountant exist once."""

    __tablename__ = "seats"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    consortium: Mapped[int] = mapped_column(ForeignKey("consortia.id", ondelete="CASCADE"))
    place: Mapped[int] = mapped_column(SmallInteger)  # 1 … most; a free one is taken
    shop: Mapped[int] = mapped_column(ForeignKey("shops.id"))
    person: Mapped[int]  # the owner
    round: Mapped[str] = mapped_column(String(LONGEST_ROUND))  # the consortium's, so that the database can compare
    role: Mapped[str] = mapped_column(String(12))
    share: Mapped[int] = mapped_column(SmallInteger, default=1)  # its part of the own share where it is divided by shares
    pledged: Mapped[int | None]  # KRW this member has promised; None: not yet
    pledged_of: Mapped[int | None]  # KRW: the part of the own share it was promised for; another part by now makes it stale
    pledged_at: Mapped[datetime | None]
    taken_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    ended_by: Mapped[int | None]
    ended_why: Mapped[str | None] = mapped_column(String(200))  # left, or what the lead gave as the reason

    __table_args__ = (
        Index("uq_seats_place", "consortium", "place", unique=True, sqlite_where=TAKEN, postgresql_where=TAKEN),
        Index("uq_seats_shop_round", "shop", "round", unique=True, sqlite_where=TAKEN, postgresql_where=TAKEN),
        Index("uq_seats_lead", "consortium", unique=True, sqlite_where=TAKEN_BY_LEAD, postgresql_where=TAKEN_BY_LEAD),
        Index("uq_seats_accountant", "consortium", unique=True, sqlite_where=TAKEN_BY_ACCOUNTANT, postgresql_where=TAKEN_BY_ACCOUNTANT),
        Index("ix_seats_person", "person", sqlite_where=TAKEN, postgresql_where=TAKEN),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """`pledged` and `pledged_of` in KRW."""

    id: int
    consortium: int
    place: int
    shop: int
    person: int
    round: str
    role: Role
    share: int
    pledged: int | None
    pledged_of: int | None
    pledged_at: datetime | None
    taken_at: datetime
    ended_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldPlace:
    """A free place that is offered to the next in the queue; nobody else may take it."""

    place: int
    shop: int


_t = table_of(SeatRecord)
_waiting = table_of(WaitingSeatRecord)
_SHOWN = select(*(_t.c[field.name] for field in fields(Seat)))
_taken = _t.c.ended_at.is_(None)


async def find(connection: AsyncConnection, number: int) -> Seat | None:
    """Only one that is taken now."""
    return _one((await connection.execute(_SHOWN.where(_t.c.id == number, _taken))).mappings().one_or_none())


async def of_consortium(connection: AsyncConnection, consortium: int) -> list[Seat]:
    """Taken now, in the order of their places."""
    rows = (await connection.execute(_SHOWN.where(_t.c.consortium == consortium, _taken).order_by(_t.c.place))).mappings()
    return [_seat(row) for row in rows]


async def of_person(connection: AsyncConnection, person: int) -> list[Seat]:
    """Taken now, the newest first."""
    rows = (await connection.execute(_SHOWN.where(_t.c.person == person, _taken).order_by(_t.c.id.desc()))).mappings()
    return [_seat(row) for row in rows]


async def of_consortia(connection: AsyncConnection, numbers: Sequence[int]) -> dict[int, list[Seat]]:
    """Taken now, by consortium, in the order of their places."""
    rows = (await connection.execute(_SHOWN.where(_t.c.consortium.in_(numbers), _taken).order_by(_t.c.place))).mappings()
    found: dict[int, list[Seat]] = {number: [] for number in numbers}
    for row in rows:
        found[row["consortium"]].append(_seat(row))
    return found


async def of_shop(connection: AsyncConnection, shop: int, round_: str) -> Seat | None:
    """Where the shop sits in this round."""
    return _one((await connection.execute(_SHOWN.where(_t.c.shop == shop, _t.c.round == round_, _taken))).mappings().one_or_none())


async def of_shops(connection: AsyncConnection, shops: Sequence[int], round_: str) -> dict[int, Seat]:
    """Where these shops sit in this round, by shop; the free ones are left out."""
    rows = (await connection.execute(_SHOWN.where(_t.c.shop.in_(shops), _t.c.round == round_, _taken))).mappings()
    return {row["shop"]: _seat(row) for row in rows}


async def lead_of(connection: AsyncConnection, consortium: int) -> Seat | None:
    """None in a dissolved consortium."""
    query = _SHOWN.where(_t.c.consortium == consortium, _t.c.role == Role.LEAD, _taken)
    return _one((await connection.execute(query)).mappings().one_or_none())


async def held_places(connection: AsyncConnection, consortium: int) -> list[HeldPlace]:
    query = select(_waiting.c.place, _waiting.c.shop).where(
        _waiting.c.consortium == consortium, _waiting.c.ended.is_(None), _waiting.c.offered_at.is_not(None), _waiting.c.place.is_not(None)
    )
    return [HeldPlace(**row) for row in (await connection.execute(query)).mappings()]


async def take(
    connection: AsyncConnection, *, consortium: int, place: int, shop: int, person: int, round_: str, role: Role, now: datetime
) -> int:
    """The number of the seat. Inside `work.savepoint()`: a constraint says no where somebody was faster."""
    row = {
        "consortium": consortium,
        "place": place,
        "shop": shop,
        "person": person,
        "round": round_,
        "role": role.value,
        "share": 1,
        "taken_at": now,
    }
    return int(await connection.scalar(insert(SeatRecord).values(row).returning(_t.c.id)) or 0)


async def end(connection: AsyncConnection, number: int, *, by: int | None, why: str | None, now: datetime) -> bool:
    """False when it had ended already."""
    statement = update(SeatRecord).where(_t.c.id == number, _taken)
    return (await connection.execute(statement.values(ended_at=now, ended_by=by, ended_why=why))).rowcount == 1


async def count_of_person(connection: AsyncConnection, person: int) -> int:
    return int(await connection.scalar(select(func.count()).select_from(SeatRecord).where(_t.c.person == person, _taken)) or 0)


def _one(row: Mapping[Any, Any] | None) -> Seat | None:
    return None if row is None else _seat(row)


def _seat(row: Mapping[Any, Any]) -> Seat:
    return Seat(**{**row, "role": Role(row["role"])})
