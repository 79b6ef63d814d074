"""The sessions of a year, for the office. A mediation is counted by its topic alone: neither member nor consultant comes with it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, func, select, true
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import seals
from storage.consortia import ConsortiumRecord
from storage.consultants import ConsultantRecord
from storage.session_absences import SessionAbsenceRecord, is_open
from storage.session_logs import SessionLogRecord, SessionRatingRecord
from storage.sessions import SessionRecord, State
from storage.shops import ShopRecord, within
from storage.tables import table_of

_sessions, _logs, _ratings = table_of(SessionRecord), table_of(SessionLogRecord), table_of(SessionRatingRecord)
_consultants, _consortia, _shops = table_of(ConsultantRecord), table_of(ConsortiumRecord), table_of(ShopRecord)
_absences = table_of(SessionAbsenceRecord)
_with_absences = _sessions.join(_absences, _absences.c.session == _sessions.c.id)
_OVER = (State.DONE, State.MISSED, State.NOT_GIVEN)
_GIVEN = (State.BOOKED, State.DONE)  # booked: its time is over, and nobody has said anything


@dataclass(frozen=True, slots=True, kw_only=True)
class YearSession:
    """`minutes`: of its log, or as long as it was to take. Of a mediation consultant, firm, shop, stars and note are empty."""

    session: int
    starts_at: datetime
    calling: str
    topic: str
    way: str
    state: State
    minutes: int
    confidential: bool
    consultant: int | None
    consultant_name: str
    consortium: str
    shop: str
    stars: int | None
    shared: str


async def of_year(connection: AsyncConnection, year: int, gus: Collection[str] | None = None) -> list[YearSession]:
    """`gus`: as in `of_gus`. In their order in time: those that took place, were missed or not given. A city has hundreds, not millions."""
    query = (
        select(
            _sessions,
            _consultants.c.name.label("consultant_name"),
            _consortia.c.name.label("consortium_name"),
            _shops.c.name.label("shop_name"),
            _logs.c.minutes,
            _logs.c.shared,
            _ratings.c.stars,
        )
        .select_from(_sessions)
        .join(_consultants, _consultants.c.person == _sessions.c.consultant)
        .outerjoin(_consortia, _consortia.c.id == _sessions.c.consortium)
        .outerjoin(_shops, _shops.c.id == _sessions.c.shop)
        .outerjoin(_logs, _logs.c.session == _sessions.c.id)
        .outerjoin(_ratings, _ratings.c.session == _sessions.c.id)
        .where(_sessions.c.year == year, _sessions.c.state.in_(_OVER), of_gus(gus))
        .order_by(_sessions.c.starts_at, _sessions.c.id)
    )
    return [_read(connection, row) for row in (await connection.execute(query)).mappings()]


def _read(connection: AsyncConnection, one: Mapping[Any, Any]) -> YearSession:
    open_ = not one["confidential"]
    seal = seals.of(connection)
    planned = int((one["ends_at"] - one["starts_at"]).total_seconds()) // 60
    return YearSession(
        session=one["id"],
        starts_at=one["starts_at"],
        calling=one["calling"],
        topic=one["topic"],
        way=one["way"],
        state=State(one["state"]),
        minutes=planned if one["minutes"] is None else one["minutes"],
        confidential=one["confidential"],
        consultant=one["consultant"] if open_ else None,
        consultant_name=seal.opened(one["consultant_name"]) if open_ else "",
        consortium=(one["consortium_name"] or "") if open_ else "",
        shop=(one["shop_name"] or "") if open_ else "",
        stars=one["stars"] if open_ else None,
        shared=seal.opened(one["shared"]) if open_ and one["shared"] else "",
    )


async def years(connection: AsyncConnection) -> list[int]:
    """In which there was a session, the latest first."""
    query = select(_sessions.c.year).where(_sessions.c.state.in_(_OVER)).distinct().order_by(_sessions.c.year.desc())
    return list(await connection.scalars(query))


_UNLOGGED = _sessions.c.state.in_(_GIVEN) & ~select(_logs.c.session).where(_logs.c.session == _sessions.c.id).exists()


def of_gus(gus: Collection[str] | None) -> ColumnElement[bool]:
    """Sessions with shops of these gu; None: all of them. Where its member is, a mediation tells nobody."""
    there = select(_shops.c.id).where(_shops.c.id == _sessions.c.shop, within(gus)).correlate(_sessions).exists()
    return true() if gus is None else ~_sessions.c.confidential & there


async def without_log(
    connection: AsyncConnection, now: datetime, gus: Collection[str] | None = None, *, limit: int, offset: int = 0
) -> Sequence[tuple[int, datetime, int]]:
    """Number, start and consultant of those that are over and have no log, the oldest first."""
    over = _UNLOGGED & (_sessions.c.ends_at <= now) & of_gus(gus)
    query = select(_sessions.c.id, _sessions.c.starts_at, _sessions.c.consultant).where(over)
    rows = await connection.execute(query.order_by(_sessions.c.starts_at, _sessions.c.id).limit(limit).offset(offset))
    return [(row.id, row.starts_at, row.consultant) for row in rows]


async def without_log_of(connection: AsyncConnection, consultant: int, now: datetime) -> Sequence[tuple[int, datetime]]:
    """Of one consultant, the oldest first."""
    mine = (_sessions.c.consultant == consultant) & _UNLOGGED & (_sessions.c.ends_at <= now)
    query = select(_sessions.c.id, _sessions.c.starts_at).where(mine).order_by(_sessions.c.starts_at, _sessions.c.id)
    return [(row.id, row.starts_at) for row in await connection.execute(query)]


async def count_without_log(connection: AsyncConnection, now: datetime, gus: Collection[str] | None = None) -> int:
    over = _UNLOGGED & (_sessions.c.ends_at <= now) & of_gus(gus)
    return int(await connection.scalar(select(func.count()).select_from(_sessions).where(over)) or 0)


async def disputed(
    connection: AsyncConnection, gus: Collection[str] | None, *, limit: int, but_of: int = 0, offset: int = 0
) -> Sequence[tuple[int, datetime, datetime]]:
    """Number, start and since when the two sides differ, the longest first. `but_of`: who is one of the sides decides nothing."""
    query = select(_sessions.c.id, _sessions.c.starts_at, _absences.c.noted_at).select_from(_with_absences).where(_open(gus, but_of))
    rows = await connection.execute(query.order_by(_absences.c.noted_at, _sessions.c.id).limit(limit).offset(offset))
    return [(row.id, row.starts_at, row.noted_at) for row in rows]


async def count_disputed(connection: AsyncConnection, gus: Collection[str] | None, *, but_of: int = 0) -> int:
    return int(await connection.scalar(select(func.count()).select_from(_with_absences).where(_open(gus, but_of))) or 0)


def _open(gus: Collection[str] | None, but_of: int) -> ColumnElement[bool]:
    return is_open & of_gus(gus) & (_sessions.c.person != but_of) & (_sessions.c.consultant != but_of)
