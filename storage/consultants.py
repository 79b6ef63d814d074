"""Consultants and mentors: who advises on what, where and how, and by which terms their time is booked."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, Float, ForeignKey, SmallInteger, String, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from programme import slots
from storage import seals
from storage.tables import Table, in_both, table_of

LONGEST_LINE = 300
LONGEST_PLACE = 100
LONGEST_LINK = 200
Terms = slots.Terms


class Calling(StrEnum):
    CONSULTANT = "consultant"  # 컨설턴트
    MENTOR = "mentor"  # 멘토: one who runs, or has run, a joint business


class ConsultantRecord(Table):
    __tablename__ = "consultants"

    person: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), primary_key=True, autoincrement=False)
    calling: Mapped[str] = mapped_column(String(12))
    name: Mapped[str]  # sealed
    line: Mapped[str] = mapped_column(String(LONGEST_LINE))  # what members read about them
    topics: Mapped[list[str]] = mapped_column(JSON)
    languages: Mapped[list[str]] = mapped_column(JSON)
    ways: Mapped[list[str]] = mapped_column(JSON)  # site, video, phone
    gu: Mapped[str] = mapped_column(String(16))
    place: Mapped[str] = mapped_column(String(LONGEST_PLACE))  # where one comes to; "" without sessions on site
    address: Mapped[str] = mapped_column(String(LONGEST_PLACE))
    latitude: Mapped[float | None] = mapped_column(Float)
    longitude: Mapped[float | None] = mapped_column(Float)
    link: Mapped[str] = mapped_column(String(LONGEST_LINK))  # the video room; "" without
    slot: Mapped[int] = mapped_column(SmallInteger)  # the next nine in the units of `Terms`
    before: Mapped[int] = mapped_column(SmallInteger)
    after: Mapped[int] = mapped_column(SmallInteger)
    notice: Mapped[int] = mapped_column(SmallInteger)
    ahead: Mapped[int] = mapped_column(SmallInteger)
    most_a_day: Mapped[int | None] = mapped_column(SmallInteger)
    most_a_week: Mapped[int | None] = mapped_column(SmallInteger)
    joined_at: Mapped[datetime]
    paused_at: Mapped[datetime | None]  # takes no new sessions for now
    left_at: Mapped[datetime | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What members see. `name` in the clear."""

    calling: Calling
    name: str
    line: str
    topics: tuple[str, ...]
    languages: tuple[str, ...]
    ways: tuple[str, ...]
    gu: str
    place: str = ""
    address: str = ""
    latitude: float | None = None
    longitude: float | None = None
    link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Consultant:
    person: int
    profile: Profile
    terms: Terms
    joined_at: datetime
    paused_at: datetime | None
    left_at: datetime | None

    @property
    def takes_sessions(self) -> bool:
        return self.paused_at is None and self.left_at is None


_t = table_of(ConsultantRecord)
_TERMS = tuple(field.name for field in fields(Terms))
_PROFILE = tuple(field.name for field in fields(Profile))
_JOIN = in_both(
    lambda insert_: (statement := insert_(_t)).on_conflict_do_update(
        index_elements=["person"],
        set_={column.name: statement.excluded[column.name] for column in _t.c if column.name != "person"},
    )
)


async def find(connection: AsyncConnection, person: int) -> Consultant | None:
    """One who has left, too."""
    row = (await connection.execute(select(_t).where(_t.c.person == person))).mappings().one_or_none()
    return None if row is None else _consultant(connection, row)


async def lock(connection: AsyncConnection, person: int) -> Consultant | None:
    """One deed on the time of a consultant at a time. Taken after people and consortia."""
    query = select(_t).where(_t.c.person == person).with_for_update(key_share=True)
    row = (await connection.execute(query)).mappings().one_or_none()
    return None if row is None else _consultant(connection, row)


