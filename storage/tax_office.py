"""What the tax office said about a number, kept for a day so that it is not asked again."""

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables import Table


class TaxAnswerRecord(Table):
    __tablename__ = "tax_answers"

    question: Mapped[str] = mapped_column(String(64), primary_key=True)  # blind index of what was asked
    answer: Mapped[str] = mapped_column(String(12))
    ended_on: Mapped[str | None] = mapped_column(String(10))  # ISO date, of a closed business
    heard_at: Mapped[datetime] = mapped_column(index=True)
