"""Talks: who is talking with the office right now, and what was said on each inquiry after its first question."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from storage.inquiries import KeptFile
from storage.tables import RowId, Table, in_both, table_of


class Side(StrEnum):
    ASKER = "asker"
    OFFICE = "office"
    NOTE = "note"  # from the office to itself


class TalkRecord(Table):
    """While the row is there, what the person types goes to the office and not to the bot."""

    __tablename__ = "talks"

    person: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), primary_key=True, autoincrement=False)
    inquiry: Mapped[int | None] = mapped_column(ForeignKey("inquiries.id", ondelete="CASCADE"), index=True)  # None: nothing said yet
    about: Mapped[str] = mapped_column(String(20))  # the story they stood in; empty: none
    last_word_at: Mapped[datetime] = mapped_column(index=True)


class InquiryMessageRecord(Table):
    __tablename__ = "inquiry_messages"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    inquiry: Mapped[int] = mapped_column(ForeignKey("inquiries.id", ondelete="CASCADE"))
    side: Mapped[str] = mapped_column(String(6))
    author: Mapped[int | None]  # of the office
    words: Mapped[str]
    files: Mapped[list[Any]] = mapped_column(JSON)
    said_at: Mapped[datetime]

    __table_args__ = (Index("ix_inquiry_messages_inquiry", "inquiry", "id"),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    person: int
    inquiry: int | None
    about: str
    last_word_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One message of a thread; `side` tells from whom it came."""

    side: Side
    words: str
    files: tuple[KeptFile, ...] = ()
    said_at: datetime


_talks, _messages = table_of(TalkRecord), table_of(InquiryMessageRecord)
_BEGIN = in_both(
    lambda insert_: (statement := insert_(_talks)).on_conflict_do_update(
        index_elements=["person"], set_={name: statement.excluded[name] for name in ("inquiry", "about", "last_word_at")}
    )
)


async def begin(connection: AsyncConnection, person: int, *, about: str, now: datetime, inquiry: int | None = None) -> None:
    row = {"person": person, "inquiry": inquiry, "about": about, "last_word_at": now}
    await connection.execute(_BEGIN[connection.dialect.name], row)


async def of_person(connection: AsyncConnection, person: int) -> Talk | None:
    found = (await connection.execute(select(_talks).where(_talks.c.person == person))).mappings().one_or_none()
    return Talk(**found) if found is not None else None


async def go_on(connection: AsyncConnection, person: int, *, inquiry: int, now: datetime) -> None:
    """Something was said; the talk belongs to this inquiry from now on."""
    await connection.execute(update(_talks).where(_talks.c.person == person).values(inquiry=inquiry, last_word_at=now))


async def heard(connection: AsyncConnection, inquiry: int, now: datetime) -> None:
    """The office has said something: the silence begins anew."""
    await connection.execute(update(_talks).where(_talks.c.inquiry == inquiry).values(last_word_at=now))


async def end(connection: AsyncConnection, person: int) -> bool:
    """False when they were not talking."""
    return (await connection.execute(delete(_talks).where(_talks.c.person == person))).rowcount == 1


async def end_of_inquiry(connection: AsyncConnection, inquiry: int) -> int | None:
    """The person whose talk this was; None when nobody is talking there any more."""
    return await connection.scalar(delete(_talks).where(_talks.c.inquiry == inquiry).returning(_talks.c.person))


async def silent(connection: AsyncConnection, before: datetime) -> list[int]:
    """Whose talks those are in which nothing was said since."""
    return list(await connection.scalars(select(_talks.c.person).where(_talks.c.last_word_at < before).order_by(_talks.c.person)))


async def end_if_silent(connection: AsyncConnection, person: int, before: datetime) -> bool:
    return (await connection.execute(delete(_talks).where(_talks.c.person == person, _talks.c.last_word_at < before))).rowcount == 1


async def keep(connection: AsyncConnection, inquiry: int, said: Said, *, author: int | None = None) -> None:
    row = asdict(said) | {"inquiry": inquiry, "side": said.side.value, "author": author, "files": [asdict(file) for file in said.files]}
    await connection.execute(insert(_messages).values(row))


async def count(connection: AsyncConnection, inquiry: int, side: Side) -> int:
    found = select(func.count()).select_from(_messages).where(_messages.c.inquiry == inquiry, _messages.c.side == side.value)
    return int(await connection.scalar(found) or 0)


async def is_live(connection: AsyncConnection, inquiry: int) -> bool:
    """The asker is talking with the office about it right now."""
    return await connection.scalar(select(_talks.c.person).where(_talks.c.inquiry == inquiry)) is not None


async def thread(connection: AsyncConnection, inquiry: int, *, notes: bool, limit: int = 30) -> list[Said]:
    """The last messages in their order. `notes`: with those the office wrote to itself."""
    shown = select(_messages).where(_messages.c.inquiry == inquiry)
    if not notes:
        shown = shown.where(_messages.c.side != Side.NOTE.value)
    rows = (await connection.execute(shown.order_by(_messages.c.id.desc()).limit(limit))).mappings().all()
    return [_said(row) for row in reversed(rows)]


def _said(row: Mapping[Any, Any]) -> Said:
    files = tuple(KeptFile(**file) for file in row["files"])
    return Said(side=Side(row["side"]), words=row["words"], files=files, said_at=row["said_at"])
