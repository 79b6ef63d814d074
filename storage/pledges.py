"""Writing down the project cost, how the own share is divided, and what each member promises."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.consortia import ConsortiumRecord, Split
from storage.seats import SeatRecord
from storage.tables import table_of

_seats = table_of(SeatRecord)
_consortia = table_of(ConsortiumRecord)
_taken = _seats.c.ended_at.is_(None)


async def promise(connection: AsyncConnection, seat: int, *, amount: int, of: int | None, now: datetime) -> None:
    """`of`: the part it is promised for. KRW."""
    promised = {"pledged": amount, "pledged_of": of, "pledged_at": now}
    await connection.execute(update(SeatRecord).where(_seats.c.id == seat, _taken).values(promised))


async def drop(connection: AsyncConnection, seats: Sequence[int]) -> None:
    """They are asked again."""
    nothing = {"pledged": None, "pledged_of": None, "pledged_at": None}
    await connection.execute(update(SeatRecord).where(_seats.c.id.in_(seats)).values(nothing))


async def set_cost(connection: AsyncConnection, consortium: int, cost: int) -> None:
    await connection.execute(update(ConsortiumRecord).where(_consortia.c.id == consortium).values(project_cost=cost))


async def set_split(connection: AsyncConnection, consortium: int, split: Split, shares: Mapping[int, int]) -> None:
    """`shares`: by seat."""
    await connection.execute(update(ConsortiumRecord).where(_consortia.c.id == consortium).values(split=split.value))
    for seat, share in shares.items():
        await connection.execute(
            update(SeatRecord).where(_seats.c.id == seat, _seats.c.consortium == consortium, _taken).values(share=share)
        )


async def mark_reminded(connection: AsyncConnection, consortium: int, now: datetime) -> None:
    await connection.execute(update(ConsortiumRecord).where(_consortia.c.id == consortium).values(reminded_at=now))
