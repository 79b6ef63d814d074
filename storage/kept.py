"""What people keep under a version of a call, opened by a token: the same table and queries for assessments and estimates."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, ForeignKeyConstraint, Index, String, bindparam, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, declared_attr, mapped_column

from storage.calls import KEY_LENGTH, VERSION_LENGTH
from storage.tables import RowId, Table, table_of

TOKEN_LENGTH = 40


class KeptRecord(Table):
    """A table of this kind adds one column: what was kept, as JSON."""

    __abstract__ = True

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    token: Mapped[str] = mapped_column(String(TOKEN_LENGTH), unique=True)
    person: Mapped[int] = mapped_column(BigInteger, ForeignKey("people.id", ondelete="CASCADE"))
    call: Mapped[str] = mapped_column(String(KEY_LENGTH))
    version: Mapped[str] = mapped_column(String(VERSION_LENGTH))
    kept_at: Mapped[datetime]

    @declared_attr.directive
    @classmethod
    def __table_args__(cls) -> tuple[Any, ...]:
        return (
            ForeignKeyConstraint(["call", "version"], ["call_versions.key", "call_versions.version"]),
            Index(f"ix_{cls.__tablename__}_person", "person", "id"),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptRow:
    token: str
    person: int
    call: str
    version: str
    content: Mapping[str, Any]
    kept_at: datetime


class Shelf:
    """The queries over one such table; `content` names the column of what was kept."""

    def __init__(self, record: type[KeptRecord], content: str) -> None:
        table = table_of(record)
        self._content = content
        self._keep = insert(table).returning(table.c.id)
        row = select(table.c.token, table.c.person, table.c.call, table.c.version, table.c[content].label("content"), table.c.kept_at)
        self._of_tokens = row.where(table.c.token.in_(bindparam("tokens", expanding=True)))

    async def keep(self, connection: AsyncConnection, row: KeptRow) -> int:
        """The number of the new row, for the audit: the token itself is a key and stays out of it."""
        fields = {
            "token": row.token,
            "person": row.person,
            "call": row.call,
            "version": row.version,
            self._content: dict(row.content),
            "kept_at": row.kept_at,
        }
        return int((await connection.execute(self._keep, fields)).scalar_one())

    async def of_tokens(self, connection: AsyncConnection, tokens: Collection[str]) -> list[KeptRow]:
        """Those that exist, in no order."""
        if not tokens:
            return []
        found = await connection.execute(self._of_tokens, {"tokens": list(tokens)})
        return [KeptRow(**row) for row in found.mappings()]
