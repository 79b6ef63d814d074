"""When a consultant works: the week, single days that differ, times that are blocked, and the office's own days off.

Minutes of a day are counted from midnight in Seoul; a break is the gap between two rows of the same day.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any

from sqlalchemy import Date, ForeignKey, Index, SmallInteger, String, delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables import RowId, Table, in_both, table_of

LONGEST_NAME = 40


class WorkingHoursRecord(Table):
    __tablename__ = "working_hours"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    consultant: Mapped[int] = mapped_column(ForeignKey("consultants.person", ondelete="CASCADE"))
    weekday: Mapped[int] = mapped_column(SmallInteger)  # 0: Monday
    starts: Mapped[int] = mapped_column(SmallInteger)
    ends: Mapped[int] = mapped_column(SmallInteger)

    __table_args__ = (Index("uq_working_hours_start", "consultant", "weekday", "starts", unique=True),)


class SpecialDayRecord(Table):
    """A day that differs from its weekday. A single row without times: a day off. It wins over holidays, too."""

    __tablename__ = "special_days"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    consultant: Mapped[int] = mapped_column(ForeignKey("consultants.person", ondelete="CASCADE"))
    day: Mapped[date] = mapped_column(Date)
    starts: Mapped[int | None] = mapped_column(SmallInteger)
    ends: Mapped[int | None] = mapped_column(SmallInteger)

    __table_args__ = (Index("ix_special_days_day", "consultant", "day"),)


class BlockedTimeRecord(Table):
    __tablename__ = "blocked_times"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    consultant: Mapped[int] = mapped_column(ForeignKey("consultants.person", ondelete="CASCADE"))
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]

    __table_args__ = (Index("ix_blocked_times_consultant", "consultant", "ends_at"),)


class OfficeHolidayRecord(Table):
    """A day off for all consultants that no calendar of the country knows."""

    __tablename__ = "office_holidays"

    day: Mapped[date] = mapped_column(Date, primary_key=True)
    name: Mapped[str] = mapped_column(String(LONGEST_NAME))
    set_by: Mapped[int]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class WeeklyHours:
    weekday: int
    starts: int
    ends: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SpecialHours:
    """`starts` and `ends` None: a day off."""

    day: date
    starts: int | None
    ends: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockedTime:
    id: int
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeHoliday:
    day: date
    name: str


_week, _special = table_of(WorkingHoursRecord), table_of(SpecialDayRecord)
_blocked, _holidays = table_of(BlockedTimeRecord), table_of(OfficeHolidayRecord)
_KEEP_HOLIDAY = in_both(
    lambda insert_: (statement := insert_(_holidays)).on_conflict_do_update(
        index_elements=["day"], set_={"name": statement.excluded.name, "set_by": statement.excluded.set_by}
    )
)


async def set_weekdays(connection: AsyncConnection, consultant: int, weekdays: Sequence[int], hours: Sequence[WeeklyHours]) -> None:
    """These weekdays have these hours from now on, and no others."""
    await connection.execute(delete(_week).where(_week.c.consultant == consultant, _week.c.weekday.in_(weekdays)))
    rows = [{"consultant": consultant, "weekday": one.weekday, "starts": one.starts, "ends": one.ends} for one in hours]
    if rows:
        await connection.execute(insert(_week), rows)


async def set_special_day(connection: AsyncConnection, consultant: int, day: date, hours: Sequence[SpecialHours]) -> None:
    """Nothing: the day is as its weekday again."""
    await connection.execute(delete(_special).where(_special.c.consultant == consultant, _special.c.day == day))
    rows = [{"consultant": consultant, "day": day, "starts": one.starts, "ends": one.ends} for one in hours]
    if rows:
        await connection.execute(insert(_special), rows)


async def blocked_of(
    connection: AsyncConnection, consultants: Sequence[int], starts_at: datetime, ends_at: datetime
) -> dict[int, list[BlockedTime]]:
    """Whatever overlaps the time given."""
    columns = [_blocked.c[field.name] for field in fields(BlockedTime)]
    overlaps = (_blocked.c.starts_at < ends_at) & (_blocked.c.ends_at > starts_at)
    query = select(_blocked.c.consultant, *columns).where(_blocked.c.consultant.in_(consultants), overlaps).order_by(_blocked.c.starts_at)
    return await _by_consultant(connection, query, consultants, BlockedTime)


async def block(connection: AsyncConnection, consultant: int, starts_at: datetime, ends_at: datetime) -> int:
    """Its number."""
    row = {"consultant": consultant, "starts_at": starts_at, "ends_at": ends_at}
    return int(await connection.scalar(insert(_blocked).values(row).returning(_blocked.c.id)) or 0)


async def unblock(connection: AsyncConnection, consultant: int, number: int) -> bool:
    statement = delete(_blocked).where(_blocked.c.consultant == consultant, _blocked.c.id == number)
    return (await connection.execute(statement)).rowcount == 1


async def holidays_between(connection: AsyncConnection, first: date, last: date) -> list[OfficeHoliday]:
    """Both days included."""
    query = select(_holidays.c.day, _holidays.c.name).where(_holidays.c.day.between(first, last)).order_by(_holidays.c.day)
    return [OfficeHoliday(**row) for row in (await connection.execute(query)).mappings()]


async def keep_holiday(connection: AsyncConnection, day: date, name: str, *, by: int) -> None:
    await connection.execute(_KEEP_HOLIDAY[connection.dialect.name], {"day": day, "name": name, "set_by": by})


async def drop_holiday(connection: AsyncConnection, day: date) -> bool:
    return (await connection.execute(delete(_holidays).where(_holidays.c.day == day))).rowcount == 1


async def _by_consultant(connection: AsyncConnection, query: Any, consultants: Sequence[int], kind: Any) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = {one: [] for one in consultants}
    for row in (await connection.execute(query)).mappings():
        found[row["consultant"]].append(kind(**{field.name: row[field.name] for field in fields(kind)}))
    return found
