"""Sessions: the time of a consultant, held while somebody answers, then booked, then over.

A row never changes its time: who moves a session books another one that names it.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index, Select, SmallInteger, String, bindparam, func, insert, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from storage import seals, session_absences
from storage.session_times import SessionTimeRecord, Side
from storage.tables import RowId, Table, table_of

LONGEST_TOPIC = 16
LONGEST_WHY = 200


class State(StrEnum):
    HELD = "held"  # while its member answers, or while it is offered to one who waits
    BOOKED = "booked"
    DONE = "done"
    MISSED = "missed"  # the member did not come
    NOT_GIVEN = "not_given"  # the consultant did not come
    CANCELLED = "cancelled"
    MOVED = "moved"  # another session took its place
    LAPSED = "lapsed"  # held and not booked


OCCUPIES = (State.HELD, State.BOOKED)
FILLS = (State.HELD, State.BOOKED, State.DONE, State.MISSED)  # a place of the consultant's day
COUNTS = (State.BOOKED, State.DONE, State.MISSED)  # against the sessions of a year
_HELD = text("state = 'held'")
_STANDING = text("state IN ('held', 'booked')")
_OFFERED = text("state = 'held' AND offered")


class SessionRecord(Table):
    __tablename__ = "sessions"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    uid: Mapped[str] = mapped_column(String(40), index=True)  # names it in calendars; a moved session keeps it
    sequence: Mapped[int] = mapped_column(SmallInteger)  # counts what calendars have to take over
    consultant: Mapped[int] = mapped_column(ForeignKey("consultants.person"))
    calling: Mapped[str] = mapped_column(String(12))  # consultant, mentor: each has its own number a year
    person: Mapped[int]  # the member
    shop: Mapped[int | None] = mapped_column(ForeignKey("shops.id", ondelete="SET NULL"))
    consortium: Mapped[int | None] = mapped_column(ForeignKey("consortia.id", ondelete="SET NULL"))
    topic: Mapped[str] = mapped_column(String(LONGEST_TOPIC))
    way: Mapped[str] = mapped_column(String(8))  # site, video, phone
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    year: Mapped[int] = mapped_column(SmallInteger)  # in Seoul
    confidential: Mapped[bool]  # mediation: its words are for the mediator alone
    state: Mapped[str] = mapped_column(String(12))
    goal: Mapped[str]  # sealed: what the member wants of it
    held_until: Mapped[datetime | None]
    made_at: Mapped[datetime]
    booked_at: Mapped[datetime | None]
    moves: Mapped[int | None] = mapped_column(ForeignKey("sessions.id", ondelete="SET NULL"))  # the session whose place this one takes
    moved_times: Mapped[int] = mapped_column(SmallInteger)
    confirmed_at: Mapped[datetime | None]  # the member said after a reminder that they come
    to_move_by: Mapped[datetime | None]  # the hours changed: the member is asked to choose another time until then
    asked_change: Mapped[str | None] = mapped_column(String(8))  # move, cancel: what the member asked, too late to do it alone
    change_allowed: Mapped[bool | None]  # what the consultant answered to that; None: nothing yet
    offered: Mapped[bool]  # held for one who waited
    ended_at: Mapped[datetime | None]
    ended_by: Mapped[int | None]
    ended_why: Mapped[str] = mapped_column(String(LONGEST_WHY))
    member_done_at: Mapped[datetime | None]
    consultant_done_at: Mapped[datetime | None]

    __table_args__ = (
        Index("ix_sessions_consultant", "consultant", "starts_at"),
        Index("ix_sessions_person", "person", "starts_at"),
        Index("ix_sessions_consortium_year", "consortium", "year"),
        Index("ix_sessions_held_until", "held_until", sqlite_where=_HELD, postgresql_where=_HELD),
        Index("uq_sessions_moves", "moves", unique=True, sqlite_where=_STANDING, postgresql_where=_STANDING),
        Index("uq_sessions_offered", "person", unique=True, sqlite_where=_OFFERED, postgresql_where=_OFFERED),
        {"sqlite_autoincrement": True},
    )


class SessionFileRecord(Table):
    """A file the member added for the consultant, by its Telegram id."""

    __tablename__ = "session_files"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    session: Mapped[int] = mapped_column(ForeignKey("sessions.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str] = mapped_column(String(8))  # photo, document
    file: Mapped[str]  # sealed file id
    name: Mapped[str]  # sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """`goal` in the clear."""

    id: int
    uid: str
    sequence: int
    consultant: int
    calling: str
    person: int
    shop: int | None
    consortium: int | None
    topic: str
    way: str
    starts_at: datetime
    ends_at: datetime
    year: int
    confidential: bool
    state: State
    goal: str
    held_until: datetime | None
    made_at: datetime
    booked_at: datetime | None
    moves: int | None
    moved_times: int
    confirmed_at: datetime | None
    to_move_by: datetime | None
    ended_at: datetime | None
    ended_by: int | None
    ended_why: str
    member_done_at: datetime | None
    consultant_done_at: datetime | None
    asked_change: str | None = None
    change_allowed: bool | None = None
    offered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSession:
    """A held one."""

    uid: str
    sequence: int
    consultant: int
    calling: str
    person: int
    shop: int | None
    consortium: int | None
    topic: str
    way: str
    starts_at: datetime
    ends_at: datetime
    year: int
    confidential: bool
    held_until: datetime
    moves: int | None = None
    moved_times: int = 0
    offered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnCell:
    """A moment in which somebody is busy. `mine`: as the member; `held`: by their own wish, not offered to them."""

    cell: int
    session: int
    mine: bool
    held: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionFile:
    kind: str
    file: str
    name: str


_t, _files, _times = table_of(SessionRecord), table_of(SessionFileRecord), table_of(SessionTimeRecord)
_SHOWN = select(*(_t.c[field.name] for field in fields(Session)))
_OWN_CELLS = (
    select(_times.c.cell, _t.c.id.label("session"), (_t.c.person == _times.c.person).label("mine"), _t.c.state, _t.c.offered)
    .join(_t, _t.c.id == _times.c.session)
    .where(_times.c.side.in_([side.value for side in Side]), _times.c.person == bindparam("person"))
    .where(_times.c.cell.between(bindparam("first"), bindparam("last")))
)
_HOLDER = (
    select(_t.c.person)
    .join(_times, _times.c.session == _t.c.id)
    .where(_times.c.side == Side.CONSULTANT.value, _times.c.person == bindparam("consultant"), _times.c.cell == bindparam("cell"))
)


async def hold(connection: AsyncConnection, new: NewSession, now: datetime) -> int:
    """Its number. Its time is taken with `session_times.take`, inside the same savepoint."""
    row = {**asdict(new), "state": State.HELD.value, "goal": "", "made_at": now, "ended_why": ""}
    return int(await connection.scalar(insert(_t).values(row).returning(_t.c.id)) or 0)


def as_held(new: NewSession, number: int, now: datetime) -> Session:
    """What `find` would say of one that was just held."""
    never: dict[str, Any] = dict.fromkeys(
        ("booked_at", "confirmed_at", "to_move_by", "ended_at", "ended_by", "member_done_at", "consultant_done_at")
    )
    return Session(**asdict(new), **never, id=number, state=State.HELD, goal="", made_at=now, ended_why="")


async def find(connection: AsyncConnection, number: int) -> Session | None:
    """In whatever state."""
    found = await _all(connection, _SHOWN.where(_t.c.id == number))
    return found[0] if found else None


async def holder_of(connection: AsyncConnection, consultant: int, cell: int) -> int | None:
    """Whose session this moment of the consultant belongs to. It locks nothing: the answer may have changed by the time it is used."""
    return await connection.scalar(_HOLDER, {"consultant": consultant, "cell": cell})


async def own_cells(connection: AsyncConnection, person: int, which: range) -> list[OwnCell]:
    """On either side: who advises may be advised elsewhere."""
    rows = await connection.execute(_OWN_CELLS, {"person": person, "first": which.start, "last": which.stop - 1})
    return [
        OwnCell(cell=row.cell, session=row.session, mine=row.mine, held=row.mine and row.state == State.HELD and not row.offered)
        for row in rows
    ]


async def newest_of(connection: AsyncConnection, uid: str) -> Session | None:
    """Of those with the same name in calendars, the one that was booked last: a moved session leads to the one in its place."""
    booked = _SHOWN.where(_t.c.uid == uid, _t.c.booked_at.is_not(None))
    found = await _all(connection, booked.order_by(_t.c.id.desc()).limit(1))
    return found[0] if found else None


async def of_person(
    connection: AsyncConnection, person: int, *, since: datetime, states: Sequence[State] = (State.BOOKED,)
) -> list[Session]:
    """Which end after `since`, the soonest first."""
    mine = (_t.c.person == person) & (_t.c.ends_at > since) & _t.c.state.in_(states)
    return await _all(connection, _SHOWN.where(mine).order_by(_t.c.starts_at, _t.c.id))


async def past_of_person(connection: AsyncConnection, person: int, *, until: datetime, limit: int, offset: int = 0) -> list[Session]:
    """Over, or ended before; holds are left out. The latest first."""
    booked = (_t.c.person == person) & _t.c.booked_at.is_not(None) & ((_t.c.ends_at <= until) | _t.c.ended_at.is_not(None))
    return await _all(connection, _SHOWN.where(booked).order_by(_t.c.starts_at.desc(), _t.c.id.desc()).limit(limit).offset(offset))


async def of_consultant(
    connection: AsyncConnection, consultant: int, starts_at: datetime, ends_at: datetime, *, states: Sequence[State] = OCCUPIES
) -> list[Session]:
    """Which begin in that time, the soonest first."""
    within = (_t.c.consultant == consultant) & (_t.c.starts_at >= starts_at) & (_t.c.starts_at < ends_at) & _t.c.state.in_(states)
    return await _all(connection, _SHOWN.where(within).order_by(_t.c.starts_at, _t.c.id))


async def booked_starts(
    connection: AsyncConnection, consultants: Sequence[int], starts_at: datetime, ends_at: datetime, *, but: Collection[int] = ()
) -> dict[int, list[datetime]]:
    """When sessions begin that take a place of the day and the week, those that are over too; by consultant."""
    within = _t.c.consultant.in_(consultants) & _t.c.state.in_(FILLS) & (_t.c.starts_at >= starts_at) & (_t.c.starts_at < ends_at)
    found: dict[int, list[datetime]] = {one: [] for one in consultants}
    query = select(_t.c.consultant, _t.c.starts_at).where(within, _t.c.id.not_in(but)).order_by(_t.c.starts_at)
    for row in await connection.execute(query):
        found[row.consultant].append(row.starts_at)
    return found


async def mover_of(connection: AsyncConnection, number: int) -> int | None:
    """The session that stands and is to take the place of this one."""
    return await connection.scalar(select(_t.c.id).where(_t.c.moves == number, _t.c.state.in_(OCCUPIES)))


async def is_offered_one(connection: AsyncConnection, person: int) -> bool:
    """Whether a time is held for somebody who waited, which they can take now; the database lets nobody have two of these."""
    held = (_t.c.person == person) & (_t.c.state == State.HELD) & _t.c.offered
    return await connection.scalar(select(_t.c.id).where(held)) is not None


async def held_before(connection: AsyncConnection, person: int, consultant: int, starts_at: datetime, since: datetime) -> list[datetime]:
    """When this person had this time held by their own wish, and let it go; the latest first."""
    same = (_t.c.person == person) & (_t.c.starts_at == starts_at) & (_t.c.consultant == consultant)
    let_go = (_t.c.state == State.LAPSED) & _t.c.offered.is_(False) & (_t.c.made_at > since)
    return list(await connection.scalars(select(_t.c.made_at).where(same, let_go).order_by(_t.c.made_at.desc())))


async def held_over(connection: AsyncConnection, now: datetime, *, farthest: datetime, limit: int) -> list[int]:
    """Holds whose time is up, or that reach further than any can: the clock was ahead when they were made."""
    over = (_t.c.held_until <= now) | (_t.c.held_until > farthest)
    query = select(_t.c.id).where(_t.c.state == State.HELD, over).order_by(_t.c.held_until).limit(limit)
    return list(await connection.scalars(query))


async def used(connection: AsyncConnection, *, calling: str, year: int, consortium: int | None, person: int, but: int | None = None) -> int:
    """How many of a year's sessions are used."""
    query = used_query(calling=calling, year=year, consortium=consortium, person=person, but=but)
    return int(await connection.scalar(query) or 0)


