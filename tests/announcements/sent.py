"""Announcements that have gone out, for what comes after."""

import io
from typing import Any

from openpyxl import load_workbook

from programme.announcements import AnnouncementState, Category, Outcome
from programme.audiences import Audience
from services.announcement_sending import BeginSending
from services.office import Office
from storage import announcement_ledger, announcements
from storage.announcements import Announcement, NewAnnouncement
from tests.agreements.agreeing import files_of
from tests.cast import Cast
from tests.town import Town

WORDS = "The office has moved."
DESK = ("🗂 Office", "📣 Announcements", "✅ Sent (1)", f"1. {WORDS}")
EVERYBODY = Audience()


def says(text: str) -> dict[str, Any]:
    return {"method": "sendMessage", "params": {"text": text}}


async def drafted(
    office: Office,
    by: int,
    parts: dict[str, Any] | None = None,
    *,
    category: Category = Category.SERVICE,
    audience: Audience = EVERYBODY,
    buttons: Any = (),
) -> int:
    said = parts or {"en": [says(WORDS)]}
    new = NewAnnouncement(category=category, parts=said, buttons=list(buttons), audience=audience, digest="as seen")
    async with office.work() as work:
        return await announcements.keep(work.connection, new, by=by, now=work.now)


async def begins(office: Office, by: int, number: int) -> Any:
    return await office.do(BeginSending(by=by, announcement=number, seen="as seen"))


async def announces(town: Town, by: Cast, parts: dict[str, Any] | None = None, **more: Any) -> int:
    """Sent to everybody, to the end."""
    number = await drafted(town.office, by.person.id, parts, **more)
    await begins(town.office, by.person.id, number)
    await town.settles()
    return number


async def of(office: Office, number: int) -> Announcement:
    async with office.work() as work:
        found = await announcements.find(work.connection, number)
    assert found is not None
    return found


async def stands(office: Office, number: int) -> tuple[AnnouncementState, dict[Outcome, int]]:
    async with office.work() as work:
        counts = await announcement_ledger.counts(work.connection, number)
    return (await of(office, number)).state, {outcome: n for outcome, n in counts.items() if n}


def file_of(town: Town, person: Cast) -> tuple[str, dict[str, list[list[Any]]]]:
    """The newest file in the chat: its name, and the rows of each sheet."""
    name, content = files_of(town, person)[-1]
    book = load_workbook(io.BytesIO(content))
    return name, {sheet.title: [[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in book}
