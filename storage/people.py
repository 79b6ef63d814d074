"""People: who talks to the bot, and the desk each turn works at: the person with what lies unfinished there."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy import BigInteger, String, bindparam, exists, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from storage import drafts
from storage.drafts import Draft
from storage.tables import Table, in_both, table_of
from storage.talks import TalkRecord

if TYPE_CHECKING:
    from storage.work import Work


BEFORE_ALL = datetime(2013, 1, 1, tzinfo=UTC)


class PersonRecord(Table):
    __tablename__ = "people"

    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)  # Telegram's user id
    language: Mapped[str] = mapped_column(String(16))
    living_message: Mapped[int | None]
    asking_message: Mapped[int | None]
    active_draft: Mapped[str | None] = mapped_column(String(6))  # no foreign key: a purged draft is simply not there
    blocked: Mapped[bool] = mapped_column(default=False)
    started_at: Mapped[datetime]


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Change it with `dataclasses.replace` and hand it to `work.save_person`."""

    id: int  # Telegram's user id
    language: str
    living_message: int | None = None  # the message that is edited instead of sending a new one
    asking_message: int | None = None  # the one that brought a reply keyboard which is still there; only its delivery sets it
    active_draft: str | None = None  # the draft whose question is on the screen
    blocked: bool = False
    started_at: datetime
    talking: bool = False  # with the office, so what they type is not for the bot; read only, it follows from `storage.talks`


@dataclass(slots=True, kw_only=True)
class Desk:
    """A person and their drafts, the most recently saved first."""

    person: Person
    drafts: list[Draft] = field(default_factory=list)


_table, _talks = table_of(PersonRecord), table_of(TalkRecord)
_talking = exists().where(_talks.c.person == _table.c.id).label("talking")
_CHANGING = ("language", "living_message", "active_draft", "blocked")
# Locked until the transaction ends, always in the order of ids: of two workers with the same person the second waits, and then
# reads the drafts the first one left (which is why drafts are a statement of their own).
_LOAD = (
    select(_table, _talking)
    .where(_table.c.id.in_(bindparam("ids", expanding=True)))
    .order_by(_table.c.id)
    .with_for_update(key_share=True, of=_table)
)
_LOCK = select(_table.c.id).where(_table.c.id == bindparam("person")).with_for_update(key_share=True)
_LANGUAGES = select(_table.c.id, _table.c.language).where(_table.c.id.in_(bindparam("ids", expanding=True)))
_MEET = in_both(lambda insert: insert(_table).on_conflict_do_nothing(index_elements=["id"]))
_SAVE = in_both(
    lambda insert: (statement := insert(_table)).on_conflict_do_update(
        index_elements=["id"], set_={name: statement.excluded[name] for name in _CHANGING}
    )
)


async def desks(work: "Work", languages: Mapping[int, str]) -> dict[int, Desk]:
    """The desk of everybody named, locked; who was never seen before is made known with that language."""
    if not languages:
        return {}
    found = await _load(work.connection, languages)
    strangers = [id_ for id_ in sorted(languages) if id_ not in found]
    if strangers:
        await _meet(work.connection, {id_: languages[id_] for id_ in strangers}, work.now)
        found |= await _load(work.connection, strangers)
    for draft in await drafts.of_people(work.connection, found.keys() - set(strangers)):
        found[draft.person].drafts.append(draft)
    return found


async def _load(connection: AsyncConnection, ids: Iterable[int]) -> dict[int, Desk]:
    rows = await connection.execute(_LOAD, {"ids": list(ids)})
    return {row["id"]: Desk(person=Person(**row)) for row in rows.mappings()}


async def _meet(connection: AsyncConnection, languages: Mapping[int, str], now: datetime) -> None:
    rows = [
        {
            "id": id_,
            "language": language,
            "living_message": None,
            "asking_message": None,
            "active_draft": None,
            "blocked": False,
            "started_at": now,
        }
        for id_, language in languages.items()
    ]
    await connection.execute(_MEET[connection.dialect.name], rows)


async def lock(connection: AsyncConnection, person: int) -> None:
    """One deed of a person at a time, so that counting what they have and keeping one more cannot be overtaken. Taken before any
    consortium; rows that only refer to the person do not wait for it.
    """
    await connection.execute(_LOCK, {"person": person})


async def languages(connection: AsyncConnection, people: Collection[int]) -> dict[int, str]:
    """The language of those who ever spoke to the bot; nobody is made known, and nothing is locked."""
    if not people:
        return {}
    return {row.id: row.language for row in await connection.execute(_LANGUAGES, {"ids": list(people)})}


async def started_at(connection: AsyncConnection, person: int) -> datetime:
    """When they first spoke to the bot; Telegram's beginnings for somebody who never did."""
    return await connection.scalar(select(_table.c.started_at).where(_table.c.id == person)) or BEFORE_ALL


async def reachable(connection: AsyncConnection, people: Collection[int]) -> set[int]:
    """Those of them who ever spoke to the bot and have not blocked it: Telegram lets it write to nobody else."""
    query = select(_table.c.id).where(_table.c.id.in_(people), ~_table.c.blocked)
    return set(await connection.scalars(query)) if people else set()


async def save_all(connection: AsyncConnection, people: Sequence[Person]) -> None:
    if people:
        rows = [{name: value for name, value in asdict(person).items() if name != "talking"} for person in _in_order(people)]
        await connection.execute(_SAVE[connection.dialect.name], rows)


def _in_order(people: Sequence[Person]) -> list[Person]:
    return sorted(people, key=lambda person: person.id)
