"""Group chats the bot is in: which consortium forms there, which one the staff uses, and where copies of recruiting cards lie."""

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables import RowId, Table

IN_GROUP = text("chat IS NOT NULL")
INLINE = text("inline_message IS NOT NULL")


class GroupRecord(Table):
    __tablename__ = "groups"

    chat: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)  # changes when it becomes a supergroup
    language: Mapped[str] = mapped_column(String(16))
    consortium: Mapped[int | None] = mapped_column(ForeignKey("consortia.id", ondelete="SET NULL"), index=True)
    staff: Mapped[bool] = mapped_column(default=False)  # the office's own group
    forum: Mapped[bool] = mapped_column(default=False)  # has topics
    added_by: Mapped[int | None]
    added_at: Mapped[datetime]
    left_at: Mapped[datetime | None]


class CardCopyRecord(Table):
    """One copy of a recruiting card: a message in a group, or one shared through inline mode."""

    __tablename__ = "card_copies"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    consortium: Mapped[int] = mapped_column(ForeignKey("consortia.id", ondelete="CASCADE"))
    chat: Mapped[int | None]
    message: Mapped[int | None]
    inline_message: Mapped[str | None] = mapped_column(String(64))
    language: Mapped[str] = mapped_column(String(16))
    shared_at: Mapped[datetime]

    __table_args__ = (
        Index("ix_card_copies_consortium", "consortium"),
        Index("uq_card_copies_inline", "inline_message", unique=True, sqlite_where=INLINE, postgresql_where=INLINE),
        Index("uq_card_copies_group", "consortium", "chat", unique=True, sqlite_where=IN_GROUP, postgresql_where=IN_GROUP),
    )
