"""The table of arrivals, and the values that go in and come out."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import BigInteger, ColumnElement, Index, LargeBinary, String, literal_column, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables import RowId, Table, table_of

REASON = 200  # characters kept of why an arrival failed


WAITING, SETTLED = text("state = 'waiting'"), text("state <> 'waiting'")


class ArrivalRecord(Table):
    __tablename__ = "arrivals"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    update_id: Mapped[int] = mapped_column(BigInteger, unique=True)
    lane: Mapped[int]
    body: Mapped[bytes | None] = mapped_column(LargeBinary)  # dropped when done: it is what people typed
    state: Mapped[str] = mapped_column(String(8))  # waiting, done, dead
    received_at: Mapped[datetime]
    tries: Mapped[int] = mapped_column(default=0)
    again_at: Mapped[datetime | None]
    settled_at: Mapped[datetime | None]
    reason: Mapped[str | None] = mapped_column(String(REASON))

    __table_args__ = (
        Index(
            "ix_arrivals_waiting",
            "id",
            "lane",
            "again_at",
            sqlite_where=WAITING,
            postgresql_where=WAITING,
        ),
        Index(
            "ix_arrivals_settled",
            "state",
            "settled_at",
            sqlite_where=SETTLED,
            postgresql_where=SETTLED,
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class NewArrival:
    update_id: int
    lane: int
    body: bytes  # the update as it came, JSON


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    id: int
    update_id: int
    lane: int
    body: bytes
    received_at: datetime
    tries: int  # how often it has failed so far


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrivalBacklog:
    waiting: int
    oldest: datetime | None
    dead: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadArrival:
    """Without the body: an operator sees that something failed and why, not what was typed."""

    id: int
    update_id: int
    lane: int
    received_at: datetime
    tries: int
    reason: str


_table = table_of(ArrivalRecord)


def is_(state: str) -> ColumnElement[bool]:
    return _table.c.state == literal_column(f"'{state}'")  # written out, so that the partial index fits


settled = _table.c.state != literal_column("'waiting'")  # the words of the other partial index
