"""Finds rows that break what must always hold (`programme.invariants`), and remembers the nights on which that was looked at."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import JSON, CompoundSelect, Date, Select, and_, case, func, or_, select, union
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from programme.events import HOLD_SEATS
from programme.invariants import Invariant
from programme.rights import Role
from storage import seats
from storage.arrivals.record import ArrivalRecord
from storage.consortia import ConsortiumRecord
from storage.event_seats import EventPoolRecord, EventSeatRecord
from storage.events import EventRecord
from storage.letters.record import OPEN, LetterRecord
from storage.registrations import RegistrationRecord
from storage.roles import RoleRecord
from storage.seats import SeatRecord
from storage.session_times import SessionTimeRecord, Side
from storage.sessions.record import SessionRecord, State
from storage.tables import Table, in_both, table_of

MOST_SHOWN = 20
LONG = timedelta(hours=1)
GIVEN_BACK = (State.CANCELLED, State.MOVED, State.LAPSED)  # sessions that take no time any more


class InvariantNightRecord(Table):
    __tablename__ = "invariant_nights"

    night: Mapped[date] = mapped_column(Date, primary_key=True)
    looked_at: Mapped[datetime]
    broken: Mapped[dict[str, list[int]]] = mapped_column(JSON)  # numbers of rows, by invariant


_nights, _seats, _consortia = (table_of(one) for one in (InvariantNightRecord, SeatRecord, ConsortiumRecord))
_event_seats, _pools, _registrations = (table_of(one) for one in (EventSeatRecord, EventPoolRecord, RegistrationRecord))
_events, _sessions, _times = (table_of(one) for one in (EventRecord, SessionRecord, SessionTimeRecord))
_letters, _arrivals, _roles = (table_of(one) for one in (LetterRecord, ArrivalRecord, RoleRecord))
_KEEP = in_both(lambda insert: insert(_nights).on_conflict_do_nothing().returning(_nights.c.night))
_taken = _seats.c.ended_at.is_(None)


def _parties_off() -> Select[Any]:
    """Events where somebody has more or fewer seats than they answered for."""
    has = select(func.count()).select_from(_event_seats).where(_event_seats.c.registration == _registrations.c.id).scalar_subquery()
    wants = case((_registrations.c.answer.in_([one.value for one in HOLD_SEATS]), 1 + _registrations.c.guests), else_=0)
    stands = _events.c.cancelled_at.is_(None)
    return select(_registrations.c.event).join(_events, _events.c.id == _registrations.c.event).where(stands, has != wants)


def _pools_off() -> Select[Any]:
    """Events that have given more seats than there are."""
    pool = and_(_pools.c.event == _event_seats.c.event, _pools.c.group == _event_seats.c.group)
    beyond = or_(_pools.c.event.is_(None), _event_seats.c.number > _pools.c.seats)
    return select(_event_seats.c.event).join(_pools, pool, isouter=True).where(beyond)


def _rounds_off() -> Select[Any]:
    """Consortia with a seat of another round, which the constraint on a shop's rounds does not see."""
    return select(_consortia.c.id).join(_seats, _seats.c.consortium == _consortia.c.id).where(_taken, _seats.c.round != _consortia.c.round)


def _leads_off() -> Select[Any]:
    """Consortia without a lead, or with two."""
    leads = select(func.count()).where(_seats.c.consortium == _consortia.c.id, _taken, _seats.c.role == seats.Role.LEAD.value)
    return select(_consortia.c.id).where(_consortia.c.dissolved_at.is_(None), leads.scalar_subquery() != 1)


def _times_off(now: datetime) -> Select[Any]:
    """Sessions that are to come and take none of their consultant's time; those that are over early and still take some."""
    takes = select(_times.c.session).where(_times.c.session == _sessions.c.id, _times.c.side == Side.CONSULTANT.value).exists()
    comes = (_sessions.c.state == State.BOOKED.value) & (_sessions.c.starts_at > now) & ~takes
    return select(_sessions.c.id).where(or_(comes, _sessions.c.state.in_([one.value for one in GIVEN_BACK]) & takes))


def _unanswered(now: datetime) -> Select[Any]:
    """Arrivals."""
    again = or_(_arrivals.c.again_at.is_(None), _arrivals.c.again_at <= now - LONG)
    return select(_arrivals.c.id).where(_arrivals.c.state == "waiting", _arrivals.c.received_at <= now - LONG, again)


def _unsent(now: datetime) -> Select[Any]:
    """Letters."""
    return select(_letters.c.id).where(OPEN, _letters.c.due <= now - LONG, _letters.c.ready_at <= now - LONG)


def _owners_off(now: datetime) -> Select[Any]:
    """Roles that somebody has, while nobody can let others in for good."""
    holds = _roles.c.revoked_at.is_(None)
    owner = select(_roles.c.id).where(holds, _roles.c.role == Role.OWNER.value, _roles.c.until.is_(None)).correlate(None).exists()
    return select(_roles.c.id).where(holds, or_(_roles.c.until.is_(None), _roles.c.until > now), ~owner)


async def broken(connection: AsyncConnection, now: datetime) -> dict[Invariant, list[int]]:
    """At most twenty numbers each; of what, the invariant says. Only those that are broken."""
    looks: Mapping[Invariant, Select[Any] | CompoundSelect[Any]] = {
        Invariant.EVENT_SEATS: union(_parties_off(), _pools_off()),
        Invariant.ROUNDS: _rounds_off(),
        Invariant.LEADS: _leads_off(),
        Invariant.SESSION_TIMES: _times_off(now),
        Invariant.ANSWERS: _unanswered(now),
        Invariant.LETTERS: _unsent(now),
        Invariant.OWNERS: _owners_off(now),
    }
    found = {what: sorted(set(await connection.scalars(look.limit(MOST_SHOWN)))) for what, look in looks.items()}
    return {what: numbers for what, numbers in found.items() if numbers}


async def keep_night(connection: AsyncConnection, night: date, found: Mapping[Invariant, list[int]], now: datetime) -> bool:
    """False when another process has looked that night."""
    row = {"night": night, "looked_at": now, "broken": {what.value: numbers for what, numbers in found.items()}}
    return await connection.scalar(_KEEP[connection.dialect.name], row) is not None


async def is_kept(connection: AsyncConnection, night: date) -> bool:
    return await connection.scalar(select(_nights.c.night).where(_nights.c.night == night)) is not None
