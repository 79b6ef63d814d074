"""Who has tapped which button under an announcement: each counts once."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import ForeignKey, Index, SmallInteger, delete, func, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables import Table, in_both, table_of


class AnnouncementTapRecord(Table):
    __tablename__ = "announcement_taps"

    announcement: Mapped[int] = mapped_column(ForeignKey("announcements.id", ondelete="CASCADE"), primary_key=True)
    button: Mapped[int] = mapped_column(SmallInteger, primary_key=True, autoincrement=False)  # its place, from 0
    person: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    tapped_at: Mapped[datetime]

    __table_args__ = (Index("ix_announcement_taps_person", "person"),)


_t = table_of(AnnouncementTapRecord)
_KEEP = in_both(lambda insert: insert(_t).on_conflict_do_nothing(index_elements=["announcement", "button", "person"]))


async def keep(connection: AsyncConnection, announcement: int, button: int, person: int, now: datetime) -> None:
    row = {"announcement": announcement, "button": button, "person": person, "tapped_at": now}
    await connection.execute(_KEEP[connection.dialect.name], row)


async def counts(connection: AsyncConnection, announcement: int) -> Mapping[int, int]:
    """By the button's place."""
    query = select(_t.c.button, func.count().label("n")).where(_t.c.announcement == announcement).group_by(_t.c.button)
    return {row.button: row.n for row in await connection.execute(query)}


async def forget(connection: AsyncConnection, person: int) -> None:
    await connection.execute(delete(_t).where(_t.c.person == person))
