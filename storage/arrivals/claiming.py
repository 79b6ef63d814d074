"""Which arrivals are taken next: of each free lane the oldest."""

from collections.abc import Collection
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import BindParameter, bindparam, exists, func, literal_column, select, true
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.arrivals.record import Arrival, ArrivalRecord, is_
from storage.letters import LetterRecord, Priority
from storage.tables import UtcDateTime, table_of

REPLY_ON_ITS_WAY = timedelta(seconds=5)
WINDOWS = (512, 2**40)  # how many of the oldest rows are searched for free lanes; and then all
LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
_table = table_of(ArrivalRecord)
_letter = table_of(LetterRecord)
_now: BindParameter[Any] = bindparam("now")
_busy: BindParameter[Any] = bindparam("busy", expanding=True)
_window: BindParameter[int] = bindparam("window")

# The oldest rows of lanes nobody is busy with. The first of a lane among them is the first of its lane at all.
_oldest = (
    select(_table.c.id, _table.c.lane, _table.c.again_at)
    .where(is_("waiting"), _table.c.lane.not_in(_busy))
    .order_by(_table.c.id)
    .limit(_window)
    .cte("oldest")
)
_heads = (
    select(func.min(_oldest.c.id).label("id"))
    .group_by(_oldest.c.lane)
    .having(func.coalesce(func.max(_oldest.c.again_at), bindparam("long_ago", LONG_AGO, type_=UtcDateTime())) <= _now)
    .subquery("heads")
)
# Another process is just showing this lane its last reply: a second one now could overtake it.
_reply_on_its_way = exists(
    select(_letter.c.id).where(
        _letter.c.chat == _table.c.lane,
        _letter.c.state.in_((literal_column("'waiting'"), literal_column("'leased'"))),  # SQLite finds its partial index by these words
        _letter.c.state == literal_column("'leased'"),
        _letter.c.priority == literal_column(str(int(Priority.REPLY))),
        _letter.c.leased_at > bindparam("a_moment_ago", type_=UtcDateTime()),
        _letter.c.leased_at <= _now,  # a clock that was set back must not hold the lane until it has caught up
    )
)
_taken = (
    select(_table.c.id, _table.c.update_id, _table.c.lane, _table.c.body, _table.c.received_at, _table.c.tries)
    .join(_heads, _heads.c.id == _table.c.id)
    .where(is_("waiting"), ~_reply_on_its_way)
    .order_by(_table.c.id)
    .limit(bindparam("limit"))
    .with_for_update(skip_locked=True, of=_table)
    .cte("taken")
)
# One row at least, so that a look that finds nothing still tells how many it has searched.
_seen = select(func.count().label("seen")).select_from(_oldest).subquery("searched")
_CLAIM = select(_seen.c.seen, _taken).select_from(_seen.outerjoin(_taken, true())).order_by(_taken.c.id)


async def claim(connection: AsyncConnection, *, limit: int, now: datetime, busy: Collection[int] = ()) -> list[Arrival]:
    """The oldest waiting arrival of each of up to `limit` free lanes, locked until this transaction ends."""
    claimed: list[Arrival] = []
    for window in WINDOWS:
        taken = {*busy, *(arrival.lane for arrival in claimed)}  # a lane with thousands waiting is stepped over once its head is taken
        asked = {"limit": limit - len(claimed), "now": now, "busy": taken, "a_moment_ago": now - REPLY_ON_ITS_WAY, "window": window}
        rows = (await connection.execute(_CLAIM, asked)).all()
        claimed += [_arrival(row) for row in rows if row.id is not None]
        if len(claimed) == limit or rows[0].seen < window:
            break
    return claimed


def _arrival(row: Any) -> Arrival:
    return Arrival(id=row.id, update_id=row.update_id, lane=row.lane, body=row.body, received_at=row.received_at, tries=row.tries)
