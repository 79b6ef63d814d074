"""Who has got an announcement that is being corrected or withdrawn: a row each, and what became of it for them.

Doing one twice changes nothing, so a row whose lease ran out is done again.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import (
    ColumnElement,
    ForeignKey,
    Index,
    SmallInteger,
    String,
    Text,
    bindparam,
    cast,
    delete,
    func,
    insert,
    literal,
    select,
)
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from storage.announcement_amendments import Amendment, AmendmentRecord, AmendmentState
from storage.announcement_leases import LEASED, LONGEST_REASON, WAITS, Leases
from storage.announcement_ledger import RecipientRecord
from storage.tables import Table, table_of


class Amends(StrEnum):
    """What became of it for one person."""

    WAITING = "waiting"
    LEASED = "leased"
    DONE = "done"
    GONE = "gone"  # they have deleted it themselves
    BLOCKED = "blocked"  # have blocked the bot or are gone
    FAILED = "failed"  # Telegram would not, or was not heard of, time and again
    LEFT = "left"  # it was stopped before their turn


OPEN = (Amends.WAITING, Amends.LEASED)


class AmendedRecord(Table):
    """One for each person who has got something of it."""

    __tablename__ = "announcement_amended"

    amendment: Mapped[int] = mapped_column(ForeignKey("announcement_amendments.id", ondelete="CASCADE"), primary_key=True)
    person: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    outcome: Mapped[str] = mapped_column(String(9))
    leased_until: Mapped[datetime | None]
    settled_at: Mapped[datetime | None]
    tries: Mapped[int] = mapped_column(SmallInteger, server_default="0")
    reason: Mapped[str | None] = mapped_column(String(LONGEST_REASON))  # Telegram's words

    __table_args__ = (
        Index("ix_announcement_amended_waiting", "amendment", "person", sqlite_where=WAITS, postgresql_where=WAITS),
        Index("ix_announcement_amended_leased", "leased_until", sqlite_where=LEASED, postgresql_where=LEASED),
        Index("ix_announcement_amended_person", "person"),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Their messages, in the order they came, and when the last of them had come. `tries`: those that failed."""

    person: int
    language: str
    messages: tuple[int, ...]
    sent_at: datetime
    tries: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Amended:
    person: int
    outcome: Amends
    reason: str | None = None


_t, _amendments, _ledger = (table_of(one) for one in (AmendedRecord, AmendmentRecord, RecipientRecord))
_leases = Leases(_t, _t.c.amendment, takes=(_t.c.person, _t.c.tries), settles={"tries": _t.c.tries + bindparam("failed")})


def _have_some(announcement: int, languages: Collection[str] | None) -> ColumnElement[bool]:
    some = cast(_ledger.c.messages, Text).not_in(["null", "[]"])  # a list that was never written is a JSON null
    mine = (_ledger.c.announcement == announcement) & _ledger.c.messages.is_not(None) & some
    return mine if languages is None else mine & _ledger.c.language.in_(languages)


async def languages(connection: AsyncConnection, announcement: int) -> frozenset[str]:
    """Of those who have got anything of it."""
    return frozenset(await connection.scalars(select(_ledger.c.language).where(_have_some(announcement, None)).distinct()))


async def count_reached(connection: AsyncConnection, announcement: int, languages: Collection[str] | None = None) -> int:
    """How many have got anything of it; None: in any language."""
    return int(await connection.scalar(select(func.count()).select_from(_ledger).where(_have_some(announcement, languages))) or 0)


async def freeze(connection: AsyncConnection, number: int, announcement: int, languages: Collection[str] | None = None) -> int:
    """Everybody who has got anything of the announcement in one of these languages (None: in any); how many."""
    chosen = select(literal(number), _ledger.c.person, literal(Amends.WAITING.value)).where(_have_some(announcement, languages))
    statement = insert(_t).from_select(["amendment", "person", "outcome"], chosen)
    return (await connection.execute(statement, execution_options={"preserve_rowcount": True})).rowcount


async def lease(connection: AsyncConnection, one: Amendment, *, most: int, until: datetime) -> list[Standing]:
    """The next ones, each to one process alone. Commit before anything is sent."""
    leased = {row.person: row.tries for row in await _leases.take(connection, one.id, most=most, until=until)}
    mine = select(_ledger.c.person, _ledger.c.language, _ledger.c.messages, _ledger.c.settled_at).where(
        _ledger.c.announcement == one.announcement, _ledger.c.person.in_(leased)
    )
    found = (await connection.execute(mine.order_by(_ledger.c.person))).all() if leased else []
    return [
        Standing(person=row.person, language=row.language, messages=tuple(row.messages), sent_at=row.settled_at, tries=leased[row.person])
        for row in found
    ]


async def settle(connection: AsyncConnection, number: int, those: Sequence[Amended], now: datetime) -> None:
    """Who waits again has been tried and failed."""
    rows = [
        {
            "whose": one.person,
            "became": one.outcome.value,
            "why": one.reason,
            "at": now if one.outcome is not Amends.WAITING else None,
            "failed": int(one.outcome is Amends.WAITING),
        }
        for one in those
    ]
    await _leases.settle(connection, number, rows, blocked=[one.person for one in those if one.outcome is Amends.BLOCKED])


async def give_back(connection: AsyncConnection, number: int, people: Sequence[int]) -> None:
    """Nothing was tried after all: they wait again."""
    await _leases.give_back(connection, number, people)


async def leave_waiting(connection: AsyncConnection, number: int, now: datetime) -> int:
    """It is stopped: nothing is changed any more for those whose turn had not come; how many."""
    return await _leases.end_waiting(connection, number, Amends.LEFT, now)


async def expire(connection: AsyncConnection, now: datetime) -> int:
    """Leases of processes that are gone, of any amendment: done again, since twice is as once; how many."""
    return await _leases.expire(connection, now, outcome=Amends.WAITING.value, tries=_t.c.tries + 1)


async def leave_stopped(connection: AsyncConnection, now: datetime) -> None:
    """Whoever was in hand when theirs was stopped, and came back undone."""
    stopped = select(_amendments.c.id).where(_amendments.c.state == AmendmentState.CANCELLED.value)
    await _leases.end_waiting_in(connection, stopped, Amends.LEFT, now)


async def anything_waits(connection: AsyncConnection) -> bool:
    """In an amendment that runs."""
    running = select(_amendments.c.id).where(_amendments.c.state == AmendmentState.RUNNING.value)
    return await _leases.anything_waits_in(connection, running)


async def counts(connection: AsyncConnection, number: int) -> Mapping[Amends, int]:
    return await _leases.counts(connection, number, Amends)


async def is_open(connection: AsyncConnection, number: int) -> bool:
    """Whether anything is still to be done."""
    return await _leases.is_open(connection, number)


async def never_settled(connection: AsyncConnection, announcement: int, before: datetime) -> tuple[int, int]:
    """Of amendments that are over: rows left open; of any: leases that ran out before then and were not given up."""
    over = _amendments.c.state.in_([AmendmentState.DONE.value, AmendmentState.CANCELLED.value])
    mine = (
        select(func.count())
        .select_from(_t.join(_amendments, _amendments.c.id == _t.c.amendment))
        .where(_amendments.c.announcement == announcement)
    )
    left = await connection.scalar(mine.where(over, _t.c.outcome.in_([one.value for one in OPEN])))
    stale = await connection.scalar(mine.where(_t.c.outcome == Amends.LEASED.value, _t.c.leased_until <= before))
    return int(left or 0), int(stale or 0)


async def forget(connection: AsyncConnection, person: int) -> None:
    await connection.execute(delete(_t).where(_t.c.person == person))
