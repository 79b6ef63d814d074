"""What one side of a session says of the other: that they did not come. The other is heard; the office decides where they differ."""

from dataclasses import dataclass, fields
from datetime import datetime

from sqlalchemy import ColumnElement, ForeignKey, String, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from storage.session_times import Side
from storage.tables import Table, table_of


class SessionAbsenceRecord(Table):
    __tablename__ = "session_absences"

    session: Mapped[int] = mapped_column(ForeignKey("sessions.id", ondelete="CASCADE"), primary_key=True, autoincrement=False)
    absent: Mapped[str] = mapped_column(String(12))  # the side that did not come, as the other side says
    noted_at: Mapped[datetime]
    agreed: Mapped[bool | None]  # what that side says itself; None: nothing yet
    answered_at: Mapped[datetime | None]
    decided: Mapped[str | None] = mapped_column(String(12))  # the state in which a coordinator closed it
    decided_at: Mapped[datetime | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionAbsence:
    session: int
    absent: Side
    noted_at: datetime
    agreed: bool | None
    decided: str | None

    @property
    def is_open(self) -> bool:
        """The two differ, and nobody has decided yet."""
        return self.agreed is False and self.decided is None


_t = table_of(SessionAbsenceRecord)
_SHOWN = select(*(_t.c[field.name] for field in fields(SessionAbsence)))
is_open = _t.c.agreed.is_(False) & _t.c.decided.is_(None)


def differs_about(session: ColumnElement[int]) -> ColumnElement[bool]:
    """The two sides of that session differ, and nobody has decided yet."""
    return select(_t.c.session).where(_t.c.session == session, is_open).exists()


async def find(connection: AsyncConnection, session: int) -> SessionAbsence | None:
    row = (await connection.execute(_SHOWN.where(_t.c.session == session))).mappings().one_or_none()
    return None if row is None else SessionAbsence(**{**row, "absent": Side(row["absent"])})


async def note(connection: AsyncConnection, session: int, absent: Side, *, agreed: bool | None, now: datetime) -> None:
    """`agreed` False: the other side has said already that it took place. To be called under the lock of the consultant."""
    row = {"session": session, "absent": absent.value, "noted_at": now, "agreed": agreed, "answered_at": None if agreed is None else now}
    await connection.execute(insert(_t).values(row))


async def answer(connection: AsyncConnection, session: int, *, agreed: bool, now: datetime) -> None:
    await connection.execute(update(_t).where(_t.c.session == session).values(agreed=agreed, answered_at=now))


async def take_back(connection: AsyncConnection, session: int) -> None:
    await connection.execute(delete(_t).where(_t.c.session == session))


async def decide(connection: AsyncConnection, session: int, state: str, now: datetime) -> bool:
    """False when it is not open any more: of two coordinators the second is told so."""
    statement = update(_t).where(_t.c.session == session, is_open).values(decided=state, decided_at=now)
    return (await connection.execute(statement)).rowcount == 1
