"""Sessions as they are found: one, or those of a person, a consultant, a time."""

from collections.abc import Collection, Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import seals
from storage.sessions.record import FILLS, OCCUPIES, Session, SessionRecord, State
from storage.tables import table_of

_t = table_of(SessionRecord)
_SHOWN = select(*(_t.c[field.name] for field in fields(Session)))


async def find(connection: AsyncConnection, number: int) -> Session | None:
    """In whatever state."""
    found = await _all(connection, _SHOWN.where(_t.c.id == number))
    return found[0] if found else None


async def newest_of(connection: AsyncConnection, uid: str) -> Session | None:
    """Of those with the same name in calendars, the one that was booked last: a moved session leads to the one in its place."""
    booked = _SHOWN.where(_t.c.uid == uid, _t.c.booked_at.is_not(None))
    found = await _all(connection, booked.order_by(_t.c.id.desc()).limit(1))
    return found[0] if found else None


async def of_person(
    connection: AsyncConnection, person: int, *, since: datetime, states: Sequence[State] = (State.BOOKED,)
) -> list[Session]:
    """Which end after `since`, the soonest first."""
    mine = (_t.c.person == person) & (_t.c.ends_at > since) & _t.c.state.in_(states)
    return await _all(connection, _SHOWN.where(mine).order_by(_t.c.starts_at, _t.c.id))


async def past_of_person(connection: AsyncConnection, person: int, *, until: datetime, limit: int, offset: int = 0) -> list[Session]:
    """Over, or ended before; holds are left out. The latest first."""
    booked = (_t.c.person == person) & _t.c.booked_at.is_not(None) & ((_t.c.ends_at <= until) | _t.c.ended_at.is_not(None))
    return await _all(connection, _SHOWN.where(booked).order_by(_t.c.starts_at.desc(), _t.c.id.desc()).limit(limit).offset(offset))


async def of_consultant(
    connection: AsyncConnection, consultant: int, starts_at: datetime, ends_at: datetime, *, states: Sequence[State] = OCCUPIES
) -> list[Session]:
    """Which begin in that time, the soonest first."""
    within = (_t.c.consultant == consultant) & (_t.c.starts_at >= starts_at) & (_t.c.starts_at < ends_at) & _t.c.state.in_(states)
    return await _all(connection, _SHOWN.where(within).order_by(_t.c.starts_at, _t.c.id))


async def booked_starts(
    connection: AsyncConnection, consultants: Sequence[int], starts_at: datetime, ends_at: datetime, *, but: Collection[int] = ()
) -> dict[int, list[datetime]]:
    """When sessions begin that take a place of the day and the week, those that are over too; by consultant."""
    within = _t.c.consultant.in_(consultants) & _t.c.state.in_(FILLS) & (_t.c.starts_at >= starts_at) & (_t.c.starts_at < ends_at)
    found: dict[int, list[datetime]] = {one: [] for one in consultants}
    query = select(_t.c.consultant, _t.c.starts_at).where(within, _t.c.id.not_in(but)).order_by(_t.c.starts_at)
    for row in await connection.execute(query):
        found[row.consultant].append(row.starts_at)
    return found


async def mover_of(connection: AsyncConnection, number: int) -> int | None:
    """The session that stands and is to take the place of this one."""
    return await connection.scalar(select(_t.c.id).where(_t.c.moves == number, _t.c.state.in_(OCCUPIES)))


async def is_offered_one(connection: AsyncConnection, person: int) -> bool:
    """Whether a time is held for somebody who waited, which they can take now; the database lets nobody have two of these."""
    held = (_t.c.person == person) & (_t.c.state == State.HELD) & _t.c.offered
    return await connection.scalar(select(_t.c.id).where(held)) is not None


async def held_before(connection: AsyncConnection, person: int, consultant: int, starts_at: datetime, since: datetime) -> list[datetime]:
    """When this person had this time held by their own wish, and let it go; the latest first."""
    same = (_t.c.person == person) & (_t.c.starts_at == starts_at) & (_t.c.consultant == consultant)
    let_go = (_t.c.state == State.LAPSED) & _t.c.offered.is_(False) & (_t.c.made_at > since)
    return list(await connection.scalars(select(_t.c.made_at).where(same, let_go).order_by(_t.c.made_at.desc())))


async def held_over(connection: AsyncConnection, now: datetime, *, farthest: datetime, limit: int) -> list[int]:
    """Holds whose time is up, or that reach further than any can: the clock was ahead when they were made."""
    over = (_t.c.held_until <= now) | (_t.c.held_until > farthest)
    query = select(_t.c.id).where(_t.c.state == State.HELD, over).order_by(_t.c.held_until).limit(limit)
    return list(await connection.scalars(query))


async def let_go(connection: AsyncConnection, person: int, since: datetime) -> set[tuple[int, datetime]]:
    """What was offered to them and not taken, as (consultant, start): it is not offered to them again."""
    passed = (_t.c.person == person) & _t.c.offered & (_t.c.state == State.LAPSED) & (_t.c.starts_at > since)
    return {(row.consultant, row.starts_at) for row in await connection.execute(select(_t.c.consultant, _t.c.starts_at).where(passed))}


async def _all(connection: AsyncConnection, query: Select[Any]) -> list[Session]:
    seal = seals.of(connection)
    return [
        Session(**{**row, "state": State(row["state"]), "goal": seal.opened(row["goal"]) if row["goal"] else ""})
        for row in (await connection.execute(query)).mappings()
    ]
