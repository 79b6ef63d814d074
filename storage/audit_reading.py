"""The audit as it is read by people: the newest first, of one person, one case or one day."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import datetime

from sqlalchemy import ColumnElement, and_, func, select, true
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.audit import AuditRecord, AuditRow
from storage.tables import table_of

RECENT = 50_000  # rows that are looked through for the cases something was done to lately


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditEntry(AuditRow):
    id: int
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is None does not matter. `by_itself`: what the office did by itself, without a person. `only`: nothing
    but what this person did, whatever else is asked for.
    """

    who: int | None = None
    only: int | None = None
    by_itself: bool = False
    on: str | None = None
    since: datetime | None = None
    until: datetime | None = None


_t = table_of(AuditRecord)
_SHOWN = select(*(_t.c[field.name] for field in fields(AuditEntry)))


def _those(wanted: Wanted) -> ColumnElement[bool]:
    return and_(
        true(),
        *([_t.c.who.is_(None)] if wanted.by_itself else []),
        *([_t.c.who == wanted.who] if wanted.who is not None else []),
        *([_t.c.who == wanted.only] if wanted.only is not None else []),
        *([_t.c.on == wanted.on] if wanted.on is not None else []),
        *([_t.c.at >= wanted.since] if wanted.since is not None else []),
        *([_t.c.at < wanted.until] if wanted.until is not None else []),
    )


async def page(connection: AsyncConnection, wanted: Wanted, *, limit: int, offset: int = 0) -> list[AuditEntry]:
    query = _SHOWN.where(_those(wanted)).order_by(_t.c.id.desc()).limit(limit).offset(offset)
    return [AuditEntry(**row) for row in (await connection.execute(query)).mappings()]


async def count(connection: AsyncConnection, wanted: Wanted, *, most: int) -> int:
    """No further than `most`: of a large audit nobody waits for the rest."""
    some = select(_t.c.id).where(_those(wanted)).limit(most).subquery()
    return int(await connection.scalar(select(func.count()).select_from(some)) or 0)


async def lately(connection: AsyncConnection, kind: str, *, limit: int) -> Sequence[str]:
    """To which of that kind ("event", as in "event:12") something was done last."""
    newest = await connection.scalar(select(func.max(_t.c.id))) or 0
    recent = (_t.c.id > newest - RECENT) & _t.c.on.startswith(f"{kind}:", autoescape=True)
    query = select(_t.c.on).where(recent).group_by(_t.c.on).order_by(func.max(_t.c.id).desc()).limit(limit)
    return list(await connection.scalars(query))
