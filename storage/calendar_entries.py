"""The public calendar: an entry for each stage and window of the calls, with the number that rises whenever its days move."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from sqlalchemy import Integer, String, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from storage.calls import KEY_LENGTH
from storage.tables import Table, in_both, table_of

UID = 80


class CalendarEntryRecord(Table):
    """An entry that goes stays, as one that does not take place: calendars are to take it out."""

    __tablename__ = "calendar_entries"

    uid: Mapped[str] = mapped_column(String(UID), primary_key=True)
    call: Mapped[str] = mapped_column(String(KEY_LENGTH), index=True)
    body: Mapped[dict[str, Any]]
    sequence: Mapped[int] = mapped_column(Integer())
    stands: Mapped[bool]
    changed_at: Mapped[datetime]


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEntry:
    uid: str
    call: str
    body: Mapping[str, Any]
    sequence: int
    stands: bool
    changed_at: datetime


_t = table_of(CalendarEntryRecord)
_SHOWN = select(*(_t.c[field.name] for field in fields(CalendarEntry)))
_KEEP = in_both(
    lambda write: (stated := write(_t)).on_conflict_do_update(
        index_elements=[_t.c.uid], set_={name: stated.excluded[name] for name in ("body", "sequence", "stands", "changed_at")}
    )
)


async def of_call(connection: AsyncConnection, call: str) -> dict[str, CalendarEntry]:
    found = (await connection.execute(_SHOWN.where(_t.c.call == call).order_by(_t.c.uid))).mappings()
    return {row["uid"]: CalendarEntry(**row) for row in found}


async def everything(connection: AsyncConnection) -> list[CalendarEntry]:
    return [CalendarEntry(**row) for row in (await connection.execute(_SHOWN.order_by(_t.c.uid))).mappings()]


async def keep(connection: AsyncConnection, entries: Sequence[CalendarEntry]) -> None:
    if entries:
        rows = [{field.name: getattr(one, field.name) for field in fields(CalendarEntry)} for one in entries]
        await connection.execute(_KEEP[connection.dialect.name], rows)
