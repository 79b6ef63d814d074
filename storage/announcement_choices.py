"""Which categories of announcements somebody does without."""

from datetime import datetime

from sqlalchemy import ForeignKey, Select, String, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from programme.announcements import Category
from storage.tables import Table, in_both, table_of


class AnnouncementChoiceRecord(Table):
    __tablename__ = "announcement_choices"

    person: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), primary_key=True, autoincrement=False)
    category: Mapped[str] = mapped_column(String(16), primary_key=True)
    turned_off_at: Mapped[datetime]


_t = table_of(AnnouncementChoiceRecord)
_OFF = in_both(lambda insert: insert(_t).on_conflict_do_nothing(index_elements=["person", "category"]))


async def turned_off(connection: AsyncConnection, person: int) -> frozenset[Category]:
    return frozenset(Category(one) for one in await connection.scalars(select(_t.c.category).where(_t.c.person == person)))


async def turn_off(connection: AsyncConnection, person: int, category: Category, now: datetime) -> None:
    row = {"person": person, "category": category.value, "turned_off_at": now}
    await connection.execute(_OFF[connection.dialect.name], row)


async def turn_on(connection: AsyncConnection, person: int, category: Category) -> None:
    await connection.execute(delete(_t).where(_t.c.person == person, _t.c.category == category.value))


def without(category: Category) -> Select[tuple[int]]:
    """The people who do without it."""
    return select(_t.c.person).where(_t.c.category == category.value)
