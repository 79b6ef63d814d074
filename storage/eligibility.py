"""Assessments that people keep: the answers and the call version they were checked under. The verdict is worked out anew each time."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, ForeignKeyConstraint, Index, String, bindparam, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from storage.calls import KEY_LENGTH, VERSION_LENGTH
from storage.tables import RowId, Table

TOKEN_LENGTH = 40


class AssessmentRecord(Table):
    __tablename__ = "assessments"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    token: Mapped[str] = mapped_column(String(TOKEN_LENGTH), unique=True)
    person: Mapped[int] = mapped_column(BigInteger, ForeignKey("people.id", ondelete="CASCADE"))
    call: Mapped[str] = mapped_column(String(KEY_LENGTH))
    version: Mapped[str] = mapped_column(String(VERSION_LENGTH))
    answers: Mapped[dict[str, Any]]
    kept_at: Mapped[datetime]

    __table_args__ = (
        ForeignKeyConstraint(["call", "version"], ["call_versions.key", "call_versions.version"]),
        Index("ix_assessments_person", "person", "id"),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentRow:
    token: str
    person: int
    call: str
    version: str
    answers: Mapping[str, Any]
    kept_at: datetime


async def keep(connection: AsyncConnection, row: AssessmentRow) -> int:
    """The number of the new row, for the audit: the token itself is a key and stays out of it."""
    fields = {
        "token": row.token,
        "person": row.person,
        "call": row.call,
        "version": row.version,
        "answers": dict(row.answers),
        "kept_at": row.kept_at,
    }
    return int((await connection.execute(_KEEP, fields)).scalar_one())


async def of_token(connection: AsyncConnection, token: str) -> AssessmentRow | None:
    found = (await connection.execute(_OF_TOKEN, {"token": token})).mappings().first()
    return AssessmentRow(**found) if found else None


async def of_person(connection: AsyncConnection, person: int, *, limit: int, skip: int) -> list[AssessmentRow]:
    """The newest first."""
    found = await connection.execute(_OF_PERSON, {"person": person, "limit": limit, "skip": skip})
    return [AssessmentRow(**row) for row in found.mappings()]


_R = AssessmentRecord
_ROW = select(_R.token, _R.person, _R.call, _R.version, _R.answers, _R.kept_at)
_KEEP = insert(_R).returning(_R.id)
_OF_TOKEN = _ROW.where(_R.token == bindparam("token"))
_OF_PERSON = _ROW.where(_R.person == bindparam("person")).order_by(_R.id.desc()).limit(bindparam("limit")).offset(bindparam("skip"))
