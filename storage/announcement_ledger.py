"""The ledger of an announcement: one row for each person of its audience, and what became of it for them.

A person is sent it at most once. Whoever sends leases rows, commits, sends, and writes down what became of each. A row whose lease ran out
was sent by a process that was killed, or was not: nobody knows, so it is not sent again.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import (
    JSON,
    ColumnElement,
    ForeignKey,
    Index,
    Select,
    String,
    bindparam,
    case,
    delete,
    func,
    insert,
    literal,
    or_,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from programme.announcements import STOPPED, UNWANTED, AnnouncementState, Category, Outcome
from storage.announcement_choices import AnnouncementChoiceRecord
from storage.announcement_leases import LEASED, LONGEST_REASON, WAITS, Leases
from storage.announcements import AnnouncementRecord
from storage.people import PersonRecord
from storage.tables import Table, table_of


class RecipientRecord(Table):
    __tablename__ = "announcement_recipients"

    announcement: Mapped[int] = mapped_column(ForeignKey("announcements.id", ondelete="CASCADE"), primary_key=True)
    person: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    language: Mapped[str] = mapped_column(String(16))
    outcome: Mapped[str] = mapped_column(String(9))
    leased_until: Mapped[datetime | None]
    settled_at: Mapped[datetime | None]
    messages: Mapped[list[int] | None] = mapped_column(JSON)  # their numbers in the person's chat, for correcting and withdrawing
    reason: Mapped[str | None] = mapped_column(String(LONGEST_REASON))  # Telegram's words, never what people typed

    __table_args__ = (
        Index("ix_announcement_recipients_waiting", "announcement", "person", sqlite_where=WAITS, postgresql_where=WAITS),
        Index("ix_announcement_recipients_leased", "leased_until", sqlite_where=LEASED, postgresql_where=LEASED),
        Index("ix_announcement_recipients_outcome", "announcement", "outcome", "person"),
        Index("ix_announcement_recipients_person", "person"),
    )


@dataclass(frozen=True, slots=True)
class Leased:
    """`messages`: those of it that lie on their phone already, from a time before."""

    person: int
    language: str
    messages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    person: int
    outcome: Outcome
    messages: Sequence[int] = ()
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    person: int
    language: str
    outcome: Outcome
    settled_at: datetime | None
    messages: tuple[int, ...]
    reason: str | None


_t, _people, _announcements = table_of(RecipientRecord), table_of(PersonRecord), table_of(AnnouncementRecord)
_choices = table_of(AnnouncementChoiceRecord)
_leases = Leases(_t, _t.c.announcement, takes=(_t.c.person, _t.c.language, _t.c.messages), settles={"messages": bindparam("them")})


async def freeze(connection: AsyncConnection, announcement: int, audience: Select[tuple[int]]) -> int:
    """Everybody the selection names (their ids) stands in the ledger from now on; how many. Who cannot be reached stands there as such."""
    known = case((_people.c.blocked, Outcome.BLOCKED.value), else_=Outcome.WAITING.value)
    chosen = select(literal(announcement), _people.c.id, _people.c.language, known).where(_people.c.id.in_(audience))
    statement = insert(_t).from_select(["announcement", "person", "language", "outcome"], chosen)
    # Of an INSERT, SQLAlchemy keeps the count only when asked: on PostgreSQL it would be -1.
    return (await connection.execute(statement, execution_options={"preserve_rowcount": True})).rowcount


async def lease(connection: AsyncConnection, announcement: int, *, most: int, until: datetime) -> list[Leased]:
    """The next ones to send to, each to one sender alone. Commit before sending."""
    rows = await _leases.take(connection, announcement, most=most, until=until)
    return sorted((Leased(row.person, row.language, tuple(row.messages or ())) for row in rows), key=lambda one: one.person)


async def settle(connection: AsyncConnection, announcement: int, those: Sequence[Settled], now: datetime) -> None:
    rows = [
        {"whose": one.person, "became": one.outcome.value, "them": list(one.messages) or None, "why": one.reason, "at": now}
        for one in those
    ]
    await _leases.settle(connection, announcement, rows, blocked=[one.person for one in those if one.outcome is Outcome.BLOCKED])


async def give_back(connection: AsyncConnection, announcement: int, people: Sequence[int]) -> None:
    """Not sent after all: they wait again."""
    await _leases.give_back(connection, announcement, people)


async def expire(connection: AsyncConnection, now: datetime) -> int:
    """Leases of senders that are gone, of any announcement: nobody knows what became of these; how many."""
    return await _leases.expire(connection, now, outcome=Outcome.UNKNOWN.value, settled_at=now, reason=STOPPED)


def _failed(announcement: int, *, unknown: bool) -> ColumnElement[bool]:
    """Whoever it has not reached and could: of those that had blocked the bot, those who are back; nobody who does without its kind now."""
    back = _t.c.person.in_(select(_people.c.id).where(~_people.c.blocked))
    outcomes = [Outcome.REFUSED.value, *([Outcome.UNKNOWN.value] if unknown else [])]
    tried = or_(_t.c.outcome.in_(outcomes), (_t.c.outcome == Outcome.BLOCKED.value) & back)
    kind = select(_announcements.c.category).where(_announcements.c.id == announcement).scalar_subquery()
    unwanted = select(_choices.c.person).where(_choices.c.category == kind)
    return (_t.c.announcement == announcement) & tried & _t.c.person.not_in(unwanted)


async def count_failed(connection: AsyncConnection, announcement: int) -> Mapping[Outcome, int]:
    """Whom trying again could reach, by what became of it."""
    query = select(_t.c.outcome, func.count().label("n")).where(_failed(announcement, unknown=True)).group_by(_t.c.outcome)
    found = {Outcome(row.outcome): row.n for row in await connection.execute(query)}
    return {outcome: found.get(outcome, 0) for outcome in (Outcome.REFUSED, Outcome.BLOCKED, Outcome.UNKNOWN)}


async def try_failed_again(connection: AsyncConnection, announcement: int, *, unknown: bool) -> int:
    """They wait again; how many. `unknown`: those too who may have it."""
    statement = update(_t).where(_failed(announcement, unknown=unknown))
    values = {"outcome": Outcome.WAITING.value, "settled_at": None, "leased_until": None, "reason": None}
    return (await connection.execute(statement.values(values))).rowcount


async def withdraw_waiting(connection: AsyncConnection, announcement: int, now: datetime) -> int:
    return await _leases.end_waiting(connection, announcement, Outcome.WITHDRAWN, now)


async def withdraw_cancelled(connection: AsyncConnection, now: datetime) -> None:
    """Whoever was in hand when theirs was cancelled, and was given back at the same moment."""
    cancelled = select(_announcements.c.id).where(_announcements.c.state == AnnouncementState.CANCELLED.value)
    await _leases.end_waiting_in(connection, cancelled, Outcome.WITHDRAWN, now)


async def withdraw_unwanted(connection: AsyncConnection, person: int, category: Category, now: datetime) -> None:
    """Somebody does without this kind from now on, and something of it was just going out."""
    those = select(_announcements.c.id).where(_announcements.c.category == category.value)
    waiting = (_t.c.person == person) & (_t.c.outcome == Outcome.WAITING.value) & _t.c.announcement.in_(those)
    await connection.execute(update(_t).where(waiting).values(outcome=Outcome.WITHDRAWN.value, settled_at=now, reason=UNWANTED))


async def counts(connection: AsyncConnection, announcement: int) -> Mapping[Outcome, int]:
    return await _leases.counts(connection, announcement, Outcome)


async def stale(connection: AsyncConnection, announcement: int, before: datetime) -> int:
    """How many leases ran out before then and were not given up."""
    return await _leases.stale(connection, announcement, before)


async def lock_announcements_of(connection: AsyncConnection, person: int) -> None:
    """Before any row of theirs, as everybody does who changes how one goes."""
    mine = select(_t.c.announcement).where(_t.c.person == person)
    those = select(_announcements.c.id).where(_announcements.c.id.in_(mine)).order_by(_announcements.c.id)
    await connection.execute(those.with_for_update(key_share=True))


async def forget(connection: AsyncConnection, person: int) -> list[int]:
    """Whatever waits for them is not sent any more. In which announcements the person stood."""
    return list(await connection.scalars(delete(_t).where(_t.c.person == person).returning(_t.c.announcement)))


async def is_open(connection: AsyncConnection, announcement: int) -> bool:
    """Whether anybody is still to be sent it."""
    return await _leases.is_open(connection, announcement)


async def of_outcome(
    connection: AsyncConnection, announcement: int, outcomes: Sequence[Outcome], *, after: int = 0, limit: int
) -> list[Recipient]:
    """Behind the person `after`, in the order of their numbers."""
    those = (_t.c.announcement == announcement) & _t.c.outcome.in_([one.value for one in outcomes]) & (_t.c.person > after)
    query = select(_t.c.person, _t.c.language, _t.c.outcome, _t.c.settled_at, _t.c.messages, _t.c.reason).where(those)
    return [
        Recipient(**{**row, "outcome": Outcome(row["outcome"]), "messages": tuple(row["messages"] or ())})
        for row in (await connection.execute(query.order_by(_t.c.person).limit(limit))).mappings()
    ]
