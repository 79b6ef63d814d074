"""Assessments that people keep: the answers and the call version they were checked under. The verdict is worked out anew each time."""

from typing import Any

from sqlalchemy.orm import Mapped

from storage.kept import KeptRecord, Shelf


class AssessmentRecord(KeptRecord):
    __tablename__ = "assessments"

    answers: Mapped[dict[str, Any]]


assessments = Shelf(AssessmentRecord, "answers")
