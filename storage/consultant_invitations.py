"""The links by which coordinators invite consultants and mentors."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, String, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from storage.consultants import Calling
from storage.tables import Table, table_of


class ConsultantInvitationRecord(Table):
    """A coordinator's link by which somebody becomes a consultant, once."""

    __tablename__ = "consultant_invitations"

    token_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    calling: Mapped[str] = mapped_column(String(12))
    made_by: Mapped[int]
    made_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_by: Mapped[int | None]
    used_at: Mapped[datetime | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsultantInvitation:
    """The token itself is kept nowhere."""

    token_hash: str
    calling: Calling
    made_by: int
    made_at: datetime
    expires_at: datetime
    used_by: int | None


_t = table_of(ConsultantInvitationRecord)
_SHOWN = select(*(_t.c[field.name] for field in fields(ConsultantInvitation)))


async def keep(connection: AsyncConnection, *, token_hash: str, calling: Calling, by: int, now: datetime, expires_at: datetime) -> None:
    row = {"token_hash": token_hash, "calling": calling.value, "made_by": by, "made_at": now, "expires_at": expires_at}
    await connection.execute(insert(_t).values(row))


async def find(connection: AsyncConnection, token_hash: str) -> ConsultantInvitation | None:
    row = (await connection.execute(_SHOWN.where(_t.c.token_hash == token_hash))).mappings().one_or_none()
    return None if row is None else _invitation(row)


async def open_ones(connection: AsyncConnection, now: datetime, *, limit: int, offset: int = 0) -> list[ConsultantInvitation]:
    """Neither used nor over, the newest first."""
    query = _SHOWN.where(_is_open(now)).order_by(_t.c.made_at.desc(), _t.c.token_hash)
    return [_invitation(row) for row in (await connection.execute(query.limit(limit).offset(offset))).mappings()]


async def count_open(connection: AsyncConnection, now: datetime) -> int:
    return int(await connection.scalar(select(func.count()).select_from(_t).where(_is_open(now))) or 0)


async def withdraw(connection: AsyncConnection, begins: str, now: datetime) -> bool:
    """By the beginning of its hash. The link is then as unknown as one never made. False when it is used or over already."""
    named = _t.c.token_hash.startswith(begins, autoescape=True)
    return (await connection.execute(delete(_t).where(named, _is_open(now)))).rowcount == 1


async def use(connection: AsyncConnection, token_hash: str, *, by: int, now: datetime) -> bool:
    """False when it is used up or over: of many at once, one gets True."""
    unused = update(_t).where(_t.c.token_hash == token_hash, _is_open(now))
    return (await connection.execute(unused.values(used_by=by, used_at=now))).rowcount == 1


def _is_open(now: datetime) -> ColumnElement[bool]:
    return _t.c.used_by.is_(None) & (_t.c.expires_at > now)


def _invitation(row: Mapping[Any, Any]) -> ConsultantInvitation:
    return ConsultantInvitation(**{**row, "calling": Calling(row["calling"])})
