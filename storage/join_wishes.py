"""Who wanted to join by a recruiting card and had to register a shop first: they are asked again as soon as they have one."""

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables import Table, in_both, table_of


class JoinWishRecord(Table):
    __tablename__ = "join_wishes"

    person: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), primary_key=True, type_=BigInteger)
    consortium: Mapped[int] = mapped_column(ForeignKey("consortia.id", ondelete="CASCADE"), index=True)
    wished_at: Mapped[datetime]


_t = table_of(JoinWishRecord)
_KEEP = in_both(
    lambda insert: (statement := insert(_t)).on_conflict_do_update(
        index_elements=["person"], set_={name: statement.excluded[name] for name in ("consortium", "wished_at")}
    )
)


async def keep(connection: AsyncConnection, person: int, consortium: int, now: datetime) -> None:
    """The newest wish counts."""
    row = {"person": person, "consortium": consortium, "wished_at": now}
    await connection.execute(_KEEP[connection.dialect.name], row)


async def of_person(connection: AsyncConnection, person: int) -> int | None:
    """The consortium."""
    found: int | None = await connection.scalar(select(_t.c.consortium).where(_t.c.person == person))
    return found


async def forget(connection: AsyncConnection, person: int) -> None:
    await connection.execute(delete(_t).where(_t.c.person == person))