def used_query(*, calling: str, year: int, consortium: int | None, person: int, but: int | None = None) -> Select[int]:
    """By the consortium, or by the person, in whichever consortium they sat then.

    Mediation does not count. One that its consultant is said not to have given does while the two differ and nobody has decided.
    `but`: a session that is about to give its place up.
    """
    whose = (_t.c.consortium == consortium) if consortium is not None else (_t.c.person == person)
    stands = _t.c.state.in_(COUNTS) | ((_t.c.state == State.NOT_GIVEN) & session_absences.differs_about(_t.c.id))
    counted = whose & (_t.c.calling == calling) & (_t.c.year == year) & stands & _t.c.confidential.is_(False)
    if but is not None:
        counted &= _t.c.id != but
    return select(func.count()).select_from(_t).where(counted)


async def book(connection: AsyncConnection, number: int, *, shop: int | None, consortium: int | None, goal: str, now: datetime) -> bool:
    """For the shop and the consortium that it counts for. False when it is not held any more."""
    whose = {"shop": shop, "consortium": consortium}
    values = {**whose, "state": State.BOOKED.value, "goal": seals.of(connection).sealed(goal), "booked_at": now, "held_until": None}
    return await _change(connection, number, (State.HELD,), values)


async def set_goal(connection: AsyncConnection, number: int, goal: str) -> bool:
    return await _change(connection, number, OCCUPIES, {"goal": seals.of(connection).sealed(goal)})


