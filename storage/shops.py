"""Shops: the businesses of the owners. One person may run several; a business number stands for one shop only."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, ColumnElement, Date, ForeignKey, Index, SmallInteger, String, select, text, true
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from storage import seals
from storage.tables import RowId, Table, table_of

LONGEST_NAME = 40
ENDED = "ended"  # `check_why` where the paper says that the business is closed or suspended
STANDING = text("removed_at IS NULL")
DUE = text("removed_at IS NULL AND check_due IS NOT NULL")
UNCONFIRMED = text("removed_at IS NULL AND check_state NOT IN ('active', 'proven')")


class Kind(StrEnum):
    """What kind of business: shops for the collaboration track, bodies of cooperatives for the innovation track."""

    SHOP = "shop"
    COOPERATIVE = "cooperative"
    SOCIAL_COOPERATIVE = "social_cooperative"
    FEDERATION = "federation"


class Check(StrEnum):
    """What is known about the business number. Only ACTIVE and PROVEN count as confirmed."""

    WAITING = "waiting"  # the tax office is to be asked, or asked again
    BY_HAND = "by_hand"  # a coordinator looks at the proof
    ACTIVE = "active"
    PROVEN = "proven"  # a coordinator has recorded the proof
    SUSPENDED = "suspended"
    CLOSED = "closed"
    UNKNOWN = "unknown"  # the tax office does not know the number
    MISMATCH = "mismatch"  # name or opening date do not belong to the number
    REFUSED = "refused"  # a coordinator could not confirm it; `check_why` says why


class ShopRecord(Table):
    __tablename__ = "shops"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    owner: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str] = mapped_column(String(24))
    name: Mapped[str] = mapped_column(String(LONGEST_NAME))
    number: Mapped[str]  # sealed business registration number, ten digits
    number_index: Mapped[str] = mapped_column(String(64))
    trade: Mapped[str] = mapped_column(String(24))
    trade_words: Mapped[str] = mapped_column(String(40))  # for another trade than the listed ones; else empty
    gu: Mapped[str] = mapped_column(String(5))
    opened_on: Mapped[date] = mapped_column(Date)
    employees: Mapped[int | None] = mapped_column(SmallInteger)  # regular employees; None: to be counted later
    founders: Mapped[int | None] = mapped_column(SmallInteger)  # of a cooperative
    cooperatives: Mapped[int | None] = mapped_column(SmallInteger)  # in a federation
    paper: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))  # photo or file of the registration certificate
    filled_in_by: Mapped[int | None]  # the coordinator who typed it for the owner
    registered_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    removed_at: Mapped[datetime | None]
    check_state: Mapped[str] = mapped_column(String(12))
    check_due: Mapped[datetime | None]  # when the tax office is asked (again); a confirmed shop stays confirmed until it has answered
    check_tries: Mapped[int] = mapped_column(SmallInteger, default=0)
    checked_at: Mapped[datetime | None]
    checked_by: Mapped[int | None]  # the coordinator who recorded a proof, or could not
    check_why: Mapped[str | None] = mapped_column(String(16))  # which paper was the proof, or why there is none
    ended_on: Mapped[date | None] = mapped_column(Date)  # of a closed business

    __table_args__ = (
        Index("uq_shops_number_index", "number_index", unique=True, sqlite_where=STANDING, postgresql_where=STANDING),
        Index("ix_shops_check_due", "check_due", sqlite_where=DUE, postgresql_where=DUE),
        Index("ix_shops_unconfirmed", "id", sqlite_where=UNCONFIRMED, postgresql_where=UNCONFIRMED),
        # The number of a removed shop is never given to another.
        {"sqlite_autoincrement": True},
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Shop:
    """Without its business number, which is opened only where it is needed."""

    id: int
    owner: int
    kind: Kind
    name: str
    trade: str
    trade_words: str
    gu: str
    opened_on: date
    employees: int | None
    founders: int | None
    cooperatives: int | None
    paper: dict[str, Any] | None
    filled_in_by: int | None
    registered_at: datetime
    removed_at: datetime | None
    check_state: Check
    check_due: datetime | None
    check_tries: int
    checked_at: datetime | None
    check_why: str | None
    ended_on: date | None

    @property
    def is_confirmed(self) -> bool:
        return self.check_state in {Check.ACTIVE, Check.PROVEN}

    @property
    def is_trading(self) -> bool:
        """Neither the tax office nor its paper has it as closed or suspended. Not yet confirmed is no reason to doubt that."""
        by_its_paper = self.check_state is Check.REFUSED and self.check_why == ENDED
        return not by_its_paper and self.check_state not in {Check.CLOSED, Check.SUSPENDED}


_t = table_of(ShopRecord)
_SHOWN = select(*(_t.c[field.name] for field in fields(Shop)))
_standing = _t.c.removed_at.is_(None)


def within(gus: Collection[str] | None) -> ColumnElement[bool]:
    """Shops of these gu; None: of all of Seoul."""
    return true() if gus is None else _t.c.gu.in_(gus)


async def find(connection: AsyncConnection, number: int) -> Shop | None:
    """None when it was removed."""
    found = (await connection.execute(_SHOWN.where(_t.c.id == number, _standing))).mappings().one_or_none()
    return _shop(found) if found is not None else None


async def of_ids(connection: AsyncConnection, numbers: Sequence[int]) -> dict[int, Shop]:
    """Removed ones too: history still names them."""
    rows = (await connection.execute(_SHOWN.where(_t.c.id.in_(numbers)))).mappings()
    return {row["id"]: _shop(row) for row in rows}


async def of_owner(connection: AsyncConnection, owner: int) -> list[Shop]:
    """In the order they were registered."""
    rows = (await connection.execute(_SHOWN.where(_t.c.owner == owner, _standing).order_by(_t.c.id))).mappings()
    return [_shop(row) for row in rows]


async def number_of(connection: AsyncConnection, shop: int) -> str | None:
    """The business number in the clear, ten digits; None when removed. Never on a screen of anybody but its owner and coordinators."""
    sealed = await connection.scalar(select(_t.c.number).where(_t.c.id == shop, _standing))
    return None if sealed is None else seals.of(connection).opened(sealed)


def _shop(row: Mapping[Any, Any]) -> Shop:
    return Shop(**{**row, "kind": Kind(row["kind"]), "check_state": Check(row["check_state"])})
