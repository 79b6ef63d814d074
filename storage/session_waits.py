"""Who waits for a session when there is no free time: whose turn it is gets one held for a while."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Date, ForeignKey, Index, Select, String, func, insert, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables import RowId, Table, table_of

WAITS = text("ended IS NULL")


class Ended(StrEnum):
    BOOKED = "booked"
    LAPSED = "lapsed"  # an offer was left without an answer
    LEFT = "left"
    OVER = "over"  # the last day passed


class SessionWaitRecord(Table):
    __tablename__ = "session_waits"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    person: Mapped[int]
    topic: Mapped[str] = mapped_column(String(16))
    consultant: Mapped[int | None] = mapped_column(ForeignKey("consultants.person", ondelete="CASCADE"))  # None: anyone
    way: Mapped[str | None] = mapped_column(String(8))  # None: any
    last_day: Mapped[date] = mapped_column(Date)  # no later
    asked_at: Mapped[datetime]
    offered: Mapped[int | None] = mapped_column(ForeignKey("sessions.id", ondelete="SET NULL"))  # the session that is held for them
    passed: Mapped[int]  # how many offers they let go
    ended: Mapped[str | None] = mapped_column(String(8))
    ended_at: Mapped[datetime | None]

    __table_args__ = (
        Index("uq_session_waits_person", "person", "topic", unique=True, sqlite_where=WAITS, postgresql_where=WAITS),
        Index("uq_session_waits_offered", "offered", unique=True),
        Index("ix_session_waits_topic", "topic", sqlite_where=WAITS, postgresql_where=WAITS),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionWait:
    """One that has not ended."""

    id: int
    person: int
    topic: str
    consultant: int | None
    way: str | None
    last_day: date
    asked_at: datetime
    offered: int | None
    passed: int


_t = table_of(SessionWaitRecord)
_SHOWN = select(*(_t.c[field.name] for field in fields(SessionWait))).where(_t.c.ended.is_(None))


async def keep(
    connection: AsyncConnection, *, person: int, topic: str, consultant: int | None, way: str | None, last_day: date, now: datetime
) -> int:
    """Its number. Inside `work.savepoint()`: a person waits once for a topic."""
    row = {"person": person, "topic": topic, "consultant": consultant, "way": way, "last_day": last_day, "asked_at": now, "passed": 0}
    return int(await connection.scalar(insert(_t).values(row).returning(_t.c.id)) or 0)


async def find(connection: AsyncConnection, number: int) -> SessionWait | None:
    return _one(await _all(connection, _SHOWN.where(_t.c.id == number)))


async def of_person(connection: AsyncConnection, person: int) -> list[SessionWait]:
    return await _all(connection, _SHOWN.where(_t.c.person == person).order_by(_t.c.id))


async def of_offer(connection: AsyncConnection, session: int) -> SessionWait | None:
    return _one(await _all(connection, _SHOWN.where(_t.c.offered == session)))


async def lock_of_topics(connection: AsyncConnection, topics: tuple[str, ...]) -> list[SessionWait]:
    """Who has no offer now, in the order in which they asked; locked, so that nobody gets two."""
    waiting = _SHOWN.where(_t.c.topic.in_(topics), _t.c.offered.is_(None)).order_by(_t.c.id)
    return await _all(connection, waiting.with_for_update(skip_locked=True))


async def everybody(connection: AsyncConnection, *, after: int, limit: int) -> list[SessionWait]:
    """Who has no offer now, in the order in which they asked, behind the wait with the number `after`."""
    behind = _SHOWN.where(_t.c.offered.is_(None), _t.c.id > after)
    return await _all(connection, behind.order_by(_t.c.id).limit(limit))


async def lock(connection: AsyncConnection, number: int) -> SessionWait | None:
    """One that has no offer and that nobody else makes one just now."""
    return _one(await _all(connection, _SHOWN.where(_t.c.id == number, _t.c.offered.is_(None)).with_for_update(skip_locked=True)))


async def past(connection: AsyncConnection, today: date, *, limit: int) -> list[SessionWait]:
    """Whose last day is over."""
    over = _SHOWN.where(_t.c.last_day < today, _t.c.offered.is_(None))
    return await _all(connection, over.order_by(_t.c.id).limit(limit))


async def ahead(connection: AsyncConnection, wait: SessionWait) -> int:
    """How many asked before for the same topic."""
    before = _t.c.ended.is_(None) & (_t.c.topic == wait.topic) & (_t.c.id < wait.id)
    return int(await connection.scalar(select(func.count()).select_from(_t).where(before)) or 0)


async def offer(connection: AsyncConnection, number: int, session: int) -> bool:
    return await _change(connection, number, {"offered": session})


async def pass_on(connection: AsyncConnection, number: int) -> bool:
    """The offer was not taken; they wait on, behind nobody new."""
    return await _change(connection, number, {"offered": None, "passed": _t.c.passed + 1})


async def end(connection: AsyncConnection, number: int, how: Ended, now: datetime) -> bool:
    """What was offered and is booked stays with it, for a second tap."""
    gone = {} if how is Ended.BOOKED else {"offered": None}
    return await _change(connection, number, {"ended": how.value, "ended_at": now, **gone})


async def booked_by(connection: AsyncConnection, number: int, person: int) -> int | None:
    """The session in which this wait ended; None where it ended otherwise, stands, or is somebody else's."""
    theirs = (_t.c.id == number) & (_t.c.person == person) & (_t.c.ended == Ended.BOOKED.value)
    return await connection.scalar(select(_t.c.offered).where(theirs))


async def end_without_offer(connection: AsyncConnection, number: int, how: Ended, now: datetime) -> bool:
    """False when a time has been offered meanwhile, or it has ended."""
    statement = update(_t).where(_t.c.id == number, _t.c.ended.is_(None), _t.c.offered.is_(None))
    return (await connection.execute(statement.values(ended=how.value, ended_at=now))).rowcount == 1


async def _change(connection: AsyncConnection, number: int, values: Mapping[str, Any]) -> bool:
    statement = update(_t).where(_t.c.id == number, _t.c.ended.is_(None)).values(values)
    return (await connection.execute(statement)).rowcount == 1


async def _all(connection: AsyncConnection, query: Select[Any]) -> list[SessionWait]:
    return [SessionWait(**row) for row in (await connection.execute(query)).mappings()]


def _one(found: list[SessionWait]) -> SessionWait | None:
    return found[0] if found else None
