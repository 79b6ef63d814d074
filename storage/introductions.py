"""Cards of those who like to be introduced at a networking meeting: one for a person and an event, without a name."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Select, String, UniqueConstraint, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from programme.districts import District
from programme.event_kinds import EventKind
from programme.events import Answer, EventState
from programme.introductions import LONGEST_LINE, Speaks
from programme.trades import Trade
from storage.events import EventRecord
from storage.registrations import RegistrationRecord
from storage.seats import SeatRecord
from storage.shops import Kind, ShopRecord
from storage.tables import RowId, Table, in_both, table_of


class IntroductionCardRecord(Table):
    """Trade and gu are the shop's own."""

    __tablename__ = "introduction_cards"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)  # by which the office speaks of it
    event: Mapped[int] = mapped_column(ForeignKey("events.id", ondelete="CASCADE"))
    person: Mapped[int] = mapped_column(index=True)
    shop: Mapped[int] = mapped_column(ForeignKey("shops.id", ondelete="CASCADE"))
    offers: Mapped[str] = mapped_column(String(LONGEST_LINE))
    looks_for: Mapped[str] = mapped_column(String(LONGEST_LINE))
    speaks: Mapped[str] = mapped_column(String(4))
    made_at: Mapped[datetime]
    blocked_at: Mapped[datetime | None]  # taken out of sight by a coordinator
    reported_at: Mapped[datetime | None]  # by somebody who saw it, until a coordinator has judged it

    __table_args__ = (UniqueConstraint("event", "person"), {"sqlite_autoincrement": True})


@dataclass(frozen=True, slots=True, kw_only=True)
class IntroductionCard:
    """`seen`: it can be shown to others now. The words of "another trade" are never part of it: they may say who it is."""

    id: int
    event: int
    person: int
    shop: int
    kind: Kind
    trade: Trade
    gu: District
    offers: str
    looks_for: str
    speaks: Speaks
    blocked_at: datetime | None
    seen: bool


_t, _shops = table_of(IntroductionCardRecord), table_of(ShopRecord)
_registrations, _events, _seats = table_of(RegistrationRecord), table_of(EventRecord), table_of(SeatRecord)
_CHANGING = ("shop", "offers", "looks_for", "speaks")
_WRITE = in_both(
    lambda insert: (statement := insert(_t)).on_conflict_do_update(
        index_elements=["event", "person"], set_={name: statement.excluded[name] for name in _CHANGING}
    )
)
# Whatever ends it (the seat given back, the shop removed, a block) ends it at once.
_SEEN = (
    _t.c.blocked_at.is_(None)
    & _shops.c.removed_at.is_(None)
    & (_shops.c.owner == _t.c.person)
    & (func.coalesce(_registrations.c.answer, "") == Answer.COMING.value)
)


def _shown() -> Select[Any]:
    mine = (_registrations.c.event == _t.c.event) & (_registrations.c.person == _t.c.person)
    joined = _t.join(_shops, _shops.c.id == _t.c.shop).outerjoin(_registrations, mine)
    of_card = (c for c in _t.c if c.name not in {"made_at", "reported_at"})
    return select(*of_card, _shops.c.kind, _shops.c.trade, _shops.c.gu, _SEEN.label("seen")).select_from(joined)


async def write(
    connection: AsyncConnection,
    event: int,
    person: int,
    *,
    shop: int,
    offers: str,
    looks_for: str,
    speaks: Speaks,
    now: datetime,
) -> None:
    """The one there is, too. A block stays a block."""
    row = {"event": event, "person": person, "shop": shop, "offers": offers, "looks_for": looks_for, "speaks": speaks.value}
    await connection.execute(_WRITE[connection.dialect.name], row | {"made_at": now, "blocked_at": None})


async def find(connection: AsyncConnection, event: int, person: int) -> IntroductionCard | None:
    return _one(await _all(connection, _shown().where(_t.c.event == event, _t.c.person == person)))


async def of_id(connection: AsyncConnection, number: int) -> IntroductionCard | None:
    return _one(await _all(connection, _shown().where(_t.c.id == number)))


async def seen(connection: AsyncConnection, event: int) -> list[IntroductionCard]:
    """Of those who come and can be introduced."""
    return await _all(connection, _shown().where(_t.c.event == event, _SEEN).order_by(_t.c.person))


