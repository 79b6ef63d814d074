"""How many were at a date of an event beside those who are named in `storage.attendance`: counted at the door, or forgotten since."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import CheckConstraint, ForeignKey, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables import Table, in_both, table_of


class AttendanceCountRecord(Table):
    __tablename__ = "attendance_counts"

    date: Mapped[int] = mapped_column(ForeignKey("event_dates.id", ondelete="CASCADE"), primary_key=True, autoincrement=False)
    walk_ins: Mapped[int]  # without the bot
    forgotten: Mapped[int]  # were named once; the figures of the programme keep them as a number

    __table_args__ = (CheckConstraint("walk_ins >= 0 AND forgotten >= 0", name="counted"),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Nameless:
    walk_ins: int = 0
    forgotten: int = 0

    @property
    def total(self) -> int:
        return self.walk_ins + self.forgotten


_t = table_of(AttendanceCountRecord)
_BEGIN = in_both(lambda insert: insert(_t).on_conflict_do_nothing(index_elements=["date"]))


async def of_dates(connection: AsyncConnection, dates: Collection[int]) -> dict[int, Nameless]:
    """Every date that was asked for."""
    rows = await connection.execute(select(_t).where(_t.c.date.in_(dates)))
    found = {row.date: Nameless(walk_ins=row.walk_ins, forgotten=row.forgotten) for row in rows}
    return {date: found.get(date, Nameless()) for date in dates}


async def add(connection: AsyncConnection, date: int, *, walk_ins: int = 0, forgotten: int = 0) -> None:
    """Inside `work.savepoint()` where something is taken away: none falls below zero."""
    await connection.execute(_BEGIN[connection.dialect.name], {"date": date, "walk_ins": 0, "forgotten": 0})
    more = {"walk_ins": _t.c.walk_ins + walk_ins, "forgotten": _t.c.forgotten + forgotten}
    await connection.execute(update(_t).where(_t.c.date == date).values(more))
