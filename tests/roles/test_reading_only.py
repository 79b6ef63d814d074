"""An auditor sees the office with figures, people and the record, and nothing else of it."""

import bot.house  # noqa: F401 - all doors open
from bot.screens.announcement_taps import ShowShelf
from bot.screens.export_taps import File, TakeFile
from bot.screens.office_taps import ShowOffice
from bot.screens.session_overview_taps import ShowUnlogged
from programme.announcements import AnnouncementState
from programme.rights import Role
from services.announcement_shelves import Shelf
from storage import announcements
from tests.player import Player
from tests.today.desks import holds
from tests.today.test_announcements import stands


async def auditor(office):
    await holds(office, 44, Role.AUDITOR, name="Reader")
    one = Player(office, id=44)
    await one.commands("start")
    return one


async def test_the_office_of_an_auditor(office_with_calls):
    one = await auditor(office_with_calls)
    await one.taps("🗂 Office")
    assert "it changes nothing" in one.text()
    assert one.labels() == [
        "📊 Sessions and hours",
        "📊 Participation of the year",
        "📣 Announcements",
        "👥 People of the office",
        "📜 Record",
        "🏠 Home",
    ]


async def test_the_figures_lead_nowhere_else(office_with_calls):
    one = await auditor(office_with_calls)
    await one.taps("🗂 Office", "📊 Sessions and hours")
    assert [label for label in one.labels() if label.startswith(("📥", "➕", "⚖️", "📝", "◀ Consultants"))] == []
    await one.taps("◀ The office", "📊 Participation of the year")
    assert "Participation 2026" in one.text()
    assert "🎫 All dates" not in one.labels()
    await one.wishes(ShowOffice())
    await one.taps("👥 People of the office", "Auditor: Reader (you)")
    assert "🚫 Take the role away" not in one.labels()
    await one.taps("👣 What they did")
    assert "Who: Reader" in one.text()


async def test_announcements_are_read_and_nothing_is_offered_that_would_be_refused(office_with_calls):
    office = office_with_calls
    one = await auditor(office)
    for state in (AnnouncementState.ASKED, AnnouncementState.SENDING):
        await stands(office, state)
    async with office.work() as work:
        await announcements.note(work.connection, 2, started_at=work.now)
    await one.taps("🗂 Office", "📣 Announcements")
    assert "➕ New announcement" not in one.labels()
    await one.wishes(ShowShelf(Shelf.ASKED))
    await one.taps("1. Markets open")
    assert one.labels() == ["👁 See it as sent: English", "📣 All announcements", "📜 Record", "🏠 Home"]
    assert "Your role does not reach" not in one.text()
    await one.taps("📣 All announcements")
    await one.wishes(ShowShelf(Shelf.SENDING))
    await one.taps("2. Markets open")
    assert one.labels() == ["👥 Who got it", "📣 All announcements", "🏠 Home"]


async def test_the_rest_is_kept_from_them(office_with_calls):
    one = await auditor(office_with_calls)
    await one.wishes(ShowUnlogged())
    assert "Only the coordinators" in one.text()
    for what in (File.SESSIONS, File.REGISTRATIONS, File.SURVEY):
        await one.wishes(TakeFile(what, 1))
        assert one.screen is not None
        assert one.screen.documents == ()
