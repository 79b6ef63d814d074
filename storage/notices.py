"""The notices board: every notice once, as a fact that is worded in the language of whoever reads it; and who has read it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, ForeignKey, Index, Select, String, Text, delete, exists, func, insert, select, text, true, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from storage.calls import KEY_LENGTH
from storage.tables import RowId, Table, in_both, table_of

GOING_OUT = text("tells AND told_at IS NULL")
MOST_COUNTED = 100  # unread ones: beyond that nobody counts


class NoticeRecord(Table):
    __tablename__ = "notices"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    code: Mapped[str] = mapped_column(String(64))  # the kind of letter that says it
    body: Mapped[dict[str, Any]]  # its facts; nothing about a single person
    subject: Mapped[str] = mapped_column(String(16))
    track: Mapped[str | None] = mapped_column(String(16))  # None: both
    gu: Mapped[str | None] = mapped_column(String(8))  # None: all of Seoul
    call: Mapped[str | None] = mapped_column(String(KEY_LENGTH))
    words: Mapped[str | None] = mapped_column(Text())  # what it says in every language, for searching; None until somebody searches
    posted_at: Mapped[datetime]
    posted_by: Mapped[int | None]  # the coordinator who wrote it
    pinned_at: Mapped[datetime | None]
    withdrawn_at: Mapped[datetime | None]
    tells: Mapped[bool]  # goes to people, too
    told_upto: Mapped[int]  # everybody whose number is not above this one has been looked at
    told: Mapped[int]  # how many letters were written
    told_at: Mapped[datetime | None]  # everybody was

    __table_args__ = (
        Index("ix_notices_posted_at", "posted_at"),
        Index("ix_notices_going_out", "id", sqlite_where=GOING_OUT, postgresql_where=GOING_OUT),
    )


class NoticeReadingRecord(Table):
    __tablename__ = "notice_readings"

    person: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), primary_key=True)
    notice: Mapped[int] = mapped_column(ForeignKey("notices.id", ondelete="CASCADE"), primary_key=True)
    read_at: Mapped[datetime]


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    id: int
    code: str
    body: Mapping[str, Any]
    subject: str
    track: str | None
    gu: str | None
    call: str | None
    posted_at: datetime
    posted_by: int | None
    pinned_at: datetime | None
    withdrawn_at: datetime | None
    tells: bool
    told_upto: int
    told: int
    told_at: datetime | None


_t, _readings = table_of(NoticeRecord), table_of(NoticeReadingRecord)
_SHOWN = select(*(_t.c[field.name] for field in fields(Notice)))
_up = _t.c.withdrawn_at.is_(None)
_READ = in_both(lambda write: write(_readings).on_conflict_do_nothing())


async def keep(connection: AsyncConnection, values: Mapping[str, Any], now: datetime) -> int:
    row = {"told_upto": 0, "told": 0, "posted_at": now, **values}
    return int(await connection.scalar(insert(_t).values(row).returning(_t.c.id)) or 0)


async def find(connection: AsyncConnection, number: int) -> Notice | None:
    return _one(await _all(connection, _SHOWN.where(_t.c.id == number)))


async def lock(connection: AsyncConnection, number: int) -> Notice | None:
    """None, too, while another process has it in hand."""
    return _one(await _all(connection, _SHOWN.where(_t.c.id == number).with_for_update(skip_locked=True)))


async def page(connection: AsyncConnection, *, subject: str | None = None, sought: str = "", limit: int, offset: int = 0) -> list[Notice]:
    """Those that are up, pinned ones first, each part from the newest on. `sought`: as `words` are written."""
    order = (_t.c.pinned_at.is_(None), _t.c.posted_at.desc(), _t.c.id.desc())
    return await _all(connection, _SHOWN.where(_up, *_narrowed(subject, sought)).order_by(*order).limit(limit).offset(offset))


async def count(connection: AsyncConnection, *, subject: str | None = None, sought: str = "") -> int:
    return int(await connection.scalar(select(func.count()).select_from(_t).where(_up, *_narrowed(subject, sought))) or 0)


async def subjects(connection: AsyncConnection) -> list[str]:
    """Those that notices on the board are about."""
    return sorted(await connection.scalars(select(_t.c.subject).where(_up).distinct()))


def _narrowed(subject: str | None, sought: str) -> tuple[ColumnElement[bool], ...]:
    of_subject = _t.c.subject == subject if subject is not None else true()
    return (of_subject, *(_t.c.words.contains(word, autoescape=True) for word in sought.split()))


async def without_words(connection: AsyncConnection, limit: int) -> list[Notice]:
    return await _all(connection, _SHOWN.where(_t.c.words.is_(None)).order_by(_t.c.id).limit(limit))


async def set_words(connection: AsyncConnection, words: Mapping[int, str]) -> None:
    for number, told in words.items():
        await change(connection, number, {"words": told})


async def change(connection: AsyncConnection, number: int, values: Mapping[str, Any]) -> None:
    await connection.execute(update(_t).where(_t.c.id == number).values(values))


async def going_out(connection: AsyncConnection) -> list[int]:
    """Whose audience is not written down to its end yet, the oldest first."""
    query = select(_t.c.id).where(_t.c.tells, _t.c.told_at.is_(None)).order_by(_t.c.id)
    return list(await connection.scalars(query))


async def read(connection: AsyncConnection, person: int, numbers: Sequence[int], now: datetime) -> None:
    if numbers:
        rows = [{"person": person, "notice": number, "read_at": now} for number in numbers]
        await connection.execute(_READ[connection.dialect.name], rows)


async def unread(connection: AsyncConnection, person: int, *, since: datetime) -> list[int]:
    """The numbers of at most a hundred that they have not opened; what was posted before `since` is no news to them."""
    opened = exists(select(_readings.c.notice).where(_readings.c.person == person, _readings.c.notice == _t.c.id))
    query = select(_t.c.id).where(_up, _t.c.posted_at > since, ~opened).order_by(_t.c.id.desc()).limit(MOST_COUNTED)
    return list(await connection.scalars(query))


async def forget(connection: AsyncConnection, person: int) -> None:
    """A notice a coordinator wrote stays, without their number."""
    await connection.execute(delete(_readings).where(_readings.c.person == person))
    await connection.execute(update(_t).where(_t.c.posted_by == person).values(posted_by=None))


async def _all(connection: AsyncConnection, query: Select[Any]) -> list[Notice]:
    return [Notice(**row) for row in (await connection.execute(query)).mappings()]


def _one(found: list[Notice]) -> Notice | None:
    return found[0] if found else None
