"""What invited people ask the inviter, and the answers; neither sees the other's contact."""

from dataclasses import dataclass, fields
from datetime import datetime

from sqlalchemy import ForeignKey, delete, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from storage.invitations import InvitationRecord
from storage.tables import RowId, Table, table_of


class InvitationQuestionRecord(Table):
    __tablename__ = "invitation_questions"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    invitation: Mapped[int] = mapped_column(ForeignKey("invitations.id", ondelete="CASCADE"), index=True)
    asker: Mapped[int] = mapped_column(index=True)
    question: Mapped[str]
    asked_at: Mapped[datetime]
    answer: Mapped[str | None]
    answered_at: Mapped[datetime | None]

    # The number of a question that was forgotten is never given to another.
    __table_args__ = ({"sqlite_autoincrement": True},)


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationQuestion:
    id: int
    invitation: int
    asker: int
    question: str
    asked_at: datetime
    answer: str | None
    answered_at: datetime | None


_t, _invitations = table_of(InvitationQuestionRecord), table_of(InvitationRecord)
_SHOWN = select(*(_t.c[field.name] for field in fields(InvitationQuestion)))
_open = _t.c.answered_at.is_(None)


async def keep(connection: AsyncConnection, *, invitation: int, asker: int, question: str, now: datetime) -> int:
    """Its number."""
    row = {"invitation": invitation, "asker": asker, "question": question, "asked_at": now}
    return int(await connection.scalar(insert(InvitationQuestionRecord).values(row).returning(_t.c.id)) or 0)


async def find(connection: AsyncConnection, number: int) -> InvitationQuestion | None:
    found = (await connection.execute(_SHOWN.where(_t.c.id == number))).mappings().one_or_none()
    return InvitationQuestion(**found) if found is not None else None


async def of_asker(connection: AsyncConnection, invitation: int, asker: int) -> list[InvitationQuestion]:
    """In the order they were asked."""
    query = _SHOWN.where(_t.c.invitation == invitation, _t.c.asker == asker).order_by(_t.c.id)
    return [InvitationQuestion(**row) for row in (await connection.execute(query)).mappings()]


async def open_count(connection: AsyncConnection, invitation: int, asker: int) -> int:
    """How many of theirs wait for an answer."""
    query = select(func.count()).select_from(InvitationQuestionRecord).where(_t.c.invitation == invitation, _t.c.asker == asker, _open)
    return int(await connection.scalar(query) or 0)


async def answer(connection: AsyncConnection, number: int, words: str, now: datetime) -> bool:
    """False when it has an answer already, or is gone: of two at once, the second gets False."""
    statement = update(InvitationQuestionRecord).where(_t.c.id == number, _open)
    return (await connection.execute(statement.values(answer=words, answered_at=now))).rowcount == 1


async def forget(connection: AsyncConnection, person: int) -> list[int]:
    """What they asked, and what was asked about invitations of theirs; the numbers."""
    theirs = select(_invitations.c.id).where(_invitations.c.inviter == person)
    gone = delete(InvitationQuestionRecord).where(or_(_t.c.asker == person, _t.c.invitation.in_(theirs)))
    return sorted(await connection.scalars(gone.returning(_t.c.id)))
