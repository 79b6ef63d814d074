"""Who was introduced to whom, who of them would like to meet, and which two were introduced already."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations
from typing import Any

from sqlalchemy import ForeignKey, Index, SmallInteger, String, UniqueConstraint, delete, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from programme.introductions import Icebreaker, Pair
from storage.events import EventRecord
from storage.tables import RowId, Table, table_of

YES, NO = "yes", "no"


class IntroductionRecord(Table):
    """Two people, or three."""

    __tablename__ = "introductions"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    event: Mapped[int] = mapped_column(ForeignKey("events.id", ondelete="CASCADE"))
    number: Mapped[int] = mapped_column(SmallInteger)  # at this event, from 1: the sign by which they find each other
    icebreaker: Mapped[str] = mapped_column(String(12))
    made_at: Mapped[datetime]

    __table_args__ = (UniqueConstraint("event", "number"),)


class IntroductionMemberRecord(Table):
    __tablename__ = "introduction_members"

    introduction: Mapped[int] = mapped_column(ForeignKey("introductions.id", ondelete="CASCADE"), primary_key=True, autoincrement=False)
    person: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    said: Mapped[str | None] = mapped_column(String(3))  # None: no answer yet. Nobody else is told which
    said_at: Mapped[datetime | None]

    __table_args__ = (Index("ix_introduction_members_person", "person"),)


class IntroductionPairRecord(Table):
    """The same two are introduced once. The last guard, whoever pairs at the same moment. `low` is the smaller number."""

    __tablename__ = "introduction_pairs"

    low: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    high: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, index=True)
    at: Mapped[datetime]


@dataclass(frozen=True, slots=True, kw_only=True)
class Introduction:
    """`said` by person: True they would like to meet, False not, None no answer yet."""

    id: int
    event: int
    number: int
    icebreaker: Icebreaker
    said: Mapping[int, bool | None]

    def both_agree(self, one: int, other: int) -> bool:
        return bool(self.said.get(one)) and bool(self.said.get(other))

    def others(self, person: int) -> tuple[int, ...]:
        return tuple(one for one in self.said if one != person)


_t, _members, _pairs = table_of(IntroductionRecord), table_of(IntroductionMemberRecord), table_of(IntroductionPairRecord)
_events = table_of(EventRecord)
_SAID = {YES: True, NO: False, None: None}


async def keep(connection: AsyncConnection, event: int, people: Collection[int], icebreaker: Icebreaker, now: datetime) -> int:
    """Its id. Inside `work.savepoint()` and under the event's lock: the same two are introduced once."""
    number = int(await connection.scalar(select(func.coalesce(func.max(_t.c.number), 0)).where(_t.c.event == event)) or 0) + 1
    row = {"event": event, "number": number, "icebreaker": icebreaker.value, "made_at": now}
    kept = int(await connection.scalar(insert(_t).values(row).returning(_t.c.id)) or 0)
    await _bring(connection, kept, people, combinations(sorted(people), 2), now)
    return kept


async def join(connection: AsyncConnection, introduction: Introduction, person: int, now: datetime) -> None:
    """As the third. Likewise."""
    pairs = [(min(one, person), max(one, person)) for one in introduction.said]
    await _bring(connection, introduction.id, [person], pairs, now)


async def _bring(connection: AsyncConnection, number: int, people: Iterable[int], pairs: Iterable[Pair], now: datetime) -> None:
    await connection.execute(insert(_pairs), [{"low": low, "high": high, "at": now} for low, high in pairs])
    rows = [{"introduction": number, "person": person, "said": None, "said_at": None} for person in people]
    await connection.execute(insert(_members), rows)


async def find(connection: AsyncConnection, number: int) -> Introduction | None:
    found = await _all(connection, _t.c.id == number)
    return found[0] if found else None


async def of_event(connection: AsyncConnection, event: int) -> list[Introduction]:
    return await _all(connection, _t.c.event == event)


async def of_person(connection: AsyncConnection, event: int, person: int) -> list[Introduction]:
    """In the order they were made."""
    theirs = select(_members.c.introduction).where(_members.c.person == person)
    return await _all(connection, (_t.c.event == event) & _t.c.id.in_(theirs))


async def events_of(connection: AsyncConnection, person: int) -> list[int]:
    """At which this person was introduced to somebody."""
    joined = _members.join(_t, _t.c.id == _members.c.introduction)
    query = select(_t.c.event).select_from(joined).where(_members.c.person == person).distinct()
    return list(await connection.scalars(query))


async def say(connection: AsyncConnection, number: int, person: int, *, yes: bool, now: datetime) -> bool:
    """False when they have said just that already."""
    said = YES if yes else NO
    changes = (_members.c.introduction == number) & (_members.c.person == person) & (func.coalesce(_members.c.said, "") != said)
    return (await connection.execute(update(_members).where(changes).values(said=said, said_at=now))).rowcount == 1


async def met(connection: AsyncConnection, people: Collection[int]) -> set[Pair]:
    """Which of these have been introduced to each other already, at this meeting or an earlier one."""
    wanted = list(people)
    query = select(_pairs.c.low, _pairs.c.high).where(_pairs.c.low.in_(wanted), _pairs.c.high.in_(wanted))
    return {(row.low, row.high) for row in await connection.execute(query)}


async def clear_away(connection: AsyncConnection, *, ended_before: datetime, met_before: datetime) -> None:
    """Who was introduced to whom goes with the cards; that two have met stays longer, so that they are not introduced again."""
    over = select(_events.c.id).where(_events.c.ends_at < ended_before)
    await connection.execute(delete(_t).where(_t.c.event.in_(over)))
    await connection.execute(delete(_pairs).where(_pairs.c.at < met_before))


async def forget(connection: AsyncConnection, person: int) -> None:
    await connection.execute(delete(_members).where(_members.c.person == person))
    await connection.execute(delete(_pairs).where(or_(_pairs.c.low == person, _pairs.c.high == person)))


async def _all(connection: AsyncConnection, which: Any) -> list[Introduction]:
    found = (await connection.execute(select(_t.c.id, _t.c.event, _t.c.number, _t.c.icebreaker).where(which).order_by(_t.c.id))).mappings()
    rows = [dict(row) for row in found]
    members = await _said(connection, [row["id"] for row in rows])
    return [Introduction(**{**row, "icebreaker": Icebreaker(row["icebreaker"]), "said": members[row["id"]]}) for row in rows]


async def _said(connection: AsyncConnection, numbers: list[int]) -> dict[int, dict[int, bool | None]]:
    found: dict[int, dict[int, bool | None]] = {number: {} for number in numbers}
    shown = select(_members.c.introduction, _members.c.person, _members.c.said).where(_members.c.introduction.in_(numbers))
    for row in await connection.execute(shown.order_by(_members.c.introduction, _members.c.person)):
        found[row.introduction][row.person] = _SAID[row.said]
    return found
