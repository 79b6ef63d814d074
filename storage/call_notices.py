"""What is to be told about the windows of calls and when. A row becomes a notice when it is due."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index, Select, SmallInteger, String, UniqueConstraint, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from storage.calls import KEY_LENGTH
from storage.tables import RowId, Table, in_both, table_of

ABOUT = 48
WAITING = text("state = 'waiting'")


class State(StrEnum):
    WAITING = "waiting"
    POSTED = "posted"
    SKIPPED = "skipped"  # too late, or a later one took its place
    WITHDRAWN = "withdrawn"  # its window is no longer this one


class CallNoticeRecord(Table):
    """The constraint is the last guard: each occasion of a window is told once, however often its call is loaded."""

    __tablename__ = "call_notices"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    call: Mapped[str] = mapped_column(String(KEY_LENGTH))
    round: Mapped[int] = mapped_column(SmallInteger)
    occasion: Mapped[str] = mapped_column(String(8))
    about: Mapped[str] = mapped_column(String(ABOUT))  # the window, as it was loaded; of moved dates the new version
    body: Mapped[dict[str, Any]]
    due_at: Mapped[datetime]
    state: Mapped[str] = mapped_column(String(10))
    notice: Mapped[int | None] = mapped_column(ForeignKey("notices.id", ondelete="SET NULL"))

    __table_args__ = (
        UniqueConstraint("call", "round", "occasion", "about"),
        Index("ix_call_notices_due_at", "due_at", sqlite_where=WAITING, postgresql_where=WAITING),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class CallNotice:
    id: int
    call: str
    round: int
    occasion: str
    about: str
    body: Mapping[str, Any]
    due_at: datetime
    state: str
    notice: int | None


_t = table_of(CallNoticeRecord)
_SHOWN = select(*(_t.c[field.name] for field in fields(CallNotice)))


def _again(write: Any) -> Any:
    """What was withdrawn may be planned again: a window that was moved away and back, results that were told by mistake."""
    stated = write(_t)
    return stated.on_conflict_do_update(
        index_elements=[_t.c.call, _t.c.round, _t.c.occasion, _t.c.about],
        set_={"state": State.WAITING.value, "due_at": stated.excluded.due_at, "body": stated.excluded.body},
        where=_t.c.state == State.WITHDRAWN.value,
    )


_PLAN = in_both(_again)
_KEEP = in_both(lambda write: _again(write).returning(_t.c.id))


async def of_call(connection: AsyncConnection, call: str) -> list[CallNotice]:
    return await _all(connection, _SHOWN.where(_t.c.call == call).order_by(_t.c.id))


async def plan(connection: AsyncConnection, rows: Sequence[Mapping[str, Any]]) -> None:
    """What stands there already stays as it is, unless it was withdrawn."""
    if rows:
        await connection.execute(_PLAN[connection.dialect.name], [{"state": State.WAITING.value, "notice": None, **row} for row in rows])


async def keep(connection: AsyncConnection, row: Mapping[str, Any]) -> int | None:
    """Its number; None when this occasion has its row already."""
    values = {"state": State.WAITING.value, "notice": None, **row}
    number = await connection.scalar(_KEEP[connection.dialect.name], values)
    return None if number is None else int(number)


async def due(connection: AsyncConnection, now: datetime) -> list[CallNotice]:
    return await _all(connection, _SHOWN.where(_t.c.state == State.WAITING.value, _t.c.due_at <= now).order_by(_t.c.due_at, _t.c.id))


async def lock(connection: AsyncConnection, number: int) -> CallNotice | None:
    """One that waits and that nobody else has in hand."""
    query = _SHOWN.where(_t.c.id == number, _t.c.state == State.WAITING.value).with_for_update(skip_locked=True)
    return next(iter(await _all(connection, query)), None)


async def settle(connection: AsyncConnection, number: int, state: State, *, notice: int | None = None) -> None:
    values = {"state": state.value} | ({"notice": notice} if notice is not None else {})
    await connection.execute(update(_t).where(_t.c.id == number).values(values))


async def results_of(connection: AsyncConnection, call: str) -> set[int]:
    """The rounds whose results have been told, or are about to be."""
    query = select(_t.c.round).where(_t.c.call == call, _t.c.occasion == "results", _t.c.state != State.WITHDRAWN.value)
    return set(await connection.scalars(query))


async def withdraw_of_notice(connection: AsyncConnection, notice: int) -> None:
    """So that results told by mistake can be told again."""
    await connection.execute(update(_t).where(_t.c.notice == notice).values(state=State.WITHDRAWN.value))


async def _all(connection: AsyncConnection, query: Select[Any]) -> list[CallNotice]:
    return [CallNotice(**row) for row in (await connection.execute(query)).mappings()]
