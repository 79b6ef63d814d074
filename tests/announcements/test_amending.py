"""What has gone out is corrected where it stands, or withdrawn: on every phone, and nowhere twice."""

from dataclasses import replace

import pytest

from programme.announcements import AnnouncementState
from services.announcement_amending import CorrectWords, NobodySecond, NothingToAmend, SecondAsked, TooLong, WithdrawAnnouncement
from services.announcement_amendment_approval import ApproveAmendment, OwnWish
from services.announcement_amendment_running import AmendmentBegun
from services.announcement_amendment_steering import StopAmendment, Stopped
from services.announcement_deeds import ChangedMeanwhile, NotNow
from services.announcement_retrying import BeingAmended, RetryFailed
from services.coordinators import Forbidden
from storage import announcement_amended, announcement_amendments, announcements
from storage.announcement_amended import AmendedRecord, Amends
from storage.announcement_amendments import AmendmentRecord, AmendmentState
from storage.tables import table_of
from tests.announcements.composing import an_officer
from tests.announcements.sent import DESK, WORDS, announces, begins, drafted, of, says
from tests.announcements.test_weather import moves_in

NEW = "The office moves on Monday."
BOLD = [{"type": "bold", "offset": 0, "length": 3}]


def corrects(number, by, *, text=NEW, place=0, language="en", entities=(), seen="as seen"):
    return CorrectWords(by=by.person.id, announcement=number, language=language, place=place, text=text, entities=entities, seen=seen)


async def does(town, deed):
    outcome = await town.office.do(deed)
    await town.settles()
    return outcome


async def counts(town, amendment=1):
    async with town.office.work() as work:
        found = await announcement_amended.counts(work.connection, amendment)
        one = await announcement_amendments.find(work.connection, amendment)
    assert one is not None
    return one.state, {outcome: n for outcome, n in found.items() if n}


def texts(person):
    return [message.text for message in person.person.chat() if message.from_bot and not message.deleted]


async def test_a_text_is_corrected_in_the_chat_with_a_mark_its_time_and_its_buttons(town, jung, owner, sajangnim):
    for person in (owner, sajangnim):
        await person.starts()
    parts = {"en": [says(WORDS)], "ko": [says("사무국이 이사했어요.")]}
    await announces(town, jung, parts, buttons=[{"label": {"en": "Book now"}, "leads": "booking"}])
    await jung.starts()
    await jung.taps(
        *DESK[:-1], "1. The office has moved.", "🛠 Correct or withdraw", "✏️ Correct the text", "English 1: The office has moved."
    )
    jung.sees("What should it say instead?", "The office has moved.")
    await jung.does("sends_formatted", "The office moves on <b>Monday</b>.")
    jung.sees("Shall it be changed on the phones of 2 people?", "Monday")
    before = len(owner.person.chat())
    await jung.taps("✏️ Yes, correct it")
    jung.sees("The announcement is corrected", "Changed: 2")
    changed = next(m for m in owner.person.chat() if m.from_bot and "Monday" in m.text)
    assert changed.html.startswith("The office moves on <b>Monday</b>.\n\n<i>✏️ Corrected (")
    assert [button.label for row in changed.keyboard for button in row] == ["Book now"]
    assert len(owner.person.chat()) == before
    await jung.taps("🛠 Correct or withdraw", "🕘 What was changed")
    jung.sees("corrected, English (done)", "Before:\nThe office has moved.", "After:\nThe office moves on Monday.")
    assert "사무국이 이사했어요." in texts(sajangnim)


async def test_whoever_reads_it_later_gets_the_corrected_words_and_what_it_said_is_kept(town, jung, owner):
    await owner.starts()
    number = await announces(town, jung)
    assert await does(town, corrects(number, jung)) == AmendmentBegun(1, 2)
    one = await of(town.office, number)
    assert one.parts["en"] == [says(NEW)]
    assert one.corrected_at is not None
    async with town.office.work() as work:
        [kept] = await announcement_amendments.of_announcement(work.connection, number, limit=9)
    assert (kept.before, kept.after, kept.asked_by) == (says(WORDS), says(NEW), jung.person.id)
    assert await does(town, corrects(number, jung)) == ChangedMeanwhile()
    assert await does(town, corrects(number, jung, seen=one.digest)) == NothingToAmend()


async def test_only_the_part_that_changed_is_edited_and_captions_are_corrected_too(town, jung, owner):
    await owner.starts()
    await owner.does("sends_photo")
    photo = owner.my_last().json["photo"][-1]["file_id"]
    poster = {"method": "sendPhoto", "params": {"photo": photo, "caption": "A poster"}}
    album = {"method": "sendMediaGroup", "params": {"media": [{"type": "photo", "media": photo, "caption": c} for c in ("", "Second", "")]}}
    number = await announces(town, jung, {"en": [album, poster, says(WORDS)]})
    await does(town, corrects(number, jung, text="A better poster", place=1))
    one = await of(town.office, number)
    await does(town, corrects(number, jung, text="The second", place=0, seen=one.digest))
    shown = texts(owner)[-5:]
    assert shown[0] == shown[2] == ""
    assert shown[1].startswith("The second\n\n✏️ Corrected")
    assert shown[3].startswith("A better poster\n\n✏️ Corrected")
    assert shown[4] == WORDS
    assert owner.person.id not in [call.params["chat_id"] for call in town.emulator.calls_of("editMessageText")]


