"""Who fits a shop best: filtered, ordered and paged by the database, by the points of `programme.matching`."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, ForeignKey, Select, and_, case, delete, exists, func, literal, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from programme.districts import District
from programme.kinds import SHOP
from programme.matching import POINTS, POINTS_FOR_A_SHARE, Seeker, Share, Why, fresh_since, points_by_gu, points_by_trade
from programme.trades import Trade
from storage.finder import Card, card_of, cards, seen, shops, shown, would_share
from storage.finder_meetings import interests
from storage.seats import SeatRecord
from storage.tables import Table, in_both, table_of


class FinderHiddenRecord(Table):
    """This person does not want to be shown that shop's card again."""

    __tablename__ = "finder_hidden"

    person: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), primary_key=True, autoincrement=False)
    shop: Mapped[int] = mapped_column(ForeignKey("shops.id", ondelete="CASCADE"), primary_key=True, autoincrement=False)
    at: Mapped[datetime]


@dataclass(frozen=True, slots=True, kw_only=True)
class Only:
    """What the list is narrowed to; None: everything."""

    gu: District | None = None
    trade: Trade | None = None
    share: Share | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A card as somebody else sees it."""

    card: Card
    asks: bool  # its shop is interested in theirs
    asked: bool  # theirs is interested in it
    points: int  # as the database counts


@dataclass(frozen=True, slots=True, kw_only=True)
class Looking:
    """For whom the finder looks: a shop, its owner, what it would share."""

    shop: int
    person: int
    kind: str
    seeker: Seeker


hidden = table_of(FinderHiddenRecord)
_seats = table_of(SeatRecord)
_HIDE = in_both(lambda insert: insert(hidden).on_conflict_do_nothing(index_elements=["person", "shop"]).returning(hidden.c.shop))


async def page(connection: AsyncConnection, looking: Looking, only: Only, now: datetime, *, limit: int, offset: int) -> list[Found]:
    """The best first; of equals the one shown latest."""
    points = _points(looking, now)
    query = _seen_by(looking, now, points.label("points")).where(_candidates(looking, only, now))
    ordered = query.order_by(points.desc(), cards.c.shown_at.desc(), cards.c.shop).limit(limit).offset(offset)
    return [_found(row) for row in (await connection.execute(ordered)).mappings()]


async def count(connection: AsyncConnection, looking: Looking, only: Only, now: datetime) -> int:
    found = select(func.count()).select_from(cards.join(shops, shops.c.id == cards.c.shop))
    return int(await connection.scalar(found.where(_candidates(looking, only, now))) or 0)


async def one(connection: AsyncConnection, looking: Looking, shop: int, now: datetime) -> Found | None:
    """None when others cannot see it, when it is one's own, or of another track. What one has hidden can still be looked at."""
    query = _seen_by(looking, now, _points(looking, now).label("points"))
    row = (await connection.execute(query.where(cards.c.shop == shop, _could_meet(looking), seen(now)))).mappings().one_or_none()
    return None if row is None else _found(row)


async def hide(connection: AsyncConnection, person: int, shop: int, now: datetime) -> bool:
    """False when it is hidden already."""
    row = {"person": person, "shop": shop, "at": now}
    return await connection.scalar(_HIDE[connection.dialect.name], row) is not None


async def unhide(connection: AsyncConnection, person: int, shop: int) -> bool:
    return (await connection.execute(delete(hidden).where(hidden.c.person == person, hidden.c.shop == shop))).rowcount == 1


async def forget_hidden(connection: AsyncConnection, person: int) -> None:
    await connection.execute(delete(hidden).where(hidden.c.person == person))


async def has_hidden(connection: AsyncConnection, person: int, shop: int) -> bool:
    return bool(await connection.scalar(select(exists().where(hidden.c.person == person, hidden.c.shop == shop))))


