"""What was said of a session afterwards: the consultant's log, and the member's rating."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, SmallInteger, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from storage import seals
from storage.tables import Table, in_both, table_of


class SessionLogRecord(Table):
    __tablename__ = "session_logs"

    session: Mapped[int] = mapped_column(ForeignKey("sessions.id", ondelete="CASCADE"), primary_key=True, autoincrement=False)
    minutes: Mapped[int] = mapped_column(SmallInteger)
    shared: Mapped[str]  # sealed: for the member and the office
    private: Mapped[str]  # sealed: for the consultant alone
    written_at: Mapped[datetime]


class SessionRatingRecord(Table):
    __tablename__ = "session_ratings"

    session: Mapped[int] = mapped_column(ForeignKey("sessions.id", ondelete="CASCADE"), primary_key=True, autoincrement=False)
    stars: Mapped[int] = mapped_column(SmallInteger)  # 1 to 5
    words: Mapped[str]  # sealed: for the office
    rated_at: Mapped[datetime]


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionLog:
    minutes: int
    shared: str
    private: str
    written_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionRating:
    stars: int
    words: str
    rated_at: datetime


_logs, _ratings = table_of(SessionLogRecord), table_of(SessionRatingRecord)


def _replacing(table: Any, *columns: str) -> dict[str, Any]:
    return in_both(
        lambda insert: (statement := insert(table)).on_conflict_do_update(
            index_elements=["session"], set_={name: statement.excluded[name] for name in columns}
        )
    )


_KEEP_LOG = _replacing(_logs, "minutes", "shared", "private", "written_at")
_KEEP_RATING = _replacing(_ratings, "stars", "words", "rated_at")


async def keep_log(connection: AsyncConnection, session: int, log: SessionLog) -> None:
    seal = seals.of(connection)
    row = {"session": session, "minutes": log.minutes, "shared": seal.sealed(log.shared), "private": seal.sealed(log.private)}
    await connection.execute(_KEEP_LOG[connection.dialect.name], {**row, "written_at": log.written_at})


async def log_of(connection: AsyncConnection, session: int) -> SessionLog | None:
    row = (await connection.execute(select(_logs).where(_logs.c.session == session))).mappings().one_or_none()
    if row is None:
        return None
    seal = seals.of(connection)
    return SessionLog(
        minutes=row["minutes"], shared=seal.opened(row["shared"]), private=seal.opened(row["private"]), written_at=row["written_at"]
    )


async def keep_rating(connection: AsyncConnection, session: int, rating: SessionRating) -> None:
    row = {"session": session, "stars": rating.stars, "words": seals.of(connection).sealed(rating.words), "rated_at": rating.rated_at}
    await connection.execute(_KEEP_RATING[connection.dialect.name], row)


async def rating_of(connection: AsyncConnection, session: int) -> SessionRating | None:
    row = (await connection.execute(select(_ratings).where(_ratings.c.session == session))).mappings().one_or_none()
    if row is None:
        return None
    return SessionRating(stars=row["stars"], words=seals.of(connection).opened(row["words"]), rated_at=row["rated_at"])