@pytest.mark.parametrize(("hours", "left"), [(1, []), (49, ["↩️ The office has withdrawn this announcement. Please disregard it."])])
async def test_what_is_withdrawn_is_deleted_or_says_so_when_it_is_too_old(town, jung, owner, clock, hours, left):
    await owner.starts()
    before = texts(owner)
    number = await announces(town, jung)
    clock.passes(hours=hours)
    await jung.starts()
    await jung.taps(*DESK[:-1], "1. The office has moved.", "🛠 Correct or withdraw", "↩️ Withdraw it")
    jung.sees("Withdraw it from 2 people?", "older than 48 hours")
    await jung.taps("↩️ Yes, withdraw it")
    assert texts(owner) == [*before, *left]
    assert await counts(town) == (AmendmentState.DONE, {Amends.DONE: 2})
    assert (await of(town.office, number)).withdrawn_at is not None


async def test_a_picture_too_old_to_be_deleted_stays_and_is_counted(town, jung, owner, clock):
    await owner.starts()
    await owner.does("sends_photo")
    poster = {"method": "sendPhoto", "params": {"photo": owner.my_last().json["photo"][-1]["file_id"], "caption": "A poster"}}
    number = await announces(town, jung, {"en": [poster]})
    clock.passes(hours=49)
    await does(town, WithdrawAnnouncement(by=jung.person.id, announcement=number, seen="as seen"))
    assert texts(owner)[-1].startswith("↩️ The office has withdrawn")
    assert await counts(town) == (AmendmentState.DONE, {Amends.FAILED: 2})


async def test_messages_deleted_unchanged_or_out_of_reach_are_each_counted_for_what_they_are(town, jung, owner, neighbour, sajangnim):
    for person in (owner, neighbour, sajangnim):
        await person.starts()
    number = await announces(town, jung)
    mine = owner.last().id
    town.emulator.deletes(town.emulator.chats[owner.person.id], [town.emulator.chats[owner.person.id].messages[mine]])
    neighbour.person.blocks()
    assert await does(town, corrects(number, jung)) == AmendmentBegun(1, 4)
    assert await counts(town) == (AmendmentState.DONE, {Amends.DONE: 2, Amends.GONE: 1, Amends.BLOCKED: 1})
    async with town.office.work() as work:  # as after a kill: all of it once more
        await work.connection.execute(table_of(AmendedRecord).update().values(outcome=Amends.WAITING.value))
        await work.connection.execute(table_of(AmendmentRecord).update().values(state=AmendmentState.RUNNING.value))
    await town.settles()
    assert await counts(town) == (AmendmentState.DONE, {Amends.DONE: 2, Amends.GONE: 1, Amends.BLOCKED: 1})
    assert texts(sajangnim)[-1].count("✏️") == 1


async def test_whoever_was_in_hand_when_a_process_was_killed_is_done_again(town, jung, owner, clock):
    await owner.starts()
    number = await announces(town, jung)
    await town.closes()
    await town.office.do(corrects(number, jung))
    async with town.office.work() as work:
        one = await announcement_amendments.find(work.connection, 1)
        assert one is not None
        assert len(await announcement_amended.lease(work.connection, one, most=1, until=clock.now())) == 1
    await town.opens()
    await town.does_chores()
    assert await counts(town) == (AmendmentState.DONE, {Amends.DONE: 2})


async def test_while_it_is_put_right_nothing_else_begins_and_it_can_be_stopped(town, jung, owner):
    await owner.starts()
    number = await announces(town, jung)
    await town.closes()
    assert await town.office.do(corrects(number, jung)) == AmendmentBegun(1, 2)
    digest = (await of(town.office, number)).digest
    assert await town.office.do(corrects(number, jung, text="Other", seen=digest)) == BeingAmended()
    assert await town.office.do(RetryFailed(by=jung.person.id, announcement=number, retries=0, unknown=False)) == BeingAmended()
    assert await town.office.do(StopAmendment(by=jung.person.id, amendment=1)) == Stopped(2)
    await town.opens()
    await town.settles()
    assert WORDS in texts(owner)


async def test_where_many_have_it_a_second_person_says_yes_to_the_exact_text(town, jung, owner):
    await owner.starts()
    number = await announces(town, jung)
    town.office.house = replace(town.office.house, large_audience=2)
    assert await does(town, corrects(number, jung)) == NobodySecond()
    lee = await an_officer(town, "Lee")
    await town.appoints(jung, lee)
    assert await does(town, corrects(number, jung)) == SecondAsked(1, 1)
    lee.sees("A correction waits for a second person")
    assert WORDS in texts(owner)
    assert await does(town, ApproveAmendment(by=jung.person.id, amendment=1)) == OwnWish()
    await lee.taps("🛠 Correct or withdraw", "👁 See what it is to be")
    lee.sees(NEW)
    await lee.taps("◀ Correct or withdraw", "✅ Approve it")
    assert WORDS not in texts(owner)
    assert texts(owner)[-1].startswith(NEW)


