"""The roles of the office, by Telegram id: granted, for a while or for good, and revoked. A grant that ended stays on record."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, Index, Select, String, bindparam, func, insert, or_, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from programme.rights import WARNING, Role, Scope
from storage import seals
from storage.tables import RowId, Table, table_of

_STANDS = text("revoked_at IS NULL")


class RoleRecord(Table):
    __tablename__ = "roles"

    # No foreign key to people: somebody may be named in the settings before they first write to the bot.
    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    person: Mapped[int]
    name: Mapped[str]  # sealed; "" of one who is named in the settings
    role: Mapped[str] = mapped_column(String(12))
    gus: Mapped[list[str]] = mapped_column(JSON)  # empty: all of Seoul
    tracks: Mapped[list[str]] = mapped_column(JSON)  # empty: both
    granted_by: Mapped[int | None]  # None: named in the settings
    granted_at: Mapped[datetime]
    until: Mapped[datetime | None]  # None: until it is revoked
    revoked_at: Mapped[datetime | None]
    revoked_by: Mapped[int | None]
    soon_told_at: Mapped[datetime | None]  # that its time is nearly up
    end_told_at: Mapped[datetime | None]  # that it is

    __table_args__ = (
        Index("uq_roles_person", "person", "role", unique=True, sqlite_where=_STANDS, postgresql_where=_STANDS),
        Index("ix_roles_role", "role", sqlite_where=_STANDS, postgresql_where=_STANDS),
    )


class Told(StrEnum):
    """Of the end of a role."""

    SOON = "soon"
    END = "ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """`name` in the clear."""

    id: int
    person: int
    name: str
    role: Role
    scope: Scope
    granted_by: int | None
    granted_at: datetime
    until: datetime | None
    revoked_at: datetime | None
    revoked_by: int | None

    def holds(self, now: datetime) -> bool:
        return self.revoked_at is None and (self.until is None or self.until > now)


_t = table_of(RoleRecord)
_SHOWN = select(_t)
_hold = _t.c.revoked_at.is_(None) & or_(_t.c.until.is_(None), _t.c.until > bindparam("now", type_=_t.c.until.type))
_MINE = _SHOWN.where(_t.c.person == bindparam("whose"), _hold)
_OWNERS = _SHOWN.where(_t.c.role == Role.OWNER, _hold).order_by(_t.c.id)
_HOLDERS = select(_t.c.person).where(_t.c.role.in_(bindparam("roles", expanding=True)), _hold).distinct().order_by(_t.c.person)


async def of_person(connection: AsyncConnection, person: int, now: datetime) -> list[Grant]:
    """Those that hold."""
    return [_grant(connection, row) for row in (await connection.execute(_MINE, {"whose": person, "now": now})).mappings()]


async def holders(connection: AsyncConnection, roles: Collection[Role], now: datetime) -> tuple[int, ...]:
    """Whoever holds one of these roles, wherever it reaches."""
    return tuple(await connection.scalars(_HOLDERS, {"roles": [role.value for role in roles], "now": now}))


async def owners(connection: AsyncConnection, now: datetime) -> list[Grant]:
    """All whose role holds."""
    return [_grant(connection, row) for row in (await connection.execute(_OWNERS, {"now": now})).mappings()]


async def lock_owners(connection: AsyncConnection, now: datetime) -> list[Grant]:
    """All owners whose role holds, locked: of two who send each other away the second finds the first gone."""
    return [_grant(connection, row) for row in (await connection.execute(_OWNERS.with_for_update(), {"now": now})).mappings()]


async def find(connection: AsyncConnection, number: int) -> Grant | None:
    """Also one that ended."""
    found = await _all(connection, _SHOWN.where(_t.c.id == number))
    return found[0] if found else None


async def listed(connection: AsyncConnection, *, limit: int, offset: int = 0) -> list[Grant]:
    """Those not revoked, also those whose time is up; the newest first."""
    return await _all(connection, _SHOWN.where(_t.c.revoked_at.is_(None)).order_by(_t.c.id.desc()).limit(limit).offset(offset))


async def newest_of_each(connection: AsyncConnection, *, limit: int) -> list[Grant]:
    """Of whoever ever had a role, the newest one, also where it has ended; the newest first."""
    newest = select(func.max(_t.c.id)).group_by(_t.c.person)
    return await _all(connection, _SHOWN.where(_t.c.id.in_(newest)).order_by(_t.c.id.desc()).limit(limit))


async def names_of(connection: AsyncConnection, people: Collection[int]) -> dict[int, str]:
    """As the office calls those of them who ever had a role, by their newest one; "" where nobody gave a name."""
    if not people:
        return {}
    query = select(_t.c.person, _t.c.name).where(_t.c.person.in_(people)).order_by(_t.c.id)
    seal = seals.of(connection)
    return {row.person: seal.opened(row.name) if row.name else "" for row in await connection.execute(query)}


async def count(connection: AsyncConnection) -> int:
    """Those not revoked."""
    return int(await connection.scalar(select(func.count()).select_from(_t).where(_t.c.revoked_at.is_(None))) or 0)


async def named_in_settings(connection: AsyncConnection) -> frozenset[int]:
    """Those nobody appointed in the chat."""
    query = select(_t.c.person).where(_t.c.granted_by.is_(None), _t.c.role == Role.OWNER, _t.c.revoked_at.is_(None))
    return frozenset(await connection.scalars(query))


async def grant(
    connection: AsyncConnection,
    person: int,
    role: Role,
    scope: Scope,
    *,
    by: int | None,
    until: datetime | None,
    now: datetime,
    name: str = "",
) -> int:
    """Its number. A grant of the same role that stands, or whose time is up, gives way to this one."""
    await revoke(connection, person, role, by=by, now=now)
    row = {
        "person": person,
        "name": seals.of(connection).sealed(name) if name else "",
        "role": role.value,
        "gus": sorted(scope.gus),
        "tracks": sorted(scope.tracks),
        "granted_by": by,
        "granted_at": now,
        "until": until,
    }
    return int(await connection.scalar(insert(_t).values(row).returning(_t.c.id)) or 0)


async def ending(connection: AsyncConnection, now: datetime, *, limit: int) -> list[Grant]:
    """Whose time is up within a week, where nobody was told so."""
    near = (_t.c.until > now) & (_t.c.until <= now + WARNING) & _t.c.revoked_at.is_(None) & _t.c.soon_told_at.is_(None)
    return await _all(connection, _SHOWN.where(near).order_by(_t.c.until, _t.c.id).limit(limit))


async def over(connection: AsyncConnection, now: datetime, *, limit: int) -> list[Grant]:
    """Whose time is up, where nobody was told so."""
    up = (_t.c.until <= now) & _t.c.revoked_at.is_(None) & _t.c.end_told_at.is_(None)
    return await _all(connection, _SHOWN.where(up).order_by(_t.c.until, _t.c.id).limit(limit))


async def mark_told(connection: AsyncConnection, number: int, what: Told, now: datetime) -> bool:
    """False when it was told already, or the role was revoked: of two at once, the second gets False."""
    column = _t.c.soon_told_at if what is Told.SOON else _t.c.end_told_at
    untold = update(_t).where(_t.c.id == number, _t.c.revoked_at.is_(None), column.is_(None))
    return (await connection.execute(untold.values({column: now}))).rowcount == 1


async def revoke(connection: AsyncConnection, person: int, role: Role, *, by: int | None, now: datetime) -> bool:
    """False when they had no such role."""
    statement = update(_t).where(_t.c.person == person, _t.c.role == role.value, _t.c.revoked_at.is_(None))
    return (await connection.execute(statement.values(revoked_at=now, revoked_by=by))).rowcount > 0


async def unname(connection: AsyncConnection, person: int, now: datetime) -> None:
    """How they were called in roles that are over."""
    over = or_(_t.c.revoked_at.is_not(None), _t.c.until <= now)
    await connection.execute(update(_t).where(_t.c.person == person, over).values(name=""))


async def _all(connection: AsyncConnection, query: Select[Any]) -> list[Grant]:
    return [_grant(connection, row) for row in (await connection.execute(query)).mappings()]


def _grant(connection: AsyncConnection, row: Mapping[Any, Any]) -> Grant:
    plain = {field.name: row[field.name] for field in fields(Grant) if field.name not in {"role", "scope"}}
    plain["name"] = seals.of(connection).opened(row["name"]) if row["name"] else ""
    scope = Scope(gus=frozenset(row["gus"]), tracks=frozenset(row["tracks"]))
    return Grant(**plain, role=Role(row["role"]), scope=scope)
