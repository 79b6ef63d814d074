"""The one message that tells how far it is, by itself, and what can be done in it."""

from programme.announcements import Outcome
from storage import announcement_ledger
from storage.announcement_ledger import Settled
from tests.announcements.composing import an_officer, drafts, looks


async def sends(jung, text="소식"):
    await drafts(jung, text)
    await looks(jung)
    await jung.taps("📤 Send", "📤 Yes, send it")


def live(jung):
    """The message that tells how far it is."""
    told = [m for m in jung.person.chat() if m.from_bot and not m.deleted and {"▓", "░"} & set(m.text)]
    return told[0]


async def test_one_message_is_brought_up_to_date_and_its_last_numbers_stay(town, clock, jung, owner):
    await owner.starts()
    await sends(jung)
    first = live(jung)
    assert "0 of 2" in first.text
    clock.passes(seconds=6)
    await town.does_chores()
    assert live(jung).id == first.id
    assert "100 %" in live(jung).text
    assert "✅ Arrived: 2" in live(jung).text
    assert [button.label for row in live(jung).keyboard for button in row] == ["👥 Who got it", "📣 Open the announcement"]
    edits = live(jung).edits
    clock.passes(seconds=60)
    await town.does_chores()
    assert live(jung).edits == edits


async def test_it_is_told_at_most_every_five_seconds(town, clock, jung, owner):
    await owner.starts()
    await sends(jung)
    for _ in range(4):
        clock.passes(seconds=1)
        await town.does_chores()
    assert live(jung).edits == 0


async def test_paused_gone_on_with_and_cancelled_in_two_steps(town, clock, jung, owner):
    await owner.starts()
    await drafts(jung, "소식")
    await looks(jung)
    town.bot.broadcaster.stopping = True  # nobody sends: what is asked here is what the buttons do
    await jung.taps("📤 Send", "📤 Yes, send it", "⏸ Pause sending")
    jung.sees("Paused. Nobody else gets it until you go on.", "paused")
    await jung.taps("▶️ Go on")
    jung.sees("It goes on where it was.")
    await jung.taps("⏹ Cancel it")
    jung.sees("Cancel it? 2 people have not got it yet.")
    await jung.taps("⏹ Yes, cancel it")
    jung.sees("Cancelled. 2 people do not get it any more.", "Cancelled or turned off before their turn: 2")
    owner.sees_not("소식")


async def test_it_tells_the_pace_and_the_time_left(town, clock, jung, owner):
    await owner.starts()
    await drafts(jung, "소식")
    await looks(jung)
    town.bot.broadcaster.stopping = True
    await jung.taps("📤 Send", "📤 Yes, send it")
    async with town.office.work() as work:
        [one] = await announcement_ledger.lease(work.connection, 1, most=1, until=work.now)
        await announcement_ledger.settle(work.connection, 1, [Settled(person=one.person, outcome=Outcome.BLOCKED)], work.now)
    clock.passes(seconds=6)
    await town.does_chores()
    assert "50 %" in live(jung).text
    assert "Have blocked the bot or are gone: 1" in live(jung).text


async def test_it_goes_on_after_a_restart(town, clock, jung, owner):
    await owner.starts()
    await sends(jung)
    await town.restarts()
    clock.passes(seconds=6)
    await town.does_chores()
    assert "✅ Arrived: 2" in live(jung).text


async def test_a_progress_that_was_deleted_is_not_missed(town, clock, jung, owner):
    await owner.starts()
    await sends(jung)
    jung.person.deletes(live(jung).id)
    clock.passes(seconds=6)
    await town.does_chores()
    clock.passes(seconds=6)
    await town.does_chores()
    await jung.starts()
    await jung.taps("🗂 Office", "📣 Announcements", "✅ Sent (1)", "1. 소식")
    jung.sees("✅ Arrived: 2")


async def test_two_who_press_send_send_once_and_the_second_is_told(town, jung, owner):
    lee = await an_officer(town, "Lee")
    await town.appoints(jung, lee)
    await owner.starts()
    await drafts(jung, "소식")
    await looks(jung)
    await lee.starts()
    await lee.taps("🗂 Office", "📣 Announcements", "📝 Drafts (1)", "1. 소식", "📤 Send")
    await jung.taps("📤 Send", "📤 Yes, send it")
    await lee.taps("📤 Yes, send it")
    lee.sees("It has gone out already. Nobody gets it twice.")
    assert owner.chat().count("소식") == 1


async def test_what_was_in_hand_when_it_was_cancelled_is_counted_in_the_end(town, clock, jung, owner):
    await owner.starts()
    await drafts(jung, "소식")
    await looks(jung)
    town.bot.broadcaster.stopping = True
    await jung.taps("📤 Send", "📤 Yes, send it")
    async with town.office.work() as work:
        [one] = await announcement_ledger.lease(work.connection, 1, most=1, until=work.now)
    await jung.taps("⏹ Cancel it", "⏹ Yes, cancel it")
    assert "50 %" in live(jung).text
    async with town.office.work() as work:
        await announcement_ledger.settle(work.connection, 1, [Settled(person=one.person, outcome=Outcome.BLOCKED)], work.now)
    clock.passes(seconds=6)
    await town.does_chores()
    assert "100 %" in live(jung).text
    assert "Have blocked the bot or are gone: 1" in live(jung).text
    edits = live(jung).edits
    clock.passes(seconds=60)
    await town.does_chores()
    assert live(jung).edits == edits
