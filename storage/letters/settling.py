"""What became of letters, written in bulk: one statement a kind of verdict, however many letters."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, case, exists, literal_column, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql.dml import Update

from storage.letters.record import Again, Blocked, Delivered, GivenUp, LetterRecord, State, Unknown, Verdict
from storage.people import PersonRecord
from storage.tables import table_of

REASON = 200
_letters = table_of(LetterRecord)
_newer = _letters.alias("newer")
_people = table_of(PersonRecord)
_this = _letters.c.id == bindparam("letter")
_leased = _letters.c.state == literal_column("'leased'")


def _settle(state: State, **values: Any) -> Update:
    return update(_letters).where(_this).values(state=state, settled_at=bindparam("at"), **values)


# A withdrawn letter whose sending could not be stopped was delivered all the same.
_DELIVERED = _settle(State.DELIVERED, message_id=bindparam("message"), body=None)
_BLOCKED = _settle(State.BLOCKED, body=None)
_GIVEN_UP = _settle(State.GIVEN_UP, reason=bindparam("why"), body=None).where(_leased)
_UNKNOWN = _settle(State.UNKNOWN, reason=bindparam("why")).where(_leased)
_superseded = exists(
    select(_newer.c.id).where(
        _newer.c.key == _letters.c.key,
        _newer.c.chat == _letters.c.chat,
        _newer.c.id > _letters.c.id,
        _newer.c.state == literal_column("'waiting'"),
        _newer.c.put_off == literal_column("0"),
    )
)
_AGAIN = (
    update(_letters)
    .where(_this, _leased)
    .values(
        state=case((_superseded, State.WITHDRAWN), else_=State.WAITING),
        ready_at=bindparam("again_at"),
        put_off=1,
        tries=_letters.c.tries + bindparam("counts"),
    )
)
_of_letter = select(_letters.c.chat).where(_this).scalar_subquery()
_LIVING = update(_people).where(_people.c.id == _of_letter).values(living_message=bindparam("message"))
_ASKING = update(_people).where(_people.c.id == _of_letter).values(asking_message=bindparam("message"))
_GONE = update(_people).where(_people.c.id == _of_letter).values(blocked=True)


async def settle(connection: AsyncConnection, verdicts: Sequence[Verdict], now: datetime) -> None:
    """Writes every verdict; marks people who blocked the bot, and notes the living message of those whose reply became it, and the
    one that holds a reply keyboard.
    """
    delivered = [v for v in verdicts if isinstance(v, Delivered)]
    blocked = [v for v in verdicts if isinstance(v, Blocked)]
    again = [v for v in verdicts if isinstance(v, Again)]
    await _many(connection, _DELIVERED, [{"letter": v.id, "message": v.message_id, "at": now} for v in delivered])
    await _many(connection, _BLOCKED, [{"letter": v.id, "at": now} for v in blocked])
    await _many(connection, _AGAIN, [{"letter": v.id, "again_at": v.at, "counts": int(v.counts)} for v in again])
    await _many(connection, _GIVEN_UP, [_reason(v, now) for v in verdicts if isinstance(v, GivenUp)])
    await _many(connection, _UNKNOWN, [_reason(v, now) for v in verdicts if isinstance(v, Unknown)])
    await _many(connection, _LIVING, [{"letter": v.id, "message": v.message_id} for v in delivered if v.living])
    await _many(
        connection, _ASKING, [{"letter": v.id, "message": v.message_id if v.asking else None} for v in delivered if v.asking or v.asked]
    )
    await _many(connection, _GONE, [{"letter": v.id} for v in blocked])


def _reason(verdict: GivenUp | Unknown, now: datetime) -> dict[str, Any]:
    return {"letter": verdict.id, "why": verdict.reason[:REASON], "at": now}


async def _many(connection: AsyncConnection, statement: Update, rows: list[dict[str, Any]]) -> None:
    if rows:
        await connection.execute(statement, rows)
