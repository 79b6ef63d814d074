"""Announcements: what is said to many, in which languages, to whom, and how far it has come."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Index, Select, SmallInteger, String, delete, func, insert, or_, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from programme.announcements import AnnouncementState, Category, before
from programme.audiences import Audience
from storage.tables import RowId, Table, table_of

_SENDING = text("state = 'sending'")
_SCHEDULED = text("state = 'scheduled'")
_FOLLOWED = text("progress_at IS NOT NULL")
_OFF = text("off <> ''")
LONGEST_WHY = 300
LONGEST_OFF = 40


class AnnouncementRecord(Table):
    __tablename__ = "announcements"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    state: Mapped[str] = mapped_column(String(12))
    category: Mapped[str] = mapped_column(String(16))
    parts: Mapped[dict[str, Any]] = mapped_column(JSON)  # by language: the messages, as {"method", "params"} without a chat
    buttons: Mapped[list[Any]] = mapped_column(JSON)  # under the last message: {"label": by language, "leads": "event:12"}
    audience: Mapped[dict[str, Any]] = mapped_column(JSON)
    digest: Mapped[str] = mapped_column(String(64))  # of all that is approved: parts, buttons, audience, category
    made_by: Mapped[int]
    made_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    approved_by: Mapped[int | None]
    approved_at: Mapped[datetime | None]
    due_at: Mapped[datetime | None]
    started_by: Mapped[int | None]
    started_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    paused_why: Mapped[str] = mapped_column(String(16))  # "" where it is not paused: asked, errors
    corrected_at: Mapped[datetime | None]
    withdrawn_at: Mapped[datetime | None]
    authors: Mapped[list[int]] = mapped_column(JSON, server_default="[]")  # who made or changed it: none of them approves it
    tested: Mapped[dict[str, Any]] = mapped_column(JSON, server_default="{}")  # language → digest of what Telegram took as a test
    asked_by: Mapped[int | None]  # who asked for an approval
    sent_back_why: Mapped[str] = mapped_column(String(LONGEST_WHY), server_default="")
    scheduled_by: Mapped[int | None]
    progress_message: Mapped[int | None]  # in the chat of who began it
    progress_done: Mapped[int] = mapped_column(server_default="0")  # how many had their outcome by then
    progress_at: Mapped[datetime | None]  # when it was last brought up to date; None: it says what stays
    people: Mapped[int | None]  # how many its audience had when it began
    forgotten: Mapped[int] = mapped_column(server_default="0")  # of them have had themselves deleted since
    retries: Mapped[int] = mapped_column(SmallInteger, server_default="0")  # how often those it had not reached were tried again
    reconciled_at: Mapped[datetime | None]  # when its ledger was last gone over
    off: Mapped[str] = mapped_column(String(LONGEST_OFF), server_default="")  # what was found wrong then; "": nothing

    __table_args__ = (
        Index("ix_announcements_state", "state", "id"),
        Index("ix_announcements_sending", "id", sqlite_where=_SENDING, postgresql_where=_SENDING),
        Index("ix_announcements_due", "due_at", sqlite_where=_SCHEDULED, postgresql_where=_SCHEDULED),
        Index("ix_announcements_progress", "progress_at", sqlite_where=_FOLLOWED, postgresql_where=_FOLLOWED),
        Index("ix_announcements_off", "id", sqlite_where=_OFF, postgresql_where=_OFF),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAnnouncement:
    category: Category
    parts: Mapping[str, Sequence[Mapping[str, Any]]]
    buttons: Sequence[Mapping[str, Any]]
    audience: Audience
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcement(NewAnnouncement):
    id: int
    state: AnnouncementState
    made_by: int
    made_at: datetime
    changed_at: datetime
    approved_by: int | None
    approved_at: datetime | None
    due_at: datetime | None
    started_by: int | None
    started_at: datetime | None
    ended_at: datetime | None
    paused_why: str
    corrected_at: datetime | None
    withdrawn_at: datetime | None
    authors: Sequence[int]
    tested: Mapping[str, str]
    asked_by: int | None
    sent_back_why: str
    scheduled_by: int | None
    progress_message: int | None
    progress_done: int
    progress_at: datetime | None
    people: int | None
    forgotten: int
    retries: int
    reconciled_at: datetime | None
    off: str


_t = table_of(AnnouncementRecord)
_SHOWN = select(*(_t.c[field.name] for field in fields(Announcement)))


async def keep(connection: AsyncConnection, new: NewAnnouncement, *, by: int, now: datetime) -> int:
    """As a draft; its number."""
    row = {**_row(new), "state": AnnouncementState.DRAFT.value, "made_by": by, "made_at": now, "changed_at": now, "paused_why": ""}
    row["authors"] = [by]
    return int(await connection.scalar(insert(_t).values(row).returning(_t.c.id)) or 0)


async def change(connection: AsyncConnection, number: int, new: NewAnnouncement, now: datetime) -> bool:
    """A draft alone; what was approved is no longer. False where it is no draft any more."""
    values = {**_row(new), "changed_at": now, "approved_by": None, "approved_at": None}
    statement = update(_t).where(_t.c.id == number, _t.c.state == AnnouncementState.DRAFT).values(values)
    return (await connection.execute(statement)).rowcount == 1


async def find(connection: AsyncConnection, number: int) -> Announcement | None:
    return _one(await _all(connection, _SHOWN.where(_t.c.id == number)))


async def lock(connection: AsyncConnection, number: int) -> Announcement | None:
    """One deed on an announcement at a time."""
    return _one(await _all(connection, _SHOWN.where(_t.c.id == number).with_for_update(key_share=True)))


async def of_states(
    connection: AsyncConnection, states: Collection[AnnouncementState], *, limit: int, offset: int = 0
) -> list[Announcement]:
    """The newest first."""
    those = _SHOWN.where(_t.c.state.in_([state.value for state in states]))
    return await _all(connection, those.order_by(_t.c.id.desc()).limit(limit).offset(offset))


async def due(connection: AsyncConnection, now: datetime) -> list[int]:
    """Scheduled ones whose time has come."""
    query = select(_t.c.id).where(_t.c.state == AnnouncementState.SCHEDULED, _t.c.due_at <= now)
    return list(await connection.scalars(query.order_by(_t.c.due_at, _t.c.id)))


async def sending(connection: AsyncConnection) -> list[int]:
    """The oldest first."""
    return list(await connection.scalars(select(_t.c.id).where(_t.c.state == AnnouncementState.SENDING).order_by(_t.c.id)))


async def move(connection: AsyncConnection, number: int, then: AnnouncementState, **values: Any) -> bool:
    """Into another state, with what belongs to it. False where it stands in a state that does not lead there."""
    leads = [state.value for state in before(then)]
    statement = update(_t).where(_t.c.id == number, _t.c.state.in_(leads)).values(state=then.value, **values)
    return (await connection.execute(statement)).rowcount == 1


async def count_of_states(connection: AsyncConnection, states: Collection[AnnouncementState]) -> int:
    query = select(func.count()).select_from(_t).where(_t.c.state.in_([state.value for state in states]))
    return int(await connection.scalar(query) or 0)


async def delete_draft(connection: AsyncConnection, number: int) -> bool:
    """False where it is no draft any more: what was sent stays on record."""
    statement = delete(_t).where(_t.c.id == number, _t.c.state == AnnouncementState.DRAFT)
    return (await connection.execute(statement)).rowcount == 1


async def note(connection: AsyncConnection, number: int, **values: Any) -> None:
    """What changes neither text nor state."""
    await connection.execute(update(_t).where(_t.c.id == number).values(**values))


async def to_be_told(connection: AsyncConnection, before: datetime) -> list[int]:
    """Those whose progress was last told before then."""
    return list(await connection.scalars(select(_t.c.id).where(_t.c.progress_at <= before).order_by(_t.c.id)))


async def to_be_reconciled(connection: AsyncConnection, *, before: datetime, since: datetime) -> list[int]:
    """Those last gone over before then; what ended long ago was found right, and is left alone."""
    due = or_(_t.c.reconciled_at.is_(None), _t.c.reconciled_at < before)
    recent = or_(_t.c.ended_at.is_(None), _t.c.ended_at > since, _t.c.reconciled_at.is_(None), _t.c.off != "")
    return list(await connection.scalars(select(_t.c.id).where(_t.c.started_at < before, due, recent).order_by(_t.c.id)))


async def count_off(connection: AsyncConnection) -> int:
    """Whose ledgers were found wrong."""
    return int(await connection.scalar(select(func.count()).select_from(_t).where(_t.c.off != "")) or 0)


async def one_forgotten(connection: AsyncConnection, numbers: Collection[int]) -> None:
    """Somebody of their audience has had themselves deleted."""
    await connection.execute(update(_t).where(_t.c.id.in_(numbers)).values(forgotten=_t.c.forgotten + 1))


def _row(new: NewAnnouncement) -> dict[str, Any]:
    return {
        "category": new.category.value,
        "parts": {language: list(parts) for language, parts in new.parts.items()},
        "buttons": list(new.buttons),
        "audience": new.audience.to_json(),
        "digest": new.digest,
    }


async def _all(connection: AsyncConnection, query: Select[Any]) -> list[Announcement]:
    return [_announcement(row) for row in (await connection.execute(query)).mappings()]


def _announcement(row: Mapping[Any, Any]) -> Announcement:
    read = {
        "state": AnnouncementState(row["state"]),
        "category": Category(row["category"]),
        "audience": Audience.from_json(row["audience"]),
    }
    return Announcement(**{**row, **read})


def _one(found: Sequence[Announcement]) -> Announcement | None:
    return found[0] if found else None
