"""Estimates that people keep: the project and the call version. The amounts are worked out anew each time."""

from typing import Any

from sqlalchemy.orm import Mapped

from storage.kept import KeptRecord, Shelf


class EstimateRecord(KeptRecord):
    __tablename__ = "estimates"

    project: Mapped[dict[str, Any]]


estimates = Shelf(EstimateRecord, "project")
