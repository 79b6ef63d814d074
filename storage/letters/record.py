"""The table of letters, and the values that go in and come out."""

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum
from typing import Any

from sqlalchemy import BigInteger, Index, SmallInteger, String, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables import RowId, Table


class Priority(IntEnum):
    """Who goes first. Replies and letters go at least once; a broadcast at most once."""

    REPLY = 0
    LETTER = 1
    BROADCAST = 2


class State(StrEnum):
    WAITING = "waiting"
    LEASED = "leased"
    DELIVERED = "delivered"
    BLOCKED = "blocked"
    GIVEN_UP = "given_up"
    WITHDRAWN = "withdrawn"
    UNKNOWN = "unknown"


OPEN = text("state IN ('waiting', 'leased')")
KEYED = text("state = 'waiting' AND put_off = 0 AND key IS NOT NULL")


class LetterRecord(Table):
    __tablename__ = "letters"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    chat: Mapped[int]
    kind: Mapped[str] = mapped_column(String(64))
    body: Mapped[dict[str, Any] | None]  # sealed; dropped once it is delivered or given up: it may hold what people typed
    due: Mapped[datetime]
    priority: Mapped[int] = mapped_column(SmallInteger)
    key: Mapped[str | None] = mapped_column(String(128))
    state: Mapped[str] = mapped_column(String(10))
    ready_at: Mapped[datetime]  # when it may be claimed: its due time, the time to try again, or the end of its lease
    put_off: Mapped[int] = mapped_column(SmallInteger, default=0)  # 1: was tried and goes back to the queue
    tries: Mapped[int] = mapped_column(SmallInteger, default=0)
    leased_at: Mapped[datetime | None]
    posted_at: Mapped[datetime]
    settled_at: Mapped[datetime | None]
    message_id: Mapped[int | None] = mapped_column(BigInteger)
    reason: Mapped[str | None] = mapped_column(String(200))

    __table_args__ = (
        Index("ix_letters_ready", "priority", "ready_at", "id", sqlite_where=OPEN, postgresql_where=OPEN),
        Index("ix_letters_chat", "chat", "priority", "due", "id", sqlite_where=OPEN, postgresql_where=OPEN),
        Index("ix_letters_key", "key", sqlite_where=OPEN, postgresql_where=OPEN),
        Index("uq_letters_key_chat", "key", "chat", unique=True, sqlite_where=KEYED, postgresql_where=KEYED),
        Index(
            "ix_letters_settled",
            "state",
            "settled_at",
            sqlite_where=text("settled_at IS NOT NULL"),
            postgresql_where=text("settled_at IS NOT NULL"),
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class NewLetter:
    """A letter to be posted. With `leased_until` it is already in the hands of the one who posts it (a reply)."""

    to: int  # chat id
    kind: str  # "reply", or the code of a letter
    body: dict[str, Any]
    due: datetime
    priority: Priority
    key: str | None = None  # names the occasion; a letter waiting under the same key for the same chat is replaced
    leased_until: datetime | None = None

    def written(self, now: datetime) -> "NewLetter":  # noqa: ARG002 - what `Work.post` asks of any letter
        return self


@dataclass(frozen=True, slots=True, kw_only=True)
class PostedLetter:
    id: int
    to: int
    kind: str
    body: dict[str, Any]
    due: datetime
    priority: Priority
    key: str | None
    tries: int  # failed attempts that counted
    leased_until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivered:
    """`living`: the message becomes the one that is edited from now on. `asking`: it brought a reply keyboard; `asked`: that was
    taken off. `topic`: the one it was sent into.
    """

    id: int
    message_id: int | None
    living: bool = False
    asking: bool = False
    asked: bool = False
    topic: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocked:
    """The person blocked the bot or is gone; the person is marked, too."""

    id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Again:
    id: int
    at: datetime
    counts: bool = True  # False: not the letter's fault (a 429)
    topic: int | None = None  # the one that was opened for it, before it failed
    moved_to: int | None = None  # the chat it was for is this one now


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenUp:
    id: int
    reason: str  # never what people typed
    gone: bool = False  # the message that was to be changed is no longer there


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknown:
    """Sent, but whether it arrived was never heard."""

    id: int
    reason: str


Verdict = Delivered | Blocked | Again | GivenUp | Unknown


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterBacklog:
    due: int  # should be on their way by now
    oldest_due: datetime | None
    leased: int
    later: int
    unknown: int
