"""What the tax office said about a business, kept for a day so that it is not asked again. Of the question only its blind index is kept."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import String, bindparam, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from storage import seals
from storage.tables import Table, in_both, table_of


class TaxAnswerRecord(Table):
    __tablename__ = "tax_answers"

    question: Mapped[str] = mapped_column(String(64), primary_key=True)  # blind index of what was asked
    answer: Mapped[str] = mapped_column(String(12))
    ended_on: Mapped[str | None] = mapped_column(String(10))  # ISO date, of a closed business
    heard_at: Mapped[datetime] = mapped_column(index=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class TaxAnswer:
    """`answer`: the value of a `storage.shops.Check`."""

    answer: str
    ended_on: date | None = None


_t = table_of(TaxAnswerRecord)
_FIND = select(_t).where(
    _t.c.question.in_(bindparam("questions", expanding=True)), _t.c.heard_at > bindparam("since", type_=_t.c.heard_at.type)
)
_KEEP = in_both(
    lambda insert: (statement := insert(_t)).on_conflict_do_update(
        index_elements=["question"], set_={name: statement.excluded[name] for name in ("answer", "ended_on", "heard_at")}
    )
)


def question(connection: AsyncConnection, *, number: str, opened_on: date, name: str) -> str:
    """The blind index of a question: the same question has the same one, and nobody can read it back."""
    return seals.of(connection).index(f"tax {number} {opened_on.isoformat()} {name}")


async def heard(connection: AsyncConnection, questions: Collection[str], since: datetime) -> dict[str, TaxAnswer]:
    if not questions:
        return {}
    rows = await connection.execute(_FIND, {"questions": list(questions), "since": since})
    return {row.question: TaxAnswer(answer=row.answer, ended_on=date.fromisoformat(row.ended_on) if row.ended_on else None) for row in rows}


async def keep(connection: AsyncConnection, asked: str, answer: TaxAnswer, now: datetime) -> None:
    ended_on = answer.ended_on.isoformat() if answer.ended_on else None
    row = {"question": asked, "answer": answer.answer, "ended_on": ended_on, "heard_at": now}
    await connection.execute(_KEEP[connection.dialect.name], row)


async def drop(connection: AsyncConnection, asked: str) -> None:
    await connection.execute(delete(_t).where(_t.c.question == asked))


async def forget(connection: AsyncConnection, before: datetime) -> int:
    """What was heard before that moment; how many."""
    return (await connection.execute(delete(_t).where(_t.c.heard_at < before))).rowcount
