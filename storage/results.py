"""What a person has kept, whatever kind it is: assessments and estimates in one list."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import bindparam, delete, func, literal, select, union_all
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.eligibility import AssessmentRecord
from storage.subsidy import EstimateRecord


class Kind(StrEnum):
    ASSESSMENT = "assessment"
    ESTIMATE = "estimate"


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultRow:
    kind: Kind
    token: str
    kept_at: datetime


async def of_person(connection: AsyncConnection, person: int, *, limit: int, skip: int) -> list[ResultRow]:
    """The newest first."""
    found = await connection.execute(_OF_PERSON, {"person": person, "limit": limit, "skip": skip})
    return [ResultRow(kind=Kind(row.kind), token=row.token, kept_at=row.kept_at) for row in found]


async def count(connection: AsyncConnection, person: int) -> int:
    return int((await connection.execute(_COUNT, {"person": person})).scalar_one())


async def drop(connection: AsyncConnection, person: int, token: str) -> Kind | None:
    """Which kind was deleted; None when this person has no such result."""
    for kind, statement in _DROP.items():
        if (await connection.execute(statement, {"person": person, "token": token})).rowcount:
            return kind
    return None


_TABLES: dict[Kind, type[AssessmentRecord | EstimateRecord]] = {Kind.ASSESSMENT: AssessmentRecord, Kind.ESTIMATE: EstimateRecord}
_BOTH = union_all(
    *(
        select(literal(kind.value).label("kind"), table.token, table.kept_at, table.id).where(table.person == bindparam("person"))
        for kind, table in _TABLES.items()
    )
).subquery()
_OF_PERSON = (
    select(_BOTH.c.kind, _BOTH.c.token, _BOTH.c.kept_at)
    .order_by(_BOTH.c.kept_at.desc(), _BOTH.c.id.desc(), _BOTH.c.kind)
    .limit(bindparam("limit"))
    .offset(bindparam("skip"))
)
_COUNT = select(func.count()).select_from(_BOTH)
_DROP = {
    kind: delete(table).where(table.person == bindparam("person"), table.token == bindparam("token")) for kind, table in _TABLES.items()
}
