"""Which letters go now, and how many wait."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    FromClause,
    Tuple,
    and_,
    bindparam,
    case,
    exists,
    func,
    literal_column,
    or_,
    select,
    tuple_,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.letters.record import OPEN, LetterBacklog, LetterRecord, PostedLetter, Priority, State
from storage.letters.sealing import taken_out
from storage.seals import BrokenSeal
from storage.tables import table_of

_table = table_of(LetterRecord)
_waiting = _table.c.state == literal_column("'waiting'")
_now: BindParameter[Any] = bindparam("now")
_priority: BindParameter[int] = bindparam("rank")
_other = _table.alias("other")


def _place(letter: FromClause) -> Tuple:
    return tuple_(letter.c.priority, letter.c.due, letter.c.id)


# Of one chat only the first goes: never beside one that is being sent, nor past one that was put off.
_kept_back = exists(
    select(_other.c.id).where(
        _other.c.chat == _table.c.chat,
        _other.c.state.in_((literal_column("'waiting'"), literal_column("'leased'"))),
        or_(
            and_(_place(_other) < _place(_table), or_(_other.c.ready_at <= _now, _other.c.put_off == 1)),
            and_(
                _other.c.state == literal_column("'leased'"),
                _other.c.ready_at > _now,
                _other.c.priority <= _table.c.priority,
                _other.c.id != _table.c.id,
            ),
        ),
    )
)
_ready = and_(OPEN, _table.c.priority == _priority, _table.c.ready_at <= _now)
# Mostly nothing is due: one look at the index of each priority, and only where something waits a claim.
_DUE = select(*(exists().where(OPEN, _table.c.priority == literal_column(str(int(rank))), _table.c.ready_at <= _now) for rank in Priority))
_first = (
    select(_table.c.id)
    .where(_ready, ~_kept_back)
    .order_by(_table.c.ready_at, _table.c.id)
    .limit(bindparam("limit"))
    .with_for_update(skip_locked=True, of=_table)
    .cte("first")
)
_CLAIM = (
    update(_table)
    .where(_table.c.id.in_(select(_first.c.id)))
    .values(
        state=State.LEASED,
        ready_at=bindparam("until"),
        leased_at=_now,
        put_off=0,
        tries=_table.c.tries + case((_table.c.state == literal_column("'leased'"), 1), else_=0),  # its last sender fell silent
    )
    .returning(_table)
)
_LOSE = (
    update(_table)
    .where(_ready, _table.c.state == literal_column("'leased'"))
    .values(state=State.UNKNOWN, settled_at=_now, reason="the sender fell silent")
)
_GIVE_UP = (
    update(_table)
    .where(_table.c.id == bindparam("letter"))
    .values(state=State.GIVEN_UP, settled_at=bindparam("at"), body=None, reason="its seal is broken")
)


async def claim(connection: AsyncConnection, *, limit: int, now: datetime, lease: timedelta) -> list[PostedLetter]:
    """The letters to send now, at most one a chat: replies first, then letters, then broadcasts, each by due time.

    A reply or letter whose lease ran out is claimed again; a broadcast is not, it becomes `unknown`.
    """
    claimed: list[PostedLetter] = []
    due = (await connection.execute(_DUE, {"now": now})).one()
    for priority in (rank for rank, is_due in zip(Priority, due, strict=True) if is_due):
        if priority is Priority.BROADCAST:
            await connection.execute(_LOSE, {"rank": int(priority), "now": now})
        if len(claimed) < limit:
            rows = await connection.execute(
                _CLAIM, {"rank": int(priority), "now": now, "until": now + lease, "limit": limit - len(claimed)}
            )
            claimed += sorted(await _readable(connection, rows, now), key=lambda letter: (letter.due, letter.id))
    return claimed


async def _readable(connection: AsyncConnection, rows: Iterable[Any], now: datetime) -> list[PostedLetter]:
    """One whose seal is broken holds up nobody: it is given up."""
    letters: list[PostedLetter] = []
    for row in rows:
        try:
            letters.append(_posted(row, taken_out(connection, row.body)))
        except BrokenSeal:
            await connection.execute(_GIVE_UP, {"letter": row.id, "at": now})
    return letters


def _posted(row: Any, body: dict[str, Any]) -> PostedLetter:
    return PostedLetter(
        id=row.id,
        to=row.chat,
        kind=row.kind,
        body=body,
        due=row.due,
        priority=Priority(row.priority),
        key=row.key,
        tries=row.tries,
        leased_until=row.ready_at,
    )


def _count(*when: ColumnElement[bool]) -> ColumnElement[int]:
    return func.count().filter(*when)


_leased = _table.c.state == literal_column("'leased'")
_BACKLOG = select(
    _count(_waiting, _table.c.ready_at <= _now).label("due"),
    func.min(_table.c.ready_at).filter(_waiting).label("oldest"),
    _count(_leased).label("leased"),
    _count(_waiting, _table.c.ready_at > _now).label("later"),
).where(OPEN)
_UNKNOWN = select(func.count()).where(_table.c.settled_at.is_not(None), _table.c.state == State.UNKNOWN)


async def backlog(connection: AsyncConnection, now: datetime) -> LetterBacklog:
    row = (await connection.execute(_BACKLOG, {"now": now})).one()
    unknown = (await connection.execute(_UNKNOWN)).scalar_one()
    oldest = row.oldest if row.oldest and row.oldest <= now else None
    return LetterBacklog(due=row.due, oldest_due=oldest, leased=row.leased, later=row.later, unknown=unknown)
