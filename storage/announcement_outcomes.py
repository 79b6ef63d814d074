"""What became of an announcement for each person, as the office may see it: by the shop, never by a number of Telegram's."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from programme.announcements import Category, Outcome
from programme.audiences import Audience, Trait
from programme.rights import EVERYWHERE, Scope
from storage import audience, seals
from storage.announcement_ledger import RecipientRecord
from storage.owners import OwnerRecord
from storage.shops import ShopRecord
from storage.tables import table_of

_t, _owners, _shops = (table_of(one) for one in (RecipientRecord, OwnerRecord, ShopRecord))
_AT_ONCE = 900  # people in one statement; SQLite counts its parameters


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """`shop`, `gu`: empty where none is registered. `reason`: Telegram's words."""

    outcome: Outcome
    settled_at: datetime | None
    reason: str
    shop: str
    gu: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ToBeCalled:
    """Name and phone (digits) in the clear: for coordinators, in a file of its own."""

    outcome: Outcome
    shop: str
    gu: str
    name: str
    phone: str
    phone_verified: bool


@dataclass(frozen=True, slots=True)
class Reason:
    outcome: Outcome
    words: str
    people: int


@dataclass(frozen=True, slots=True)
class Seen:
    """Of one announcement only those within these scopes."""

    announcement: int
    scopes: tuple[Scope, ...]

    @property
    def everybody(self) -> bool:
        return EVERYWHERE in self.scopes

    @property
    def gus(self) -> frozenset[str]:
        """Empty: all of them."""
        limited = all(scope.gus for scope in self.scopes)
        return frozenset(gu for scope in self.scopes for gu in scope.gus) if limited else frozenset()


def _of(seen: Seen, outcomes: Collection[Outcome]) -> ColumnElement[bool]:
    mine = (_t.c.announcement == seen.announcement) & _t.c.outcome.in_([one.value for one in outcomes])
    return mine if seen.everybody else mine & or_(*(_t.c.person.in_(_within(scope)) for scope in seen.scopes))


def _within(scope: Scope) -> Select[tuple[int]]:
    """People with a shop in one of its gu, and in a consortium of one of its tracks."""
    them = Audience().wanting(Trait.GU, scope.gus).wanting(Trait.TRACK, scope.tracks)
    return audience.reached(them, Category.SERVICE)


async def counts(connection: AsyncConnection, seen: Seen) -> Mapping[Outcome, int]:
    query = select(_t.c.outcome, func.count().label("n")).where(_of(seen, tuple(Outcome))).group_by(_t.c.outcome)
    found = {Outcome(row.outcome): row.n for row in await connection.execute(query)}
    return {outcome: found.get(outcome, 0) for outcome in Outcome}


async def reasons(connection: AsyncConnection, seen: Seen, outcomes: Collection[Outcome], *, limit: int) -> list[Reason]:
    """The most frequent first."""
    n = func.count().label("n")
    query = select(_t.c.outcome, _t.c.reason, n).where(_of(seen, outcomes), _t.c.reason.is_not(None)).group_by(_t.c.outcome, _t.c.reason)
    return [
        Reason(Outcome(row.outcome), row.reason, row.n)
        for row in await connection.execute(query.order_by(n.desc(), _t.c.reason).limit(limit))
    ]


async def page(connection: AsyncConnection, seen: Seen, outcomes: Collection[Outcome], *, limit: int, offset: int = 0) -> list[Reached]:
    query = select(_t.c.person, _t.c.outcome, _t.c.settled_at, _t.c.reason).where(_of(seen, outcomes))
    rows = (await connection.execute(query.order_by(_t.c.person).limit(limit).offset(offset))).all()
    shops = await _shops_of(connection, [row.person for row in rows], seen.gus)
    nothing = ("", "")
    return [
        Reached(
            outcome=Outcome(row.outcome),
            settled_at=row.settled_at,
            reason=row.reason or "",
            shop=shops.get(row.person, nothing)[0],
            gu=shops.get(row.person, nothing)[1],
        )
        for row in rows
    ]


def _called(seen: Seen, outcomes: Collection[Outcome]) -> ColumnElement[bool]:
    return _of(seen, outcomes) & (_owners.c.phone != "")


async def count_with_phone(connection: AsyncConnection, seen: Seen, outcomes: Collection[Outcome]) -> int:
    """Without opening a seal."""
    query = select(func.count()).select_from(_t.join(_owners, _owners.c.person == _t.c.person)).where(_called(seen, outcomes))
    return int(await connection.scalar(query) or 0)


async def with_phone(connection: AsyncConnection, seen: Seen, outcomes: Collection[Outcome], *, limit: int) -> list[ToBeCalled]:
    """Those who have told the office a phone number when they registered."""
    query = (
        select(_t.c.person, _t.c.outcome, _owners.c.name, _owners.c.phone, _owners.c.phone_verified)
        .join(_owners, _owners.c.person == _t.c.person)
        .where(_called(seen, outcomes))
    )
    rows = (await connection.execute(query.order_by(_t.c.person).limit(limit))).all()
    shops = await _shops_of(connection, [row.person for row in rows], seen.gus)
    seal = seals.of(connection)
    return [
        ToBeCalled(
            outcome=Outcome(row.outcome),
            shop=shops.get(row.person, ("", ""))[0],
            gu=shops.get(row.person, ("", ""))[1],
            name=seal.opened(row.name),
            phone=seal.opened(row.phone),
            phone_verified=row.phone_verified,
        )
        for row in rows
    ]


async def _shops_of(connection: AsyncConnection, people: Sequence[int], gus: Collection[str]) -> dict[int, tuple[str, str]]:
    """Name and gu of each one's first shop, within the gu where they are limited."""
    found: dict[int, tuple[str, str]] = {}
    standing = _shops.c.removed_at.is_(None) & (_shops.c.gu.in_(gus) if gus else _shops.c.id.is_not(None))
    for begin in range(0, len(people), _AT_ONCE):
        query = select(_shops.c.owner, _shops.c.name, _shops.c.gu).where(_shops.c.owner.in_(people[begin : begin + _AT_ONCE]), standing)
        for row in await connection.execute(query.order_by(_shops.c.id.desc())):
            found[row.owner] = (row.name, row.gu)
    return found
