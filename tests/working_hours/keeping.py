"""A consultant who keeps hours, and what they change, with and without the chat."""

from datetime import date

from sqlalchemy import text

from programme.cells import midnight, starts_of
from programme.hours_changes import BlockTime, Change
from services.hours_changes import ChangeHours, HoursChanged
from services.hours_preview import Preview, PreviewHours
from services.office import Office
from storage import sessions
from storage.sessions import Session
from tests.sessions.desk import DAY, YUN

NEXT = date(2026, 3, 11)


def away(first: date = DAY, last: date = DAY) -> BlockTime:
    """Whole days."""
    return BlockTime(starts_of(midnight(first)), starts_of(midnight(date.fromordinal(last.toordinal() + 1))))


async def previews(office: Office, change: Change, *, by: int = YUN, consultant: int = YUN) -> Preview:
    found = await office.look(PreviewHours(by=by, consultant=consultant, change=change))
    assert isinstance(found, Preview), found
    return found


async def seen(office: Office, change: Change, *, by: int = YUN, consultant: int = YUN, offer: bool = False) -> ChangeHours:
    """The deed as it follows from a preview of now."""
    preview = await previews(office, change, by=by, consultant=consultant)
    return ChangeHours(by=by, consultant=consultant, change=change, offer=offer, seen=preview.seen)


async def changes(office: Office, change: Change, *, by: int = YUN, consultant: int = YUN, offer: bool = False) -> HoursChanged:
    outcome = await office.do(await seen(office, change, by=by, consultant=consultant, offer=offer))
    assert isinstance(outcome, HoursChanged), outcome
    return outcome


async def session_of(office: Office, number: int) -> Session:
    async with office.store.reading() as connection:
        found = await sessions.find(connection, number)
    assert found is not None
    return found


async def waiting(office: Office, kind: str, person: int) -> int:
    """Letters of this kind that are on their way to somebody."""
    async with office.store.reading() as connection:
        query = text("SELECT count(*) FROM letters WHERE kind = :kind AND chat = :chat AND state = 'waiting'")
        return int(await connection.scalar(query, {"kind": kind, "chat": person}) or 0)
