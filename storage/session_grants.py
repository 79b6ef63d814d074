"""Sessions a coordinator grants beyond the number of the year."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, Select, SmallInteger, String, func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables import RowId, Table, table_of

LONGEST_WHY = 200


class SessionGrantRecord(Table):
    """For a consortium, or for a person who is in none."""

    __tablename__ = "session_grants"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    consortium: Mapped[int | None] = mapped_column(ForeignKey("consortia.id", ondelete="CASCADE"))
    person: Mapped[int | None]
    calling: Mapped[str] = mapped_column(String(12))
    year: Mapped[int] = mapped_column(SmallInteger)
    extra: Mapped[int] = mapped_column(SmallInteger)
    granted_by: Mapped[int]
    granted_at: Mapped[datetime]
    why: Mapped[str] = mapped_column(String(LONGEST_WHY))

    __table_args__ = (
        Index("ix_session_grants_consortium", "consortium", "year"),
        Index("ix_session_grants_person", "person", "year"),
    )


_t = table_of(SessionGrantRecord)


async def grant(
    connection: AsyncConnection,
    *,
    consortium: int | None,
    person: int | None,
    calling: str,
    year: int,
    extra: int,
    by: int,
    why: str,
    now: datetime,
) -> None:
    row = {"consortium": consortium, "person": person, "calling": calling, "year": year, "extra": extra}
    await connection.execute(insert(_t).values({**row, "granted_by": by, "granted_at": now, "why": why}))


async def granted(connection: AsyncConnection, *, consortium: int | None, person: int | None, calling: str, year: int) -> int:
    """Granted to the consortium, or to the person where `consortium` is None."""
    return int(await connection.scalar(granted_query(consortium=consortium, person=person, calling=calling, year=year)) or 0)


def granted_query(*, consortium: int | None, person: int | None, calling: str, year: int) -> Select[int]:
    whose = (_t.c.consortium == consortium) if consortium is not None else (_t.c.person == person)
    return select(func.coalesce(func.sum(_t.c.extra), 0)).where(whose, _t.c.calling == calling, _t.c.year == year)
