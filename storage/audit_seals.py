"""Seals over the audit: a chain of digests, so that a row changed, removed or slipped in later is found.

A deed only appends its row; who seals comes behind and takes many rows at once, so that no deed waits for another. Rows are sealed once
they are old enough that none with a lower number can still be on its way into the table.
"""

import hashlib
from collections.abc import AsyncIterator, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson
from sqlalchemy import Integer, Select, String, func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from storage.audit import AuditRecord
from storage.tables import Table, table_of

AT_ONCE = 5_000
BEGINNING = "0" * 64


class AuditSealRecord(Table):
    """Like the audit itself, rows are only added; the database refuses the rest."""

    __tablename__ = "audit_seals"

    number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)  # 1, 2, 3, …: two who seal meet at it
    first_row: Mapped[int]
    last_row: Mapped[int]
    rows: Mapped[int]
    digest: Mapped[str] = mapped_column(String(64))  # SHA-256 of the digest before and of these rows
    sealed_at: Mapped[datetime]


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditSeal:
    number: int
    first_row: int
    last_row: int
    rows: int
    digest: str
    sealed_at: datetime


@dataclass(frozen=True, slots=True)
class Broken:
    """These rows are not the ones that were sealed."""

    seal: AuditSeal


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """`newest`: the seal to be noted outside of the database; `unsealed`: rows too young for a seal. `behind`: the seal behind which
    reading began; None: all of it was read.
    """

    rows: int
    newest: AuditSeal | None
    unsealed: int
    behind: AuditSeal | None = None


_t, _rows = table_of(AuditSealRecord), table_of(AuditRecord)
_LAST = select(_t).order_by(_t.c.number.desc()).limit(1)


async def newest(connection: AsyncConnection) -> AuditSeal | None:
    row = (await connection.execute(_LAST)).mappings().one_or_none()
    return AuditSeal(**row) if row is not None else None


async def of_number(connection: AsyncConnection, number: int) -> AuditSeal | None:
    row = (await connection.execute(select(_t).where(_t.c.number == number))).mappings().one_or_none()
    return AuditSeal(**row) if row is not None else None


async def seal(connection: AsyncConnection, *, until: datetime, now: datetime) -> int:
    """Seals what lies behind the last seal and was written by `until`; how many rows. Inside `work.savepoint()`: another may seal, too."""
    last = await newest(connection)
    behind = _rows.c.id > (last.last_row if last else 0)
    # Rows are numbered as they are written and bear the time at which their deed began, so an old one may stand behind a young one.
    too_young = await connection.scalar(select(func.min(_rows.c.id)).where(behind, _rows.c.at > until))
    old = behind if too_young is None else behind & (_rows.c.id < too_young)
    found = (await connection.execute(select(_rows).where(old).order_by(_rows.c.id).limit(AT_ONCE))).mappings().all()
    if found:
        made = {
            "number": last.number + 1 if last else 1,
            "first_row": found[0]["id"],
            "last_row": found[-1]["id"],
            "rows": len(found),
            "digest": digest_of(last.digest if last else BEGINNING, found),
            "sealed_at": now,
        }
        await connection.execute(insert(_t).values(made))
    return len(found)


async def verify(connection: AsyncConnection, *, most: int | None = None) -> Whole | Broken:
    """Reads the audit once more: all of it, or its newest part of no more than `most` sealed rows."""
    behind = await _behind_the_newest(connection, most) if most is not None else None
    before, last_row, rows = (behind.digest, behind.last_row, 0) if behind else (BEGINNING, 0, 0)
    last = behind
    async for one in _seals(connection, behind.number if behind else 0):
        # From the row behind the seal before: one slipped in between two seals is met here, too.
        found = (await connection.execute(_between(last_row, one.last_row))).mappings().all()
        if len(found) != one.rows or digest_of(before, found) != one.digest or (last.number if last else 0) + 1 != one.number:
            return Broken(one)
        before, last_row, rows, last = one.digest, one.last_row, rows + one.rows, one
    unsealed = int(await connection.scalar(select(func.count()).select_from(_rows).where(_rows.c.id > last_row)) or 0)
    return Whole(rows=rows, newest=last, unsealed=unsealed, behind=behind)


async def _behind_the_newest(connection: AsyncConnection, most: int) -> AuditSeal | None:
    """The seal behind which no more than so many sealed rows lie; None where that is all of them."""
    with_newer = select(_t.c.number, func.sum(_t.c.rows).over(order_by=_t.c.number.desc()).label("so_far")).subquery()
    number = await connection.scalar(select(func.max(with_newer.c.number)).where(with_newer.c.so_far > most))
    return await of_number(connection, number) if number is not None else None


def digest_of(before: str, rows: Iterable[Any]) -> str:
    """Over the digest before, and each row as a line of JSON."""
    made = hashlib.sha256(before.encode())
    for row in rows:
        made.update(b"\n" + orjson.dumps([row["id"], row["at"].isoformat(), row["who"], row["did"], row["on"], row["outcome"], row["why"]]))
    return made.hexdigest()


def _between(after: int, until: int) -> Select[Any]:
    return select(_rows).where(_rows.c.id > after, _rows.c.id <= until).order_by(_rows.c.id)


async def _seals(connection: AsyncConnection, number: int) -> AsyncIterator[AuditSeal]:
    """Behind that number, in their order."""
    while True:
        page: Sequence[Any] = (
            (await connection.execute(select(_t).where(_t.c.number > number).order_by(_t.c.number).limit(1000))).mappings().all()
        )
        for row in page:
            yield AuditSeal(**row)
        if not page:
            return
        number = page[-1]["number"]