async def hidden_by(connection: AsyncConnection, looking: Looking, now: datetime, *, limit: int, offset: int) -> list[Found]:
    """The latest first; without those that others cannot see either."""
    joined = _seen_by(looking, now, _points(looking, now).label("points")).join(hidden, hidden.c.shop == cards.c.shop)
    query = joined.where(hidden.c.person == looking.person, _could_meet(looking), seen(now)).order_by(hidden.c.at.desc(), cards.c.shop)
    return [_found(row) for row in (await connection.execute(query.limit(limit).offset(offset))).mappings()]


async def hidden_count(connection: AsyncConnection, looking: Looking, now: datetime) -> int:
    joined = cards.join(shops, shops.c.id == cards.c.shop).join(hidden, hidden.c.shop == cards.c.shop)
    query = select(func.count()).select_from(joined).where(hidden.c.person == looking.person, _could_meet(looking), seen(now))
    return int(await connection.scalar(query) or 0)


def _seen_by(looking: Looking, now: datetime, points: ColumnElement[Any]) -> Select[Any]:
    asks = _interested(cards.c.shop, literal(looking.shop)).label("asks")
    asked = _interested(literal(looking.shop), cards.c.shop).label("asked")
    return shown(now, asks, asked, points)


def _candidates(looking: Looking, only: Only, now: datetime) -> ColumnElement[bool]:
    wanted: list[ColumnElement[bool]] = [seen(now), _could_meet(looking), ~_hidden_from(looking.person), ~_together(looking.person)]
    wanted.append(~and_(_interested(cards.c.shop, literal(looking.shop)), _interested(literal(looking.shop), cards.c.shop)))
    if only.gu is not None:
        wanted.append(shops.c.gu == only.gu)
    if only.trade is not None:
        wanted.append(shops.c.trade == only.trade)
    if only.share is not None:
        wanted.append(would_share(only.share))
    return and_(*wanted)


def _could_meet(looking: Looking) -> ColumnElement[bool]:
    """Nobody meets oneself, nor a body of the other track."""
    same_track = shops.c.kind == SHOP if looking.kind == SHOP else shops.c.kind != SHOP
    return and_(cards.c.person != looking.person, same_track)


def _hidden_from(person: int) -> ColumnElement[bool]:
    return exists().where(hidden.c.person == person, hidden.c.shop == cards.c.shop)


def _together(person: int) -> ColumnElement[bool]:
    """In one consortium already."""
    mine, theirs = _seats.alias(), _seats.alias()
    return exists().where(
        mine.c.person == person,
        mine.c.ended_at.is_(None),
        theirs.c.consortium == mine.c.consortium,
        theirs.c.shop == cards.c.shop,
        theirs.c.ended_at.is_(None),
    )


def _interested(one: ColumnElement[int], other: ColumnElement[int]) -> ColumnElement[bool]:
    told = interests.alias()
    return exists().where(told.c.one == one, told.c.other == other, told.c.withdrawn_at.is_(None))


def _points(looking: Looking, now: datetime) -> ColumnElement[int]:
    mine = looking.seeker
    total = _by(shops.c.gu, points_by_gu(mine.gu)) + _by(shops.c.trade, points_by_trade(mine.trade))
    total += case((cards.c.shown_at >= fresh_since(now), POINTS[Why.FRESH]), else_=0)
    total += case((_interested(cards.c.shop, literal(looking.shop)), POINTS[Why.INTERESTED]), else_=0)
    for share in sorted(mine.shares):
        total += case((would_share(share), POINTS_FOR_A_SHARE), else_=0)
    return total


def _by(column: ColumnElement[str], points: Mapping[Any, int]) -> ColumnElement[int]:
    if not points:
        return literal(0)
    return case({str(value.value): given for value, given in points.items()}, value=column, else_=0)


def _found(row: Mapping[Any, Any]) -> Found:
    return Found(card=card_of(row), asks=bool(row["asks"]), asked=bool(row["asked"]), points=row["points"])
