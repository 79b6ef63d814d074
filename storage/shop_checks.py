"""Checks of shops: which are due, who took them on, what became of them. All of it lies in the table of the shops.

Whoever asks the tax office takes a shop on by moving its `check_due` a little ahead. An answer counts only while that very moment
still stands there: whatever happened to the shop meanwhile (a correction, a proof, another question) has set another one.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import structlog
from sqlalchemy import ColumnElement, Select, bindparam, case, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import seals, shops
from storage.owners import OwnerRecord
from storage.seals import BrokenSeal
from storage.shops import Check, Shop, ShopRecord
from storage.tables import table_of

log = structlog.get_logger()
_t, _owners = table_of(ShopRecord), table_of(OwnerRecord)
_standing = _t.c.removed_at.is_(None)
_due = _standing & _t.c.check_due.is_not(None) & (_t.c.check_due <= bindparam("now", type_=_t.c.check_due.type))
_unconfirmed = _standing & _t.c.check_state.not_in([Check.ACTIVE.value, Check.PROVEN.value])
_with_owner = _t.outerjoin(_owners, _owners.c.person == _t.c.owner)

_ANY_DUE = select(_t.c.id).where(_due).limit(1)
_TAKE = (
    select(
        _t.c.id, _t.c.check_state, _t.c.check_tries, _t.c.number, _t.c.opened_on, _t.c.changed_at, _owners.c.name.label("representative")
    )
    .select_from(_with_owner)
    .where(_due)
    .order_by(_t.c.check_due)
    .limit(bindparam("limit"))
    .with_for_update(of=_t, skip_locked=True)
)
_LOOKED_AT = (
    select(_t.c.id, _t.c.number, _t.c.changed_at, _owners.c.name.label("representative"), _owners.c.phone, _owners.c.phone_verified)
    .select_from(_with_owner)
    .where(_standing)
)
# By hand first, then those the tax office could not be asked about, then those it said no to.
_ORDER = (case({Check.BY_HAND.value: 0, Check.WAITING.value: 1}, value=_t.c.check_state, else_=2), _t.c.id)
_for_a_person = _standing & (
    (_t.c.check_state == Check.BY_HAND.value) | ((_t.c.check_state == Check.WAITING.value) & (_t.c.check_tries > 0))
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DueShop:
    """Taken on until `claim`; `was`: how it stood before."""

    id: int
    was: Check
    tries: int
    number: str  # ten digits
    opened_on: date
    name: str | None  # of the representative; None: nobody knows it
    changed_at: datetime  # when its owner last told or asked something, or an answer came
    claim: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopToConfirm:
    """For coordinators only: with the number, the representative's name and the phone in the clear."""

    shop: Shop
    number: str  # ten digits
    representative: str
    phone: str  # digits
    phone_verified: bool
    changed_at: datetime


async def any_due(connection: AsyncConnection, now: datetime) -> bool:
    return await connection.scalar(_ANY_DUE, {"now": now}) is not None


async def take_on(connection: AsyncConnection, now: datetime, *, until: datetime, limit: int) -> list[DueShop]:
    """Nobody else gets the same ones before `until`. One whose seal is broken keeps nobody from the others: it is told and left out."""
    rows = (await connection.execute(_TAKE, {"now": now, "limit": limit})).mappings().all()
    await connection.execute(update(_t).where(_t.c.id.in_([row["id"] for row in rows])).values(check_due=until))
    return [one for row in rows if (one := _readable(connection, row, until)) is not None]


def _readable(connection: AsyncConnection, row: Mapping[Any, Any], claim: datetime) -> DueShop | None:
    try:
        return _due_shop(connection, row, claim)
    except BrokenSeal:
        log.error("broken_seal", shop=row["id"])  # noqa: TRY400 - its kind says it all
        return None


def _due_shop(connection: AsyncConnection, row: Mapping[Any, Any], claim: datetime) -> DueShop:
    seal = seals.of(connection)
    return DueShop(
        id=row["id"],
        was=Check(row["check_state"]),
        tries=row["check_tries"],
        number=seal.opened(row["number"]),
        opened_on=row["opened_on"],
        name=seal.opened(row["representative"]) if row["representative"] is not None else None,
        changed_at=row["changed_at"],
        claim=claim,
    )


