"""The seats of an event, pool by pool. A seat that is taken is a row with a number, so that no seat can be had twice (decision 15)."""

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, String, delete, func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from programme.events import Group, lowest_free
from storage.tables import Table, table_of


class EventPoolRecord(Table):
    __tablename__ = "event_pools"

    event: Mapped[int] = mapped_column(ForeignKey("events.id", ondelete="CASCADE"), primary_key=True)
    group: Mapped[str] = mapped_column(String(8), primary_key=True)
    seats: Mapped[int | None]  # None: no end


class EventSeatRecord(Table):
    __tablename__ = "event_seats"

    event: Mapped[int] = mapped_column(ForeignKey("events.id", ondelete="CASCADE"), primary_key=True)
    group: Mapped[str] = mapped_column(String(8), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    registration: Mapped[int] = mapped_column(ForeignKey("registrations.id", ondelete="CASCADE"), index=True)

    __table_args__ = (CheckConstraint("number >= 1", name="counted"),)


Pools = Mapping[Group, int | None]
_pools, _seats = table_of(EventPoolRecord), table_of(EventSeatRecord)


async def pools_of(connection: AsyncConnection, event: int) -> dict[Group, int | None]:
    return (await pools_of_all(connection, [event]))[event]


async def pools_of_all(connection: AsyncConnection, events: Collection[int]) -> dict[int, dict[Group, int | None]]:
    """By event."""
    found: dict[int, dict[Group, int | None]] = {event: {} for event in events}
    for row in await connection.execute(select(_pools).where(_pools.c.event.in_(events))):
        found[row.event][Group(row.group)] = row.seats
    return found


async def set_pools(connection: AsyncConnection, event: int, pools: Pools) -> None:
    """The caller holds the event's lock, and has looked that nobody loses a seat."""
    await connection.execute(delete(_pools).where(_pools.c.event == event))
    rows = [{"event": event, "group": group.value, "seats": seats} for group, seats in pools.items()]
    await connection.execute(insert(_pools), rows)


async def taken(connection: AsyncConnection, events: Collection[int]) -> dict[int, dict[Group, int]]:
    """How many seats of each pool, by event."""
    found: dict[int, dict[Group, int]] = {event: {} for event in events}
    query = select(_seats.c.event, _seats.c.group, func.count().label("n")).where(_seats.c.event.in_(events))
    for row in await connection.execute(query.group_by(_seats.c.event, _seats.c.group)):
        found[row.event][Group(row.group)] = row.n
    return found


async def take(connection: AsyncConnection, event: int, registration: int, dealt: Mapping[Group, int]) -> None:
    """So many of each pool. Under the event's lock and inside `work.savepoint()`: the constraint says no where somebody was faster."""
    await take_all(connection, event, {registration: dealt})


async def take_all(connection: AsyncConnection, event: int, dealt: Mapping[int, Mapping[Group, int]]) -> None:
    """As `take`, for many at a stroke; by registration."""
    rows = list[dict[str, Any]]()
    for group in sorted({group for given in dealt.values() for group in given}):
        wanted = [(registration, given[group]) for registration, given in dealt.items() if group in given]
        of_pool = (_seats.c.event == event) & (_seats.c.group == group.value)
        numbers = set(await connection.scalars(select(_seats.c.number).where(of_pool)))
        free = iter(lowest_free(numbers, sum(how_many for _, how_many in wanted)))
        seat = {"event": event, "group": group.value}
        rows += [seat | {"number": next(free), "registration": one} for one, how_many in wanted for _ in range(how_many)]
    await connection.execute(insert(_seats), rows)


async def free(connection: AsyncConnection, registration: int) -> int:
    """How many seats that gave back."""
    return (await connection.execute(delete(_seats).where(_seats.c.registration == registration))).rowcount


async def of_registration(connection: AsyncConnection, registration: int) -> int:
    return int(await connection.scalar(select(func.count()).select_from(_seats).where(_seats.c.registration == registration)) or 0)
