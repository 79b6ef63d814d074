"""What waits about sessions: where two sides differ, and logs that are missing, of all consultants or one's own."""

from dataclasses import dataclass
from datetime import datetime

from services.today import DISPUTES, NOTHING, OWN_LOGS, UNLOGGED, Desk, Waiting, for_today
from storage import consultants, session_overview
from storage.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class SidesDiffer:
    session: int
    starts_at: datetime
    due: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class LogMissingOf:
    """`name`: of the consultant."""

    session: int
    consultant: int
    name: str
    due: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnLogMissing:
    session: int
    due: datetime


@for_today(DISPUTES)
async def disputes(work: Work, desk: Desk, most: int) -> Waiting:
    if not desk.coordinates:
        return NOTHING
    found = await session_overview.disputed(work.connection, desk.gus, but_of=desk.person, limit=most) if most else []
    lines = [SidesDiffer(session=number, starts_at=starts_at, due=since) for number, starts_at, since in found]
    return Waiting(await session_overview.count_disputed(work.connection, desk.gus, but_of=desk.person), tuple(lines))


@for_today(UNLOGGED)
async def unlogged(work: Work, desk: Desk, most: int) -> Waiting:
    """A coordinator's own, as a consultant, stand among them."""
    if not desk.coordinates:
        return NOTHING
    found = await session_overview.without_log(work.connection, work.now, desk.gus, limit=most) if most else []
    people = await consultants.of_ids(work.connection, [person for _, _, person in found])
    lines = [
        OwnLogMissing(session=number, due=at)
        if person == desk.person
        else LogMissingOf(session=number, consultant=person, name=people[person].profile.name, due=at)
        for number, at, person in found
    ]
    return Waiting(await session_overview.count_without_log(work.connection, work.now, desk.gus), tuple(lines))


@for_today(OWN_LOGS)
async def own_logs(work: Work, desk: Desk, most: int) -> Waiting:
    """Of a consultant who does not coordinate."""
    if not desk.consultant or desk.coordinates:
        return NOTHING
    found = await session_overview.without_log_of(work.connection, desk.person, work.now)
    return Waiting(len(found), tuple(OwnLogMissing(session=number, due=at) for number, at in found[:most]))
