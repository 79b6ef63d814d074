"""All that the plans of consultants are made of, read in one statement: every calendar asks for it, and a booking does so under locks."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

import sqlalchemy
from sqlalchemy import BigInteger, BindParameter, Date, Select, SmallInteger, String, bindparam, cast, literal, null, select, union_all
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.types import TypeEngine

from storage.tables import UtcDateTime, table_of
from storage.working_hours import (
    BlockedTime,
    BlockedTimeRecord,
    OfficeHoliday,
    OfficeHolidayRecord,
    SpecialDayRecord,
    SpecialHours,
    WeeklyHours,
    WorkingHoursRecord,
)

_week, _special = table_of(WorkingHoursRecord), table_of(SpecialDayRecord)
_blocked, _holidays = table_of(BlockedTimeRecord), table_of(OfficeHolidayRecord)


def _rows(kind: str, table: sqlalchemy.Table, number: str | None = None) -> Select[Any]:
    """The columns that all four kinds share; what a kind does not have is null."""
    shapes: dict[str, TypeEngine[Any]] = {"consultant": BigInteger(), "day": Date(), "starts": SmallInteger(), "ends": SmallInteger()}
    shapes |= {"starts_at": UtcDateTime(), "ends_at": UtcDateTime(), "name": String()}
    shown = [table.c[name] if name in table.c else cast(null(), shape).label(name) for name, shape in shapes.items()]
    counted = cast(table.c[number] if number is not None else null(), BigInteger()).label("number")
    return select(literal(kind).label("kind"), shown[0], counted, *shown[1:])


_THOSE: BindParameter[Any] = bindparam("those", expanding=True)
_KEPT = union_all(
    _rows("week", _week, "weekday").where(_week.c.consultant.in_(_THOSE)),
    _rows("special", _special).where(_special.c.consultant.in_(_THOSE), _special.c.day.between(bindparam("first"), bindparam("last"))),
    _rows("blocked", _blocked, "id").where(
        _blocked.c.consultant.in_(_THOSE), _blocked.c.starts_at < bindparam("ends_at"), _blocked.c.ends_at > bindparam("starts_at")
    ),
    _rows("holiday", _holidays).where(_holidays.c.day.between(bindparam("first"), bindparam("last"))),
).order_by("day", "number", "starts_at", "starts")


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptTimes:
    """Of one consultant, in the order of their days and times."""

    week: list[WeeklyHours] = field(default_factory=list)
    special: list[SpecialHours] = field(default_factory=list)
    blocked: list[BlockedTime] = field(default_factory=list)


async def kept_times(
    connection: AsyncConnection, consultants: Sequence[int], first: date, last: date, *, starts_at: datetime, ends_at: datetime
) -> tuple[dict[int, KeptTimes], list[OfficeHoliday]]:
    """All that plans are made of, in one statement: special days and holidays from `first` to `last`, what is blocked in that time."""
    given = {"those": list(consultants), "first": first, "last": last, "starts_at": starts_at, "ends_at": ends_at}
    found, holidays = {one: KeptTimes() for one in consultants}, list[OfficeHoliday]()
    for kind, consultant, number, day, starts, ends, begins, until, name in await connection.execute(_KEPT, given):
        if kind == "week":
            found[consultant].week.append(WeeklyHours(weekday=number, starts=starts, ends=ends))
        elif kind == "special":
            found[consultant].special.append(SpecialHours(day=day, starts=starts, ends=ends))
        elif kind == "blocked":
            found[consultant].blocked.append(BlockedTime(id=number, starts_at=begins, ends_at=until))
        else:
            holidays.append(OfficeHoliday(day=day, name=name))
    return found, holidays
