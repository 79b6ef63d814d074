"""Rows of people whom something goes to, taken in hand by processes: each row to one of them alone.

Whoever works through them leases the next, commits, sends, and writes down what became of each. What an expired lease means is for
the table to say.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any, TypeVar

from sqlalchemy import Column, Row, Select, Table, bindparam, func, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.people import PersonRecord
from storage.tables import table_of

WAITS = text("outcome = 'waiting'")  # of partial indexes
LEASED = text("outcome = 'leased'")
LONGEST_REASON = 200
_WAITING, _LEASED = "waiting", "leased"
_people = table_of(PersonRecord)
Outcomes = TypeVar("Outcomes", bound=StrEnum)


class Leases:
    """`of`: what the rows belong to. The table has `person`, `outcome`, `leased_until`, `settled_at` and `reason`. `takes`: what is read
    of a row that is taken; `settles`: what else is written when it is settled.
    """

    def __init__(self, table: Table, of: Column[int], *, takes: Sequence[Column[Any]], settles: Mapping[str, Any]) -> None:
        self._t, self._of = table, of
        mine = of == bindparam("this")
        # As an expression of its own (CTE): a subquery with a lock and a limit may be run again for every row, and lease too many.
        following = (
            select(table.c.person)
            .where(mine, table.c.outcome == _WAITING)
            .order_by(table.c.person)
            .limit(bindparam("most"))
            .with_for_update(skip_locked=True)
            .cte("next")
        )
        self._take = (
            update(table)
            .where(mine, table.c.person.in_(select(following.c.person)))
            .values(outcome=_LEASED, leased_until=bindparam("end"))
            .returning(*takes)
        )
        ends: dict[str, Any] = {
            "outcome": bindparam("became"),
            "reason": bindparam("why"),
            "settled_at": bindparam("at"),
            "leased_until": None,
        }
        self._settle = update(table).where(mine, table.c.person == bindparam("whose"), table.c.outcome == _LEASED).values(**ends, **settles)

    async def take(self, connection: AsyncConnection, number: int, *, most: int, until: datetime) -> Sequence[Row[Any]]:
        """The next ones; nobody else gets them until then. Commit before anything is sent."""
        return (await connection.execute(self._take, {"this": number, "most": most, "end": until})).all()

    async def settle(self, connection: AsyncConnection, number: int, rows: Sequence[dict[str, Any]], *, blocked: Sequence[int]) -> None:
        """`rows`: "whose", "became", "why", "at", and what the table settles. People who cannot be reached are marked; /start brings
        them back.
        """
        if rows:
            await connection.execute(self._settle, [{"this": number, **row} for row in rows])
        if blocked:
            await connection.execute(update(_people).where(_people.c.id.in_(blocked)).values(blocked=True))

    async def give_back(self, connection: AsyncConnection, number: int, people: Sequence[int]) -> None:
        """They wait again."""
        if people:
            mine = (self._of == number) & self._t.c.person.in_(people) & (self._t.c.outcome == _LEASED)
            await connection.execute(update(self._t).where(mine).values(outcome=_WAITING, leased_until=None))

    async def end_waiting(self, connection: AsyncConnection, number: int, outcome: StrEnum, now: datetime) -> int:
        """Whose turn had not come; how many."""
        waiting = (self._of == number) & (self._t.c.outcome == _WAITING)
        return (await connection.execute(update(self._t).where(waiting).values(outcome=outcome.value, settled_at=now))).rowcount

    async def end_waiting_in(self, connection: AsyncConnection, numbers: Select[tuple[int]], outcome: StrEnum, now: datetime) -> None:
        """Of whatever ended while some were in hand, and came back at the same moment."""
        waiting = (self._t.c.outcome == _WAITING) & self._of.in_(numbers)
        await connection.execute(update(self._t).where(waiting).values(outcome=outcome.value, settled_at=now))

    async def expire(self, connection: AsyncConnection, now: datetime, **values: Any) -> int:
        """Leases of processes that are gone, whatever they belong to; how many."""
        over = (self._t.c.outcome == _LEASED) & (self._t.c.leased_until <= now)
        return (await connection.execute(update(self._t).where(over).values(leased_until=None, **values))).rowcount

    async def counts(self, connection: AsyncConnection, number: int, outcomes: type[Outcomes]) -> Mapping[Outcomes, int]:
        query = select(self._t.c.outcome, func.count().label("n")).where(self._of == number).group_by(self._t.c.outcome)
        found = {row.outcome: row.n for row in await connection.execute(query)}
        return {outcome: found.get(outcome.value, 0) for outcome in outcomes}

    async def anything_waits_in(self, connection: AsyncConnection, numbers: Select[tuple[int]]) -> bool:
        query = select(self._t.c.person).where(self._t.c.outcome == _WAITING, self._of.in_(numbers)).limit(1)
        return await connection.scalar(query) is not None

    async def is_open(self, connection: AsyncConnection, number: int) -> bool:
        """Whether anybody waits, or is in hand."""
        query = select(self._t.c.person).where(self._of == number, self._t.c.outcome.in_((_WAITING, _LEASED))).limit(1)
        return await connection.scalar(query) is not None

    async def stale(self, connection: AsyncConnection, number: int, before: datetime) -> int:
        """How many leases ran out before then and were not given up."""
        old = (self._of == number) & (self._t.c.outcome == _LEASED) & (self._t.c.leased_until <= before)
        return int(await connection.scalar(select(func.count()).select_from(self._t).where(old)) or 0)
