"""How many arrivals wait, the dead ones, and forgetting."""

from collections.abc import Collection
from datetime import datetime
from typing import Literal

from sqlalchemy import bindparam, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import hints
from storage.arrivals.record import ArrivalBacklog, ArrivalRecord, DeadArrival, is_, settled
from storage.tables import table_of

_table = table_of(ArrivalRecord)
_ids = _table.c.id.in_(bindparam("ids", expanding=True))

_BACKLOG = select(func.count().label("waiting"), func.min(_table.c.received_at).label("oldest")).where(is_("waiting"))
_DEAD_COUNT = select(func.count()).where(settled, is_("dead"))
_DEAD = (
    select(_table.c.id, _table.c.update_id, _table.c.lane, _table.c.received_at, _table.c.tries, _table.c.reason)
    .where(settled, is_("dead"))
    .order_by(_table.c.id)
)
_REPLAY = update(_table).where(settled, is_("dead")).values(state="waiting", tries=0, again_at=None, settled_at=None)
_FORGET_DEAD_OF = delete(_table).where(settled, is_("dead"), _table.c.lane == bindparam("of"))
_FORGET = delete(_table).where(settled, _table.c.state == bindparam("was"), _table.c.settled_at < bindparam("before"))


async def backlog(connection: AsyncConnection) -> ArrivalBacklog:
    row = (await connection.execute(_BACKLOG)).one()
    return ArrivalBacklog(waiting=row.waiting, oldest=row.oldest, dead=(await connection.execute(_DEAD_COUNT)).scalar_one())


async def dead(connection: AsyncConnection) -> list[DeadArrival]:
    return [DeadArrival(**row) for row in (await connection.execute(_DEAD)).mappings()]


async def replay_dead(connection: AsyncConnection, ids: Collection[int] | None = None) -> int:
    """Lets these (or all) dead arrivals wait again, with a clean slate; how many."""
    if ids is None:
        replayed = await connection.execute(_REPLAY)
    else:
        replayed = await connection.execute(_REPLAY.where(_ids), {"ids": list(ids)})
    await hints.arrivals_waiting(connection)
    return replayed.rowcount


async def forget_dead_of(connection: AsyncConnection, lane: int) -> int:
    """Drops the dead arrivals of a lane, with what was typed in them; how many."""
    return (await connection.execute(_FORGET_DEAD_OF, {"of": lane})).rowcount


async def forget(connection: AsyncConnection, before: datetime, *, state: Literal["done", "dead"] = "done") -> int:
    """Drops what was settled before that time; how many. Telegram repeats an update for 24 h: keep `done` longer than that."""
    return (await connection.execute(_FORGET, {"was": state, "before": before})).rowcount
