"""Writing down what changes among the members of a consortium: roles, who leads, the end of all."""

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from programme import consortium_names
from storage.consortia import ConsortiumRecord
from storage.seats import Role, SeatRecord
from storage.tables import table_of

_seats = table_of(SeatRecord)
_consortia = table_of(ConsortiumRecord)
_taken = _seats.c.ended_at.is_(None)


async def give_role(connection: AsyncConnection, seat: int, role: Role) -> None:
    """Whoever has a role that exists once gives it up first."""
    await connection.execute(update(SeatRecord).where(_seats.c.id == seat, _taken).values(role=role.value))


async def dissolve(connection: AsyncConnection, consortium: int, *, by: int, now: datetime) -> bool:
    """Every seat ends, and the shops are free. False when it was dissolved already."""
    standing = update(ConsortiumRecord).where(_consortia.c.id == consortium, _consortia.c.dissolved_at.is_(None))
    dissolved = (await connection.execute(standing.values(dissolved_at=now, recruits=False))).rowcount == 1
    if dissolved:
        seats = update(SeatRecord).where(_seats.c.consortium == consortium, _taken)
        await connection.execute(seats.values(ended_at=now, ended_by=by))
    return dissolved


async def was_removed(connection: AsyncConnection, consortium: int, person: int, round_: str) -> bool:
    """Somebody else ended the last seat this person had there."""
    theirs = (_seats.c.consortium == consortium) & (_seats.c.person == person) & (_seats.c.round == round_)
    last = (await connection.execute(select(_seats.c.ended_by).where(theirs).order_by(_seats.c.id.desc()).limit(1))).scalar_one_or_none()
    return last is not None and last != person


async def sat_in(connection: AsyncConnection, consortium: int, person: int) -> bool:
    """Now or ever."""
    return (
        await connection.scalar(select(_seats.c.id).where(_seats.c.consortium == consortium, _seats.c.person == person).limit(1))
        is not None
    )


async def rename(connection: AsyncConnection, consortium: int, name: str) -> None:
    """Inside `work.savepoint()`: the name may be taken in its round."""
    named = {"name": name, "name_key": consortium_names.key(name)}
    await connection.execute(update(ConsortiumRecord).where(_consortia.c.id == consortium).values(named))


async def describe(connection: AsyncConnection, consortium: int, idea: str) -> None:
    await connection.execute(update(ConsortiumRecord).where(_consortia.c.id == consortium).values(idea=idea))


async def choose_call(connection: AsyncConnection, consortium: int, *, round_: str, call: str) -> None:
    """Inside `work.savepoint()`: name or a shop may be taken in that round."""
    await connection.execute(update(ConsortiumRecord).where(_consortia.c.id == consortium).values(round=round_, call=call))
    await connection.execute(update(SeatRecord).where(_seats.c.consortium == consortium, _taken).values(round=round_))
