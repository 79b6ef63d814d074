"""Invitations into a consortium. The token itself is never kept, only what it hashes to."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index, Select, String, delete, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables import RowId, Table, in_both, table_of

LONGEST_LABEL = 40


class Answer(StrEnum):
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class InvitationRecord(Table):
    __tablename__ = "invitations"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    consortium: Mapped[int] = mapped_column(ForeignKey("consortia.id", ondelete="CASCADE"), index=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)  # SHA-256 of a 192-bit token, hex
    inviter: Mapped[int]
    invited: Mapped[int | None]  # the person it is meant for, when it is known who: then nobody else can use it
    label: Mapped[str] = mapped_column(String(LONGEST_LABEL))  # how the inviter names it ("the flower shop"); shown to nobody else
    made_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    reminded_at: Mapped[datetime | None]  # when the inviter last asked for a reminder
    answer: Mapped[str | None] = mapped_column(String(12))  # accepted, declined, withdrawn
    answered_by: Mapped[int | None]
    answered_at: Mapped[datetime | None]
    seat: Mapped[int | None] = mapped_column(ForeignKey("seats.id", ondelete="SET NULL"))

    __table_args__ = (
        Index("ix_invitations_invited", "invited"),
        # The number of an invitation is never given to another.
        {"sqlite_autoincrement": True},
    )


class InvitationOpeningRecord(Table):
    """Who has held the link in their hands: from then on the invitation can be shown to them again without it."""

    __tablename__ = "invitation_openings"

    invitation: Mapped[int] = mapped_column(ForeignKey("invitations.id", ondelete="CASCADE"), primary_key=True, autoincrement=False)
    person: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), primary_key=True, autoincrement=False)
    opened_at: Mapped[datetime]

    __table_args__ = (Index("ix_invitation_openings_person", "person"),)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewInvitation:
    consortium: int
    token_hash: str
    inviter: int
    invited: int | None
    label: str
    made_at: datetime
    expires_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    id: int
    consortium: int
    inviter: int
    invited: int | None
    label: str
    made_at: datetime
    expires_at: datetime
    reminded_at: datetime | None
    answer: Answer | None
    answered_by: int | None
    answered_at: datetime | None
    seat: int | None


_t, _openings = table_of(InvitationRecord), table_of(InvitationOpeningRecord)
_SHOWN = select(*(_t.c[field.name] for field in fields(Invitation)))
_open = _t.c.answer.is_(None)
_OPENED = in_both(
    lambda insert_: insert_(_openings).on_conflict_do_nothing(index_elements=["invitation", "person"]).returning(_openings.c.person)
)


async def keep(connection: AsyncConnection, new: NewInvitation) -> int:
    """Its number."""
    return int(await connection.scalar(insert(InvitationRecord).values(asdict(new)).returning(_t.c.id)) or 0)


async def find(connection: AsyncConnection, number: int) -> Invitation | None:
    return _one((await connection.execute(_SHOWN.where(_t.c.id == number))).mappings().one_or_none())


async def of_token_hash(connection: AsyncConnection, token_hash: str) -> Invitation | None:
    return _one((await connection.execute(_SHOWN.where(_t.c.token_hash == token_hash))).mappings().one_or_none())


async def of_consortium(connection: AsyncConnection, consortium: int, *, limit: int, offset: int = 0) -> list[Invitation]:
    """The newest first."""
    query = _SHOWN.where(_t.c.consortium == consortium).order_by(_t.c.id.desc()).limit(limit).offset(offset)
    return await _all(connection, query)


async def open_of_consortium(connection: AsyncConnection, consortium: int) -> list[Invitation]:
    """Without an answer, expired ones too."""
    return await _all(connection, _SHOWN.where(_t.c.consortium == consortium, _open).order_by(_t.c.id))


async def count_of(connection: AsyncConnection, consortium: int) -> int:
    return await _count(connection, _t.c.consortium == consortium)


async def waiting_count(connection: AsyncConnection, consortium: int, now: datetime) -> int:
    return await _count(connection, (_t.c.consortium == consortium) & _open & (_t.c.expires_at > now))


async def of_invited(connection: AsyncConnection, consortium: int, invited: int) -> list[Invitation]:
    """Meant for this person, answered or not; the newest first."""
    return await _all(connection, _SHOWN.where(_t.c.consortium == consortium, _t.c.invited == invited).order_by(_t.c.id.desc()))


async def waiting_for(connection: AsyncConnection, person: int, now: datetime) -> list[Invitation]:
    """Meant for this person or opened by them, without an answer and not expired; the newest first."""
    opened = select(_openings.c.invitation).where(_openings.c.person == person)
    mine = or_(_t.c.invited == person, _t.c.invited.is_(None) & _t.c.id.in_(opened))
    return await _all(connection, _SHOWN.where(mine, _open, _t.c.expires_at > now).order_by(_t.c.id.desc()))


async def answer(connection: AsyncConnection, number: int, answered: Answer, *, by: int, now: datetime) -> bool:
    """False when it has an answer already or has expired: of many at once, one gets True."""
    statement = update(InvitationRecord).where(_t.c.id == number, _open, _t.c.expires_at > now)
    return (await connection.execute(statement.values(answer=answered.value, answered_by=by, answered_at=now))).rowcount == 1


async def withdraw(connection: AsyncConnection, number: int, *, by: int, now: datetime) -> bool:
    """False when it has an answer already. An expired one can be put away, too."""
    statement = update(InvitationRecord).where(_t.c.id == number, _open)
    return (await connection.execute(statement.values(answer=Answer.WITHDRAWN.value, answered_by=by, answered_at=now))).rowcount == 1


async def reopen(connection: AsyncConnection, number: int) -> None:
    """Takes an answer back that could not be carried out, in the same transaction that gave it."""
    statement = update(InvitationRecord).where(_t.c.id == number)
    await connection.execute(statement.values(answer=None, answered_by=None, answered_at=None))


async def seated(connection: AsyncConnection, number: int, seat: int) -> None:
    await connection.execute(update(InvitationRecord).where(_t.c.id == number).values(seat=seat))


async def renew(connection: AsyncConnection, number: int, *, token_hash: str, now: datetime, expires_at: datetime) -> bool:
    """A new token instead of the old one; False when it has an answer already."""
    statement = update(InvitationRecord).where(_t.c.id == number, _open)
    values = {"token_hash": token_hash, "made_at": now, "expires_at": expires_at, "reminded_at": None}
    return (await connection.execute(statement.values(values))).rowcount == 1


async def remind(connection: AsyncConnection, number: int, *, now: datetime, not_since: datetime) -> bool:
    """False when there was a reminder after `not_since`, or it waits no longer."""
    rested = or_(_t.c.reminded_at.is_(None), _t.c.reminded_at <= not_since)
    statement = update(InvitationRecord).where(_t.c.id == number, _open, _t.c.expires_at > now, rested)
    return (await connection.execute(statement.values(reminded_at=now))).rowcount == 1


async def opened(connection: AsyncConnection, number: int, person: int, now: datetime) -> bool:
    """True the first time."""
    row = {"invitation": number, "person": person, "opened_at": now}
    return await connection.scalar(_OPENED[connection.dialect.name], row) is not None


async def close_openings(connection: AsyncConnection, number: int) -> None:
    await connection.execute(delete(InvitationOpeningRecord).where(_openings.c.invitation == number))


async def openers(connection: AsyncConnection, number: int) -> list[int]:
    return list(await connection.scalars(select(_openings.c.person).where(_openings.c.invitation == number).order_by(_openings.c.person)))


async def forget(connection: AsyncConnection, person: int) -> None:
    """How they were called, how they called others, and what they opened."""
    named = or_(_t.c.inviter == person, _t.c.invited == person, _t.c.answered_by == person)
    await connection.execute(update(InvitationRecord).where(named).values(label=""))
    await connection.execute(delete(InvitationOpeningRecord).where(_openings.c.person == person))


async def _all(connection: AsyncConnection, query: Select[Any]) -> list[Invitation]:
    return [_invitation(row) for row in (await connection.execute(query)).mappings()]


async def _count(connection: AsyncConnection, which: Any) -> int:
    return int(await connection.scalar(select(func.count()).select_from(InvitationRecord).where(which)) or 0)


def _one(row: Mapping[Any, Any] | None) -> Invitation | None:
    return None if row is None else _invitation(row)


def _invitation(row: Mapping[Any, Any]) -> Invitation:
    return Invitation(**{**row, "answer": Answer(row["answer"]) if row["answer"] is not None else None})
