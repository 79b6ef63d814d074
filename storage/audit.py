"""The audit: who did what, on what, with which outcome and why. Rows are only ever added; the database itself refuses the rest."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Index, String, insert
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables import RowId, Table, table_of


class AuditRecord(Table):
    __tablename__ = "audit"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    at: Mapped[datetime]
    who: Mapped[int | None]
    did: Mapped[str] = mapped_column(String(64))
    on: Mapped[str] = mapped_column(String(128))
    outcome: Mapped[str] = mapped_column(String(64))
    why: Mapped[str] = mapped_column(String(200))

    __table_args__ = (Index("ix_audit_on", "on", "id"), Index("ix_audit_who", "who", "id"), Index("ix_audit_at", "at", "id"))


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditRow:
    """Codes and ids only, never what people typed."""

    who: int | None  # Telegram's user id; None: the office itself
    did: str  # the deed's name
    on: str = ""  # what it was done to, as "kind:id"
    outcome: str
    why: str = ""  # a code


async def append(connection: AsyncConnection, rows: Sequence[AuditRow], now: datetime) -> None:
    if rows:
        await connection.execute(
            _APPEND, [{"at": now, "who": r.who, "did": r.did, "on": r.on, "outcome": r.outcome, "why": r.why} for r in rows]
        )


_APPEND = insert(table_of(AuditRecord))
