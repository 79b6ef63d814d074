"""Inquiries: questions people leave with the office, and what the office answered. Phone numbers lie sealed."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, Select, String, delete, func, insert, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from storage import seals
from storage.tables import RowId, Table


class InquiryRecord(Table):
    __tablename__ = "inquiries"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    asker: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    topic: Mapped[str] = mapped_column(String(16))
    question: Mapped[str]
    files: Mapped[list[Any]] = mapped_column(JSON)
    phone: Mapped[str | None]  # sealed digits; in the clear where it was kept before there were seals
    phone_verified: Mapped[bool] = mapped_column(default=False)
    follows: Mapped[int | None] = mapped_column(BigInteger, ForeignKey("inquiries.id", ondelete="SET NULL"))
    asked_at: Mapped[datetime]
    answer: Mapped[str | None]
    answered_by: Mapped[int | None]
    answered_at: Mapped[datetime | None]
    helped_at: Mapped[datetime | None]
    about: Mapped[str] = mapped_column(String(20), server_default="")  # the story they stood in when they asked; empty: none
    taken_by: Mapped[int | None]  # the coordinator who looks after it
    staff_chat: Mapped[int | None]  # the office's group and its topic where the thread is shown
    staff_topic: Mapped[int | None]

    __table_args__ = (
        Index("ix_inquiries_waiting", "id", sqlite_where=text("answered_at IS NULL"), postgresql_where=text("answered_at IS NULL")),
        Index("ix_inquiries_asker", "asker", "id"),
        Index("ix_inquiries_staff_topic", "staff_chat", "staff_topic"),
        # The number of a question that was taken back is never given to another.
        {"sqlite_autoincrement": True},
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptFile:
    """A photo or document that lies at Telegram. `kind`: "photo" or "document"; `size` in bytes."""

    kind: str
    file_id: str
    name: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Which questions are for a consultant. `but_of`: whose own are left out."""

    topics: tuple[str, ...]
    but_of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NewInquiry:
    asker: int
    topic: str
    question: str
    files: tuple[KeptFile, ...] = ()
    phone: str | None = None  # digits; None: the answer comes in the chat
    phone_verified: bool = False
    follows: int | None = None  # the inquiry this one asks again about
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inquiry(NewInquiry):
    id: int
    asked_at: datetime
    answer: str | None
    answered_at: datetime | None
    helped_at: datetime | None
    taken_by: int | None


_t = InquiryRecord.__table__
_open = _t.c.answered_at.is_(None)
_HIDDEN = {"answered_by", "staff_chat", "staff_topic"}
_SHOWN = select(*(column for column in _t.c if column.name not in _HIDDEN))


async def keep(connection: AsyncConnection, new: NewInquiry, now: datetime) -> int:
    """The number of the inquiry."""
    phone = seals.of(connection).sealed(new.phone) if new.phone is not None else None
    row = {**asdict(new), "phone": phone, "files": [asdict(file) for file in new.files], "asked_at": now}
    return int(await connection.scalar(insert(InquiryRecord).values(row).returning(_t.c.id)) or 0)


async def find(connection: AsyncConnection, number: int) -> Inquiry | None:
    found = (await connection.execute(_SHOWN.where(_t.c.id == number))).mappings().one_or_none()
    return _inquiry(connection, found) if found is not None else None


async def waiting(connection: AsyncConnection, desk: Desk | None = None, *, limit: int, offset: int = 0) -> list[Inquiry]:
    """Without an answer, the oldest first. `desk` None: all of them."""
    return await _all(connection, _SHOWN.where(_waits(desk)).order_by(_t.c.id).limit(limit).offset(offset))


async def waiting_count(connection: AsyncConnection, desk: Desk | None = None) -> int:
    return await _count(connection, _waits(desk))


def _waits(desk: Desk | None) -> Any:
    return _open if desk is None else _open & _t.c.topic.in_(desk.topics) & (_t.c.asker != desk.but_of)


async def of_person(connection: AsyncConnection, asker: int, *, limit: int, offset: int = 0) -> list[Inquiry]:
    """The newest first."""
    return await _all(connection, _SHOWN.where(_t.c.asker == asker).order_by(_t.c.id.desc()).limit(limit).offset(offset))


