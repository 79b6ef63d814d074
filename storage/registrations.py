"""Who answered an invitation: comes, perhaps, not, or waits for a seat. One row for a person and an event, whatever becomes of it."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, Select, SmallInteger, String, UniqueConstraint, delete, func, insert, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from programme.events import HEAR, Answer, Group
from storage.events import EventRecord
from storage.shops import ShopRecord
from storage.tables import RowId, Table, table_of

_HELD = text("answer = 'offered'")
_WAITS = text("answer = 'waiting'")


class RegistrationRecord(Table):
    __tablename__ = "registrations"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    event: Mapped[int] = mapped_column(ForeignKey("events.id", ondelete="CASCADE"))
    person: Mapped[int] = mapped_column(index=True)
    shop: Mapped[int | None] = mapped_column(ForeignKey("shops.id", ondelete="SET NULL"))
    answer: Mapped[str] = mapped_column(String(10))
    guests: Mapped[int] = mapped_column(SmallInteger)
    group: Mapped[str] = mapped_column(String(8))  # to which the person belonged when they answered
    code: Mapped[str] = mapped_column(String(32), unique=True)  # what the QR picture for checking in says
    made_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    waiting_since: Mapped[datetime | None]
    ahead: Mapped[int] = mapped_column(SmallInteger)  # a coordinator put them ahead of those with less
    held_until: Mapped[datetime | None]  # of an offer

    __table_args__ = (
        UniqueConstraint("event", "person"),
        Index("ix_registrations_event", "event", "answer"),
        Index("ix_registrations_held", "held_until", sqlite_where=_HELD, postgresql_where=_HELD),
        Index("ix_registrations_waiting", "event", "ahead", "waiting_since", "id", sqlite_where=_WAITS, postgresql_where=_WAITS),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Registration:
    id: int
    event: int
    person: int
    shop: int | None
    answer: Answer
    guests: int
    group: Group
    code: str
    made_at: datetime
    changed_at: datetime
    waiting_since: datetime | None
    ahead: int
    held_until: datetime | None

    @property
    def party(self) -> int:
        """Seats they need: their own and their guests'."""
        return 1 + self.guests


_t, _events, _shops = table_of(RegistrationRecord), table_of(EventRecord), table_of(ShopRecord)
_SHOWN = select(*(_t.c[field.name] for field in fields(Registration)))
_QUEUE = (_t.c.ahead.desc(), _t.c.waiting_since, _t.c.id)


async def keep(
    connection: AsyncConnection, *, event: int, person: int, shop: int | None, answer: Answer, group: Group, code: str, now: datetime
) -> int:
    """Its number. Inside `work.savepoint()`: a person answers an event in one row."""
    row = {
        "event": event,
        "person": person,
        "shop": shop,
        "answer": answer.value,
        "guests": 0,
        "group": group.value,
        "code": code,
        "made_at": now,
        "changed_at": now,
        "waiting_since": now if answer is Answer.WAITING else None,
        "ahead": 0,
    }
    return int(await connection.scalar(insert(_t).values(row).returning(_t.c.id)) or 0)


async def find(connection: AsyncConnection, number: int) -> Registration | None:
    return _one(await _all(connection, _SHOWN.where(_t.c.id == number)))


async def of_code(connection: AsyncConnection, code: str) -> Registration | None:
    return _one(await _all(connection, _SHOWN.where(_t.c.code == code)))


async def of_person(connection: AsyncConnection, event: int, person: int) -> Registration | None:
    return _one(await _all(connection, _SHOWN.where(_t.c.event == event, _t.c.person == person)))


async def of_person_at(connection: AsyncConnection, events: Collection[int], person: int) -> dict[int, Registration]:
    """What they answered, by event."""
    return {one.event: one for one in await _all(connection, _SHOWN.where(_t.c.event.in_(events), _t.c.person == person))}


async def of_people(connection: AsyncConnection, event: int, people: Collection[int]) -> list[Registration]:
    return await _all(connection, _SHOWN.where(_t.c.event == event, _t.c.person.in_(people))) if people else []


async def all_of_person(connection: AsyncConnection, person: int, answers: Collection[Answer] = HEAR) -> list[Registration]:
    return await _all(connection, _SHOWN.where(_t.c.person == person, _t.c.answer.in_(answers)).order_by(_t.c.id))


async def of_event(
    connection: AsyncConnection, event: int, answers: Collection[Answer], *, after: int = 0, limit: int
) -> list[Registration]:
    """Those behind the number `after`, in the order of their numbers."""
    mine = _SHOWN.where(_t.c.event == event, _t.c.answer.in_(answers), _t.c.id > after)
    return await _all(connection, mine.order_by(_t.c.id).limit(limit))


