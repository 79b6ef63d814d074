"""How a session begins and how its state changes; each change says whether it was still to be had."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import insert, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import seals
from storage.sessions.record import OCCUPIES, NewSession, Session, SessionRecord, State
from storage.tables import table_of

_t = table_of(SessionRecord)


async def hold(connection: AsyncConnection, new: NewSession, now: datetime) -> int:
    """Its number. Its time is taken with `session_times.take`, inside the same savepoint."""
    row = {**asdict(new), "state": State.HELD.value, "goal": "", "made_at": now, "ended_why": ""}
    return int(await connection.scalar(insert(_t).values(row).returning(_t.c.id)) or 0)


def as_held(new: NewSession, number: int, now: datetime) -> Session:
    """What `find` would say of one that was just held."""
    never: dict[str, Any] = dict.fromkeys(
        ("booked_at", "confirmed_at", "to_move_by", "ended_at", "ended_by", "member_done_at", "consultant_done_at")
    )
    return Session(**asdict(new), **never, id=number, state=State.HELD, goal="", made_at=now, ended_why="")


async def book(connection: AsyncConnection, number: int, *, shop: int | None, consortium: int | None, goal: str, now: datetime) -> bool:
    """For the shop and the consortium that it counts for. False when it is not held any more."""
    whose = {"shop": shop, "consortium": consortium}
    values = {**whose, "state": State.BOOKED.value, "goal": seals.of(connection).sealed(goal), "booked_at": now, "held_until": None}
    return await _change(connection, number, (State.HELD,), values)


async def set_goal(connection: AsyncConnection, number: int, goal: str) -> bool:
    return await _change(connection, number, OCCUPIES, {"goal": seals.of(connection).sealed(goal)})


async def prolong(connection: AsyncConnection, number: int, until: datetime) -> bool:
    return await _change(connection, number, (State.HELD,), {"held_until": until})


async def end(connection: AsyncConnection, number: int, state: State, *, by: int | None, why: str = "", now: datetime) -> bool:
    """False when it stood no longer. Its time is given back with `session_times.free`."""
    values = {"state": state.value, "ended_at": now, "ended_by": by, "ended_why": why, "held_until": None, "to_move_by": None}
    return await _change(connection, number, OCCUPIES, {**values, "sequence": _t.c.sequence + 1})


async def close(connection: AsyncConnection, number: int, state: State, *, by: int | None, now: datetime) -> bool:
    """After its time: done, missed or not given. A note by one side may be put right by the other."""
    return await _change(
        connection,
        number,
        (State.BOOKED, State.DONE, State.MISSED, State.NOT_GIVEN),
        {"state": state.value, "ended_at": now, "ended_by": by},
    )


async def confirm(connection: AsyncConnection, number: int, now: datetime) -> bool:
    return await _change(connection, number, (State.BOOKED,), {"confirmed_at": now})


async def ask_to_move(connection: AsyncConnection, number: int, until: datetime | None) -> bool:
    return await _change(connection, number, (State.BOOKED,), {"to_move_by": until})


async def count_on(connection: AsyncConnection, number: int) -> bool:
    """Something that calendars show has changed, though not the time."""
    return await _change(connection, number, (State.BOOKED,), {"sequence": _t.c.sequence + 1})


async def ask_change(connection: AsyncConnection, number: int, what: str) -> bool:
    """False when something was asked already."""
    statement = update(_t).where(_t.c.id == number, _t.c.state == State.BOOKED, _t.c.asked_change.is_(None)).values(asked_change=what)
    return (await connection.execute(statement)).rowcount == 1


async def answer_change(connection: AsyncConnection, number: int, *, allowed: bool) -> bool:
    """False when nothing was asked, or it was answered already."""
    unanswered = _t.c.asked_change.is_not(None) & _t.c.change_allowed.is_(None) & (_t.c.state == State.BOOKED)
    return (await connection.execute(update(_t).where(_t.c.id == number, unanswered).values(change_allowed=allowed))).rowcount == 1


async def say_done(connection: AsyncConnection, number: int, *, by_member: bool, now: datetime) -> bool:
    side = "member_done_at" if by_member else "consultant_done_at"
    return await _change(connection, number, (State.BOOKED, State.DONE), {side: now})


async def _change(connection: AsyncConnection, number: int, states: Sequence[State], values: Mapping[str, Any]) -> bool:
    statement = update(_t).where(_t.c.id == number, _t.c.state.in_(states)).values(values)
    return (await connection.execute(statement)).rowcount == 1
