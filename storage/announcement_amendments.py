"""Amendments of announcements that have gone out: a text is corrected where it stands, or everything is withdrawn.

Each is carried out over those who have got it, a row each. Doing one twice changes nothing, so a row whose lease ran out is done again.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    ColumnElement,
    ForeignKey,
    Index,
    Select,
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
    text,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from storage.announcement_ledger import LONGEST_REASON, RecipientRecord
from storage.people import PersonRecord
from storage.tables import RowId, Table, table_of

_STANDS = text("state IN ('asked', 'running', 'paused')")
_RUNS = text("state = 'running'")
_WAITS = text("outcome = 'waiting'")
_LEASED = text("outcome = 'leased'")


class Kind(StrEnum):
    CORRECTION = "correction"
    WITHDRAWAL = "withdrawal"


class AmendmentState(StrEnum):
    ASKED = "asked"  # a second of the office is to approve it
    RUNNING = "running"
    PAUSED = "paused"
    DONE = "done"
    CANCELLED = "cancelled"


STANDING = (AmendmentState.ASKED, AmendmentState.RUNNING, AmendmentState.PAUSED)


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


class AmendmentRecord(Table):
    __tablename__ = "announcement_amendments"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    announcement: Mapped[int] = mapped_column(ForeignKey("announcements.id", ondelete="CASCADE"))
    kind: Mapped[str] = mapped_column(String(10))
    state: Mapped[str] = mapped_column(String(9))
    language: Mapped[str | None] = mapped_column(String(16))  # of the corrected text
    place: Mapped[int | None] = mapped_column(SmallInteger)  # which of the messages, from 0
    before: Mapped[dict[str, Any] | None]  # the message as it was: {"method", "params"}
    after: Mapped[dict[str, Any] | None]
    asked_by: Mapped[int]
    asked_at: Mapped[datetime]
    approved_by: Mapped[int | None]
    started_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    paused_why: Mapped[str] = mapped_column(String(16), server_default="")

    __table_args__ = (
        Index("uq_announcement_amendments_standing", "announcement", unique=True, sqlite_where=_STANDS, postgresql_where=_STANDS),
        Index("ix_announcement_amendments_announcement", "announcement", "id"),
        Index("ix_announcement_amendments_running", "id", sqlite_where=_RUNS, postgresql_where=_RUNS),
    )


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
        Index("ix_announcement_amended_waiting", "amendment", "person", sqlite_where=_WAITS, postgresql_where=_WAITS),
        Index("ix_announcement_amended_leased", "leased_until", sqlite_where=_LEASED, postgresql_where=_LEASED),
        Index("ix_announcement_amended_person", "person"),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
    id: int
    announcement: int
    kind: Kind
    state: AmendmentState
    language: str | None
    place: int | None
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None
    asked_by: int
    asked_at: datetime
    approved_by: int | None
    started_at: datetime | None
    ended_at: datetime | None
    paused_why: str


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


_t, _rows, _people, _ledger = (table_of(one) for one in (AmendmentRecord, AmendedRecord, PersonRecord, RecipientRecord))
_SHOWN = select(*(_t.c[field.name] for field in fields(Amendment)))
_of = _rows.c.amendment == bindparam("this")
_SETTLE = (
    update(_rows)
    .where(_of, _rows.c.person == bindparam("whose"), _rows.c.outcome == Amends.LEASED.value)
    .values(
        outcome=bindparam("became"),
        reason=bindparam("why"),
        settled_at=bindparam("at"),
        tries=_rows.c.tries + bindparam("failed"),
        leased_until=None,
    )
)
_next = (
    select(_rows.c.person)
    .where(_of, _rows.c.outcome == Amends.WAITING.value)
    .order_by(_rows.c.person)
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True)
    .cte("next")
)
_LEASE = (
    update(_rows)
    .where(_of, _rows.c.person.in_(select(_next.c.person)))
    .values(outcome=Amends.LEASED.value, leased_until=bindparam("end"))
    .returning(_rows.c.person, _rows.c.tries)
)


async def keep(connection: AsyncConnection, announcement: int, kind: Kind, *, by: int, now: datetime, **values: Any) -> int:
    """Asked for; its number. Met inside a savepoint: only one stands for an announcement at a time."""
    row = {"announcement": announcement, "kind": kind.value, "state": AmendmentState.ASKED.value, "asked_by": by, "asked_at": now}
    return int(await connection.scalar(insert(_t).values(**row, **values).returning(_t.c.id)) or 0)


async def find(connection: AsyncConnection, number: int) -> Amendment | None:
    return _one(await _all(connection, _SHOWN.where(_t.c.id == number)))


async def standing_of(connection: AsyncConnection, announcement: int) -> Amendment | None:
    """The one that is not over."""
    stands = _t.c.state.in_([state.value for state in STANDING])
    return _one(await _all(connection, _SHOWN.where(_t.c.announcement == announcement, stands)))


async def of_announcement(connection: AsyncConnection, announcement: int, *, limit: int) -> list[Amendment]:
    """The newest first."""
    return await _all(connection, _SHOWN.where(_t.c.announcement == announcement).order_by(_t.c.id.desc()).limit(limit))


async def running(connection: AsyncConnection) -> list[int]:
    """The oldest first."""
    return list(await connection.scalars(select(_t.c.id).where(_t.c.state == AmendmentState.RUNNING.value).order_by(_t.c.id)))


async def anything_waits(connection: AsyncConnection) -> bool:
    """In one that runs."""
    runs = select(_t.c.id).where(_t.c.state == AmendmentState.RUNNING.value)
    query = select(_rows.c.person).where(_rows.c.outcome == Amends.WAITING.value, _rows.c.amendment.in_(runs)).limit(1)
    return await connection.scalar(query) is not None


async def move(connection: AsyncConnection, number: int, then: AmendmentState, *, before: Sequence[AmendmentState], **values: Any) -> bool:
    """False where it stands in none of the states before."""
    statement = update(_t).where(_t.c.id == number, _t.c.state.in_([state.value for state in before]))
    return (await connection.execute(statement.values(state=then.value, **values))).rowcount == 1


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
    statement = insert(_rows).from_select(["amendment", "person", "outcome"], chosen)
    return (await connection.execute(statement, execution_options={"preserve_rowcount": True})).rowcount


async def lease(connection: AsyncConnection, one: Amendment, *, most: int, until: datetime) -> list[Standing]:
    """The next ones, each to one process alone. Commit before anything is sent."""
    leased = {row.person: row.tries for row in await connection.execute(_LEASE, {"this": one.id, "most": most, "end": until})}
    mine = select(_ledger.c.person, _ledger.c.language, _ledger.c.messages, _ledger.c.settled_at).where(
        _ledger.c.announcement == one.announcement, _ledger.c.person.in_(leased)
    )
    found = (await connection.execute(mine.order_by(_ledger.c.person))).all() if leased else []
    return [
        Standing(person=row.person, language=row.language, messages=tuple(row.messages), sent_at=row.settled_at, tries=leased[row.person])
        for row in found
    ]


async def settle(connection: AsyncConnection, number: int, those: Sequence[Amended], now: datetime) -> None:
    """Who waits again has been tried and failed. People who cannot be reached are marked; /start brings them back."""
    rows = [
        {
            "this": number,
            "whose": one.person,
            "became": one.outcome.value,
            "why": one.reason,
            "at": now if one.outcome is not Amends.WAITING else None,
            "failed": int(one.outcome is Amends.WAITING),
        }
        for one in those
    ]
    if rows:
        await connection.execute(_SETTLE, rows)
    if gone := [one.person for one in those if one.outcome is Amends.BLOCKED]:
        await connection.execute(update(_people).where(_people.c.id.in_(gone)).values(blocked=True))


async def give_back(connection: AsyncConnection, number: int, people: Sequence[int]) -> None:
    """Nothing was tried after all: they wait again."""
    if people:
        mine = (_rows.c.amendment == number) & _rows.c.person.in_(people) & (_rows.c.outcome == Amends.LEASED.value)
        await connection.execute(update(_rows).where(mine).values(outcome=Amends.WAITING.value, leased_until=None))


async def leave_waiting(connection: AsyncConnection, number: int, now: datetime) -> int:
    """It is stopped: nothing is changed any more for those whose turn had not come; how many."""
    waiting = (_rows.c.amendment == number) & (_rows.c.outcome == Amends.WAITING.value)
    return (await connection.execute(update(_rows).where(waiting).values(outcome=Amends.LEFT.value, settled_at=now))).rowcount


async def expire(connection: AsyncConnection, now: datetime) -> int:
    """Leases of processes that are gone, of any amendment: done again, since twice is as once; how many."""
    over = (_rows.c.outcome == Amends.LEASED.value) & (_rows.c.leased_until <= now)
    values = {"outcome": Amends.WAITING.value, "leased_until": None, "tries": _rows.c.tries + 1}
    return (await connection.execute(update(_rows).where(over).values(values))).rowcount


async def leave_stopped(connection: AsyncConnection, now: datetime) -> None:
    """Whoever was in hand when theirs was stopped, and came back undone."""
    stopped = select(_t.c.id).where(_t.c.state == AmendmentState.CANCELLED.value)
    waiting = (_rows.c.outcome == Amends.WAITING.value) & _rows.c.amendment.in_(stopped)
    await connection.execute(update(_rows).where(waiting).values(outcome=Amends.LEFT.value, settled_at=now))


async def counts(connection: AsyncConnection, number: int) -> Mapping[Amends, int]:
    query = select(_rows.c.outcome, func.count().label("n")).where(_rows.c.amendment == number).group_by(_rows.c.outcome)
    found = {Amends(row.outcome): row.n for row in await connection.execute(query)}
    return {outcome: found.get(outcome, 0) for outcome in Amends}


async def is_open(connection: AsyncConnection, number: int) -> bool:
    """Whether anything is still to be done."""
    query = select(_rows.c.person).where(_rows.c.amendment == number, _rows.c.outcome.in_([one.value for one in OPEN])).limit(1)
    return await connection.scalar(query) is not None


async def never_settled(connection: AsyncConnection, announcement: int, before: datetime) -> tuple[int, int]:
    """Of amendments that are over: rows left open; of any: leases that ran out before then and were not given up."""
    over = _t.c.state.in_([AmendmentState.DONE.value, AmendmentState.CANCELLED.value])
    mine = select(func.count()).select_from(_rows.join(_t, _t.c.id == _rows.c.amendment)).where(_t.c.announcement == announcement)
    left = await connection.scalar(mine.where(over, _rows.c.outcome.in_([one.value for one in OPEN])))
    stale = await connection.scalar(mine.where(_rows.c.outcome == Amends.LEASED.value, _rows.c.leased_until <= before))
    return int(left or 0), int(stale or 0)


async def forget(connection: AsyncConnection, person: int) -> None:
    await connection.execute(delete(_rows).where(_rows.c.person == person))


async def _all(connection: AsyncConnection, query: Select[Any]) -> list[Amendment]:
    return [
        Amendment(**{**row, "kind": Kind(row["kind"]), "state": AmendmentState(row["state"])})
        for row in (await connection.execute(query)).mappings()
    ]


def _one(found: Sequence[Amendment]) -> Amendment | None:
    return found[0] if found else None