async def prolong(connection: AsyncConnection, number: int, until: datetime) -> bool:
    return await _change(connection, number, (State.HELD,), {"held_until": until})


async def end(connection: AsyncConnection, number: int, state: State, *, by: int | None, why: str = "", now: datetime) -> bool:
    """False when it stood no longer. Its time is given back with `session_times.free`."""
    values = {"state": state.value, "ended_at": now, "ended_by": by, "ended_why": why, "held_until": None, "to_move_by": None}
    return await _change(connection, number, OCCUPIES, {**values, "sequence": _t.c.sequence + 1})


async def close(connection: AsyncConnection, number: int, state: State, *, by: int | None, now: datetime) -> bool:
    """After its time: done, missed or not given. A note by one side may be put right by the other."""
    return await _change(
        connection,
        number,
        (State.BOOKED, State.DONE, State.MISSED, State.NOT_GIVEN),
        {"state": state.value, "ended_at": now, "ended_by": by},
    )


async def confirm(connection: AsyncConnection, number: int, now: datetime) -> bool:
    return await _change(connection, number, (State.BOOKED,), {"confirmed_at": now})


async def ask_to_move(connection: AsyncConnection, number: int, until: datetime | None) -> bool:
    return await _change(connection, number, (State.BOOKED,), {"to_move_by": until})