async def lock_all(connection: AsyncConnection, those: Collection[int]) -> dict[int, Consultant]:
    """Several at once, in the order of their numbers: two who lock the same never wait for each other."""
    query = select(_t).where(_t.c.person.in_(set(those))).order_by(_t.c.person).with_for_update(key_share=True)
    return {row["person"]: _consultant(connection, row) for row in (await connection.execute(query)).mappings()}


async def present(connection: AsyncConnection) -> list[Consultant]:
    """Who has not left, those on a pause too; in the order in which they joined. A city has dozens, not thousands."""
    rows = (await connection.execute(select(_t).where(_t.c.left_at.is_(None)).order_by(_t.c.joined_at, _t.c.person))).mappings()
    return [_consultant(connection, row) for row in rows]


async def count(connection: AsyncConnection) -> int:
    """Those who have left, too."""
    return int(await connection.scalar(select(func.count()).select_from(_t)) or 0)


async def listed(connection: AsyncConnection, *, limit: int, offset: int = 0) -> list[Consultant]:
    """In the order in which they joined; those who have left come last."""
    query = select(_t).order_by(_t.c.left_at.is_not(None), _t.c.joined_at, _t.c.person).limit(limit).offset(offset)
    return [_consultant(connection, row) for row in (await connection.execute(query)).mappings()]


async def of_ids(connection: AsyncConnection, people: Sequence[int]) -> dict[int, Consultant]:
    """Those who have left, too."""
    rows = (await connection.execute(select(_t).where(_t.c.person.in_(people)))).mappings()
    return {row["person"]: _consultant(connection, row) for row in rows}


async def is_consultant(connection: AsyncConnection, person: int) -> bool:
    return await connection.scalar(select(_t.c.person).where(_t.c.person == person, _t.c.left_at.is_(None))) is not None


async def anybody(connection: AsyncConnection) -> bool:
    """Whether somebody gives sessions at all."""
    return await connection.scalar(select(_t.c.person).where(_t.c.left_at.is_(None)).limit(1)) is not None


async def join(connection: AsyncConnection, person: int, profile: Profile, terms: Terms, now: datetime) -> None:
    """One who had left comes back with the new profile."""
    row = {"person": person, **_profile_row(connection, profile), **asdict(terms), "joined_at": now, "paused_at": None, "left_at": None}
    await connection.execute(_JOIN[connection.dialect.name], row)


async def correct(connection: AsyncConnection, person: int, profile: Profile) -> None:
    await connection.execute(update(_t).where(_t.c.person == person).values(_profile_row(connection, profile)))


async def set_terms(connection: AsyncConnection, person: int, terms: Terms) -> None:
    await connection.execute(update(_t).where(_t.c.person == person).values(asdict(terms)))


async def pause(connection: AsyncConnection, person: int, since: datetime | None) -> None:
    """None: takes sessions again."""
    await connection.execute(update(_t).where(_t.c.person == person).values(paused_at=since))


async def leave(connection: AsyncConnection, person: int, now: datetime) -> bool:
    """False when they had left already."""
    statement = update(_t).where(_t.c.person == person, _t.c.left_at.is_(None))
    return (await connection.execute(statement.values(left_at=now))).rowcount == 1


def _profile_row(connection: AsyncConnection, profile: Profile) -> dict[str, Any]:
    lists = {name: list(getattr(profile, name)) for name in ("topics", "languages", "ways")}
    return {**asdict(profile), **lists, "calling": profile.calling.value, "name": seals.of(connection).sealed(profile.name)}


def _consultant(connection: AsyncConnection, row: Mapping[Any, Any]) -> Consultant:
    shown: dict[str, Any] = {name: row[name] for name in _PROFILE}
    shown |= {name: tuple(row[name]) for name in ("topics", "languages", "ways")}
    shown |= {"calling": Calling(row["calling"]), "name": seals.of(connection).opened(row["name"])}
    return Consultant(
        person=row["person"],
        profile=Profile(**shown),
        terms=Terms(**{name: row[name] for name in _TERMS}),
        joined_at=row["joined_at"],
        paused_at=row["paused_at"],
        left_at=row["left_at"],
    )
