"""Surveys after events: who was asked, and what was said.

An anonymous answer lies in `survey_ballots`, which knows neither a person nor a time, and whose rows are mixed anew with each that comes;
that somebody has answered lies in `survey_asked`, which knows no answer (decision 16). An answer with a name lies in `survey_answers`.
"""

import random
import secrets
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, SmallInteger, String, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from programme.surveys import NextTime, Said, Useful
from storage import seals
from storage.event_thanks import EventThanksRecord
from storage.tables import Table, in_both, table_of


class SurveyAskedRecord(Table):
    """Neither what was said nor when: only that it was."""

    __tablename__ = "survey_asked"

    event: Mapped[int] = mapped_column(ForeignKey("events.id", ondelete="CASCADE"), primary_key=True, autoincrement=False)
    person: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, index=True)
    answered: Mapped[bool]


class SurveyBallotRecord(Table):
    """Not a word of whose it is, and no time; keyed at random, so that the place of a row says nothing either."""

    __tablename__ = "survey_ballots"

    token: Mapped[str] = mapped_column(String(32), primary_key=True)
    event: Mapped[int] = mapped_column(ForeignKey("events.id", ondelete="CASCADE"), index=True)
    stars: Mapped[int] = mapped_column(SmallInteger)
    useful: Mapped[str] = mapped_column(String(8))
    next_time: Mapped[str] = mapped_column(String(12))
    words: Mapped[str]  # sealed; "" without

    __table_args__ = ({"sqlite_with_rowid": False},)


class SurveyAnswerRecord(Table):
    """With a name, as was said before it was given."""

    __tablename__ = "survey_answers"

    event: Mapped[int] = mapped_column(ForeignKey("events.id", ondelete="CASCADE"), primary_key=True, autoincrement=False)
    person: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    stars: Mapped[int] = mapped_column(SmallInteger)
    useful: Mapped[str] = mapped_column(String(8))
    next_time: Mapped[str] = mapped_column(String(12))
    words: Mapped[str]  # sealed; "" without
    at: Mapped[datetime]

    __table_args__ = (Index("ix_survey_answers_person", "person"),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered(Said):
    """`person`: None where nobody knows it."""

    words: str
    person: int | None = None


_thanks, _asked = table_of(EventThanksRecord), table_of(SurveyAskedRecord)
_ballots, _answers = table_of(SurveyBallotRecord), table_of(SurveyAnswerRecord)
_ASK = in_both(lambda insert: insert(_asked).on_conflict_do_nothing(index_elements=["event", "person"]).returning(_asked.c.person))


async def ask(connection: AsyncConnection, event: int, people: Collection[int]) -> list[int]:
    """Those of them who had not been asked before."""
    if not people:
        return []
    rows = [{"event": event, "person": person, "answered": False} for person in people]
    new = sorted(await connection.scalars(_ASK[connection.dialect.name], rows))
    await connection.execute(update(_thanks).where(_thanks.c.event == event).values(asked=_thanks.c.asked + len(new)))
    return new


async def asked(connection: AsyncConnection, event: int) -> dict[int, bool]:
    """Who was, and whether they have answered."""
    rows = await connection.execute(select(_asked.c.person, _asked.c.answered).where(_asked.c.event == event).order_by(_asked.c.person))
    return {row.person: row.answered for row in rows}


async def has_answered(connection: AsyncConnection, event: int, person: int) -> bool | None:
    """None: they were never asked."""
    mine = (_asked.c.event == event) & (_asked.c.person == person)
    return await connection.scalar(select(_asked.c.answered).where(mine))


async def mark(connection: AsyncConnection, event: int, person: int) -> bool:
    """Whoever answers does so once: True the first time. The last guard against two answers of one person."""
    first = (_asked.c.event == event) & (_asked.c.person == person) & _asked.c.answered.is_(False)
    return (await connection.execute(update(_asked).where(first).values(answered=True))).rowcount == 1


async def cast(connection: AsyncConnection, event: int, said: Said, words: str) -> None:
    """Puts an anonymous answer into the box and shakes it: all of its rows are written anew, in an order of chance and under new keys.

    So neither their places, nor the number of the transaction that wrote them, nor the time a seal bears tells which came with this
    mark. Under the event's lock.
    """
    kept = (await connection.execute(select(*_of_ballot()).where(_ballots.c.event == event))).mappings()
    rows = [*map(dict, kept), _row(said) | {"event": event, "words": _sealed(connection, words)}]
    random.SystemRandom().shuffle(rows)
    await connection.execute(delete(_ballots).where(_ballots.c.event == event))
    await connection.execute(insert(_ballots), [_anew(connection, row) for row in rows])


def _anew(connection: AsyncConnection, row: Mapping[str, Any]) -> dict[str, Any]:
    return {**row, "token": secrets.token_hex(16), "words": _sealed(connection, _opened(connection, row["words"]))}


async def keep(connection: AsyncConnection, event: int, person: int, said: Said, words: str, *, now: datetime) -> None:
    """One with a name. Inside `work.savepoint()`: there is one of each person."""
    row = _row(said) | {"event": event, "person": person, "words": _sealed(connection, words), "at": now}
    await connection.execute(insert(_answers).values(row))


async def answers_of(connection: AsyncConnection, event: int) -> list[Answered]:
    """All of them: those with a name in the order of persons, the others in none."""
    named = (await connection.execute(select(_answers).where(_answers.c.event == event).order_by(_answers.c.person))).mappings()
    found = [_answered(connection, row, row["person"]) for row in named]
    nameless = (await connection.execute(select(_ballots).where(_ballots.c.event == event).order_by(_ballots.c.token))).mappings()
    return [*found, *(_answered(connection, row, None) for row in nameless)]


async def count_of(connection: AsyncConnection, event: int) -> int:
    found = [await connection.scalar(select(func.count()).select_from(one).where(one.c.event == event)) for one in (_ballots, _answers)]
    return sum(int(number or 0) for number in found)


async def forget(connection: AsyncConnection, person: int) -> list[int]:
    """Answers with their name, and that they were asked; of which events. What they said without a name cannot be found any more."""
    events = list(await connection.scalars(select(_asked.c.event).where(_asked.c.person == person)))
    await connection.execute(delete(_answers).where(_answers.c.person == person))
    await connection.execute(delete(_asked).where(_asked.c.person == person))
    return events


def _of_ballot() -> list[Any]:
    return [column for column in _ballots.c if column.name != "token"]


def _row(said: Said) -> dict[str, Any]:
    return {"stars": said.stars, "useful": said.useful.value, "next_time": said.next_time.value}


def _sealed(connection: AsyncConnection, words: str) -> str:
    return seals.of(connection).sealed(words) if words else ""


def _opened(connection: AsyncConnection, words: str) -> str:
    return seals.of(connection).opened(words) if words else ""


def _answered(connection: AsyncConnection, row: Mapping[Any, Any], person: int | None) -> Answered:
    useful, next_time = Useful(row["useful"]), NextTime(row["next_time"])
    return Answered(stars=row["stars"], useful=useful, next_time=next_time, words=_opened(connection, row["words"]), person=person)
