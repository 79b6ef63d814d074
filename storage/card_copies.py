"""Copies of recruiting cards: where each lies, so that all of them can be kept as they should be."""

from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, delete, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables import RowId, Table, in_both, table_of

IN_GROUP = text("chat IS NOT NULL")
INLINE = text("inline_message IS NOT NULL")
LONGEST_INLINE_ID = 64


class CardCopyRecord(Table):
    """One copy of a recruiting card: a message in a group, or one shared through inline mode."""

    __tablename__ = "card_copies"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    consortium: Mapped[int] = mapped_column(ForeignKey("consortia.id", ondelete="CASCADE"))
    chat: Mapped[int | None]
    message: Mapped[int | None]  # None: it is on its way into the group
    inline_message: Mapped[str | None] = mapped_column(String(LONGEST_INLINE_ID))
    language: Mapped[str] = mapped_column(String(16))
    shared_at: Mapped[datetime]

    __table_args__ = (
        Index("ix_card_copies_consortium", "consortium"),
        Index("uq_card_copies_inline", "inline_message", unique=True, sqlite_where=INLINE, postgresql_where=INLINE),
        Index("uq_card_copies_group", "consortium", "chat", unique=True, sqlite_where=IN_GROUP, postgresql_where=IN_GROUP),
        # A letter on its way to a copy that is gone must not meet another one under its number.
        {"sqlite_autoincrement": True},
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class CardCopy:
    """Either `chat` (and `message`, once it is there) or `inline_message` is set."""

    id: int
    consortium: int
    chat: int | None
    message: int | None
    inline_message: str | None
    language: str


_t = table_of(CardCopyRecord)
_SHOWN = select(*(_t.c[field.name] for field in fields(CardCopy)))
_KEEP_INLINE = in_both(
    lambda insert: insert(_t).on_conflict_do_nothing(index_elements=["inline_message"], index_where=INLINE).returning(_t.c.id)
)
_KEEP_IN_GROUP = in_both(
    lambda insert: (
        (statement := insert(_t))
        .on_conflict_do_update(index_elements=["consortium", "chat"], index_where=IN_GROUP, set_={"language": statement.excluded.language})
        .returning(_t.c.id)
    )
)


async def of_consortium(connection: AsyncConnection, consortium: int) -> list[CardCopy]:
    """In the order they were shared."""
    rows = await connection.execute(_SHOWN.where(_t.c.consortium == consortium).order_by(_t.c.id))
    return [CardCopy(**row) for row in rows.mappings()]


async def of_chat(connection: AsyncConnection, chat: int) -> list[CardCopy]:
    rows = await connection.execute(_SHOWN.where(_t.c.chat == chat))
    return [CardCopy(**row) for row in rows.mappings()]


async def find(connection: AsyncConnection, copy: int) -> CardCopy | None:
    row = (await connection.execute(_SHOWN.where(_t.c.id == copy))).mappings().one_or_none()
    return None if row is None else CardCopy(**row)


async def keep_inline(connection: AsyncConnection, consortium: int, inline_message: str, language: str, now: datetime) -> int | None:
    """The number of the copy; None when it is known already."""
    row = _row(consortium, language, now) | {"inline_message": inline_message}
    found: int | None = (await connection.execute(_KEEP_INLINE[connection.dialect.name], row)).scalar()
    return found


async def keep_in_group(connection: AsyncConnection, consortium: int, chat: int, language: str, now: datetime) -> int:
    """The number of the one copy this group has."""
    row = _row(consortium, language, now) | {"chat": chat}
    return int((await connection.execute(_KEEP_IN_GROUP[connection.dialect.name], row)).scalar_one())


async def lies_at(connection: AsyncConnection, copy: int, message: int) -> None:
    await connection.execute(update(_t).where(_t.c.id == copy).values(message=message))


async def forget(connection: AsyncConnection, copy: int) -> None:
    await connection.execute(delete(_t).where(_t.c.id == copy))


async def forget_in(connection: AsyncConnection, chat: int) -> None:
    await connection.execute(delete(_t).where(_t.c.chat == chat))


async def move(connection: AsyncConnection, old: int, new: int) -> None:
    """Messages of the old group stay there: the cards have to be posted afresh in the new one."""
    await connection.execute(update(_t).where(_t.c.chat == old).values(chat=new, message=None))


def _row(consortium: int, language: str, now: datetime) -> dict[str, Any]:
    return {"consortium": consortium, "chat": None, "message": None, "inline_message": None, "language": language, "shared_at": now}
