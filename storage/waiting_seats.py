"""Who waits for a seat in a full consortium, and whose turn it is: the next has 48 hours to take a free one."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables import RowId, Table

OPEN = text("ended IS NULL")
OFFERED = text("ended IS NULL AND offered_at IS NOT NULL")


class WaitingSeatRecord(Table):
    __tablename__ = "waiting_seats"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    consortium: Mapped[int] = mapped_column(ForeignKey("consortia.id", ondelete="CASCADE"))
    shop: Mapped[int] = mapped_column(ForeignKey("shops.id", ondelete="CASCADE"))
    person: Mapped[int]
    asked_at: Mapped[datetime]
    place: Mapped[int | None]  # the seat that is held for them
    offered_at: Mapped[datetime | None]
    offer_ends_at: Mapped[datetime | None]
    ended: Mapped[str | None] = mapped_column(String(12))  # seated, declined, lapsed, left, closed
    ended_at: Mapped[datetime | None]

    __table_args__ = (
        Index("uq_waiting_seats_shop", "consortium", "shop", unique=True, sqlite_where=OPEN, postgresql_where=OPEN),
        Index("uq_waiting_seats_place", "consortium", "place", unique=True, sqlite_where=OFFERED, postgresql_where=OFFERED),
        Index("ix_waiting_seats_offer_ends", "offer_ends_at", sqlite_where=OFFERED, postgresql_where=OFFERED),
    )
