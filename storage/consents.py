"""Consents: who agreed to what, in which version and language, and when they took it back. Rows are added and ended, never rewritten."""

from dataclasses import dataclass, fields
from datetime import datetime

from sqlalchemy import ForeignKey, Index, SmallInteger, String, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables import RowId, Table, in_both, table_of

STANDING = text("withdrawn_at IS NULL")


class ConsentRecord(Table):
    __tablename__ = "consents"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    person: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    purpose: Mapped[str] = mapped_column(String(24))
    version: Mapped[int] = mapped_column(SmallInteger)
    language: Mapped[str] = mapped_column(String(16))
    given_at: Mapped[datetime]
    withdrawn_at: Mapped[datetime | None]

    __table_args__ = (Index("uq_consents_standing", "person", "purpose", unique=True, sqlite_where=STANDING, postgresql_where=STANDING),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """`language`: in which the text was shown."""

    id: int
    person: int
    purpose: str
    version: int
    language: str
    given_at: datetime
    withdrawn_at: datetime | None


_t = table_of(ConsentRecord)
_SHOWN = select(*(_t.c[field.name] for field in fields(Consent)))
_standing = _t.c.withdrawn_at.is_(None)
# One standing consent for each purpose: of two taps at once the second finds it given.
_GIVE = in_both(
    lambda insert: insert(_t).on_conflict_do_nothing(index_elements=["person", "purpose"], index_where=STANDING).returning(_t.c.id)
)


async def standing(connection: AsyncConnection, person: int, purpose: str) -> Consent | None:
    found = await connection.execute(_SHOWN.where(_t.c.person == person, _t.c.purpose == purpose, _standing))
    row = found.mappings().one_or_none()
    return Consent(**row) if row is not None else None


async def standing_of(connection: AsyncConnection, person: int) -> list[Consent]:
    rows = await connection.execute(_SHOWN.where(_t.c.person == person, _standing).order_by(_t.c.id))
    return [Consent(**row) for row in rows.mappings()]


async def all_of(connection: AsyncConnection, person: int) -> list[Consent]:
    """Those taken back, too, in the order they were given."""
    rows = await connection.execute(_SHOWN.where(_t.c.person == person).order_by(_t.c.id))
    return [Consent(**row) for row in rows.mappings()]


async def give(connection: AsyncConnection, *, person: int, purpose: str, version: int, language: str, now: datetime) -> bool:
    """False when one stands already."""
    row = {"person": person, "purpose": purpose, "version": version, "language": language, "given_at": now, "withdrawn_at": None}
    return await connection.scalar(_GIVE[connection.dialect.name], row) is not None


async def withdraw(connection: AsyncConnection, person: int, purpose: str, now: datetime) -> bool:
    """False when none stands."""
    ended = update(_t).where(_t.c.person == person, _t.c.purpose == purpose, _standing).values(withdrawn_at=now)
    return (await connection.execute(ended)).rowcount == 1
