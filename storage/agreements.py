"""Collaboration agreements (협업협약서): the text as it stood, and which member confirmed which version when."""

from datetime import datetime

from sqlalchemy import ForeignKey, SmallInteger, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables import RowId, Table


class AgreementRecord(Table):
    __tablename__ = "agreements"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    consortium: Mapped[int] = mapped_column(ForeignKey("consortia.id", ondelete="CASCADE"))
    version: Mapped[int] = mapped_column(SmallInteger)  # 1, 2, … within the consortium
    terms: Mapped[str]  # sealed JSON of everything the document says
    digest: Mapped[str] = mapped_column(String(64))  # SHA-256 of the terms: the same terms need no new version
    drawn_up_by: Mapped[int]
    drawn_up_at: Mapped[datetime]
    void_at: Mapped[datetime | None]  # overtaken by a change of members or terms

    __table_args__ = (UniqueConstraint("consortium", "version"),)


class AgreementConfirmationRecord(Table):
    __tablename__ = "agreement_confirmations"

    agreement: Mapped[int] = mapped_column(ForeignKey("agreements.id", ondelete="CASCADE"), primary_key=True, autoincrement=False)
    seat: Mapped[int] = mapped_column(ForeignKey("seats.id", ondelete="CASCADE"), primary_key=True, autoincrement=False)
    person: Mapped[int]
    confirmed_at: Mapped[datetime]
