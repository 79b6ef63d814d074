"""Saved replies: answers the office gives often, kept word for word."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import String, delete, func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables import RowId, Table, table_of

LONGEST_TITLE = 24


class SavedReplyRecord(Table):
    __tablename__ = "saved_replies"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    title: Mapped[str] = mapped_column(String(LONGEST_TITLE), unique=True)
    words: Mapped[str]
    saved_by: Mapped[int]
    saved_at: Mapped[datetime]


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedReply:
    id: int
    title: str
    words: str


_t = table_of(SavedReplyRecord)
_SHOWN = select(_t.c.id, _t.c.title, _t.c.words)


async def every(connection: AsyncConnection, *, limit: int) -> list[SavedReply]:
    """By title."""
    return [SavedReply(**row) for row in (await connection.execute(_SHOWN.order_by(_t.c.title).limit(limit))).mappings()]


async def find(connection: AsyncConnection, number: int) -> SavedReply | None:
    found = (await connection.execute(_SHOWN.where(_t.c.id == number))).mappings().one_or_none()
    return SavedReply(**found) if found is not None else None


async def has_title(connection: AsyncConnection, title: str) -> bool:
    return await connection.scalar(select(_t.c.id).where(_t.c.title == title)) is not None


async def count(connection: AsyncConnection) -> int:
    return int(await connection.scalar(select(func.count()).select_from(SavedReplyRecord)) or 0)


async def keep(connection: AsyncConnection, *, title: str, words: str, by: int, now: datetime) -> None:
    await connection.execute(insert(SavedReplyRecord).values(title=title, words=words, saved_by=by, saved_at=now))


async def drop(connection: AsyncConnection, number: int) -> bool:
    return (await connection.execute(delete(SavedReplyRecord).where(_t.c.id == number))).rowcount == 1
