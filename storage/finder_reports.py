"""Cards of the partner finder that somebody reported, and what the office decided."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, delete, distinct, exists, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.finder import Card, card_of, cards, reports, shops, shown
from storage.shops import within
from storage.tables import in_both


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """A card with its open reports: how many people gave each reason. None at all: it was blocked before."""

    card: Card
    reasons: tuple[tuple[str, int], ...]  # the most often given first


_REPORT = in_both(
    lambda insert: (
        insert(reports)
        .on_conflict_do_nothing(index_elements=["shop", "reporter"], index_where=reports.c.settled_at.is_(None))
        .returning(reports.c.id)
    )
)
_open = reports.c.settled_at.is_(None)


async def report(connection: AsyncConnection, *, shop: int, reporter: int, reason: str, now: datetime) -> bool:
    """False when this person has an open report on it."""
    row = {"shop": shop, "reporter": reporter, "reason": reason, "at": now, "settled_at": None, "settled_by": None, "outcome": None}
    return await connection.scalar(_REPORT[connection.dialect.name], row) is not None


async def reporters(connection: AsyncConnection, shop: int) -> int:
    """How many people have an open report on it."""
    query = select(func.count(distinct(reports.c.reporter))).where(reports.c.shop == shop, _open)
    return int(await connection.scalar(query) or 0)


async def settle(connection: AsyncConnection, shop: int, *, outcome: str, by: int, now: datetime) -> int:
    """How many were open."""
    statement = update(reports).where(reports.c.shop == shop, _open).values(settled_at=now, settled_by=by, outcome=outcome)
    return (await connection.execute(statement)).rowcount


async def forget_reporter(connection: AsyncConnection, person: int) -> None:
    await connection.execute(delete(reports).where(reports.c.reporter == person))


async def block(connection: AsyncConnection, shop: int, at: datetime | None) -> None:
    """`at` None: it can be seen again."""
    await connection.execute(update(cards).where(cards.c.shop == shop).values(blocked_at=at))


async def for_office(connection: AsyncConnection, now: datetime, gus: Collection[str] | None, *, limit: int, offset: int) -> list[Reported]:
    """`gus` None: of all of Seoul. Those with open reports first, the longest waiting before the others; then the blocked ones, the
    latest first.
    """
    query = shown(now).where(_of_interest(), within(gus)).order_by(_oldest().is_(None), _oldest(), cards.c.blocked_at.desc(), cards.c.shop)
    rows = (await connection.execute(query.limit(limit).offset(offset))).mappings().all()
    return [Reported(card=card_of(row), reasons=await _reasons(connection, row["shop"])) for row in rows]


async def for_office_count(connection: AsyncConnection, gus: Collection[str] | None) -> int:
    return await _count(connection, _of_interest() & within(gus))


async def open_count(connection: AsyncConnection, gus: Collection[str] | None = None) -> int:
    """How many cards have open reports. `gus` None: of all of Seoul."""
    return await _count(connection, _has_open() & within(gus))


async def open_ones(connection: AsyncConnection, gus: Collection[str] | None, *, limit: int) -> list[tuple[int, str, datetime]]:
    """Shop, its name and when its card was first reported; the longest waiting first."""
    first = func.min(reports.c.at)
    joined = reports.join(cards, cards.c.shop == reports.c.shop).join(shops, shops.c.id == cards.c.shop)
    there = (
        select(shops.c.id, shops.c.name, first.label("first")).select_from(joined).where(_open, shops.c.removed_at.is_(None), within(gus))
    )
    rows = await connection.execute(there.group_by(shops.c.id, shops.c.name).order_by(first, shops.c.id).limit(limit))
    return [(row.id, row.name, row.first) for row in rows]


async def find(connection: AsyncConnection, shop: int, now: datetime) -> Reported | None:
    """None for a card that was neither reported nor blocked."""
    row = (await connection.execute(shown(now).where(cards.c.shop == shop, _of_interest()))).mappings().one_or_none()
    return None if row is None else Reported(card=card_of(row), reasons=await _reasons(connection, shop))


async def _reasons(connection: AsyncConnection, shop: int) -> tuple[tuple[str, int], ...]:
    given = func.count()
    query = select(reports.c.reason, given.label("given")).where(reports.c.shop == shop, _open).group_by(reports.c.reason)
    return tuple((row.reason, row.given) for row in await connection.execute(query.order_by(given.desc(), reports.c.reason)))


async def _count(connection: AsyncConnection, which: ColumnElement[bool]) -> int:
    query = select(func.count()).select_from(cards.join(shops, shops.c.id == cards.c.shop))
    return int(await connection.scalar(query.where(which, shops.c.removed_at.is_(None))) or 0)


def _has_open() -> ColumnElement[bool]:
    return exists().where(reports.c.shop == cards.c.shop, _open)


def _of_interest() -> ColumnElement[bool]:
    return or_(_has_open(), cards.c.blocked_at.is_not(None))


def _oldest() -> ColumnElement[int]:
    return select(func.min(reports.c.id)).where(reports.c.shop == cards.c.shop, _open).scalar_subquery()
