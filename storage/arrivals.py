"""Arrivals: every update, kept before Telegram is told that it came, and worked off in order per lane.

A lane is a person, or a group by its chat id. A claim is a row lock inside the worker's own transaction, never a lease: a killed
worker rolls back and the arrival waits again.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Literal

from sqlalchemy import (
    BigInteger,
    BindParameter,
    ColumnElement,
    Index,
    LargeBinary,
    String,
    bindparam,
    case,
    delete,
    exists,
    func,
    literal_column,
    select,
    text,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from storage import hints
from storage.letters import LetterRecord, Priority
from storage.tables import RowId, Table, UtcDateTime, in_both, table_of

TRIES = 5
REPLY_ON_ITS_WAY = timedelta(seconds=5)
WINDOWS = (512, 16_384, 2**40)  # how many of the oldest rows are looked at for free lanes before looking further
LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
REASON = 200  # characters kept of why an arrival failed


class ArrivalRecord(Table):
    __tablename__ = "arrivals"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    update_id: Mapped[int] = mapped_column(BigInteger, unique=True)
    lane: Mapped[int]
    body: Mapped[bytes | None] = mapped_column(LargeBinary)  # dropped when done: it is what people typed
    state: Mapped[str] = mapped_column(String(8))  # waiting, done, dead
    received_at: Mapped[datetime]
    tries: Mapped[int] = mapped_column(default=0)
    again_at: Mapped[datetime | None]
    settled_at: Mapped[datetime | None]
    reason: Mapped[str | None] = mapped_column(String(REASON))

    __table_args__ = (
        Index("ix_arrivals_waiting", "id", "lane", sqlite_where=text("state = 'waiting'"), postgresql_where=text("state = 'waiting'")),
        Index(
            "ix_arrivals_settled",
            "state",
            "settled_at",
            sqlite_where=text("state <> 'waiting'"),
            postgresql_where=text("state <> 'waiting'"),
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class NewArrival:
    update_id: int
    lane: int
    body: bytes  # the update as it came, JSON


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    id: int
    update_id: int
    lane: int
    body: bytes
    received_at: datetime
    tries: int  # how often it has failed so far


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrivalBacklog:
    waiting: int
    oldest: datetime | None
    dead: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadArrival:
    """Without the body: an operator sees that something failed and why, not what was typed."""

    id: int
    update_id: int
    lane: int
    received_at: datetime
    tries: int
    reason: str


_table = table_of(ArrivalRecord)
_letter = table_of(LetterRecord)
_ids = _table.c.id.in_(bindparam("ids", expanding=True))
_now: BindParameter[Any] = bindparam("now")
_busy: BindParameter[Any] = bindparam("busy", expanding=True)
_window: BindParameter[int] = bindparam("window")


def _is(state: str) -> ColumnElement[bool]:
    return _table.c.state == literal_column(f"'{state}'")  # written out, so that the partial index fits


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


# The oldest rows of lanes nobody is busy with. The first of a lane among them is the first of its lane at all.
_oldest = (
    select(_table.c.id, _table.c.lane, _table.c.again_at)
    .where(_is("waiting"), _table.c.lane.not_in(_busy))
    .order_by(_table.c.id)
    .limit(_window)
    .cte("oldest")
)
_heads = (
    select(func.min(_oldest.c.id).label("id"), select(func.count()).select_from(_oldest).scalar_subquery().label("seen"))
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
    )
)
_CLAIM = (
    select(_table.c.id, _table.c.update_id, _table.c.lane, _table.c.body, _table.c.received_at, _table.c.tries, _heads.c.seen)
    .join(_heads, _heads.c.id == _table.c.id)
    .where(_is("waiting"), ~_reply_on_its_way)
    .order_by(_table.c.id)
    .limit(bindparam("limit"))
    .with_for_update(skip_locked=True, of=_table)
)


async def claim(connection: AsyncConnection, *, limit: int, now: datetime, busy: Collection[int] = ()) -> list[Arrival]:
    """The oldest waiting arrival of each of up to `limit` free lanes, locked until this transaction ends."""
    asked = {"limit": limit, "now": now, "busy": list(busy), "a_moment_ago": now - REPLY_ON_ITS_WAY}
    rows: Sequence[Any] = ()
    for window in WINDOWS:
        rows = (await connection.execute(_CLAIM, asked | {"window": window})).all()
        if len(rows) == limit or (rows and rows[0].seen < window):
            break
    return [Arrival(id=r.id, update_id=r.update_id, lane=r.lane, body=r.body, received_at=r.received_at, tries=r.tries) for r in rows]


_DONE = update(_table).where(_ids, _is("waiting")).values(state="done", body=None, settled_at=_now)


async def mark_done(connection: AsyncConnection, ids: Collection[int], now: datetime) -> int:
    """In the transaction that did it; how many were still waiting (all of them, or something is wrong)."""
    if not ids:
        return 0
    return (await connection.execute(_DONE, {"ids": list(ids), "now": now})).rowcount


_spent = _table.c.tries + 1 >= TRIES
_FAILED = (
    update(_table)
    .where(_table.c.id == bindparam("arrival"), _is("waiting"))
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


_BACKLOG = select(func.count().label("waiting"), func.min(_table.c.received_at).label("oldest")).where(_is("waiting"))
_DEAD_COUNT = select(func.count()).where(_is("dead"))
_DEAD = (
    select(_table.c.id, _table.c.update_id, _table.c.lane, _table.c.received_at, _table.c.tries, _table.c.reason)
    .where(_is("dead"))
    .order_by(_table.c.id)
)
_REPLAY = update(_table).where(_is("dead")).values(state="waiting", tries=0, again_at=None, settled_at=None)
_FORGET = delete(_table).where(
    _table.c.state != literal_column("'waiting'"), _table.c.state == bindparam("was"), _table.c.settled_at < bindparam("before")
)


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


async def forget(connection: AsyncConnection, before: datetime, *, state: Literal["done", "dead"] = "done") -> int:
    """Drops what was settled before that time; how many. Telegram repeats an update for 24 h: keep `done` longer than that."""
    return (await connection.execute(_FORGET, {"was": state, "before": before})).rowcount