async def test_what_was_approved_when_it_went_out_needs_a_second_person_however_few_have_it(town, jung):
    number = await announces(town, jung)
    async with town.office.work() as work:
        await announcements.note(work.connection, number, approved_by=1)
    assert await does(town, WithdrawAnnouncement(by=jung.person.id, announcement=number, seen="as seen")) == NobodySecond()


async def test_only_who_may_announce_there_puts_right_and_only_what_has_gone_out(town, jung, owner):
    await owner.starts()
    number = await announces(town, jung)
    assert await does(town, corrects(number, owner)) == Forbidden()
    assert await does(town, corrects(number, jung, text="x" * 4090)) == TooLong(4036)
    draft = await drafted(town.office, jung.person.id)
    assert await does(town, corrects(draft, jung)) == NotNow(AnnouncementState.DRAFT)
    await does(town, WithdrawAnnouncement(by=jung.person.id, announcement=number, seen="as seen"))
    assert await does(town, corrects(number, jung)) == NothingToAmend()


async def test_what_is_wrong_is_set_right_while_something_long_goes_out(town, jung, owner):
    await owner.starts()
    wrong = await announces(town, jung)
    crowd = await moves_in(town, 40)
    await town.restarts(sends_per_second=10)
    number = await drafted(town.office, jung.person.id, {"en": [says("To everybody")]})
    await begins(town.office, jung.person.id, number)

    def got_it():
        return sum(message.text == "To everybody" for person in crowd for message in person.chat())

    assert await town.emulator.until(got_it)
    await town.office.do(corrects(wrong, jung))
    assert await town.emulator.until(lambda: any(text.startswith(NEW) for text in texts(owner)))
    assert got_it() < 35
    await town.settles()
    assert got_it() == 40
    assert await counts(town) == (AmendmentState.DONE, {Amends.DONE: 2})


async def opens_correction(jung):
    await jung.starts()
    await jung.taps(*DESK, "🛠 Correct or withdraw", "✏️ Correct the text", f"English 1: {WORDS}")


async def test_marks_typed_in_a_correction_are_asked_about_and_read(town, jung, owner):
    await owner.starts()
    await announces(town, jung)
    await opens_correction(jung)
    await jung.sends("The office moves on **Monday")
    jung.sees("Shall it be changed")
    await jung.taps("✏️ New text")
    await jung.sends("The office moves on <b>Monday.")
    jung.sees("Are they meant as formatting?")
    await jung.taps("🅱 As formatting")
    jung.sees("“<b>” is never closed")
    await jung.sends("The office moves on **Monday**.")
    await jung.taps("🅱 As formatting", "✏️ Yes, correct it")
    await town.settles()
    assert owner.last().html.startswith("The office moves on <b>Monday</b>.")


async def test_marks_in_a_correction_may_be_meant_as_typed(town, jung, owner):
    await owner.starts()
    await announces(town, jung)
    await opens_correction(jung)
    await jung.sends("Learn <b>tags</b> with us.")
    await jung.taps("🔤 Exactly as typed", "✏️ Yes, correct it")
    await town.settles()
    assert owner.last().text.startswith("Learn <b>tags</b> with us.")


async def test_that_formatting_gets_lost_is_said_before_it_is_corrected(town, jung, owner):
    await owner.starts()
    await announces(town, jung, {"en": [{"method": "sendMessage", "params": {**says(WORDS)["params"], "entities": BOLD}}]})
    await opens_correction(jung)
    await jung.sends("The office moves on Monday.")
    jung.sees("has formatting or links; the new one has none")
    await jung.taps("✏️ New text")
    await jung.does("sends_formatted", "The <b>office</b> moves on Monday.")
    jung.sees_not("has formatting or links")


async def test_a_text_that_nobody_has_read_is_not_offered(town, jung, sajangnim):
    await sajangnim.starts()
    await announces(town, jung, {"en": [says(WORDS)], "fr": [says("Le bureau a déménagé.")]})
    await jung.starts()
    await jung.taps(*DESK, "🛠 Correct or withdraw", "✏️ Correct the text")
    jung.sees_button(f"English 1: {WORDS}")
    assert not [label for label in jung.labels() if "Le bureau" in label]


async def test_what_is_withdrawn_says_so_to_the_office(town, jung, owner):
    await owner.starts()
    await announces(town, jung)
    await jung.starts()
    await jung.taps(*DESK, "🛠 Correct or withdraw", "↩️ Withdraw it", "↩️ Yes, withdraw it")
    await town.settles()
    assert "It is being withdrawn from 2 people." in jung.chat()
    jung.sees("The announcement is withdrawn.", "✅ Withdrawn: 2")
    await jung.starts()
    await jung.taps(*DESK[:3])
    jung.sees("sent, withdrawn")
    await jung.taps(DESK[3])
    jung.sees("Announcement 1 · sent, withdrawn")
