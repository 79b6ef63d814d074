"""What people are asked when they register, and what they said. Answers lie sealed."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum

from sqlalchemy import JSON, ForeignKey, SmallInteger, String, delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from storage import seals
from storage.tables import RowId, Table, table_of


class Asked(StrEnum):
    TEXT = "text"
    CHOICE = "choice"
    YES_NO = "yes_no"


class EventQuestionRecord(Table):
    __tablename__ = "event_questions"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    event: Mapped[int] = mapped_column(ForeignKey("events.id", ondelete="CASCADE"), index=True)
    position: Mapped[int] = mapped_column(SmallInteger)
    kind: Mapped[str] = mapped_column(String(8))
    words: Mapped[dict[str, str]] = mapped_column(JSON)  # by language; Korean always
    options: Mapped[list[dict[str, str]]] = mapped_column(JSON)  # of a choice, likewise
    required: Mapped[bool]


class EventAnswerRecord(Table):
    __tablename__ = "event_answers"

    registration: Mapped[int] = mapped_column(ForeignKey("registrations.id", ondelete="CASCADE"), primary_key=True)
    question: Mapped[int] = mapped_column(ForeignKey("event_questions.id", ondelete="CASCADE"), primary_key=True)
    answer: Mapped[str]  # sealed: what was typed, the place of the option counted from 0, or 1/0


@dataclass(frozen=True, slots=True, kw_only=True)
class NewQuestion:
    kind: Asked
    words: Mapping[str, str]
    options: tuple[Mapping[str, str], ...] = ()
    required: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EventQuestion(NewQuestion):
    id: int


_t, _answers = table_of(EventQuestionRecord), table_of(EventAnswerRecord)


async def set_all(connection: AsyncConnection, event: int, questions: Sequence[NewQuestion]) -> None:
    """Only while nobody has answered: answers go with their questions."""
    await connection.execute(delete(_t).where(_t.c.event == event))
    await add(connection, event, questions, behind=0)


async def add(connection: AsyncConnection, event: int, questions: Sequence[NewQuestion], *, behind: int) -> None:
    """Behind so many that are asked already."""
    rows = [{**asdict(one), "kind": one.kind.value, "event": event, "position": place} for place, one in enumerate(questions, behind)]
    if rows:
        await connection.execute(insert(_t), rows)


async def answered(connection: AsyncConnection, event: int) -> bool:
    """Whether anybody has answered a question of it."""
    query = select(_answers.c.question).join(_t, _t.c.id == _answers.c.question).where(_t.c.event == event)
    return await connection.scalar(query.limit(1)) is not None


async def all_said(connection: AsyncConnection, event: int) -> dict[int, dict[int, str]]:
    """By registration and question, in the clear."""
    seal, found = seals.of(connection), dict[int, dict[int, str]]()
    query = select(_answers).join(_t, _t.c.id == _answers.c.question).where(_t.c.event == event)
    for row in await connection.execute(query):
        found.setdefault(row.registration, {})[row.question] = seal.opened(row.answer)
    return found


async def of_event(connection: AsyncConnection, event: int) -> list[EventQuestion]:
    shown = select(_t.c.id, _t.c.kind, _t.c.words, _t.c.options, _t.c.required)
    rows = (await connection.execute(shown.where(_t.c.event == event).order_by(_t.c.position))).mappings()
    return [EventQuestion(**{**row, "kind": Asked(row["kind"]), "options": tuple(row["options"])}) for row in rows]


async def answer(connection: AsyncConnection, registration: int, said: Mapping[int, str]) -> None:
    """By question; what was said before is gone."""
    await connection.execute(delete(_answers).where(_answers.c.registration == registration))
    seal = seals.of(connection)
    rows = [{"registration": registration, "question": number, "answer": seal.sealed(text)} for number, text in said.items()]
    if rows:
        await connection.execute(insert(_answers), rows)


async def said(connection: AsyncConnection, registration: int) -> dict[int, str]:
    """By question, in the clear."""
    seal = seals.of(connection)
    rows = await connection.execute(select(_answers).where(_answers.c.registration == registration))
    return {row.question: seal.opened(row.answer) for row in rows}
