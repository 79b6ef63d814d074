"""The register of shops: entering one, correcting its lines, taking it out. The business number is sealed on its way in."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import seals
from storage.shops import Check, ShopRecord
from storage.tables import table_of

_t = table_of(ShopRecord)
_standing = _t.c.removed_at.is_(None)
# What is said about a number holds for that number alone.
_UNCHECKED: Mapping[str, Any] = {
    "check_state": Check.WAITING.value,
    "check_tries": 0,
    "checked_at": None,
    "checked_by": None,
    "check_why": None,
    "ended_on": None,
}


async def enter(connection: AsyncConnection, *, owner: int, number: str, lines: Mapping[str, Any], now: datetime) -> int:
    """Its id. The database refuses a number that stands already. `lines`: the columns of a shop that its owner tells."""
    row = {
        **lines,
        **_UNCHECKED,
        **_sealed(connection, number),
        "owner": owner,
        "registered_at": now,
        "changed_at": now,
        "removed_at": None,
        "check_due": now,
    }
    return int((await connection.execute(insert(_t).values(row).returning(_t.c.id))).scalar_one())


async def correct(
    connection: AsyncConnection, shop: int, *, number: str | None = None, lines: Mapping[str, Any], check_again: bool, now: datetime
) -> None:
    """The database refuses a number that stands already."""
    values = {**lines, **(_sealed(connection, number) if number is not None else {}), "changed_at": now}
    if check_again:
        values |= {**_UNCHECKED, "check_due": now}
    await connection.execute(update(_t).where(_t.c.id == shop, _standing).values(values))


async def check_again_all_of(connection: AsyncConnection, owner: int, now: datetime) -> None:
    """The name on the certificates has changed."""
    again = update(_t).where(_t.c.owner == owner, _standing).values({**_UNCHECKED, "check_due": now, "changed_at": now})
    await connection.execute(again)


async def note_helper(connection: AsyncConnection, shop: int, coordinator: int) -> None:
    """Who typed it for the owner."""
    await connection.execute(update(_t).where(_t.c.id == shop).values(filled_in_by=coordinator))


async def remove(connection: AsyncConnection, shop: int, now: datetime) -> bool:
    """Its name stays for the history; the number and the paper go. False when it was removed already."""
    gone = {"removed_at": now, "changed_at": now, "number": "", "number_index": "", "paper": None, "check_due": None}
    return (await connection.execute(update(_t).where(_t.c.id == shop, _standing).values(gone))).rowcount == 1


async def holder(connection: AsyncConnection, number: str) -> tuple[int, int] | None:
    """Which shop stands under this number, and whose it is."""
    index = seals.of(connection).index(number)
    found = (await connection.execute(select(_t.c.id, _t.c.owner).where(_t.c.number_index == index, _standing))).one_or_none()
    return (found.id, found.owner) if found is not None else None


async def count_of(connection: AsyncConnection, owner: int) -> int:
    return int(await connection.scalar(select(func.count()).select_from(_t).where(_t.c.owner == owner, _standing)) or 0)


def _sealed(connection: AsyncConnection, number: str) -> dict[str, str]:
    seal = seals.of(connection)
    return {"number": seal.sealed(number), "number_index": seal.index(number)}
