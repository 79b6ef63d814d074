"""Owners: who they are and how they are reached. Names and numbers lie sealed."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables import Table


class OwnerRecord(Table):
    __tablename__ = "owners"

    person: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), primary_key=True, autoincrement=False)
    name: Mapped[str]  # sealed: as on the business registration certificate
    phone: Mapped[str]  # sealed digits
    phone_index: Mapped[str] = mapped_column(String(64), index=True)
    phone_verified: Mapped[bool]
    of_age_at: Mapped[datetime]  # when they said that they are 14 or older
    registered_at: Mapped[datetime]
    changed_at: Mapped[datetime]
