"""Arrivals kept, done, or failed."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, bindparam, case, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import hints
from storage.arrivals.record import REASON, ArrivalRecord, NewArrival, is_
from storage.tables import in_both, table_of

TRIES = 5
_table = table_of(ArrivalRecord)
_ids = _table.c.id.in_(bindparam("ids", expanding=True))
_now: BindParameter[Any] = bindparam("now")

_STORE = in_both(lambda insert: insert(_table).on_conflict_do_nothing(index_elements=["update_id"]))


async def store_all(connection: AsyncConnection, arrivals: Sequence[NewArrival], now: datetime) -> int:
    """Keeps what was not kept before; how many were new. Commit before acknowledging anything."""
    if not arrivals:
        return 0
    rows = [
        {"update_id": a.update_id, "lane": a.lane, "body": a.body, "state": "waiting", "received_at": now, "tries": 0} for a in arrivals
    ]
    result = await connection.execute(_STORE[connection.dialect.name], rows, execution_options={"preserve_rowcount": True})
    if result.rowcount:
        await hints.arrivals_waiting(connection)
    return result.rowcount


_DONE = update(_table).where(_ids, is_("waiting")).values(state="done", body=None, settled_at=_now)


async def mark_done(connection: AsyncConnection, ids: Collection[int], now: datetime) -> int:
    """In the transaction that did it; how many were still waiting (all of them, or something is wrong)."""
    if not ids:
        return 0
    return (await connection.execute(_DONE, {"ids": list(ids), "now": now})).rowcount


_spent = _table.c.tries + 1 >= TRIES
_FAILED = (
    update(_table)
    .where(_table.c.id == bindparam("arrival"), is_("waiting"))
    .values(
        tries=_table.c.tries + 1,
        again_at=bindparam("again_at"),
        reason=bindparam("why"),
        state=case((_spent, "dead"), else_="waiting"),
        settled_at=case((_spent, _now), else_=None),
    )
    .returning(_table.c.state)
)


async def mark_failed(connection: AsyncConnection, id_: int, *, now: datetime, again_at: datetime, reason: str) -> bool:
    """Counts a try; True: it was the last, the arrival is dead and its lane goes on. The reason holds no word a person typed."""
    asked = {"arrival": id_, "now": now, "again_at": again_at, "why": reason[:REASON]}
    state = (await connection.execute(_FAILED, asked)).scalar_one_or_none()
    return bool(state == "dead")