async def count_of(connection: AsyncConnection, asker: int) -> int:
    return await _count(connection, _t.c.asker == asker)


async def open_count_of(connection: AsyncConnection, asker: int) -> int:
    return await _count(connection, (_t.c.asker == asker) & _open)


async def answer(connection: AsyncConnection, number: int, *, words: str, by: int, now: datetime) -> bool:
    """False when it has an answer already, or is gone: of two at once, the second gets False."""
    statement = update(InquiryRecord).where(_t.c.id == number, _open).values(answer=words, answered_by=by, answered_at=now)
    return (await connection.execute(statement)).rowcount == 1


async def wait_again(connection: AsyncConnection, number: int) -> None:
    """The asker has said more: it waits for an answer like a new one."""
    await connection.execute(update(InquiryRecord).where(_t.c.id == number).values(answered_at=None))


async def take(connection: AsyncConnection, number: int, by: int) -> bool:
    """A coordinator looks after it from now on. False when another one does."""
    free = _t.c.taken_by.is_(None) | (_t.c.taken_by == by)
    return (await connection.execute(update(InquiryRecord).where(_t.c.id == number, free).values(taken_by=by))).rowcount == 1


async def let_go(connection: AsyncConnection, number: int, by: int) -> bool:
    statement = update(InquiryRecord).where(_t.c.id == number, _t.c.taken_by == by).values(taken_by=None)
    return (await connection.execute(statement)).rowcount == 1


async def topic_of(connection: AsyncConnection, number: int) -> tuple[int | None, int | None]:
    """The office's group and the topic in it where the thread is shown; a group without a topic: it is about to be opened."""
    found = (await connection.execute(select(_t.c.staff_chat, _t.c.staff_topic).where(_t.c.id == number))).one_or_none()
    return (None, None) if found is None else (found.staff_chat, found.staff_topic)


async def keep_topic(connection: AsyncConnection, number: int, chat: int | None, topic: int | None) -> None:
    await connection.execute(update(InquiryRecord).where(_t.c.id == number).values(staff_chat=chat, staff_topic=topic))


async def of_topic(connection: AsyncConnection, chat: int, topic: int) -> Inquiry | None:
    found = (await connection.execute(_SHOWN.where(_t.c.staff_chat == chat, _t.c.staff_topic == topic))).mappings().one_or_none()
    return _inquiry(connection, found) if found is not None else None


async def move_topics(connection: AsyncConnection, old: int, new: int) -> None:
    await connection.execute(update(InquiryRecord).where(_t.c.staff_chat == old).values(staff_chat=new))


async def mark_helped(connection: AsyncConnection, number: int, asker: int, now: datetime) -> bool:
    """False when there is no answered inquiry of this person with that number. The first time stays."""
    first = func.coalesce(_t.c.helped_at, now, type_=_t.c.helped_at.type)
    statement = update(InquiryRecord).where(_t.c.id == number, _t.c.asker == asker, ~_open).values(helped_at=first)
    return (await connection.execute(statement)).rowcount == 1


async def take_back(connection: AsyncConnection, number: int, asker: int) -> bool:
    """False when it is not theirs, not there, or answered already."""
    statement = delete(InquiryRecord).where(_t.c.id == number, _t.c.asker == asker, _open)
    return (await connection.execute(statement)).rowcount == 1


async def forget(connection: AsyncConnection, asker: int) -> list[int]:
    """Deletes every inquiry of the person; their numbers."""
    deleted = await connection.scalars(delete(InquiryRecord).where(_t.c.asker == asker).returning(_t.c.id))
    return sorted(deleted)


async def _all(connection: AsyncConnection, query: Select[Any]) -> list[Inquiry]:
    return [_inquiry(connection, row) for row in (await connection.execute(query)).mappings()]


async def _count(connection: AsyncConnection, which: Any) -> int:
    return int(await connection.scalar(select(func.count()).select_from(InquiryRecord).where(which)) or 0)


def _inquiry(connection: AsyncConnection, row: Mapping[Any, Any]) -> Inquiry:
    phone = seals.opened_or_old(connection, row["phone"]) if row["phone"] is not None else None
    return Inquiry(**{**row, "phone": phone, "files": tuple(KeptFile(**file) for file in row["files"])})