async def count_on(connection: AsyncConnection, number: int) -> bool:
    """Something that calendars show has changed, though not the time."""
    return await _change(connection, number, (State.BOOKED,), {"sequence": _t.c.sequence + 1})


async def ask_change(connection: AsyncConnection, number: int, what: str) -> bool:
    """False when something was asked already."""
    statement = update(_t).where(_t.c.id == number, _t.c.state == State.BOOKED, _t.c.asked_change.is_(None)).values(asked_change=what)
    return (await connection.execute(statement)).rowcount == 1


async def answer_change(connection: AsyncConnection, number: int, *, allowed: bool) -> bool:
    """False when nothing was asked, or it was answered already."""
    unanswered = _t.c.asked_change.is_not(None) & _t.c.change_allowed.is_(None) & (_t.c.state == State.BOOKED)
    return (await connection.execute(update(_t).where(_t.c.id == number, unanswered).values(change_allowed=allowed))).rowcount == 1


async def let_go(connection: AsyncConnection, person: int, since: datetime) -> set[tuple[int, datetime]]:
    """What was offered to them and not taken, as (consultant, start): it is not offered to them again."""
    passed = (_t.c.person == person) & _t.c.offered & (_t.c.state == State.LAPSED) & (_t.c.starts_at > since)
    return {(row.consultant, row.starts_at) for row in await connection.execute(select(_t.c.consultant, _t.c.starts_at).where(passed))}


async def say_done(connection: AsyncConnection, number: int, *, by_member: bool, now: datetime) -> bool:
    side = "member_done_at" if by_member else "consultant_done_at"
    return await _change(connection, number, (State.BOOKED, State.DONE), {side: now})


async def add_file(connection: AsyncConnection, session: int, file: SessionFile) -> None:
    seal = seals.of(connection)
    row = {"session": session, "kind": file.kind, "file": seal.sealed(file.file), "name": seal.sealed(file.name)}
    await connection.execute(insert(_files).values(row))


async def files_of(connection: AsyncConnection, session: int) -> list[SessionFile]:
    seal = seals.of(connection)
    rows = await connection.execute(select(_files).where(_files.c.session == session).order_by(_files.c.id))
    return [SessionFile(kind=row.kind, file=seal.opened(row.file), name=seal.opened(row.name)) for row in rows]


async def _change(connection: AsyncConnection, number: int, states: Sequence[State], values: Mapping[str, Any]) -> bool:
    statement = update(_t).where(_t.c.id == number, _t.c.state.in_(states)).values(values)
    return (await connection.execute(statement)).rowcount == 1


async def _all(connection: AsyncConnection, query: Select[Any]) -> list[Session]:
    seal = seals.of(connection)
    return [
        Session(**{**row, "state": State(row["state"]), "goal": seal.opened(row["goal"]) if row["goal"] else ""})
        for row in (await connection.execute(query)).mappings()
    ]
