"""Handing over the lead of a consortium: the lead offers it, the other takes it."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables import RowId, Table

OPEN = text("answer IS NULL")


class HandoverRecord(Table):
    __tablename__ = "handovers"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    consortium: Mapped[int] = mapped_column(ForeignKey("consortia.id", ondelete="CASCADE"))
    from_seat: Mapped[int] = mapped_column(ForeignKey("seats.id", ondelete="CASCADE"))
    to_seat: Mapped[int] = mapped_column(ForeignKey("seats.id", ondelete="CASCADE"))
    offered_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    answer: Mapped[str | None] = mapped_column(String(12))  # taken, declined, withdrawn, expired
    answered_at: Mapped[datetime | None]

    __table_args__ = (Index("uq_handovers_open", "consortium", unique=True, sqlite_where=OPEN, postgresql_where=OPEN),)
