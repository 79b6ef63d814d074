"""Somebody asks to be forgotten."""

from datetime import date

import pytest
from sqlalchemy import text

import bot.house  # noqa: F401 - all doors open
from programme.answers import Answers
from services.calls import AllCalls
from services.certificates import MyCertificates
from services.eligibility import Assessment, KeepAssessment
from services.inquiries import MyQuestions
from services.privacy import ForgetPerson
from storage import arrivals, letters
from tests.certificates.test_reminders import at, watches
from tests.inquiries.test_answering import answers
from tests.inquiries.test_asking import QUESTION, up_to_the_files
from tests.privacy.traces import everything_stored


@pytest.fixture
async def coordinator(town):
    officer = town.person("Officer")
    await officer.starts()
    await town.appoints(officer)
    return officer


async def asks_for_a_call(person) -> None:
    await up_to_the_files(person)
    await person.taps("Skip", "Call me, too")
    await person.sends("010-1234-5678")
    await person.taps("Send it")


async def is_forgotten(person) -> None:
    await person.starts()
    await person.taps("❓ Help and settings", "🔒 Privacy", "🗑 Delete my data", "Go on to deleting", "Yes, delete everything")
    person.sees("Everything is deleted.")


async def test_nothing_that_was_typed_or_shared_is_left_anywhere_in_the_database(store, owner, coordinator):
    await asks_for_a_call(owner)
    await watches(owner, "2026-12-31", shop="Unmistakable Bakery")
    await owner.taps("⏰ All reminders", "🏠 Home", "🙋 Ask a person", "Money")
    await owner.sends("An unfinished question")
    before = await everything_stored(store)
    traces = ("share one oven", "01012345678", "Unmistakable", "An unfinished question")
    assert all(trace in before for trace in traces)
    await is_forgotten(owner)
    after = await everything_stored(store)
    assert [trace for trace in traces if trace in after] == []


async def test_nor_in_messages_and_letters_that_failed(store, clock, owner):
    await owner.starts()
    me = owner.person.id
    async with store.transaction() as connection:
        await arrivals.store_all(connection, [arrivals.NewArrival(update_id=10**9, lane=me, body=b"typed and never read")], clock.now())
        await connection.execute(text("UPDATE arrivals SET state = 'dead', settled_at = received_at WHERE update_id = 1000000000"))
        lease = {"due": clock.now(), "priority": letters.Priority.REPLY, "leased_until": clock.now()}
        [letter] = await letters.post(
            connection, [letters.NewLetter(to=me, kind="reply", body={"said": "shown to nobody"}, **lease)], clock.now()
        )
        await letters.settle(connection, [letters.GivenUp(id=letter, reason="BadRequest")], clock.now())
    await is_forgotten(owner)
    after = await everything_stored(store)
    assert [trace for trace in ("typed and never read", "shown to nobody") if trace in after] == []


async def test_no_reminder_comes_after_it(town, clock, owner):
    await watches(owner, "2026-04-10")
    await is_forgotten(owner)
    await at(town, clock, days=60)
    owner.sees_not("ends on")


async def test_an_answer_on_its_way_is_taken_back_and_the_office_finds_nothing(town, clock, owner, coordinator):
    await asks_for_a_call(owner)
    clock.passes(hours=12)
    await answers(coordinator, "An answer for the morning")
    await is_forgotten(owner)
    await at(town, clock, hours=12)
    owner.sees_not("An answer for the morning")
    await coordinator.starts()
    await coordinator.taps("📨 No questions waiting")
    coordinator.sees("No question is waiting")


async def test_the_office_reading_a_forgotten_question_is_told_so(owner, coordinator):
    await asks_for_a_call(owner)
    await is_forgotten(owner)
    await coordinator.taps("✍️ Answer")
    coordinator.sees("no longer there")


async def test_a_question_that_waits_for_the_morning_does_not_reach_the_office(town, clock, owner, coordinator):
    clock.passes(hours=12)
    await asks_for_a_call(owner)
    await is_forgotten(owner)
    await at(town, clock, hours=12)
    coordinator.sees_not(QUESTION)


async def test_a_neighbour_loses_nothing(office, owner, neighbour):
    await asks_for_a_call(neighbour)
    await watches(neighbour, "2026-12-31")
    await owner.starts()
    await is_forgotten(owner)
    assert len((await office.look(MyQuestions(person=neighbour.person.id))).questions) == 1
    assert (await office.look(MyCertificates(person=neighbour.person.id))).certificates[0].expires == date(2026, 12, 31)


async def test_results_are_deleted_and_their_links_lead_nowhere(office, town, owner):
    await owner.starts()
    call = (await office.look(AllCalls()))[0]
    kept = await office.do(KeepAssessment(by=owner.person.id, call=call.key, version=call.version, answers=Answers()))
    await is_forgotten(owner)
    assert await office.look(Assessment(token=kept.token)) is None


async def test_being_forgotten_twice_changes_nothing_more(office, owner):
    await asks_for_a_call(owner)
    first = await office.do(ForgetPerson(by=owner.person.id))
    second = await office.do(ForgetPerson(by=owner.person.id))
    assert (first.questions, second.questions) == (1, 0)


async def test_the_audit_stays_and_holds_codes_only(store, owner):
    await asks_for_a_call(owner)
    await is_forgotten(owner)
    async with store.reading() as connection:
        rows = [tuple(row) for row in await connection.execute(text('SELECT did, "on", outcome, why FROM audit ORDER BY id'))]
    assert ("LeaveQuestion", "inquiry:1", "Left", "money") in rows
    assert rows[-1] == ("ForgetPerson", f"person:{owner.person.id}", "Forgotten", "")
