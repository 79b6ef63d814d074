"""Collaboration agreements (협업협약서): the terms of each version, and which member confirmed which version when.

The terms name people and business numbers, so they lie sealed, and go as soon as the version is void.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Date, ForeignKey, SmallInteger, String, UniqueConstraint, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from storage import seals
from storage.consortia import ConsortiumRecord
from storage.tables import RowId, Table, in_both, table_of


class AgreementRecord(Table):
    __tablename__ = "agreements"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    consortium: Mapped[int] = mapped_column(ForeignKey("consortia.id", ondelete="CASCADE"))
    version: Mapped[int] = mapped_column(SmallInteger)  # 1, 2, … within the consortium
    fields: Mapped[list[str]] = mapped_column(JSON)  # codes of the joint project fields
    ends_on: Mapped[date] = mapped_column(Date)
    terms: Mapped[str | None]  # sealed JSON of everything the document says; gone when void
    digest: Mapped[str] = mapped_column(String(64))  # SHA-256 of the terms: the same terms need no new version
    drawn_up_by: Mapped[int]
    drawn_up_at: Mapped[datetime]
    void_at: Mapped[datetime | None]  # overtaken by a change of members or terms

    __table_args__ = (UniqueConstraint("consortium", "version"),)


class AgreementConfirmationRecord(Table):
    __tablename__ = "agreement_confirmations"

    agreement: Mapped[int] = mapped_column(ForeignKey("agreements.id", ondelete="CASCADE"), primary_key=True, autoincrement=False)
    seat: Mapped[int] = mapped_column(ForeignKey("seats.id", ondelete="CASCADE"), primary_key=True, autoincrement=False)
    person: Mapped[int]
    confirmed_at: Mapped[datetime]


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """One version, without its terms."""

    id: int
    consortium: int
    version: int
    fields: tuple[str, ...]
    ends_on: date
    digest: str
    drawn_up_at: datetime
    void_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAgreement:
    consortium: int
    version: int
    fields: Sequence[str]
    ends_on: date
    terms: str
    digest: str
    drawn_up_by: int


_t = table_of(AgreementRecord)
_confirmations = table_of(AgreementConfirmationRecord)
_consortia = table_of(ConsortiumRecord)
_SHOWN = select(_t.c.id, _t.c.consortium, _t.c.version, _t.c.fields, _t.c.ends_on, _t.c.digest, _t.c.drawn_up_at, _t.c.void_at)
_CONFIRM = in_both(
    lambda insert: insert(_confirmations).on_conflict_do_nothing(index_elements=["agreement", "seat"]).returning(_confirmations.c.seat)
)


async def latest(connection: AsyncConnection, consortium: int) -> Agreement | None:
    """The newest version, void or not."""
    query = _SHOWN.where(_t.c.consortium == consortium).order_by(_t.c.version.desc()).limit(1)
    row = (await connection.execute(query)).mappings().one_or_none()
    return None if row is None else _agreement(row)


async def terms_of(connection: AsyncConnection, number: int) -> str | None:
    """In the clear, for the members only; None when the version is void."""
    sealed = await connection.scalar(select(_t.c.terms).where(_t.c.id == number))
    return None if sealed is None else seals.of(connection).opened(sealed)


async def keep(connection: AsyncConnection, new: NewAgreement, now: datetime) -> int:
    row = {
        "consortium": new.consortium,
        "version": new.version,
        "fields": list(new.fields),
        "ends_on": new.ends_on,
        "terms": seals.of(connection).sealed(new.terms),
        "digest": new.digest,
        "drawn_up_by": new.drawn_up_by,
        "drawn_up_at": now,
    }
    return int(await connection.scalar(insert(AgreementRecord).values(row).returning(_t.c.id)) or 0)


async def confirm(connection: AsyncConnection, number: int, *, seat: int, person: int, now: datetime) -> bool:
    """False when this seat had confirmed it already."""
    row = {"agreement": number, "seat": seat, "person": person, "confirmed_at": now}
    return await connection.scalar(_CONFIRM[connection.dialect.name], row) is not None


async def confirmed(connection: AsyncConnection, number: int) -> dict[int, datetime]:
    """When each seat confirmed it; seats that have ended since, too."""
    query = select(_confirmations.c.seat, _confirmations.c.confirmed_at).where(_confirmations.c.agreement == number)
    return {row.seat: row.confirmed_at for row in await connection.execute(query)}


async def make_void(connection: AsyncConnection, number: int, now: datetime) -> None:
    """The version no longer holds, and nothing of what it said is kept."""
    await connection.execute(update(AgreementRecord).where(_t.c.id == number, _t.c.void_at.is_(None)).values(void_at=now, terms=None))


async def mark_agreed(connection: AsyncConnection, consortium: int, now: datetime) -> bool:
    """False when it was agreed already: of two at once, one is first."""
    statement = update(ConsortiumRecord).where(_consortia.c.id == consortium, _consortia.c.agreed_at.is_(None)).values(agreed_at=now)
    return (await connection.execute(statement)).rowcount == 1


async def unmark_agreed(connection: AsyncConnection, consortium: int) -> None:
    await connection.execute(update(ConsortiumRecord).where(_consortia.c.id == consortium).values(agreed_at=None))


def _agreement(row: Mapping[Any, Any]) -> Agreement:
    return Agreement(**{**row, "fields": tuple(row["fields"])})
