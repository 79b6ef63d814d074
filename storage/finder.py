"""The partner finder: cards shops show of themselves, who is interested in whom, what is hidden and what was reported."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables import RowId, Table

LONGEST_SENTENCE = 150


class FinderCardRecord(Table):
    """Trade and gu are the shop's own. Shown until `ends_at`."""

    __tablename__ = "finder_cards"

    shop: Mapped[int] = mapped_column(ForeignKey("shops.id", ondelete="CASCADE"), primary_key=True, autoincrement=False)
    person: Mapped[int]
    shares: Mapped[list[Any]] = mapped_column(JSON)  # what to share: facilities, system, brand, purchasing
    sentence: Mapped[str] = mapped_column(String(LONGEST_SENTENCE))
    shown_at: Mapped[datetime]
    ends_at: Mapped[datetime] = mapped_column(index=True)
    blocked_at: Mapped[datetime | None]  # taken out of sight by a coordinator after a report


class FinderInterestRecord(Table):
    """Shop `one` would like to meet shop `other`. Both ways: contacts are shown."""

    __tablename__ = "finder_interests"

    one: Mapped[int] = mapped_column(ForeignKey("shops.id", ondelete="CASCADE"), primary_key=True, autoincrement=False)
    other: Mapped[int] = mapped_column(ForeignKey("shops.id", ondelete="CASCADE"), primary_key=True, autoincrement=False)
    at: Mapped[datetime]

    __table_args__ = (Index("ix_finder_interests_other", "other"),)


class FinderHiddenRecord(Table):
    __tablename__ = "finder_hidden"

    person: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), primary_key=True, autoincrement=False)
    shop: Mapped[int] = mapped_column(ForeignKey("shops.id", ondelete="CASCADE"), primary_key=True, autoincrement=False)
    at: Mapped[datetime]


class FinderReportRecord(Table):
    __tablename__ = "finder_reports"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    shop: Mapped[int] = mapped_column(ForeignKey("shops.id", ondelete="CASCADE"), index=True)
    reporter: Mapped[int]
    reason: Mapped[str] = mapped_column(String(16))
    at: Mapped[datetime]
    settled_at: Mapped[datetime | None]
    settled_by: Mapped[int | None]
    outcome: Mapped[str | None] = mapped_column(String(12))  # blocked, fine
