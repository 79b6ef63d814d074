"""A session as it is kept. A row never changes its time: who moves a session books another one that names it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, SmallInteger, String, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables import RowId, Table

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
