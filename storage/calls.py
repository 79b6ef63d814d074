"""Calls as they were loaded: every version of a file for ever, and which version of each call is in use."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Date, ForeignKeyConstraint, String, Text, select, tuple_
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables import Table, in_both

KEY_LENGTH = 32
VERSION_LENGTH = 12


class CallVersionRecord(Table):
    """Never changed once written: drafts, assessments and estimates are pinned to it."""

    __tablename__ = "call_versions"

    key: Mapped[str] = mapped_column(String(KEY_LENGTH), primary_key=True)
    version: Mapped[str] = mapped_column(String(VERSION_LENGTH), primary_key=True)
    digest: Mapped[str] = mapped_column(String(64), unique=True)
    file: Mapped[str] = mapped_column(String(128))
    text: Mapped[str] = mapped_column(Text())
    loaded_on: Mapped[date] = mapped_column(Date())  # Seoul's calendar; relative days count from it
    stored_at: Mapped[datetime]


class CallInUseRecord(Table):
    __tablename__ = "calls_in_use"

    key: Mapped[str] = mapped_column(String(KEY_LENGTH), primary_key=True)
    version: Mapped[str] = mapped_column(String(VERSION_LENGTH))
    since: Mapped[datetime]

    __table_args__ = (ForeignKeyConstraint(["key", "version"], ["call_versions.key", "call_versions.version"]),)


@dataclass(frozen=True, slots=True, kw_only=True)
class CallText:
    """One version as it was read."""

    key: str
    version: str
    digest: str
    file: str
    text: str
    loaded_on: date


async def keep(connection: AsyncConnection, call: CallText, now: datetime) -> bool:
    """Whether this version is new."""
    row = {
        "key": call.key,
        "version": call.version,
        "digest": call.digest,
        "file": call.file,
        "text": call.text,
        "loaded_on": call.loaded_on,
        "stored_at": now,
    }
    stored = await connection.execute(_KEEP[connection.dialect.name], row)
    return stored.first() is not None


async def use(connection: AsyncConnection, key: str, version: str, now: datetime) -> bool:
    """Whether this version was not in use before."""
    used = await connection.execute(_USE[connection.dialect.name], {"key": key, "version": version, "since": now})
    return used.first() is not None


async def in_use(connection: AsyncConnection) -> list[tuple[str, str]]:
    """Key and version of each call, by key."""
    return [(row.key, row.version) for row in await connection.execute(_IN_USE)]


async def texts(connection: AsyncConnection, versions: Sequence[tuple[str, str]]) -> list[CallText]:
    """The texts of these (key, version), those that exist."""
    if not versions:
        return []
    found = await connection.execute(_TEXTS.where(tuple_(_V.key, _V.version).in_(versions)))
    return [CallText(**row) for row in found.mappings()]


_V = CallVersionRecord
_U = CallInUseRecord
_KEEP = in_both(lambda insert: insert(_V).on_conflict_do_nothing().returning(_V.version))
_IN_USE = select(_U.key, _U.version).order_by(_U.key)
_TEXTS = select(_V.key, _V.version, _V.digest, _V.file, _V.text, _V.loaded_on)


def _used(insert: Any) -> Any:
    stated = insert(_U)
    fresh = {"version": stated.excluded.version, "since": stated.excluded.since}
    return stated.on_conflict_do_update(index_elements=[_U.key], set_=fresh, where=_U.version != stated.excluded.version).returning(_U.key)


_USE = in_both(_used)
