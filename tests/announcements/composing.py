"""What somebody of the office does to compose an announcement, in the words on the buttons."""

from tests.cast import Cast
from tests.town import Town

DESK = ("🏠 Home", "🗂 Office", "📣 Announcements")


async def an_officer(town: Town, name: str = "Jung") -> Cast:
    one = town.person(name)
    await one.starts()
    return one


async def drafts(officer: Cast, *texts: str, category: str = "Calls and results") -> None:
    await officer.starts()
    await officer.taps("🗂 Office", "📣 Announcements", "➕ New announcement", category)
    await officer.sends(*texts)
    await officer.taps(f"✅ That is all ({len(texts)})")


async def looks(officer: Cast, language: str = "한국어") -> None:
    await officer.taps(f"👁 See it as sent: {language}")
    officer.sees("Just so readers of")
    await officer.taps("📣 Open the announcement")
