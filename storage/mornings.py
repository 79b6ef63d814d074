"""Who does without the morning's letter of what waits at the office, and on which day everybody else had it last."""

from datetime import date, datetime

from sqlalchemy import Date, ForeignKey, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables import Table, in_both, table_of


class MorningRecord(Table):
    __tablename__ = "mornings"

    person: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), primary_key=True, autoincrement=False)
    looked_on: Mapped[date | None] = mapped_column(Date)  # in Seoul: the last day on which it was seen whether anything waits
    turned_off_at: Mapped[datetime | None]


_t = table_of(MorningRecord)
_TURN = in_both(
    lambda insert: (made := insert(_t)).on_conflict_do_update(
        index_elements=["person"], set_={"turned_off_at": made.excluded.turned_off_at}
    )
)
_LOOK = in_both(
    lambda insert: (
        (made := insert(_t))
        .on_conflict_do_update(
            index_elements=["person"],
            set_={"looked_on": made.excluded.looked_on},
            where=_t.c.turned_off_at.is_(None) & (_t.c.looked_on.is_(None) | (_t.c.looked_on < made.excluded.looked_on)),
        )
        .returning(_t.c.person)
    )
)


async def turn(connection: AsyncConnection, person: int, off_at: datetime | None) -> None:
    """`off_at` None: they want it again."""
    await connection.execute(_TURN[connection.dialect.name], {"person": person, "turned_off_at": off_at, "looked_on": None})


async def is_off(connection: AsyncConnection, person: int) -> bool:
    return await connection.scalar(select(_t.c.turned_off_at).where(_t.c.person == person)) is not None


async def begin(connection: AsyncConnection, person: int, day: date) -> bool:
    """False when they do without it, or this day's morning has been looked at already: of two at once, the second gets False."""
    row = {"person": person, "looked_on": day, "turned_off_at": None}
    return await connection.scalar(_LOOK[connection.dialect.name], row) is not None


async def forget(connection: AsyncConnection, person: int) -> None:
    await connection.execute(delete(_t).where(_t.c.person == person))
