"""What ties a person to a call: a consortium that forms for it, an answer they have not finished, a check or an estimate they have kept."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Subquery, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.consortia import ConsortiumRecord
from storage.drafts import DraftRecord
from storage.eligibility import AssessmentRecord
from storage.seats import SeatRecord
from storage.subsidy import EstimateRecord
from storage.tables import table_of

_seats, _consortia, _drafts = table_of(SeatRecord), table_of(ConsortiumRecord), table_of(DraftRecord)
_assessments, _estimates = table_of(AssessmentRecord), table_of(EstimateRecord)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ties:
    """`consortia`: those of this call, and those of its track that have not chosen one. `check`: the newest, by its token."""

    consortia: tuple[int, ...]
    drafts: tuple[tuple[str, str], ...]  # id and story
    check: str | None
    estimates: int


async def of_person(connection: AsyncConnection, person: int, *, call: str, track: str) -> Ties:
    """`call`: its key."""
    seated = (
        select(_consortia.c.id)
        .join(_seats, _seats.c.consortium == _consortia.c.id)
        .where(_seats.c.person == person, _seats.c.ended_at.is_(None), _consortia.c.dissolved_at.is_(None))
        .where(or_(_consortia.c.round == call, _consortia.c.round == track))
        .order_by(_consortia.c.id)
    )
    begun = select(_drafts.c.id, _drafts.c.story).where(_drafts.c.person == person, _of_call(call)).order_by(_drafts.c.saved_at.desc())
    newest = (
        select(_assessments.c.token)
        .where(_assessments.c.person == person, _assessments.c.call == call)
        .order_by(_assessments.c.id.desc())
        .limit(1)
    )
    kept = select(func.count()).select_from(_estimates).where(_estimates.c.person == person, _estimates.c.call == call)
    return Ties(
        consortia=tuple((await connection.scalars(seated)).unique()),
        drafts=tuple((row.id, row.story) for row in await connection.execute(begun)),
        check=await connection.scalar(newest),
        estimates=int(await connection.scalar(kept) or 0),
    )


async def tied_among(connection: AsyncConnection, people: Sequence[int], *, call: str, track: str) -> set[int]:
    """Those of them with any tie, one query for all."""
    seated = (
        select(_seats.c.person)
        .join(_consortia, _seats.c.consortium == _consortia.c.id)
        .where(_seats.c.person.in_(people), _seats.c.ended_at.is_(None), _consortia.c.dissolved_at.is_(None))
        .where(or_(_consortia.c.round == call, _consortia.c.round == track))
    )
    begun = select(_drafts.c.person).where(_drafts.c.person.in_(people), _of_call(call))
    kept = [select(table.c.person).where(table.c.person.in_(people), table.c.call == call) for table in (_assessments, _estimates)]
    return set(await connection.scalars(seated.union(begun, *kept)))


def tied(call: str, after: int, limit: int) -> Subquery:
    """Everybody with a tie to the call, behind the person `after`: at most so many of each kind, so that no batch reads a whole table."""
    seated = (
        select(_seats.c.person)
        .distinct()
        .join(_consortia, _seats.c.consortium == _consortia.c.id)
        .where(_seats.c.ended_at.is_(None), _consortia.c.dissolved_at.is_(None), _consortia.c.round == call, _seats.c.person > after)
        .order_by(_seats.c.person)
        .limit(limit)
    )
    begun = select(_drafts.c.person).distinct().where(_of_call(call), _drafts.c.person > after).order_by(_drafts.c.person).limit(limit)
    kept = [
        select(table.c.person).distinct().where(table.c.call == call, table.c.person > after).order_by(table.c.person).limit(limit)
        for table in (_assessments, _estimates)
    ]
    parts = [select(part.subquery().c.person) for part in (seated, begun, *kept)]
    return parts[0].union(*parts[1:]).subquery("tied")


def _of_call(call: str) -> ColumnElement[bool]:
    """A draft is pinned to a version of the call."""
    return func.substr(_drafts.c.call, 1, len(call) + 1) == f"{call}@"
