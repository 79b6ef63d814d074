"""Consortia: shops that apply together in one round."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Index, String, delete, insert, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from programme import consortium_names
from storage.tables import RowId, Table, table_of

LONGEST_NAME = consortium_names.LONGEST
LONGEST_IDEA = 500
LONGEST_ROUND = 40
STANDING = text("dissolved_at IS NULL")


class Stage(StrEnum):
    FORMING = "forming"
    AGREED = "agreed"  # every member has confirmed the agreement as it stands
    DISSOLVED = "dissolved"


class Split(StrEnum):
    """How the own share is divided among the members."""

    EQUAL = "equal"
    BY_SHARE = "by_share"  # in proportion to the shares of the seats


class ConsortiumRecord(Table):
    __tablename__ = "consortia"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    name: Mapped[str] = mapped_column(String(LONGEST_NAME))
    name_key: Mapped[str] = mapped_column(String(LONGEST_NAME))  # for comparing: no case, no spaces, no punctuation
    track: Mapped[str] = mapped_column(String(16))
    round: Mapped[str] = mapped_column(String(LONGEST_ROUND))  # the key of the call; the track's name while no call is chosen
    call: Mapped[str | None] = mapped_column(String(48))  # "key@version" whose rules hold
    idea: Mapped[str] = mapped_column(String(LONGEST_IDEA))
    project_cost: Mapped[int | None]  # KRW, without VAT
    split: Mapped[str] = mapped_column(String(12))
    code: Mapped[str] = mapped_column(String(16), unique=True)  # names it in recruiting cards; no secret
    recruits: Mapped[bool]  # the recruiting card lets shops join
    reminded_at: Mapped[datetime | None]  # when the members were last reminded of what is missing
    opened_at: Mapped[datetime]
    agreed_at: Mapped[datetime | None]
    dissolved_at: Mapped[datetime | None]

    __table_args__ = (
        Index("uq_consortia_round_name", "round", "name_key", unique=True, sqlite_where=STANDING, postgresql_where=STANDING),
        {"sqlite_autoincrement": True},
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Consortium:
    """`call` is "key@version"; `project_cost` in KRW without VAT."""

    id: int
    name: str
    track: str
    round: str
    call: str | None
    idea: str
    project_cost: int | None
    split: Split
    code: str
    recruits: bool
    reminded_at: datetime | None
    opened_at: datetime
    agreed_at: datetime | None
    dissolved_at: datetime | None

    @property
    def stage(self) -> Stage:
        if self.dissolved_at is not None:
            return Stage.DISSOLVED
        return Stage.FORMING if self.agreed_at is None else Stage.AGREED


@dataclass(frozen=True, slots=True, kw_only=True)
class NewConsortium:
    name: str
    track: str
    round: str
    call: str | None
    idea: str
    code: str


_t = table_of(ConsortiumRecord)
_SHOWN = select(*(_t.c[field.name] for field in fields(Consortium)))


async def find(connection: AsyncConnection, number: int) -> Consortium | None:
    """Dissolved ones too."""
    return _one((await connection.execute(_SHOWN.where(_t.c.id == number))).mappings().one_or_none())


async def of_code(connection: AsyncConnection, code: str) -> Consortium | None:
    return _one((await connection.execute(_SHOWN.where(_t.c.code == code))).mappings().one_or_none())


async def of_ids(connection: AsyncConnection, numbers: Sequence[int]) -> dict[int, Consortium]:
    """Dissolved ones too."""
    rows = (await connection.execute(_SHOWN.where(_t.c.id.in_(numbers)))).mappings()
    return {row["id"]: _consortium(row) for row in rows}


async def with_cost(connection: AsyncConnection) -> list[Consortium]:
    """All that stand and have said what their project costs."""
    query = _SHOWN.where(_t.c.dissolved_at.is_(None), _t.c.project_cost.is_not(None))
    return [_consortium(row) for row in (await connection.execute(query)).mappings()]


async def keep(connection: AsyncConnection, new: NewConsortium, now: datetime) -> int:
    """Its number. Inside `work.savepoint()`: the name may be taken in its round."""
    row = {
        **asdict(new),
        "name_key": consortium_names.key(new.name),
        "split": Split.EQUAL.value,
        "recruits": True,
        "opened_at": now,
    }
    return int(await connection.scalar(insert(ConsortiumRecord).values(row).returning(_t.c.id)) or 0)


async def drop(connection: AsyncConnection, number: int) -> None:
    """One that was never shown to anybody."""
    await connection.execute(delete(ConsortiumRecord).where(_t.c.id == number))


async def name_keys(connection: AsyncConnection, round_: str, beginning: str) -> set[str]:
    """The keys of names taken in this round that begin like this one."""
    query = select(_t.c.name_key).where(
        _t.c.round == round_, _t.c.dissolved_at.is_(None), _t.c.name_key.startswith(beginning, autoescape=True)
    )
    return set(await connection.scalars(query))


async def named(connection: AsyncConnection, beginning: str, *, limit: int) -> list[Consortium]:
    """That stand and whose name begins like this key; the newest first."""
    like = _SHOWN.where(_t.c.dissolved_at.is_(None), _t.c.name_key.startswith(beginning, autoescape=True))
    rows = (await connection.execute(like.order_by(_t.c.id.desc()).limit(limit))).mappings()
    return [_consortium(row) for row in rows]


async def lock(connection: AsyncConnection, number: int) -> Consortium | None:
    """One deed on a consortium at a time (SQLite has one writer anyway). Taken before any seat, invitation or pledge of it is read, and
    before a group. Rows that only refer to it (a wish, a copy of a card) do not wait for it.
    """
    return _one((await connection.execute(_SHOWN.where(_t.c.id == number).with_for_update(key_share=True))).mappings().one_or_none())


def _one(row: Mapping[Any, Any] | None) -> Consortium | None:
    return None if row is None else _consortium(row)


def _consortium(row: Mapping[Any, Any]) -> Consortium:
    return Consortium(**{**row, "split": Split(row["split"])})


async def recruit(connection: AsyncConnection, number: int, *, on: bool) -> None:
    """Whether shops may join by the recruiting card."""
    await connection.execute(update(ConsortiumRecord).where(_t.c.id == number).values(recruits=on))