async def of_people(connection: AsyncConnection, event: int, people: Collection[int]) -> dict[int, IntroductionCard]:
    """By person; whoever has taken theirs back is not among them."""
    if not people:
        return {}
    return {one.person: one for one in await _all(connection, _shown().where(_t.c.event == event, _t.c.person.in_(people)))}


async def page(connection: AsyncConnection, event: int, *, limit: int, offset: int) -> list[IntroductionCard]:
    return await _all(connection, _shown().where(_t.c.event == event).order_by(_t.c.id).limit(limit).offset(offset))


async def count(connection: AsyncConnection, event: int) -> int:
    return int(await connection.scalar(select(func.count()).select_from(_t).where(_t.c.event == event)) or 0)


async def block(connection: AsyncConnection, number: int, at: datetime | None) -> None:
    """Or not: whatever was reported about it is judged."""
    await connection.execute(update(_t).where(_t.c.id == number).values(blocked_at=at, reported_at=None))


async def report(connection: AsyncConnection, number: int, now: datetime) -> None:
    """The first report since it was judged last says how long it waits."""
    first = func.coalesce(_t.c.reported_at, now, type_=_t.c.reported_at.type)
    await connection.execute(update(_t).where(_t.c.id == number).values(reported_at=first))


async def reported(connection: AsyncConnection, *, limit: int) -> list[tuple[int, int, datetime]]:
    """Number, event and moment, the longest waiting first."""
    query = select(_t.c.id, _t.c.event, _t.c.reported_at).where(_t.c.reported_at.is_not(None))
    rows = await connection.execute(query.order_by(_t.c.reported_at, _t.c.id).limit(limit))
    return [(row.id, row.event, row.reported_at) for row in rows]


async def withdraw(connection: AsyncConnection, event: int, person: int) -> bool:
    """False when there was none."""
    return (await connection.execute(delete(_t).where(_t.c.event == event, _t.c.person == person))).rowcount == 1


async def events_of(connection: AsyncConnection, person: int) -> list[int]:
    return list(await connection.scalars(select(_t.c.event).where(_t.c.person == person).order_by(_t.c.event)))


async def meetings_ahead(connection: AsyncConnection, now: datetime, *, before: datetime) -> list[tuple[int, datetime]]:
    """Networking meetings with cards that begin before then and are not over, with their beginnings."""
    stands = (_events.c.kind == EventKind.NETWORKING) & (_events.c.state == EventState.PUBLISHED)
    in_time = (_events.c.ends_at > now) & (_events.c.starts_at <= before)
    with_cards = select(_t.c.event).distinct()
    query = select(_events.c.id, _events.c.starts_at).where(stands, in_time, _events.c.id.in_(with_cards))
    return [(row.id, row.starts_at) for row in await connection.execute(query.order_by(_events.c.starts_at, _events.c.id))]


async def consortia_of(connection: AsyncConnection, people: Collection[int]) -> dict[int, frozenset[int]]:
    """In which each of them sits now."""
    found: dict[int, set[int]] = {person: set() for person in people}
    query = select(_seats.c.person, _seats.c.consortium).where(_seats.c.person.in_(people), _seats.c.ended_at.is_(None))
    for row in await connection.execute(query):
        found[row.person].add(row.consortium)
    return {person: frozenset(sits) for person, sits in found.items()}


async def clear_away(connection: AsyncConnection, *, ended_before: datetime) -> int:
    """Cards of meetings long over; how many."""
    over = select(_events.c.id).where(_events.c.ends_at < ended_before)
    return (await connection.execute(delete(_t).where(_t.c.event.in_(over)))).rowcount


async def _all(connection: AsyncConnection, query: Select[Any]) -> list[IntroductionCard]:
    return [_card(row) for row in (await connection.execute(query)).mappings()]


def _card(row: Mapping[Any, Any]) -> IntroductionCard:
    read = {
        "kind": Kind(row["kind"]),
        "trade": Trade(row["trade"]),
        "gu": District(row["gu"]),
        "speaks": Speaks(row["speaks"]),
        "seen": bool(row["seen"]),
    }
    return IntroductionCard(**{**row, **read})


def _one(found: Sequence[IntroductionCard]) -> IntroductionCard | None:
    return found[0] if found else None
