"""Shops that a coordinator has filled in for their owner, until the owner has confirmed them. The answers lie sealed."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson
from sqlalchemy import ForeignKey, Index, String, delete, func, insert, or_, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from storage import seals
from storage.tables import RowId, Table, table_of

LONGEST_HASH = 43  # SHA-256 in base64url
OPEN = text("taken_at IS NULL")


class HelpedShopRecord(Table):
    __tablename__ = "helped_shops"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    token_hash: Mapped[str] = mapped_column(String(LONGEST_HASH), unique=True)  # the token itself is never kept
    answers: Mapped[str | None]  # sealed JSON; gone as soon as the owner has confirmed
    by: Mapped[int]  # the coordinator
    made_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    taken_by: Mapped[int | None]
    taken_at: Mapped[datetime | None]
    shop: Mapped[int | None] = mapped_column(ForeignKey("shops.id", ondelete="SET NULL"))

    __table_args__ = (
        Index("ix_helped_shops_by", "by", "id", sqlite_where=OPEN, postgresql_where=OPEN),
        {"sqlite_autoincrement": True},
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpedShop:
    """`answers`: question key → stored answer, as a draft holds them."""

    id: int
    token_hash: str
    answers: dict[str, Any]
    by: int
    made_at: datetime
    expires_at: datetime
    taken_at: datetime | None


_t = table_of(HelpedShopRecord)
_SHOWN = select(_t.c.id, _t.c.token_hash, _t.c.answers, _t.c.by, _t.c.made_at, _t.c.expires_at, _t.c.taken_at)
_open = _t.c.taken_at.is_(None)


async def keep(connection: AsyncConnection, *, token_hash: str, answers: dict[str, Any], by: int, now: datetime, expires: datetime) -> int:
    row = {
        "token_hash": token_hash,
        "answers": seals.of(connection).sealed(orjson.dumps(answers).decode()),
        "by": by,
        "made_at": now,
        "expires_at": expires,
    }
    return int((await connection.execute(insert(_t).values(row).returning(_t.c.id))).scalar_one())


async def of_hash(connection: AsyncConnection, token_hash: str) -> HelpedShop | None:
    return _one(connection, (await connection.execute(_SHOWN.where(_t.c.token_hash == token_hash))).mappings().one_or_none())


async def find(connection: AsyncConnection, number: int, by: int) -> HelpedShop | None:
    """Only what this coordinator has filled in, while nobody has taken it."""
    found = await connection.execute(_SHOWN.where(_t.c.id == number, _t.c.by == by, _open))
    return _one(connection, found.mappings().one_or_none())


async def open_of(connection: AsyncConnection, by: int, *, limit: int, offset: int = 0) -> list[HelpedShop]:
    """The newest first."""
    rows = await connection.execute(_SHOWN.where(_t.c.by == by, _open).order_by(_t.c.id.desc()).limit(limit).offset(offset))
    return [found for row in rows.mappings() if (found := _one(connection, row)) is not None]


async def open_count_of(connection: AsyncConnection, by: int) -> int:
    return int(await connection.scalar(select(func.count()).select_from(_t).where(_t.c.by == by, _open)) or 0)


async def renew(connection: AsyncConnection, number: int, *, token_hash: str, expires: datetime) -> bool:
    """Another link: the one before leads nowhere. False when it was taken meanwhile."""
    values = {"token_hash": token_hash, "expires_at": expires}
    return (await connection.execute(update(_t).where(_t.c.id == number, _open).values(values))).rowcount == 1


async def take(connection: AsyncConnection, token_hash: str, *, person: int, shop: int, now: datetime) -> HelpedShop | None:
    """Once only: the statement that takes it checks that nobody has. None: somebody has."""
    before = await of_hash(connection, token_hash)
    values = {"taken_by": person, "taken_at": now, "shop": shop, "answers": None}
    taken = await connection.execute(update(_t).where(_t.c.token_hash == token_hash, _open).values(values))
    return before if taken.rowcount == 1 else None


async def drop(connection: AsyncConnection, number: int, by: int) -> bool:
    return (await connection.execute(delete(_t).where(_t.c.id == number, _t.c.by == by, _open))).rowcount == 1


async def clear_away(connection: AsyncConnection, before: datetime) -> int:
    """What expired, or was taken, before that moment; how many."""
    gone = delete(_t).where(or_(_t.c.expires_at < before, _t.c.taken_at < before))
    return (await connection.execute(gone)).rowcount


def _one(connection: AsyncConnection, row: Any) -> HelpedShop | None:
    if row is None:
        return None
    sealed = row["answers"]
    answers = orjson.loads(seals.of(connection).opened(sealed)) if sealed is not None else {}
    return HelpedShop(**{**row, "answers": answers})
