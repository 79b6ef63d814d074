"""Wrong codes that somebody read off a wall: after some of them they have to pause."""

from datetime import datetime

from sqlalchemy import ForeignKey, SmallInteger, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from programme.check_in import Guesses
from storage.tables import Table, in_both, table_of


class WallGuessRecord(Table):
    __tablename__ = "wall_guesses"

    person: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), primary_key=True, autoincrement=False)
    wrong: Mapped[int] = mapped_column(SmallInteger)  # in a row
    last_at: Mapped[datetime]


_t = table_of(WallGuessRecord)
_KEEP = in_both(
    lambda insert: (statement := insert(_t)).on_conflict_do_update(
        index_elements=["person"], set_={name: statement.excluded[name] for name in ("wrong", "last_at")}
    )
)


async def of_person(connection: AsyncConnection, person: int) -> Guesses | None:
    row = (await connection.execute(select(_t.c.wrong, _t.c.last_at).where(_t.c.person == person))).one_or_none()
    return Guesses(row.wrong, row.last_at) if row is not None else None


async def keep(connection: AsyncConnection, person: int, guesses: Guesses) -> None:
    """The caller holds the person's lock, as every turn does."""
    await connection.execute(_KEEP[connection.dialect.name], {"person": person, "wrong": guesses.wrong, "last_at": guesses.last_at})


async def forgive(connection: AsyncConnection, person: int) -> None:
    await connection.execute(delete(_t).where(_t.c.person == person))


async def clear_before(connection: AsyncConnection, moment: datetime) -> None:
    await connection.execute(delete(_t).where(_t.c.last_at < moment))
