"""Events: what the office invites to. Their dates, seats, questions and who comes lie in modules of their own."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ColumnElement, Float, ForeignKey, Index, Select, SmallInteger, String, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from programme.event_kinds import EventKind
from programme.events import Audience, EventState, Reminder, Survey
from storage.tables import RowId, Table, table_of

LONGEST_PLACE = 100
LONGEST_LINK = 200
LONGEST_WHY = 300


class EventRecord(Table):
    __tablename__ = "events"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    uid: Mapped[str] = mapped_column(String(40), unique=True)  # names it in calendars
    sequence: Mapped[int] = mapped_column(SmallInteger)  # counts what calendars have to take over
    kind: Mapped[str] = mapped_column(String(12))
    state: Mapped[str] = mapped_column(String(12))
    title: Mapped[dict[str, str]] = mapped_column(JSON)  # by language; Korean always
    text: Mapped[dict[str, str]] = mapped_column(JSON)  # by language; may be empty
    photo: Mapped[str]  # its id at Telegram; "" without
    starts_at: Mapped[datetime]  # of the first date
    ends_at: Mapped[datetime]  # of the last date
    place: Mapped[str] = mapped_column(String(LONGEST_PLACE))  # "" where it is online alone
    address: Mapped[str] = mapped_column(String(LONGEST_PLACE))
    latitude: Mapped[float | None] = mapped_column(Float)
    longitude: Mapped[float | None] = mapped_column(Float)
    link: Mapped[str] = mapped_column(String(LONGEST_LINK))  # the online room; told to those who come; "" without
    audience: Mapped[str] = mapped_column(String(12))
    gus: Mapped[list[str]] = mapped_column(JSON)  # empty: all of Seoul
    track: Mapped[str | None] = mapped_column(String(16))
    opens_at: Mapped[datetime | None]  # registration; None: from the publishing on
    closes_at: Mapped[datetime | None]  # None: until it begins
    guests: Mapped[int] = mapped_column(SmallInteger)  # how many each may bring
    reminders: Mapped[list[str]] = mapped_column(JSON)
    survey: Mapped[str | None] = mapped_column(String(10))  # None: nobody is asked afterwards
    call: Mapped[str | None] = mapped_column(String(64))  # the key of the call whose condition attending it fulfils
    wall_code: Mapped[str] = mapped_column(String(8))  # the secret of the codes on its wall, a code a date
    made_by: Mapped[int]
    made_at: Mapped[datetime]
    published_at: Mapped[datetime | None]
    cancelled_at: Mapped[datetime | None]
    cancelled_why: Mapped[str] = mapped_column(String(LONGEST_WHY))
    cloned_from: Mapped[int | None] = mapped_column(ForeignKey("events.id", ondelete="SET NULL"))

    __table_args__ = (Index("ix_events_state", "state", "ends_at"),)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEvent:
    """A draft, or the new form of one that stands. `title` and `text` by language."""

    kind: EventKind
    title: Mapping[str, str]
    text: Mapping[str, str]
    starts_at: datetime
    ends_at: datetime
    photo: str = ""
    place: str = ""
    address: str = ""
    latitude: float | None = None
    longitude: float | None = None
    link: str = ""
    audience: Audience = Audience.EVERYBODY
    gus: tuple[str, ...] = ()
    track: str | None = None
    opens_at: datetime | None = None
    closes_at: datetime | None = None
    guests: int = 0
    reminders: tuple[Reminder, ...] = (Reminder.DAY, Reminder.HOURS)
    survey: Survey | None = None
    call: str | None = None

    @property
    def where(self) -> str:
        """Place and address in a line; "" where it is online alone."""
        return ", ".join(part for part in (self.place, self.address) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(NewEvent):
    id: int
    uid: str
    sequence: int
    state: EventState
    wall_code: str
    made_by: int
    made_at: datetime
    published_at: datetime | None
    cancelled_at: datetime | None
    cancelled_why: str
    cloned_from: int | None


_t = table_of(EventRecord)
_SHOWN = select(*(_t.c[field.name] for field in fields(Event)))


async def keep(
    connection: AsyncConnection, new: NewEvent, *, uid: str, wall_code: str, by: int, now: datetime, cloned_from: int | None = None
) -> int:
    """As a draft; its number."""
    row = {
        **_row(new),
        "uid": uid,
        "sequence": 0,
        "state": EventState.DRAFT.value,
        "wall_code": wall_code,
        "made_by": by,
        "made_at": now,
        "cancelled_why": "",
        "cloned_from": cloned_from,
    }
    return int(await connection.scalar(insert(_t).values(row).returning(_t.c.id)) or 0)


async def find(connection: AsyncConnection, number: int) -> Event | None:
    """In whatever state."""
    return _one(await _all(connection, _SHOWN.where(_t.c.id == number)))


async def lock(connection: AsyncConnection, number: int) -> Event | None:
    """One deed on an event and its seats at a time. Taken after people and consortia."""
    return _one(await _all(connection, _SHOWN.where(_t.c.id == number).with_for_update(key_share=True)))


async def of_ids(connection: AsyncConnection, numbers: Collection[int]) -> dict[int, Event]:
    return {one.id: one for one in await _all(connection, _SHOWN.where(_t.c.id.in_(numbers)))} if numbers else {}


async def coming(connection: AsyncConnection, now: datetime, *, kind: str | None = None, limit: int, offset: int = 0) -> list[Event]:
    """Published and not over, the soonest first."""
    return await _all(connection, _SHOWN.where(_coming(now, kind)).order_by(_t.c.starts_at, _t.c.id).limit(limit).offset(offset))


async def announced_since(connection: AsyncConnection, since: datetime) -> list[Event]:
    """Ever published, called off or not, and not over before that time."""
    shown = _SHOWN.where(_t.c.published_at.is_not(None), _t.c.ends_at > since)
    return await _all(connection, shown.order_by(_t.c.starts_at, _t.c.id))


async def count_coming(connection: AsyncConnection, now: datetime) -> int:
    return int(await connection.scalar(select(func.count()).select_from(_t).where(_coming(now, None))) or 0)


async def count_drafts(connection: AsyncConnection) -> int:
    return int(await connection.scalar(select(func.count()).select_from(_t).where(_t.c.state == EventState.DRAFT)) or 0)


async def count_past(connection: AsyncConnection, now: datetime) -> int:
    return int(await connection.scalar(select(func.count()).select_from(_t).where(_gone(now))) or 0)


async def places(connection: AsyncConnection, *, limit: int) -> list[Event]:
    """Events whose places were used last, each place once."""
    last = select(func.max(_t.c.id)).where(_t.c.place != "").group_by(_t.c.place, _t.c.address)
    return await _all(connection, _SHOWN.where(_t.c.id.in_(last)).order_by(_t.c.id.desc()).limit(limit))


async def drafts(connection: AsyncConnection, *, limit: int, offset: int = 0) -> list[Event]:
    """The newest first."""
    mine = _SHOWN.where(_t.c.state == EventState.DRAFT).order_by(_t.c.id.desc())
    return await _all(connection, mine.limit(limit).offset(offset))


async def past(connection: AsyncConnection, now: datetime, *, limit: int, offset: int = 0) -> list[Event]:
    """Over or cancelled, the latest first."""
    return await _all(connection, _SHOWN.where(_gone(now)).order_by(_t.c.starts_at.desc(), _t.c.id.desc()).limit(limit).offset(offset))


async def change(connection: AsyncConnection, number: int, new: NewEvent, *, in_calendars: bool) -> None:
    """`in_calendars`: something that calendars show has changed. The caller holds its lock."""
    values = _row(new) | ({"sequence": _t.c.sequence + 1} if in_calendars else {})
    await connection.execute(update(_t).where(_t.c.id == number).values(values))


async def set_wall_code(connection: AsyncConnection, number: int, code: str) -> None:
    await connection.execute(update(_t).where(_t.c.id == number).values(wall_code=code))


async def publish(connection: AsyncConnection, number: int, now: datetime) -> bool:
    """False when it was no draft any more."""
    statement = update(_t).where(_t.c.id == number, _t.c.state == EventState.DRAFT)
    return (await connection.execute(statement.values(state=EventState.PUBLISHED.value, published_at=now))).rowcount == 1


async def drop_draft(connection: AsyncConnection, number: int) -> bool:
    """False when it was no draft any more. Its dates, seats and questions go with it."""
    return (await connection.execute(delete(_t).where(_t.c.id == number, _t.c.state == EventState.DRAFT))).rowcount == 1


async def cancel(connection: AsyncConnection, number: int, why: str, now: datetime) -> bool:
    """False when it was cancelled already."""
    statement = update(_t).where(_t.c.id == number, _t.c.state != EventState.CANCELLED)
    values = {"state": EventState.CANCELLED.value, "cancelled_at": now, "cancelled_why": why, "sequence": _t.c.sequence + 1}
    return (await connection.execute(statement.values(values))).rowcount == 1


def _coming(now: datetime, kind: str | None) -> ColumnElement[bool]:
    there = (_t.c.state == EventState.PUBLISHED) & (_t.c.ends_at > now)
    return there if kind is None else there & (_t.c.kind == kind)


def _gone(now: datetime) -> ColumnElement[bool]:
    return (_t.c.state == EventState.CANCELLED) | ((_t.c.state == EventState.PUBLISHED) & (_t.c.ends_at <= now))


def _row(new: NewEvent) -> dict[str, Any]:
    """Of an `Event` its own half alone."""
    plain = {
        "kind": new.kind.value,
        "audience": new.audience.value,
        "gus": list(new.gus),
        "title": dict(new.title),
        "text": dict(new.text),
        "reminders": [one.value for one in new.reminders],
        "survey": new.survey.value if new.survey is not None else None,
    }
    return {field.name: getattr(new, field.name) for field in fields(NewEvent)} | plain


async def _all(connection: AsyncConnection, query: Select[Any]) -> list[Event]:
    return [_event(row) for row in (await connection.execute(query)).mappings()]


def _event(row: Mapping[Any, Any]) -> Event:
    read = {
        "kind": EventKind(row["kind"]),
        "state": EventState(row["state"]),
        "audience": Audience(row["audience"]),
        "gus": tuple(row["gus"]),
        "reminders": tuple(Reminder(one) for one in row["reminders"]),
        "survey": Survey(row["survey"]) if row["survey"] is not None else None,
    }
    return Event(**{**row, **read})


def _one(found: Sequence[Event]) -> Event | None:
    return found[0] if found else None
