"""Forgetting somebody who took or gave sessions: that a session was, when, about what and how long stays, to be counted; the rest goes."""

from sqlalchemy import ColumnElement, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import seals
from storage.consultant_invitations import ConsultantInvitationRecord
from storage.consultants import ConsultantRecord
from storage.privacy import NAMELESS, NOBODY
from storage.session_grants import SessionGrantRecord
from storage.session_logs import SessionLogRecord, SessionRatingRecord
from storage.session_times import SessionTimeRecord, Side
from storage.session_waits import SessionWaitRecord
from storage.sessions import SessionFileRecord, SessionRecord
from storage.tables import table_of
from storage.working_hours import BlockedTimeRecord, SpecialDayRecord, WorkingHoursRecord

_sessions, _files, _times = table_of(SessionRecord), table_of(SessionFileRecord), table_of(SessionTimeRecord)
_logs, _ratings = table_of(SessionLogRecord), table_of(SessionRatingRecord)
_waits, _grants = table_of(SessionWaitRecord), table_of(SessionGrantRecord)
_consultants, _invitations = table_of(ConsultantRecord), table_of(ConsultantInvitationRecord)
_HOURS = tuple(table_of(record) for record in (WorkingHoursRecord, SpecialDayRecord, BlockedTimeRecord))


async def forget_member(connection: AsyncConnection, person: int) -> None:
    """After their sessions have ended. What was written about them goes as well, the consultant's private note too."""
    nothing = seals.of(connection).sealed("")
    taken = select(_sessions.c.id).where(_sessions.c.person == person)
    await connection.execute(delete(_files).where(_files.c.session.in_(taken)))
    await connection.execute(update(_logs).where(_logs.c.session.in_(taken)).values(shared=nothing, private=nothing))
    await connection.execute(update(_ratings).where(_ratings.c.session.in_(taken)).values(words=nothing))
    await _free_cells(connection, Side.MEMBER, person)
    await connection.execute(delete(_waits).where(_waits.c.person == person))
    await connection.execute(delete(_grants).where(_grants.c.person == person))
    await _unname_ends(connection, person)
    await connection.execute(update(_sessions).where(_sessions.c.person == person).values(person=NOBODY, goal="", shop=None))


async def forget_consultant(connection: AsyncConnection, person: int) -> None:
    """After they have left. Their number stays with the sessions they gave; notes for the members stay theirs."""
    mine: ColumnElement[bool] = _logs.c.session.in_(select(_sessions.c.id).where(_sessions.c.consultant == person))
    await connection.execute(update(_logs).where(mine).values(private=seals.of(connection).sealed("")))
    await _free_cells(connection, Side.CONSULTANT, person)
    for table in _HOURS:
        await connection.execute(delete(table).where(table.c.consultant == person))
    await connection.execute(update(_invitations).where(_invitations.c.used_by == person).values(used_by=NOBODY))
    await _unname_ends(connection, person)
    emptied = {"name": seals.of(connection).sealed(NAMELESS), "line": "", "topics": [], "languages": [], "ways": [], "gu": ""}
    nowhere = {"place": "", "address": "", "latitude": None, "longitude": None, "link": ""}
    await connection.execute(update(_consultants).where(_consultants.c.person == person).values({**emptied, **nowhere}))


async def _free_cells(connection: AsyncConnection, side: Side, person: int) -> None:
    """Those of sessions that are over: what stood has given its time back already."""
    await connection.execute(delete(_times).where(_times.c.side == side.value, _times.c.person == person))


async def _unname_ends(connection: AsyncConnection, person: int) -> None:
    await connection.execute(update(_sessions).where(_sessions.c.ended_by == person).values(ended_by=None))
