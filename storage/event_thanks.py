"""Thanks after an event: whose people were thanked, once, who they are, and what became of the survey that went with it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ForeignKey, exists, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from programme.events import Answer, EventState
from storage.attendance import AttendanceRecord
from storage.events import EventRecord
from storage.registrations import RegistrationRecord
from storage.tables import Table, in_both, table_of


class EventThanksRecord(Table):
    """That an event's people were thanked, once; and what became of its survey."""

    __tablename__ = "event_thanks"

    event: Mapped[int] = mapped_column(ForeignKey("events.id", ondelete="CASCADE"), primary_key=True, autoincrement=False)
    thanked_at: Mapped[datetime | None]  # None: it was too late, and nobody was
    checked_in: Mapped[bool]  # those who were there; otherwise nobody was checked in, and it went to all who said they would come
    asked: Mapped[int]  # how many; stays when one of them is forgotten
    closes_at: Mapped[datetime | None]  # of the survey; None: there is none
    shared_at: Mapped[datetime | None]
    follows: Mapped[str]  # what the office will do about it, as it was shared


@dataclass(frozen=True, slots=True, kw_only=True)
class Thanks:
    event: int
    thanked_at: datetime | None
    checked_in: bool
    asked: int
    closes_at: datetime | None
    shared_at: datetime | None
    follows: str


_thanks, _events, _registrations, _attendance = (
    table_of(one) for one in (EventThanksRecord, EventRecord, RegistrationRecord, AttendanceRecord)
)
_THANK = in_both(lambda insert: insert(_thanks).on_conflict_do_nothing(index_elements=["event"]).returning(_thanks.c.event))


async def without_thanks(connection: AsyncConnection, now: datetime, *, limit: int) -> list[tuple[int, datetime]]:
    """Events that are over, with their ends, the first to end first."""
    thanked = exists().where(_thanks.c.event == _events.c.id)
    over = (_events.c.state == EventState.PUBLISHED) & (_events.c.ends_at <= now)
    query = select(_events.c.id, _events.c.ends_at).where(over, ~thanked).order_by(_events.c.ends_at, _events.c.id)
    return [(row.id, row.ends_at) for row in await connection.execute(query.limit(limit))]


async def thank(connection: AsyncConnection, event: int, *, at: datetime | None, checked_in: bool, closes_at: datetime | None) -> bool:
    """True for the one caller who does it."""
    row = {"event": event, "thanked_at": at, "checked_in": checked_in, "asked": 0, "closes_at": closes_at, "follows": ""}
    return await connection.scalar(_THANK[connection.dialect.name], row | {"shared_at": None}) is not None


async def thanks_of(connection: AsyncConnection, event: int) -> Thanks | None:
    row = (await connection.execute(select(_thanks).where(_thanks.c.event == event))).mappings().one_or_none()
    return Thanks(**row) if row is not None else None


async def lately_thanked(connection: AsyncConnection, since: datetime) -> list[int]:
    """Events whose people were checked in: somebody may be noted as having been there a little later."""
    query = select(_thanks.c.event).where(_thanks.c.thanked_at >= since, _thanks.c.checked_in)
    return list(await connection.scalars(query.order_by(_thanks.c.event)))


async def were_there(connection: AsyncConnection, event: int) -> list[int]:
    """The people who were checked in at one of its dates; none where nobody took attendance."""
    joined = _attendance.join(_registrations, _registrations.c.id == _attendance.c.registration)
    query = select(_registrations.c.person).select_from(joined).where(_registrations.c.event == event).distinct()
    return sorted(await connection.scalars(query))


async def said_they_come(connection: AsyncConnection, event: int) -> list[int]:
    coming = (_registrations.c.event == event) & (_registrations.c.answer == Answer.COMING)
    return sorted(await connection.scalars(select(_registrations.c.person).where(coming)))


async def share(connection: AsyncConnection, event: int, follows: str, now: datetime) -> bool:
    """True for the one caller who does it."""
    first = (_thanks.c.event == event) & _thanks.c.shared_at.is_(None)
    return (await connection.execute(update(_thanks).where(first).values(shared_at=now, follows=follows))).rowcount == 1
