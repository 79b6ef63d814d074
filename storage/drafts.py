"""Drafts: the answers of a story so far. They are its only memory."""

import secrets
import string
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Self

from sqlalchemy import ForeignKey, RowMapping, String, UniqueConstraint, bindparam, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables import Table, in_both, table_of

KEPT = timedelta(days=90)
ALPHABET = string.ascii_letters + string.digits
ID_LENGTH = 6


class DraftRecord(Table):
    __tablename__ = "drafts"

    id: Mapped[str] = mapped_column(String(ID_LENGTH), primary_key=True)
    person: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    story: Mapped[str] = mapped_column(String(64))
    subject: Mapped[str] = mapped_column(String(64))
    answers: Mapped[dict[str, Any]]
    reopened: Mapped[str | None] = mapped_column(String(64))
    call: Mapped[str | None] = mapped_column(String(128))
    started_at: Mapped[datetime]
    saved_at: Mapped[datetime] = mapped_column(index=True)

    __table_args__ = (UniqueConstraint("person", "story", "subject"),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One story one person is in the middle of. At most one per person, story and subject."""

    id: str  # 6 characters of base 62, short enough for a button
    person: int
    story: str
    subject: str = ""  # what the story is about, where one person may have several at once
    answers: dict[str, Any] = field(default_factory=dict)  # question → answer as JSON, in the order of asking
    reopened: str | None = None  # the question whose answer is being changed
    call: str | None = None  # the call and version the draft is pinned to
    started_at: datetime
    saved_at: datetime

    @classmethod
    def begun(cls, *, person: int, story: str, now: datetime, subject: str = "", call: str | None = None) -> Self:
        """A new draft with an id nobody can guess; it exists once `work.save_draft` has been given it."""
        return cls(id=new_id(), person=person, story=story, subject=subject, call=call, started_at=now, saved_at=now)


def new_id() -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(ID_LENGTH))


def of_row(row: RowMapping) -> Draft:
    return Draft(**{name: row[column] for name, column in _COLUMNS.items()})


_table = table_of(DraftRecord)
_COLUMNS = {column.name: column for column in _table.c}
_CHANGING = ("answers", "reopened", "call", "saved_at")
_SAVE = in_both(
    lambda insert: (statement := insert(_table)).on_conflict_do_update(
        index_elements=["id"], set_={name: statement.excluded[name] for name in _CHANGING}
    )
)
_DROP = delete(_table).where(_table.c.id.in_(bindparam("ids", expanding=True)))
_OF_PEOPLE = select(_table).where(_table.c.person.in_(bindparam("people", expanding=True))).order_by(_table.c.saved_at.desc(), _table.c.id)
_PURGE = delete(_table).where(_table.c.saved_at < bindparam("before"))


async def of_people(connection: AsyncConnection, people: Iterable[int]) -> list[Draft]:
    """Every draft of these people, the most recently saved first."""
    rows = await connection.execute(_OF_PEOPLE, {"people": list(people)})
    return [of_row(row) for row in rows.mappings()]


async def save_all(connection: AsyncConnection, drafts: Sequence[Draft], now: datetime) -> None:
    if drafts:
        rows = [{name: getattr(draft, name) for name in _COLUMNS} | {"saved_at": now} for draft in drafts]
        await connection.execute(_SAVE[connection.dialect.name], rows)


async def drop_all(connection: AsyncConnection, ids: Sequence[str]) -> None:
    if ids:
        await connection.execute(_DROP, {"ids": list(ids)})


async def purge(connection: AsyncConnection, now: datetime) -> int:
    """Drops what has not been touched for 90 days; how many."""
    return (await connection.execute(_PURGE, {"before": now - KEPT})).rowcount