async def page_of(connection: AsyncConnection, event: int, answers: Collection[Answer], *, limit: int, offset: int) -> list[Registration]:
    """A page of the office's list: those who wait in the order of the queue, all others as they came."""
    mine = _SHOWN.where(_t.c.event == event, _t.c.answer.in_(answers))
    order = _QUEUE if tuple(answers) == (Answer.WAITING,) else (_t.c.made_at, _t.c.id)
    return await _all(connection, mine.order_by(*order).limit(limit).offset(offset))


async def guests(connection: AsyncConnection, event: int) -> dict[Answer, int]:
    """How many guests come with those of each answer."""
    query = select(_t.c.answer, func.sum(_t.c.guests).label("n")).where(_t.c.event == event).group_by(_t.c.answer)
    return {Answer(row.answer): int(row.n) for row in await connection.execute(query)}


async def counts(connection: AsyncConnection, event: int) -> dict[Answer, int]:
    """How many gave which answer."""
    query = select(_t.c.answer, func.count().label("n")).where(_t.c.event == event).group_by(_t.c.answer)
    return {Answer(row.answer): row.n for row in await connection.execute(query)}


async def trades(connection: AsyncConnection, event: int) -> Counter[str | None]:
    """How many of those who come are of which trade; None: without a shop."""
    query = select(_shops.c.trade, func.count().label("n")).select_from(_t.outerjoin(_shops, _shops.c.id == _t.c.shop))
    rows = await connection.execute(query.where(_t.c.event == event, _t.c.answer == Answer.COMING).group_by(_shops.c.trade))
    return Counter({row.trade: row.n for row in rows})


async def waiting(connection: AsyncConnection, event: int, *, limit: int) -> list[Registration]:
    """Whose turn it is comes first."""
    return await _all(connection, _SHOWN.where(_t.c.event == event, _t.c.answer == Answer.WAITING).order_by(*_QUEUE).limit(limit))


async def groups_waiting(connection: AsyncConnection, event: int, *, but: int) -> set[Group]:
    """Of which groups those are who wait; `but`: not counting that person."""
    query = select(_t.c.group).where(_t.c.event == event, _t.c.answer == Answer.WAITING, _t.c.person != but).distinct()
    return {Group(group) for group in await connection.scalars(query)}


async def before(connection: AsyncConnection, one: Registration) -> int:
    """How many of those who wait come before them; 0 for who does not wait."""
    if one.answer is not Answer.WAITING:
        return 0
    earlier = (_t.c.ahead > one.ahead) | (
        (_t.c.ahead == one.ahead)
        & ((_t.c.waiting_since < one.waiting_since) | ((_t.c.waiting_since == one.waiting_since) & (_t.c.id < one.id)))
    )
    mine = (_t.c.event == one.event) & (_t.c.answer == Answer.WAITING) & earlier
    return int(await connection.scalar(select(func.count()).select_from(_t).where(mine)) or 0)


async def held_over(connection: AsyncConnection, now: datetime, *, limit: int) -> list[int]:
    """Offers whose time is up."""
    query = select(_t.c.id).where(_t.c.answer == Answer.OFFERED, _t.c.held_until <= now)
    return list(await connection.scalars(query.order_by(_t.c.held_until).limit(limit)))


async def waited_for(connection: AsyncConnection, now: datetime) -> list[int]:
    """Events ahead of which somebody waits for a seat."""
    joined = select(_t.c.event).join(_events, _events.c.id == _t.c.event).where(_t.c.answer == Answer.WAITING)
    return list(await connection.scalars(joined.where(_events.c.starts_at > now).distinct().order_by(_t.c.event)))


async def hold_no_longer(connection: AsyncConnection, event: int, latest: datetime) -> None:
    """Than until then: the event was moved to an earlier time."""
    mine = (_t.c.event == event) & (_t.c.answer == Answer.OFFERED) & (_t.c.held_until > latest)
    await connection.execute(update(_t).where(mine).values(held_until=latest))


async def offer(connection: AsyncConnection, numbers: Collection[int], until: datetime, now: datetime) -> None:
    """Seats are held for all of these. The caller holds the lock of the event."""
    values = {"answer": Answer.OFFERED.value, "held_until": until, "changed_at": now}
    await connection.execute(update(_t).where(_t.c.id.in_(numbers)).values(values))


async def change(connection: AsyncConnection, number: int, **values: Any) -> None:
    """The caller holds the lock of the event."""
    await connection.execute(update(_t).where(_t.c.id == number).values(_plain(values)))


async def forget(connection: AsyncConnection, number: int) -> None:
    """With its seats, its answers and where they were. The caller holds the lock of the event."""
    await connection.execute(delete(_t).where(_t.c.id == number))


def _plain(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value.value if isinstance(value, Answer | Group) else value for name, value in values.items()}


async def _all(connection: AsyncConnection, query: Select[Any]) -> list[Registration]:
    rows = (await connection.execute(query)).mappings()
    return [Registration(**{**row, "answer": Answer(row["answer"]), "group": Group(row["group"])}) for row in rows]


def _one(found: Sequence[Registration]) -> Registration | None:
    return found[0] if found else None
