"""Who was there, date by date, and how that came to be known."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, String, delete, func, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from storage.event_dates import EventDateRecord
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


@dataclass(frozen=True, slots=True)
class Tally:
    here: int
    guests: int


_t, _events, _registrations, _dates = (
    table_of(AttendanceRecord),
    table_of(EventRecord),
    table_of(RegistrationRecord),
    table_of(EventDateRecord),
)
_KEEP = in_both(lambda insert: insert(_t).on_conflict_do_nothing(index_elements=["date", "registration"]).returning(_t.c.date))


async def keep(connection: AsyncConnection, one: Attended) -> bool:
    """False when they were checked in at that date already: the first note stays."""
    row = {"date": one.date, "registration": one.registration, "at": one.at, "how": one.how.value, "by": one.by}
    return await connection.scalar(_KEEP[connection.dialect.name], row) is not None


async def find(connection: AsyncConnection, date: int, registration: int) -> Attended | None:
    row = (await connection.execute(select(_t).where(_t.c.date == date, _t.c.registration == registration))).mappings().one_or_none()
    return Attended(**{**row, "how": How(row["how"])}) if row is not None else None


async def take_back(connection: AsyncConnection, date: int, registration: int) -> bool:
    """False when they were not checked in."""
    return (await connection.execute(delete(_t).where(_t.c.date == date, _t.c.registration == registration))).rowcount == 1


async def of_date(connection: AsyncConnection, date: int) -> set[int]:
    """The registrations that were there."""
    return set(await connection.scalars(select(_t.c.registration).where(_t.c.date == date)))


async def often(connection: AsyncConnection, event: int) -> dict[int, int]:
    """At how many dates of the event who was there, by registration."""
    query = select(_t.c.registration, func.count().label("n")).join(_dates, _dates.c.id == _t.c.date).where(_dates.c.event == event)
    return {row.registration: row.n for row in await connection.execute(query.group_by(_t.c.registration))}


async def forget(connection: AsyncConnection, person: int) -> dict[int, int]:
    """Of somebody who is forgotten; how often, by date."""
    theirs = select(_registrations.c.id).where(_registrations.c.person == person)
    gone = await connection.scalars(delete(_t).where(_t.c.registration.in_(theirs)).returning(_t.c.date))
    return dict(Counter(gone))


async def of_registrations(connection: AsyncConnection, numbers: Collection[int]) -> dict[int, int]:
    """At how many dates each was."""
    query = select(_t.c.registration, func.count().label("n")).where(_t.c.registration.in_(numbers)).group_by(_t.c.registration)
    return {row.registration: row.n for row in await connection.execute(query)} if numbers else {}


async def dates_of(connection: AsyncConnection, registration: int) -> dict[int, datetime]:
    """The dates at which they were, with when that was noted."""
    rows = await connection.execute(select(_t.c.date, _t.c.at).where(_t.c.registration == registration))
    return {row.date: row.at for row in rows}


async def of_dates(connection: AsyncConnection, dates: Collection[int]) -> list[Attended]:
    rows = (await connection.execute(select(_t).where(_t.c.date.in_(dates)).order_by(_t.c.date, _t.c.at))).mappings()
    return [Attended(**{**row, "how": How(row["how"])}) for row in rows]


async def tally(connection: AsyncConnection, dates: Collection[int]) -> dict[int, Tally]:
    """How many were there, and how many guests they said to bring, by date."""
    count, guests = func.count().label("here"), func.coalesce(func.sum(_registrations.c.guests), 0).label("guests")
    query = select(_t.c.date, count, guests).join(_registrations, _registrations.c.id == _t.c.registration).where(_t.c.date.in_(dates))
    found = {row.date: Tally(int(row.here), int(row.guests)) for row in await connection.execute(query.group_by(_t.c.date))}
    return {date: found.get(date, Tally(0, 0)) for date in dates}


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """That somebody was at an event whose attending fulfils the condition of a call."""

    person: int
    event: int
    title: dict[str, str]  # by language
    starts_at: datetime


async def visits(connection: AsyncConnection, people: Collection[int], *, call: str) -> dict[int, Visit]:
    """By person, the first of each."""
    query = (
        select(_registrations.c.person, _events.c.id.label("event"), _events.c.title, _dates.c.starts_at)
        .select_from(_t)
        .join(_registrations, _registrations.c.id == _t.c.registration)
        .join(_dates, _dates.c.id == _t.c.date)
        .join(_events, _events.c.id == _registrations.c.event)
        .where(_registrations.c.person.in_(people), _events.c.call == call)
        .order_by(_dates.c.starts_at.desc(), _dates.c.id.desc())
    )
    return {row["person"]: Visit(**row) for row in (await connection.execute(query)).mappings()}
