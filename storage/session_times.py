"""The time that sessions take, cut into cells of five minutes: two sessions of one party can never share a cell.

It is the constraint against overlaps, the same on both databases (decision 14). A party is a consultant, whose cells include the
buffers before and after, or a member, who cannot be in two sessions at once either.
"""

from collections.abc import Collection, Iterable
from enum import StrEnum

from sqlalchemy import ForeignKey, String, delete, insert, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from programme import cells as cutting
from storage.tables import Table, table_of

cells, starts_of = cutting.cells, cutting.starts_of


class Side(StrEnum):
    CONSULTANT = "consultant"
    MEMBER = "member"


class SessionTimeRecord(Table):
    __tablename__ = "session_times"

    side: Mapped[str] = mapped_column(String(12), primary_key=True)
    person: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    cell: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    session: Mapped[int] = mapped_column(ForeignKey("sessions.id", ondelete="CASCADE"), index=True)


_t = table_of(SessionTimeRecord)
_ONE_AT_A_TIME = text("SELECT pg_advisory_xact_lock(hashtext('golmok:booking'))")
_SIDES = [side.value for side in Side]  # named, so that the primary key leads to the cells


async def one_at_a_time(connection: AsyncConnection) -> None:
    """Of those who hold and book, or answer events, until the transaction ends; taken before consortia, consultants and events.

    Workers carry out many deeds in one transaction. With the consultants' locks alone two of them waited for each other, each in
    front of a consultant the other had, until the database broke one off after a second. SQLite has one writer anyway.
    """
    if connection.dialect.name == "postgresql":
        await connection.execute(_ONE_AT_A_TIME)


async def take(connection: AsyncConnection, which: Iterable[tuple[Side, int, int]], session: int) -> None:
    """As (side, person, cell). Inside `work.savepoint()`: the constraint says no where somebody was faster."""
    rows = [{"side": side.value, "person": person, "cell": cell, "session": session} for side, person, cell in which]
    if rows:
        await connection.execute(insert(_t), rows)


async def of_session(connection: AsyncConnection, session: int) -> set[tuple[Side, int, int]]:
    """As (side, person, cell)."""
    rows = await connection.execute(select(_t.c.side, _t.c.person, _t.c.cell).where(_t.c.session == session))
    return {(Side(row.side), row.person, row.cell) for row in rows}


async def pass_on(connection: AsyncConnection, session: int, to: int, *, side: Side, person: int, which: range) -> None:
    """Cells of a session that is moved become those of the one that takes its place."""
    theirs = (_t.c.session == session) & (_t.c.side == side.value) & (_t.c.person == person)
    within = (_t.c.cell >= which.start) & (_t.c.cell < which.stop)
    await connection.execute(update(_t).where(theirs, within).values(session=to))


async def free(connection: AsyncConnection, session: int) -> None:
    await connection.execute(delete(_t).where(_t.c.session == session))


async def taken(connection: AsyncConnection, people: Collection[int], which: range, *, but: Collection[int] = ()) -> dict[int, set[int]]:
    """By person, on whichever side: who advises may be advised elsewhere. `but`: sessions that are about to give their time up."""
    within = _t.c.side.in_(_SIDES) & _t.c.person.in_(people) & (_t.c.cell >= which.start) & (_t.c.cell < which.stop)
    query = select(_t.c.person, _t.c.cell).where(within)
    if but:
        query = query.where(_t.c.session.not_in(but))
    found: dict[int, set[int]] = {one: set() for one in people}
    for row in await connection.execute(query):
        found[row.person].add(row.cell)
    return found
