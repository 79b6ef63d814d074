"""Amendments of announcements that have gone out: a text is corrected where it stands, or everything is withdrawn."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index, Select, SmallInteger, String, insert, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables import RowId, Table, table_of

_STANDS = text("state IN ('asked', 'running', 'paused')")
_RUNS = text("state = 'running'")


class Kind(StrEnum):
    CORRECTION = "correction"
    WITHDRAWAL = "withdrawal"


class AmendmentState(StrEnum):
    ASKED = "asked"  # a second of the office is to approve it
    RUNNING = "running"
    PAUSED = "paused"
    DONE = "done"
    CANCELLED = "cancelled"


STANDING = (AmendmentState.ASKED, AmendmentState.RUNNING, AmendmentState.PAUSED)


class AmendmentRecord(Table):
    __tablename__ = "announcement_amendments"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    announcement: Mapped[int] = mapped_column(ForeignKey("announcements.id", ondelete="CASCADE"))
    kind: Mapped[str] = mapped_column(String(10))
    state: Mapped[str] = mapped_column(String(9))
    language: Mapped[str | None] = mapped_column(String(16))  # of the corrected text
    place: Mapped[int | None] = mapped_column(SmallInteger)  # which of the messages, from 0
    before: Mapped[dict[str, Any] | None]  # the message as it was: {"method", "params"}
    after: Mapped[dict[str, Any] | None]
    asked_by: Mapped[int]
    asked_at: Mapped[datetime]
    approved_by: Mapped[int | None]
    started_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    paused_why: Mapped[str] = mapped_column(String(16), server_default="")

    __table_args__ = (
        Index("uq_announcement_amendments_standing", "announcement", unique=True, sqlite_where=_STANDS, postgresql_where=_STANDS),
        Index("ix_announcement_amendments_announcement", "announcement", "id"),
        Index("ix_announcement_amendments_running", "id", sqlite_where=_RUNS, postgresql_where=_RUNS),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
    id: int
    announcement: int
    kind: Kind
    state: AmendmentState
    language: str | None
    place: int | None
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None
    asked_by: int
    asked_at: datetime
    approved_by: int | None
    started_at: datetime | None
    ended_at: datetime | None
    paused_why: str


_t = table_of(AmendmentRecord)
_SHOWN = select(*(_t.c[field.name] for field in fields(Amendment)))


async def keep(connection: AsyncConnection, announcement: int, kind: Kind, *, by: int, now: datetime, **values: Any) -> int:
    """Asked for; its number. Met inside a savepoint: only one stands for an announcement at a time."""
    row = {"announcement": announcement, "kind": kind.value, "state": AmendmentState.ASKED.value, "asked_by": by, "asked_at": now}
    return int(await connection.scalar(insert(_t).values(**row, **values).returning(_t.c.id)) or 0)


async def find(connection: AsyncConnection, number: int) -> Amendment | None:
    return _one(await _all(connection, _SHOWN.where(_t.c.id == number)))


async def standing_of(connection: AsyncConnection, announcement: int) -> Amendment | None:
    """The one that is not over."""
    stands = _t.c.state.in_([state.value for state in STANDING])
    return _one(await _all(connection, _SHOWN.where(_t.c.announcement == announcement, stands)))


async def of_announcement(connection: AsyncConnection, announcement: int, *, limit: int) -> list[Amendment]:
    """The newest first."""
    return await _all(connection, _SHOWN.where(_t.c.announcement == announcement).order_by(_t.c.id.desc()).limit(limit))


async def asked(connection: AsyncConnection, *, limit: int) -> list[Amendment]:
    """Those that wait for a second person, the oldest first."""
    return await _all(connection, _SHOWN.where(_t.c.state == AmendmentState.ASKED.value).order_by(_t.c.id).limit(limit))


async def running(connection: AsyncConnection) -> list[int]:
    """The oldest first."""
    return list(await connection.scalars(select(_t.c.id).where(_t.c.state == AmendmentState.RUNNING.value).order_by(_t.c.id)))


async def move(connection: AsyncConnection, number: int, then: AmendmentState, *, before: Sequence[AmendmentState], **values: Any) -> bool:
    """False where it stands in none of the states before."""
    statement = update(_t).where(_t.c.id == number, _t.c.state.in_([state.value for state in before]))
    return (await connection.execute(statement.values(state=then.value, **values))).rowcount == 1


async def _all(connection: AsyncConnection, query: Select[Any]) -> list[Amendment]:
    return [
        Amendment(**{**row, "kind": Kind(row["kind"]), "state": AmendmentState(row["state"])})
        for row in (await connection.execute(query)).mappings()
    ]


def _one(found: Sequence[Amendment]) -> Amendment | None:
    return found[0] if found else None