async def settle(
    connection: AsyncConnection, due: DueShop, state: Check, *, ended_on: date | None = None, checked: bool, now: datetime
) -> Shop | None:
    """As it stands now; None when something else has happened to it since it was taken on. `checked`: somebody has really looked."""
    values: dict[str, Any] = {"check_state": state.value, "check_due": None, "check_tries": 0, "changed_at": now}
    if checked:
        values |= {"ended_on": ended_on, "checked_at": now, "checked_by": None, "check_why": None}
    return await shops.find(connection, due.id) if await _still_ours(connection, due, values) else None


async def put_off(connection: AsyncConnection, due: DueShop, until: datetime) -> bool:
    return await _still_ours(connection, due, {"check_due": until, "check_tries": due.tries + 1})


async def _still_ours(connection: AsyncConnection, due: DueShop, values: Mapping[str, Any]) -> bool:
    return (await connection.execute(update(_t).where(_claimed(due), _standing).values(values))).rowcount == 1


def _claimed(due: DueShop) -> ColumnElement[bool]:
    return (_t.c.id == due.id) & (_t.c.check_due == due.claim)


async def ask_again(connection: AsyncConnection, shop: int, state: Check, *, by_owner: bool, now: datetime) -> None:
    values = {"check_state": state.value, "check_due": now, "check_tries": 0} | ({"changed_at": now} if by_owner else {})
    await connection.execute(update(_t).where(_t.c.id == shop, _standing).values(values))


async def decide(connection: AsyncConnection, shop: int, state: Check, *, by: int, why: str, seen: datetime, now: datetime) -> bool:
    """What a coordinator says. False when the shop has changed since they saw it, so that of two at once the second is told."""
    values = {
        "check_state": state.value,
        "check_due": None,
        "check_tries": 0,
        "checked_at": now,
        "checked_by": by,
        "check_why": why,
        "ended_on": None,
        "changed_at": now,
    }
    statement = update(_t).where(_t.c.id == shop, _unconfirmed, _unchanged(seen)).values(values)
    return (await connection.execute(statement)).rowcount == 1


def _unchanged(seen: datetime) -> ColumnElement[bool]:
    return _t.c.changed_at == seen


async def find(connection: AsyncConnection, shop: int) -> ShopToConfirm | None:
    """Confirmed ones too."""
    found = await _looked_at(connection, _LOOKED_AT.where(_t.c.id == shop))
    return found[0] if found else None


async def unconfirmed(
    connection: AsyncConnection, gus: Collection[str] | None = None, *, limit: int, offset: int = 0
) -> list[ShopToConfirm]:
    return await _looked_at(connection, _LOOKED_AT.where(_unconfirmed, shops.within(gus)).order_by(*_ORDER).limit(limit).offset(offset))


async def unconfirmed_count(connection: AsyncConnection, gus: Collection[str] | None = None) -> int:
    return await _count(connection, _unconfirmed & shops.within(gus))


async def count_for_a_person(connection: AsyncConnection, gus: Collection[str] | None = None) -> int:
    """Those that wait for a coordinator, or could use one while the tax office is away. `gus` None: in all of Seoul."""
    return await _count(connection, _for_a_person & shops.within(gus))


async def for_a_person(connection: AsyncConnection, gus: Collection[str] | None, *, limit: int) -> list[tuple[Shop, datetime]]:
    """Each with when it began to wait, the longest waiting first."""
    query = select(_t.c.id, _t.c.changed_at).where(_for_a_person, shops.within(gus)).order_by(_t.c.changed_at, _t.c.id).limit(limit)
    rows = (await connection.execute(query)).all()
    known = await shops.of_ids(connection, [row.id for row in rows])
    return [(known[row.id], row.changed_at) for row in rows]


async def _looked_at(connection: AsyncConnection, query: Select[Any]) -> list[ShopToConfirm]:
    rows = (await connection.execute(query)).mappings().all()
    known = await shops.of_ids(connection, [row["id"] for row in rows])
    return [_to_confirm(connection, row, known[row["id"]]) for row in rows]


async def _count(connection: AsyncConnection, which: ColumnElement[bool]) -> int:
    return int(await connection.scalar(select(func.count()).select_from(_t).where(which)) or 0)


def _to_confirm(connection: AsyncConnection, row: Mapping[Any, Any], shop: Shop) -> ShopToConfirm:
    seal = seals.of(connection)
    return ShopToConfirm(
        shop=shop,
        number=seal.opened(row["number"]),
        representative=seal.opened(row["representative"]) if row["representative"] is not None else "",
        phone=seal.opened(row["phone"]) if row["phone"] is not None else "",
        phone_verified=bool(row["phone_verified"]),
        changed_at=row["changed_at"],
    )
