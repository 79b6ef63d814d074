"""Who was there, date by date, and how that came to be known."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, String, delete, func, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from storage.events import EventRecord
from storage.registrations import RegistrationRecord
from storage.tables import Table, in_both, table_of


class How(StrEnum):
    CODE = "code"  # a coordinator scanned the person's own QR picture
    WALL = "wall"  # the person read the code on the wall
    NAME = "name"  # a coordinator found them in the list


class AttendanceRecord(Table):
    __tablename__ = "attendance"

    date: Mapped[int] = mapped_column(ForeignKey("event_dates.id", ondelete="CASCADE"), primary_key=True)
    registration: Mapped[int] = mapped_column(ForeignKey("registrations.id", ondelete="CASCADE"), primary_key=True, index=True)
    at: Mapped[datetime]
    how: Mapped[str] = mapped_column(String(4))
    by: Mapped[int | None]  # the coordinator; None: the person themselves


@dataclass(frozen=True, slots=True, kw_only=True)
class Attended:
    date: int
    registration: int
    at: datetime
    how: How
    by: int | None


_t, _events, _registrations = (
    table_of(AttendanceRecord),
    table_of(EventRecord),
    table_of(RegistrationRecord),
)
_KEEP = in_both(lambda insert: insert(_t).on_conflict_do_nothing(index_elements=["date", "registration"]))


async def keep(connection: AsyncConnection, one: Attended) -> bool:
    """False when they were checked in at that date already: the first note stays."""
    row = {"date": one.date, "registration": one.registration, "at": one.at, "how": one.how.value, "by": one.by}
    return (await connection.execute(_KEEP[connection.dialect.name], row)).rowcount == 1


async def find(connection: AsyncConnection, date: int, registration: int) -> Attended | None:
    row = (await connection.execute(select(_t).where(_t.c.date == date, _t.c.registration == registration))).mappings().one_or_none()
    return Attended(**{**row, "how": How(row["how"])}) if row is not None else None


async def take_back(connection: AsyncConnection, date: int, registration: int) -> bool:
    """False when they were not checked in."""
    return (await connection.execute(delete(_t).where(_t.c.date == date, _t.c.registration == registration))).rowcount == 1


async def of_date(connection: AsyncConnection, date: int) -> set[int]:
    """The registrations that were there."""
    return set(await connection.scalars(select(_t.c.registration).where(_t.c.date == date)))


async def of_registrations(connection: AsyncConnection, numbers: Collection[int]) -> dict[int, int]:
    """At how many dates each was."""
    query = select(_t.c.registration, func.count().label("n")).where(_t.c.registration.in_(numbers)).group_by(_t.c.registration)
    return {row.registration: row.n for row in await connection.execute(query)} if numbers else {}


async def was_at(connection: AsyncConnection, person: int, *, call: str) -> bool:
    """Whether they were at an event whose attending fulfils the condition of this call."""
    query = (
        select(_t.c.date)
        .join(_registrations, _registrations.c.id == _t.c.registration)
        .join(_events, _events.c.id == _registrations.c.event)
        .where(_registrations.c.person == person, _events.c.call == call)
    )
    return await connection.scalar(query.limit(1)) is not None
