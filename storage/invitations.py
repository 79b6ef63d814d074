"""Invitations into a consortium. The token itself is never kept, only what it hashes to."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables import RowId, Table


class InvitationRecord(Table):
    __tablename__ = "invitations"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    consortium: Mapped[int] = mapped_column(ForeignKey("consortia.id", ondelete="CASCADE"), index=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)  # SHA-256 of a 192-bit token, hex
    inviter: Mapped[int]
    invited: Mapped[int | None]  # the person it is meant for, when it is known who: then nobody else can use it
    label: Mapped[str] = mapped_column(String(40))  # how the inviter names it ("the flower shop"); shown to nobody else
    made_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    opened_by: Mapped[int | None]  # who last looked at it
    answer: Mapped[str | None] = mapped_column(String(12))  # accepted, declined, withdrawn
    answered_by: Mapped[int | None]
    answered_at: Mapped[datetime | None]
    seat: Mapped[int | None] = mapped_column(ForeignKey("seats.id", ondelete="SET NULL"))

    __table_args__ = (Index("ix_invitations_invited", "invited"),)


class InvitationQuestionRecord(Table):
    """What an invited person asks the inviter, and the answer; neither sees the other's contact."""

    __tablename__ = "invitation_questions"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    invitation: Mapped[int] = mapped_column(ForeignKey("invitations.id", ondelete="CASCADE"), index=True)
    asker: Mapped[int]
    question: Mapped[str]
    asked_at: Mapped[datetime]
    answer: Mapped[str | None]
    answered_at: Mapped[datetime | None]
