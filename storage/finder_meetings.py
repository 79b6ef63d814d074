"""Who would like to meet whom in the partner finder, and who has met: both said so."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, ForeignKey, Index, and_, delete, exists, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from storage.finder import agrees, shops
from storage.tables import Table, in_both, table_of


class FinderInterestRecord(Table):
    """Shop `one` would like to meet shop `other`. A row stays when it is withdrawn, so that nobody is told of it twice."""

    __tablename__ = "finder_interests"

    one: Mapped[int] = mapped_column(ForeignKey("shops.id", ondelete="CASCADE"), primary_key=True, autoincrement=False)
    other: Mapped[int] = mapped_column(ForeignKey("shops.id", ondelete="CASCADE"), primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    withdrawn_at: Mapped[datetime | None]

    __table_args__ = (Index("ix_finder_interests_other", "other"),)


class FinderMeetingRecord(Table):
    """Both were interested, and were told of each other: once for each pair. `low` is the smaller number."""

    __tablename__ = "finder_meetings"

    low: Mapped[int] = mapped_column(ForeignKey("shops.id", ondelete="CASCADE"), primary_key=True, autoincrement=False)
    high: Mapped[int] = mapped_column(ForeignKey("shops.id", ondelete="CASCADE"), primary_key=True, autoincrement=False)
    at: Mapped[datetime]

    __table_args__ = (Index("ix_finder_meetings_high", "high"),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """A shop one has met, and since when."""

    shop: int
    name: str
    at: datetime


interests, meetings = table_of(FinderInterestRecord), table_of(FinderMeetingRecord)
_SAY = in_both(lambda insert: insert(interests).on_conflict_do_nothing(index_elements=["one", "other"]).returning(interests.c.one))
_MEET = in_both(lambda insert: insert(meetings).on_conflict_do_nothing(index_elements=["low", "high"]).returning(meetings.c.low))


async def say(connection: AsyncConnection, one: int, other: int, now: datetime) -> bool:
    """True the first time ever; a withdrawn interest stands again."""
    row = {"one": one, "other": other, "at": now, "withdrawn_at": None}
    if await connection.scalar(_SAY[connection.dialect.name], row) is not None:
        return True
    await connection.execute(update(interests).where(_is(one, other)).values(withdrawn_at=None))
    return False


async def withdraw(connection: AsyncConnection, one: int, other: int, now: datetime) -> bool:
    """False when none stands."""
    statement = update(interests).where(_is(one, other), interests.c.withdrawn_at.is_(None)).values(withdrawn_at=now)
    return (await connection.execute(statement)).rowcount == 1


async def withdraw_unanswered(connection: AsyncConnection, one: int, now: datetime) -> None:
    """Every interest of this shop that has not led to a meeting."""
    await connection.execute(update(interests).where(*_unmet(one)).values(withdrawn_at=now))


async def unanswered(connection: AsyncConnection, one: int) -> int:
    """How many this shop is interested in who have not met it."""
    return int(await connection.scalar(select(func.count()).select_from(interests).where(*_unmet(one))) or 0)


async def meet(connection: AsyncConnection, one: int, other: int, now: datetime) -> bool:
    """True for the one caller who brought them together."""
    row = {"low": min(one, other), "high": max(one, other), "at": now}
    return await connection.scalar(_MEET[connection.dialect.name], row) is not None


async def met_by(connection: AsyncConnection, shop: int, *, limit: int, offset: int = 0) -> list[Met]:
    """The newest first; without those where one of the two has withdrawn since, and without shops removed or hidden by their owners."""
    query = select(shops.c.id, shops.c.name, meetings.c.at).select_from(meetings.join(shops, _other_of(shop) == shops.c.id))
    found = query.where(_meets(shop)).order_by(meetings.c.at.desc(), shops.c.id).limit(limit).offset(offset)
    return [Met(shop=row.id, name=row.name, at=row.at) for row in await connection.execute(found)]


async def met_count(connection: AsyncConnection, shop: int) -> int:
    joined = meetings.join(shops, _other_of(shop) == shops.c.id)
    return int(await connection.scalar(select(func.count()).select_from(joined).where(_meets(shop))) or 0)


async def have_met(connection: AsyncConnection, one: int, other: int) -> bool:
    """Told of each other, and both interested still."""
    pair = (meetings.c.low == min(one, other), meetings.c.high == max(one, other), _both_stand())
    return bool(await connection.scalar(select(exists().where(*pair))))


async def touched_by(connection: AsyncConnection, numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Every pair (one, other) with an interest from or to these shops: letters may lie under them."""
    rows = await connection.execute(
        select(interests.c.one, interests.c.other).where(or_(interests.c.one.in_(numbers), interests.c.other.in_(numbers)))
    )
    return [(row.one, row.other) for row in rows]


async def forget(connection: AsyncConnection, numbers: Sequence[int]) -> None:
    """Nobody is interested in these shops, nor they in anybody, and they have met nobody."""
    for told, one, other in ((interests, interests.c.one, interests.c.other), (meetings, meetings.c.low, meetings.c.high)):
        await connection.execute(delete(told).where(or_(one.in_(numbers), other.in_(numbers))))


def _unmet(one: int) -> tuple[ColumnElement[bool], ...]:
    return interests.c.one == one, interests.c.withdrawn_at.is_(None), ~_have_met(interests.c.one, interests.c.other)


def _is(one: int, other: int) -> ColumnElement[bool]:
    return and_(interests.c.one == one, interests.c.other == other)


def _stands(one: ColumnElement[int], other: ColumnElement[int]) -> ColumnElement[bool]:
    told = interests.alias()
    return exists().where(told.c.one == one, told.c.other == other, told.c.withdrawn_at.is_(None))


def _both_stand() -> ColumnElement[bool]:
    low, high = meetings.c.low, meetings.c.high
    return and_(_stands(low, high), _stands(high, low))


def _meets(shop: int) -> ColumnElement[bool]:
    return and_(or_(meetings.c.low == shop, meetings.c.high == shop), shops.c.removed_at.is_(None), agrees(shops.c.owner), _both_stand())


def _other_of(shop: int) -> ColumnElement[int]:
    return meetings.c.low + meetings.c.high - shop


def _have_met(one: ColumnElement[int], other: ColumnElement[int]) -> ColumnElement[bool]:
    pair = meetings.alias()
    return exists().where(or_(and_(pair.c.low == one, pair.c.high == other), and_(pair.c.low == other, pair.c.high == one)))
