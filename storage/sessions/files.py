"""The files that members add for the consultant."""

from dataclasses import dataclass

from sqlalchemy import ForeignKey, String, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from storage import seals
from storage.tables import RowId, Table, table_of


class SessionFileRecord(Table):
    """A file the member added for the consultant, by its Telegram id."""

    __tablename__ = "session_files"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    session: Mapped[int] = mapped_column(ForeignKey("sessions.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str] = mapped_column(String(8))  # photo, document
    file: Mapped[str]  # sealed file id
    name: Mapped[str]  # sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionFile:
    kind: str
    file: str
    name: str


_files = table_of(SessionFileRecord)


async def add_file(connection: AsyncConnection, session: int, file: SessionFile) -> None:
    seal = seals.of(connection)
    row = {"session": session, "kind": file.kind, "file": seal.sealed(file.file), "name": seal.sealed(file.name)}
    await connection.execute(insert(_files).values(row))


async def files_of(connection: AsyncConnection, session: int) -> list[SessionFile]:
    seal = seals.of(connection)
    rows = await connection.execute(select(_files).where(_files.c.session == session).order_by(_files.c.id))
    return [SessionFile(kind=row.kind, file=seal.opened(row.file), name=seal.opened(row.name)) for row in rows]
