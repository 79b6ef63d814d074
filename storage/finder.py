"""The partner finder: the cards shops show of themselves, and when a card may be seen at all."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    ForeignKey,
    Index,
    Select,
    SmallInteger,
    String,
    and_,
    distinct,
    exists,
    func,
    select,
    text,
)
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from programme.consents import Purpose, terms
from programme.districts import District
from programme.matching import Seeker, Share
from programme.trades import Trade
from storage.consents import ConsentRecord
from storage.people import PersonRecord
from storage.shops import Check, Kind, ShopRecord
from storage.tables import RowId, Table, table_of

LONGEST_SENTENCE = 150
REPORTS_TO_HIDE = 3  # open ones, from so many different people
OPEN = text("settled_at IS NULL")
# A business that does not exist, or no longer works, looks for no partners.
OUT_OF_BUSINESS = (Check.SUSPENDED, Check.CLOSED, Check.UNKNOWN, Check.MISMATCH, Check.REFUSED)
# Each its own bit, so that both databases can compare them.
_BITS = {Share.FACILITIES: 1, Share.SYSTEM: 2, Share.BRAND: 4, Share.PURCHASING: 8}


class FinderCardRecord(Table):
    """Trade and gu are the shop's own. Shown until `ends_at`."""

    __tablename__ = "finder_cards"

    shop: Mapped[int] = mapped_column(ForeignKey("shops.id", ondelete="CASCADE"), primary_key=True, autoincrement=False)
    person: Mapped[int] = mapped_column(index=True)
    shares: Mapped[int] = mapped_column(SmallInteger)  # one bit each
    sentence: Mapped[str] = mapped_column(String(LONGEST_SENTENCE))
    tells_phone: Mapped[bool]  # once both are interested
    shown_at: Mapped[datetime]
    ends_at: Mapped[datetime] = mapped_column(index=True)
    asked_at: Mapped[datetime | None]  # whether they are still looking, before this end
    blocked_at: Mapped[datetime | None]  # taken out of sight by a coordinator after a report


class FinderReportRecord(Table):
    __tablename__ = "finder_reports"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    shop: Mapped[int] = mapped_column(ForeignKey("shops.id", ondelete="CASCADE"), index=True)
    reporter: Mapped[int]
    reason: Mapped[str] = mapped_column(String(16))
    at: Mapped[datetime]
    settled_at: Mapped[datetime | None]
    settled_by: Mapped[int | None]
    outcome: Mapped[str | None] = mapped_column(String(12))  # blocked, fine

    __table_args__ = (Index("uq_finder_reports_open", "shop", "reporter", unique=True, sqlite_where=OPEN, postgresql_where=OPEN),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What can be seen of it: never the typed words of "another trade", which may say who it is. `seen`: others can find it now."""

    shop: int
    person: int
    kind: Kind
    trade: Trade
    gu: District
    confirmed: bool
    shares: frozenset[Share]
    sentence: str
    tells_phone: bool
    shown_at: datetime
    ends_at: datetime
    blocked_at: datetime | None
    seen: bool

    @property
    def seeker(self) -> Seeker:
        return Seeker(gu=self.gu, trade=self.trade, shares=self.shares)


cards, reports = table_of(FinderCardRecord), table_of(FinderReportRecord)
shops = table_of(ShopRecord)
_people, _consents = table_of(PersonRecord), table_of(ConsentRecord)


def bits(shares: Iterable[Share]) -> int:
    return sum(_BITS[share] for share in set(shares))


def would_share(share: Share) -> ColumnElement[bool]:
    return cards.c.shares.bitwise_and(_BITS[share]) != 0


def seen(now: datetime) -> ColumnElement[bool]:
    """Whether others can find the card at this moment; whatever ends that (time, block, consent, removal) ends it at once."""
    reporters = (
        select(func.count(distinct(reports.c.reporter)))
        .where(reports.c.shop == cards.c.shop, reports.c.settled_at.is_(None))
        .scalar_subquery()
    )
    return and_(
        cards.c.ends_at > now,
        cards.c.blocked_at.is_(None),
        shops.c.removed_at.is_(None),
        shops.c.owner == cards.c.person,
        shops.c.check_state.not_in(OUT_OF_BUSINESS),
        # Who has shut the bot out could not be told that somebody is interested.
        exists().where(_people.c.id == cards.c.person, _people.c.blocked.is_(False)),
        agrees(cards.c.person),
        reporters < REPORTS_TO_HIDE,
    )


def agrees(person: ColumnElement[int]) -> ColumnElement[bool]:
    """To the present terms of the finder."""
    finder = terms(Purpose.FINDER)
    return exists().where(
        _consents.c.person == person,
        _consents.c.purpose == finder.purpose,
        _consents.c.version == finder.version,
        _consents.c.withdrawn_at.is_(None),
    )


def shown(now: datetime, *more: ColumnElement[Any]) -> Select[Any]:
    """Cards of shops that stand, with what of the shop belongs to them."""
    of_shop = (shops.c.kind, shops.c.trade, shops.c.gu, shops.c.check_state)
    of_card = (c for c in cards.c if c.name != "asked_at")
    joined = cards.join(shops, shops.c.id == cards.c.shop)
    return select(*of_card, *of_shop, seen(now).label("seen"), *more).select_from(joined).where(shops.c.removed_at.is_(None))


def card_of(row: Mapping[Any, Any]) -> Card:
    return Card(
        shop=row["shop"],
        person=row["person"],
        kind=Kind(row["kind"]),
        trade=Trade(row["trade"]),
        gu=District(row["gu"]),
        confirmed=row["check_state"] in {Check.ACTIVE, Check.PROVEN},
        shares=frozenset(share for share, bit in _BITS.items() if row["shares"] & bit),
        sentence=row["sentence"],
        tells_phone=row["tells_phone"],
        shown_at=row["shown_at"],
        ends_at=row["ends_at"],
        blocked_at=row["blocked_at"],
        seen=bool(row["seen"]),
    )


async def find(connection: AsyncConnection, shop: int, now: datetime) -> Card | None:
    """Also one that others cannot see; not that of a removed shop."""
    row = (await connection.execute(shown(now).where(cards.c.shop == shop))).mappings().one_or_none()
    return None if row is None else card_of(row)


async def lock(connection: AsyncConnection, *numbers: int) -> None:
    """One deed on these cards at a time, always in the order of shops; a card that is not there locks nothing."""
    await connection.execute(_lock(numbers))


def _lock(numbers: Iterable[int]) -> Select[Any]:
    return select(cards.c.shop).where(cards.c.shop.in_(sorted(numbers))).order_by(cards.c.shop).with_for_update()
