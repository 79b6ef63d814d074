"""What lies in the tables of sessions, for tests that look at all of it."""

from sqlalchemy import select

from services.office import Office
from storage import session_waits
from storage.letters.record import LetterRecord
from storage.letters.record import State as Sent
from storage.session_times import SessionTimeRecord
from storage.session_waits import SessionWait
from storage.sessions import Session, reading
from storage.tables import table_of

_times, _letters = table_of(SessionTimeRecord), table_of(LetterRecord)


async def all_sessions(office: Office) -> list[Session]:
    async with office.store.reading() as connection:
        return await reading._all(connection, reading._SHOWN.order_by(reading._t.c.id))


async def all_waits(office: Office) -> list[SessionWait]:
    """Those that have not ended."""
    async with office.store.reading() as connection:
        return await session_waits._all(connection, session_waits._SHOWN.order_by(session_waits._t.c.id))


async def all_cells(office: Office) -> set[tuple[str, int, int, int]]:
    """As (side, person, cell, session)."""
    async with office.store.reading() as connection:
        rows = await connection.execute(select(_times.c.side, _times.c.person, _times.c.cell, _times.c.session))
        return {(row.side, row.person, row.cell, row.session) for row in rows}


async def waiting_keys(office: Office) -> set[str]:
    """Of the letters about sessions that are on their way."""
    async with office.store.reading() as connection:
        keys = select(_letters.c.key).where(_letters.c.state == Sent.WAITING, _letters.c.key.startswith("session:"))
        return {key for key in await connection.scalars(keys) if key is not None}
