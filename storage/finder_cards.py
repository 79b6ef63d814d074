"""Showing a card in the partner finder, prolonging it, taking it down; and the cards whose time is nearly or long over."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from programme.matching import Share
from storage.finder import bits, cards, seen, shops
from storage.tables import in_both

AT_ONCE = 200
_MINE = ("shares", "sentence", "tells_phone", "shown_at", "ends_at", "asked_at")
_SHOW = in_both(
    lambda insert: (statement := insert(cards)).on_conflict_do_update(
        index_elements=["shop"], set_={name: statement.excluded[name] for name in ("person", *_MINE)}
    )
)


async def show(
    connection: AsyncConnection,
    shop: int,
    person: int,
    *,
    shares: Iterable[Share],
    sentence: str,
    tells_phone: bool,
    shown_at: datetime,
    ends_at: datetime,
) -> None:
    """Shows a card, or changes the one there is. A block stays a block."""
    row = {
        "shop": shop,
        "person": person,
        "shares": bits(shares),
        "sentence": sentence,
        "tells_phone": tells_phone,
        "shown_at": shown_at,
        "ends_at": ends_at,
        "asked_at": None,
        "blocked_at": None,
    }
    await connection.execute(_SHOW[connection.dialect.name], row)


async def prolong(connection: AsyncConnection, shop: int, ends_at: datetime) -> None:
    await connection.execute(update(cards).where(cards.c.shop == shop).values(ends_at=ends_at, asked_at=None))


async def take_down(connection: AsyncConnection, shop: int, now: datetime) -> None:
    """What was written is gone. That a card was blocked is not forgotten: its row stays, empty."""
    await connection.execute(delete(cards).where(cards.c.shop == shop, cards.c.blocked_at.is_(None)))
    await connection.execute(update(cards).where(cards.c.shop == shop).values(sentence="", shares=0, tells_phone=False, ends_at=now))


async def ending(connection: AsyncConnection, *, before: datetime, now: datetime) -> list[int]:
    """The shops of cards others see that end before then and whose owners were not asked yet."""
    visible = select(cards.c.shop).select_from(cards.join(shops, shops.c.id == cards.c.shop))
    due = visible.where(cards.c.ends_at <= before, cards.c.asked_at.is_(None), seen(now))
    return list(await connection.scalars(due.order_by(cards.c.ends_at, cards.c.shop).limit(AT_ONCE)))


async def claim_ending(connection: AsyncConnection, shop: int, *, before: datetime, now: datetime) -> tuple[int, datetime] | None:
    """Whose card it is and when it ends, for whoever comes first; None for all others."""
    due = (cards.c.shop == shop) & (cards.c.ends_at <= before) & cards.c.asked_at.is_(None)
    row = (await connection.execute(update(cards).where(due).values(asked_at=now).returning(cards.c.person, cards.c.ends_at))).one_or_none()
    return (row.person, row.ends_at) if row is not None else None


async def clear_away(connection: AsyncConnection, *, ended_before: datetime) -> int:
    """Cards nobody can see for long; how many. A blocked one stays, so that it cannot be shown anew."""
    return (await connection.execute(delete(cards).where(cards.c.ends_at < ended_before, cards.c.blocked_at.is_(None)))).rowcount


async def of_person(connection: AsyncConnection, person: int) -> list[int]:
    """The shops of the cards, removed ones too."""
    return list(await connection.scalars(select(cards.c.shop).where(cards.c.person == person).order_by(cards.c.shop)))


async def forget(connection: AsyncConnection, numbers: Sequence[int]) -> None:
    """Deletes the cards of these shops, blocked or not."""
    await connection.execute(delete(cards).where(cards.c.shop.in_(numbers)))
