"""Events in lists: of thousands, no more is read than what a list needs to choose its page."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from programme.events import Answer, Audience, EventState
from storage.attendance import AttendanceRecord
from storage.attendance_counts import AttendanceCountRecord
from storage.event_dates import EventDateRecord
from storage.events import EventRecord
from storage.registrations import RegistrationRecord
from storage.tables import table_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """What decides for whom an event is and where in the list it stands."""

    id: int
    kind: str
    audience: Audience
    gus: tuple[str, ...]
    track: str | None
    starts_at: datetime


_t, _registrations, _attendance = table_of(EventRecord), table_of(RegistrationRecord), table_of(AttendanceRecord)
_dates, _counts = table_of(EventDateRecord), table_of(AttendanceCountRecord)
_SHOWN = select(_t.c.id, _t.c.kind, _t.c.audience, _t.c.gus, _t.c.track, _t.c.starts_at)


async def ahead(connection: AsyncConnection, now: datetime) -> list[Listed]:
    """Published and not begun, the soonest first."""
    there = (_t.c.state == EventState.PUBLISHED) & (_t.c.starts_at > now)
    return await _all(connection, _SHOWN.where(there).order_by(_t.c.starts_at, _t.c.id))


async def of_person(
    connection: AsyncConnection, person: int, answers: Collection[Answer], now: datetime, *, limit: int, offset: int
) -> list[int]:
    """The numbers of those that are not over, the soonest first; cancelled ones, too, until their time."""
    return list(
        await connection.scalars(_mine(_t.c.id, person, answers, now).order_by(_t.c.starts_at, _t.c.id).limit(limit).offset(offset))
    )


async def count_of(connection: AsyncConnection, person: int, answers: Collection[Answer], now: datetime) -> int:
    return int(await connection.scalar(_mine(func.count(), person, answers, now)) or 0)


async def attended(connection: AsyncConnection, person: int, *, limit: int, offset: int) -> list[int]:
    """Where they were checked in, the latest first."""
    query = _attended(_t.c.id, person).order_by(_t.c.starts_at.desc(), _t.c.id.desc()).limit(limit).offset(offset)
    return list(await connection.scalars(query))


async def count_attended(connection: AsyncConnection, person: int) -> int:
    return int(await connection.scalar(_attended(func.count(), person)) or 0)


async def without_attendance(connection: AsyncConnection, since: datetime, now: datetime, *, limit: int) -> list[tuple[int, int, datetime]]:
    """Date, event and end of dates that are over, to which people said they would come, and at which nobody was noted; the oldest first."""
    coming = select(_registrations.c.id).where(_registrations.c.event == _t.c.id, _registrations.c.answer == Answer.COMING).exists()
    noted = select(_attendance.c.registration).where(_attendance.c.date == _dates.c.id).exists()
    counted = select(_counts.c.date).where(_counts.c.date == _dates.c.id, _counts.c.walk_ins + _counts.c.forgotten > 0).exists()
    over = (_dates.c.ends_at <= now) & (_dates.c.ends_at > since) & (_t.c.state == EventState.PUBLISHED)
    query = select(_dates.c.id, _dates.c.event, _dates.c.ends_at).join(_t, _t.c.id == _dates.c.event).where(over, coming, ~noted, ~counted)
    rows = await connection.execute(query.order_by(_dates.c.ends_at, _dates.c.id).limit(limit))
    return [(row.id, row.event, row.ends_at) for row in rows]


def _mine(column: Any, person: int, answers: Collection[Answer], now: datetime) -> Select[Any]:
    joined = select(column).select_from(_t.join(_registrations, _registrations.c.event == _t.c.id))
    return joined.where(_registrations.c.person == person, _registrations.c.answer.in_(answers), _t.c.ends_at > now)


def _attended(column: Any, person: int) -> Select[Any]:
    there = select(_registrations.c.event).join(_attendance, _attendance.c.registration == _registrations.c.id)
    return select(column).select_from(_t).where(_t.c.id.in_(there.where(_registrations.c.person == person)))


async def _all(connection: AsyncConnection, query: Select[Any]) -> list[Listed]:
    return [_listed(row) for row in (await connection.execute(query)).mappings()]


def _listed(row: Mapping[Any, Any]) -> Listed:
    return Listed(**{**row, "audience": Audience(row["audience"]), "gus": tuple(row["gus"])})
