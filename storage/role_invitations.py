"""Links by which somebody joins the office: for one person, once, until they end."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ColumnElement, Select, String, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from programme.rights import Role, Scope
from storage import seals
from storage.tables import RowId, Table, table_of


class RoleInvitationRecord(Table):
    __tablename__ = "role_invitations"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    role: Mapped[str] = mapped_column(String(12))
    name: Mapped[str]  # sealed: whom it is meant for
    gus: Mapped[list[str]] = mapped_column(JSON)
    tracks: Mapped[list[str]] = mapped_column(JSON)
    until: Mapped[datetime | None]  # how long the role lasts; None: until it is revoked
    made_by: Mapped[int]
    made_at: Mapped[datetime]
    expires_at: Mapped[datetime]  # of the link
    used_by: Mapped[int | None]
    used_at: Mapped[datetime | None]
    withdrawn_at: Mapped[datetime | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleInvitation:
    """`name` in the clear."""

    id: int
    role: Role
    name: str
    scope: Scope
    until: datetime | None
    made_by: int
    expires_at: datetime
    used_by: int | None
    withdrawn_at: datetime | None


_t = table_of(RoleInvitationRecord)
_FIELDS = ("id", "until", "made_by", "expires_at", "used_by", "withdrawn_at")


async def keep(
    connection: AsyncConnection,
    *,
    token_hash: str,
    role: Role,
    name: str,
    scope: Scope,
    until: datetime | None,
    by: int,
    now: datetime,
    expires_at: datetime,
) -> int:
    row = {
        "token_hash": token_hash,
        "role": role.value,
        "name": seals.of(connection).sealed(name),
        "gus": sorted(scope.gus),
        "tracks": sorted(scope.tracks),
        "until": until,
        "made_by": by,
        "made_at": now,
        "expires_at": expires_at,
    }
    return int(await connection.scalar(insert(_t).values(row).returning(_t.c.id)) or 0)


async def of_token(connection: AsyncConnection, token_hash: str) -> RoleInvitation | None:
    found = await _all(connection, select(_t).where(_t.c.token_hash == token_hash))
    return found[0] if found else None


async def standing(connection: AsyncConnection, now: datetime, *, limit: int) -> list[RoleInvitation]:
    """Not used, not withdrawn, not over; the newest first."""
    return await _all(connection, select(_t).where(_stands(now)).order_by(_t.c.id.desc()).limit(limit))


async def ending(connection: AsyncConnection, now: datetime, *, limit: int) -> list[RoleInvitation]:
    """The same, the one that ends first before the others."""
    return await _all(connection, select(_t).where(_stands(now)).order_by(_t.c.expires_at, _t.c.id).limit(limit))


async def standing_count(connection: AsyncConnection, now: datetime) -> int:
    return int(await connection.scalar(select(func.count()).select_from(_t).where(_stands(now))) or 0)


def _stands(now: datetime) -> ColumnElement[bool]:
    return _t.c.used_by.is_(None) & _t.c.withdrawn_at.is_(None) & (_t.c.expires_at > now)


async def use(connection: AsyncConnection, number: int, *, by: int, now: datetime) -> bool:
    """False when somebody was faster, or it does not stand any more."""
    return (await connection.execute(update(_t).where(_t.c.id == number, _stands(now)).values(used_by=by, used_at=now))).rowcount == 1


async def withdraw(connection: AsyncConnection, number: int, now: datetime) -> bool:
    stands = (_t.c.id == number) & _t.c.used_by.is_(None) & _t.c.withdrawn_at.is_(None)
    return (await connection.execute(update(_t).where(stands).values(withdrawn_at=now))).rowcount == 1


async def _all(connection: AsyncConnection, query: Select[Any]) -> list[RoleInvitation]:
    return [_invitation(connection, row) for row in (await connection.execute(query)).mappings()]


def _invitation(connection: AsyncConnection, row: Mapping[Any, Any]) -> RoleInvitation:
    return RoleInvitation(
        **{name: row[name] for name in _FIELDS},
        role=Role(row["role"]),
        name=seals.of(connection).opened(row["name"]),
        scope=Scope(gus=frozenset(row["gus"]), tracks=frozenset(row["tracks"])),
    )
