"""Group chats the bot is in: which consortium forms there, and which one the staff uses."""

from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Index, String, bindparam, delete, insert, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables import Table, in_both, table_of

LINKED = text("consortium IS NOT NULL")


class GroupRecord(Table):
    __tablename__ = "groups"

    chat: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)  # changes when it becomes a supergroup
    code: Mapped[str] = mapped_column(String(24), unique=True)  # names the group in its set-up link; drawn anew at every change
    language: Mapped[str] = mapped_column(String(16))
    consortium: Mapped[int | None] = mapped_column(ForeignKey("consortia.id", ondelete="SET NULL"))
    staff: Mapped[bool] = mapped_column(default=False)  # the office's own group
    forum: Mapped[bool] = mapped_column(default=False)  # has topics
    added_by: Mapped[int | None]
    added_at: Mapped[datetime]
    left_at: Mapped[datetime | None]

    __table_args__ = (Index("uq_groups_consortium", "consortium", unique=True, sqlite_where=LINKED, postgresql_where=LINKED),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A group the bot is in, or was."""

    chat: int
    code: str
    language: str
    consortium: int | None
    staff: bool
    forum: bool
    added_by: int | None
    added_at: datetime
    left_at: datetime | None


_t = table_of(GroupRecord)
_SHOWN = select(*(_t.c[field.name] for field in fields(Group)))
_here = _t.c.left_at.is_(None)
_this = _t.c.chat == bindparam("group")
_ONE = _SHOWN.where(_this)
_LOCKED = _ONE.with_for_update()
_BY_CODE = _SHOWN.where(_t.c.code == bindparam("wanted"), _here)
_LOCKED_BY_CODE = _BY_CODE.with_for_update()
_KEEP = in_both(
    lambda insert_: (statement := insert_(_t)).on_conflict_do_update(
        index_elements=["chat"],
        set_={name: statement.excluded[name] for name in ("code", "language", "consortium", "forum", "added_by", "added_at", "left_at")},
    )
)


async def find(connection: AsyncConnection, chat: int) -> Group | None:
    """Those the bot has left, too."""
    return _one((await connection.execute(_ONE, {"group": chat})).mappings().one_or_none())


async def lock(connection: AsyncConnection, chat: int) -> Group | None:
    """One deed on a group at a time, taken after the lock of a consortium, never before it. Those the bot has left, too."""
    return _one((await connection.execute(_LOCKED, {"group": chat})).mappings().one_or_none())


async def of_code(connection: AsyncConnection, code: str) -> Group | None:
    """Only one the bot is in."""
    return _one((await connection.execute(_BY_CODE, {"wanted": code})).mappings().one_or_none())


async def lock_of_code(connection: AsyncConnection, code: str) -> Group | None:
    """As `of_code` and `lock`: whoever comes second finds that the code has changed."""
    return _one((await connection.execute(_LOCKED_BY_CODE, {"wanted": code})).mappings().one_or_none())


async def of_consortium(connection: AsyncConnection, consortium: int) -> Group | None:
    """Where the consortium forms; it has at most one group."""
    found = _SHOWN.where(_t.c.consortium == consortium, _here).order_by(_t.c.chat).limit(1)
    return _one((await connection.execute(found)).mappings().one_or_none())


async def staff_chats(connection: AsyncConnection) -> frozenset[int]:
    """The groups the office itself works in."""
    return frozenset(await connection.scalars(select(_t.c.chat).where(_t.c.staff, _here)))


async def staff_forum(connection: AsyncConnection) -> Group | None:
    """Where each question to the office gets a topic of its own."""
    found = _SHOWN.where(_t.c.staff, _t.c.forum, _here).order_by(_t.c.chat).limit(1)
    return _one((await connection.execute(found)).mappings().one_or_none())


async def be_staff(connection: AsyncConnection, chat: int, *, staff: bool, forum: bool) -> None:
    """There is one at a time: the office looks into one group."""
    if staff:
        await connection.execute(update(_t).where(_t.c.staff).values(staff=False))
    await connection.execute(update(_t).where(_t.c.chat == chat).values(staff=staff, forum=forum))


async def keep(connection: AsyncConnection, group: Group) -> None:
    """The bot came, or came back: everything but `staff` is as if it were the first time."""
    await connection.execute(_KEEP[connection.dialect.name], {name: getattr(group, name) for name in (f.name for f in fields(Group))})


async def link(connection: AsyncConnection, chat: int, consortium: int | None, *, code: str) -> None:
    """`code`: the one from now on, so that no earlier set-up link of the group works any more. With a consortium inside
    `work.savepoint()`: another group may have become its own at this moment.
    """
    await connection.execute(update(_t).where(_t.c.chat == chat).values(consortium=consortium, code=code))


async def leave(connection: AsyncConnection, chat: int, now: datetime) -> None:
    await connection.execute(update(_t).where(_t.c.chat == chat).values(consortium=None, left_at=now))


async def move(connection: AsyncConnection, old: int, new: int) -> bool:
    """The group's new id; whether it was known under the old one. What it is linked with comes along."""
    row = (await connection.execute(select(_t).where(_t.c.chat == old).with_for_update())).mappings().one_or_none()
    if row is None:
        return False
    # Telegram may have told of the new chat before it told that the old one moved there.
    await connection.execute(delete(_t).where(_t.c.chat.in_((old, new))))
    await connection.execute(insert(_t).values({**row, "chat": new, "left_at": None}))
    return True


def _one(row: Any) -> Group | None:
    return None if row is None else Group(**row)
