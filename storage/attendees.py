"""Those who answered an event, with the names by which a coordinator at the door knows them, and when they came."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, and_, case, select
from sqlalchemy.ext.asyncio import AsyncConnection

from programme.events import Answer
from storage import seals
from storage.attendance import AttendanceRecord, How
from storage.owners import OwnerRecord
from storage.registrations import RegistrationRecord
from storage.shops import ShopRecord
from storage.tables import table_of

_registrations, _attendance = table_of(RegistrationRecord), table_of(AttendanceRecord)
_owners, _shops = table_of(OwnerRecord), table_of(ShopRecord)
_ORDER = (Answer.COMING, Answer.OFFERED, Answer.WAITING, Answer.MAYBE, Answer.LAPSED, Answer.NOT_COMING)
_RANK = case({answer.value: rank for rank, answer in enumerate(_ORDER)}, value=_registrations.c.answer)
_BY_NAME = (_RANK, _shops.c.name.is_(None), _shops.c.name, _registrations.c.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendee:
    """For coordinators. `name`, `shop`: empty where none is known. `at`: when they were checked in at the date that was asked for."""

    registration: int
    person: int
    answer: Answer
    guests: int
    name: str
    shop: str
    at: datetime | None = None
    how: How | None = None


def _select(date: int) -> Select[Any]:
    came = and_(_attendance.c.registration == _registrations.c.id, _attendance.c.date == date)
    return (
        select(
            _registrations.c.id.label("registration"),
            _registrations.c.person,
            _registrations.c.answer,
            _registrations.c.guests,
            _owners.c.name.label("sealed"),
            _shops.c.name.label("shop"),
            _attendance.c.at,
            _attendance.c.how,
        )
        .select_from(_registrations)
        .outerjoin(_owners, _owners.c.person == _registrations.c.person)
        .outerjoin(_shops, _shops.c.id == _registrations.c.shop)
        .outerjoin(_attendance, came)
    )


async def of_date(connection: AsyncConnection, event: int, date: int, *, limit: int | None = None, offset: int = 0) -> list[Attendee]:
    """Who comes before the others, then by the shop's name. Without a limit all of them: for a search, since names lie sealed."""
    return await _all(connection, _select(date).where(_registrations.c.event == event).order_by(*_BY_NAME).limit(limit).offset(offset))


async def of_registration(connection: AsyncConnection, registration: int, date: int) -> Attendee | None:
    found = await _all(connection, _select(date).where(_registrations.c.id == registration))
    return found[0] if found else None


async def _all(connection: AsyncConnection, query: Select[Any]) -> list[Attendee]:
    rows: Sequence[Mapping[Any, Any]] = (await connection.execute(query)).mappings().all()
    return [_attendee(connection, row) for row in rows]


def _attendee(connection: AsyncConnection, row: Mapping[Any, Any]) -> Attendee:
    return Attendee(
        registration=row["registration"],
        person=row["person"],
        answer=Answer(row["answer"]),
        guests=row["guests"],
        name=seals.of(connection).opened(row["sealed"]) if row["sealed"] else "",
        shop=row["shop"] or "",
        at=row["at"],
        how=How(row["how"]) if row["how"] is not None else None,
    )
