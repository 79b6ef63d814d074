"""Every button tapped twice: it is done once, and what is said last is not a riddle."""

from dataclasses import replace

from programme.announcements import AnnouncementState, Outcome
from storage import announcement_amendments, arrivals
from storage.announcement_ledger import RecipientRecord
from storage.tables import table_of
from tests.announcements.composing import an_officer, drafts
from tests.announcements.sent import DESK, WORDS, announces, stands

_ledger = table_of(RecipientRecord)


async def nothing_failed(town):
    async with town.store.reading() as connection:
        assert await arrivals.dead(connection) == []


async def test_from_asking_to_sending(town, jung, owner):
    await owner.starts()
    town.office.house = replace(town.office.house, large_audience=2)
    lee = await an_officer(town, "Lee")
    await town.appoints(jung, lee)
    await drafts(jung, "소식")
    await jung.taps_twice("👁 See it as sent: 한국어")
    await jung.taps("📣 Open the announcement")
    await jung.taps_twice("🙋 Ask for approval")
    jung.sees("It waits for a second person already.")
    assert lee.chat().count("An announcement waits for a second person.") == 1
    await lee.taps("📣 Open the announcement")
    await lee.taps_twice("✅ Approve it")
    lee.sees("That is decided already", "A second person has approved it")
    assert jung.chat().count("The announcement is approved.") == 1
    town.bot.broadcaster.stopping = True
    await jung.taps("📣 Open the announcement")
    await jung.taps_twice("📤 Send")
    await jung.taps_twice("📤 Yes, send it")
    jung.sees("It is being sent already. Nobody gets it twice.")
    await jung.taps_twice("⏸ Pause sending")
    jung.sees("It is paused already.")
    await jung.taps_twice("▶️ Go on")
    jung.sees("It is being sent already.")
    await jung.taps_twice("⏹ Cancel it")
    await jung.taps_twice("⏹ Yes, cancel it")
    jung.sees("This is how it stands already: cancelled.")
    assert await stands(town.office, 1) == (AnnouncementState.CANCELLED, {Outcome.WITHDRAWN: 3})
    await nothing_failed(town)


async def test_after_it_has_gone_out(town, jung, owner, neighbour):
    for person in (owner, neighbour):
        await person.starts()
    number = await announces(town, jung)
    async with town.store.transaction() as connection:
        mine = _ledger.c.person == neighbour.person.id
        await connection.execute(_ledger.update().where(mine).values(outcome=Outcome.REFUSED.value, messages=None))
    await jung.starts()
    await jung.taps(*DESK, "👥 Who got it", "🔁 Try again (1)")
    await jung.taps_twice("🔁 Try 1 again")
    jung.sees("Nobody gets it twice.")  # it is being sent, or has gone out by then
    assert [one.chat().count(WORDS) for one in (owner, neighbour)] == [1, 2]
    await jung.taps("◀ The announcement", "🛠 Correct or withdraw", "✏️ Correct the text", f"English 1: {WORDS}")
    await jung.sends("The office moves on Monday.")
    await jung.taps_twice("✏️ Yes, correct it")
    jung.sees("Changed: 3")
    assert [one.chat().count("✏️ Corrected") for one in (owner, neighbour)] == [1, 1]
    await jung.taps("🛠 Correct or withdraw", "↩️ Withdraw it")
    await jung.taps_twice("↩️ Yes, withdraw it")
    jung.sees("The announcement is withdrawn", "Withdrawn: 3")
    async with town.office.work() as work:
        found = await announcement_amendments.of_announcement(work.connection, number, limit=9)
    assert [one.kind for one in found] == ["withdrawal", "correction"]
    await nothing_failed(town)
