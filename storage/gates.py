"""Gates: how often something may be sent, shared by every process. One row a limit, by the database's own clock (GCRA)."""

from typing import Any

from sqlalchemy import ColumnElement, Double, String, bindparam, case, func, literal_column
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.sql.dml import ReturningInsert

from storage.tables import Table, table_of


class GateRecord(Table):
    """Times are seconds since 1970 as numbers: they are reckoned with inside the statement, and shown to nobody."""

    __tablename__ = "gates"

    name: Mapped[str] = mapped_column(String(64), primary_key=True)
    next_at: Mapped[float] = mapped_column(Double)  # when the limit is whole again (GCRA's "theoretical arrival time")
    paused_until: Mapped[float] = mapped_column(Double, default=0.0)


_table = table_of(GateRecord)
_CLOCK: dict[str, ColumnElement[float]] = {
    "sqlite": literal_column("(julianday('now') - 2440587.5) * 86400.0", Double()),
    "postgresql": literal_column("extract(epoch from clock_timestamp())::double precision", Double()),
}


def _reserving(dialect: str, insert: Any) -> ReturningInsert[float]:
    now = _CLOCK[dialect]
    cost: ColumnElement[float] = bindparam("cost", type_=Double())
    slack: ColumnElement[float] = bindparam("slack", type_=Double())
    latest = func.max if dialect == "sqlite" else func.greatest
    statement = insert(_table).values(name=bindparam("gate"), next_at=now + cost, paused_until=0.0)
    # After a pause nothing is saved up: the slots follow each other evenly from its end.
    begins = latest(_table.c.next_at, now, case((_table.c.paused_until > 0, _table.c.paused_until + slack), else_=0.0))
    statement = statement.on_conflict_do_update(index_elements=["name"], set_={"next_at": begins + cost})
    return statement.returning(_table.c.next_at - cost - slack - now)  # type: ignore[no-any-return]


def _pausing(dialect: str, insert: Any) -> ReturningInsert[float]:
    until = _CLOCK[dialect] + bindparam("seconds", type_=Double())
    latest = func.max if dialect == "sqlite" else func.greatest
    statement = insert(_table).values(name=bindparam("gate"), next_at=0.0, paused_until=until)
    statement = statement.on_conflict_do_update(index_elements=["name"], set_={"paused_until": latest(_table.c.paused_until, until)})
    return statement.returning(_table.c.paused_until)  # type: ignore[no-any-return]


_RESERVE = {"sqlite": _reserving("sqlite", sqlite.insert), "postgresql": _reserving("postgresql", postgresql.insert)}
_PAUSE = {"sqlite": _pausing("sqlite", sqlite.insert), "postgresql": _pausing("postgresql", postgresql.insert)}


async def reserve(connection: AsyncConnection, name: str, *, slots: int, per_second: float, burst: int) -> float:
    """Takes that many slots in a row; seconds until the first of them. They follow each other by 1/per_second, but for the burst.

    Do it in a short transaction of its own: the gate's row stays locked until the commit.
    """
    asked = {"gate": name, "cost": slots / per_second, "slack": (burst - 1) / per_second}
    wait: float = (await connection.execute(_RESERVE[connection.dialect.name], asked)).scalar_one()
    return wait if wait > 0 else 0.0


async def pause(connection: AsyncConnection, name: str, seconds: float) -> None:
    """Nobody passes for that long (Telegram's retry_after); a longer pause already there stays."""
    await connection.execute(_PAUSE[connection.dialect.name], {"gate": name, "seconds": seconds})
