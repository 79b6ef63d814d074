"""Consents: who agreed to what, in which version and language, and when they took it back. Rows are added and ended, never rewritten."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, SmallInteger, String, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables import RowId, Table

STANDING = text("withdrawn_at IS NULL")


class ConsentRecord(Table):
    __tablename__ = "consents"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    person: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    purpose: Mapped[str] = mapped_column(String(24))
    version: Mapped[int] = mapped_column(SmallInteger)
    language: Mapped[str] = mapped_column(String(16))
    given_at: Mapped[datetime]
    withdrawn_at: Mapped[datetime | None]

    __table_args__ = (Index("uq_consents_standing", "person", "purpose", unique=True, sqlite_where=STANDING, postgresql_where=STANDING),)
