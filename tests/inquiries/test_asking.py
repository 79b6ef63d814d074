"""A shop owner asks the office, from the home screen to the receipt."""

import pytest

import bot.house  # noqa: F401 - all doors open
from bot.screens import inquiries as screens
from bot.screens import inquiry_questions as questions
from bot.screens.inquiry_questions import Reach
from bot.words import t
from services.inquiries import LeaveQuestion, Topic

QUESTION = "Two of us share one oven. Do we count as one shop?"


async def up_to_the_files(person) -> None:
    await person.starts()
    await person.taps("🙋 Ask a person", "Money")
    await person.sends(QUESTION)


async def asks(person, question: str = QUESTION) -> None:
    await person.starts()
    await person.taps("🙋 Ask a person", "Money")
    await person.sends(question)
    await person.taps("Skip", "Here in this chat", "Send it")


@pytest.fixture
async def coordinator(town):
    officer = town.person("Officer")
    await officer.starts()
    await town.appoints(officer)
    return officer


async def test_a_question_gets_a_receipt_with_a_number_and_the_office_hours(owner):
    await asks(owner)
    owner.sees("with the office: No. 1", "You need not wait", "Monday to Friday, 09:00–18:00")


async def test_the_receipt_leads_to_the_question_and_home_lists_it(owner):
    await asks(owner)
    await owner.taps("See my question")
    owner.sees(QUESTION, "waiting", "Money")
    await owner.taps("🏠 Home", "📮 My questions")
    owner.sees("No. 1", "waiting", "Two of us share")


async def test_every_coordinator_gets_the_question_with_its_photos_counted(town, owner, coordinator):
    colleague = town.person("Colleague")
    await colleague.starts()
    await town.appoints(coordinator, colleague)
    await up_to_the_files(owner)
    await owner.does("sends_photo")
    await owner.does("sends_file", "plan.pdf", b"%PDF-1.4")
    await owner.taps("Done (2 sent)", "Here in this chat", "Send it")
    for officer in (coordinator, colleague):
        officer.sees("A new question: No. 1", QUESTION, "2 photos or files")
        officer.sees_button("✍️ Answer")


async def test_the_office_is_shown_the_photo_and_the_file_themselves(owner, coordinator):
    await up_to_the_files(owner)
    await owner.does("sends_photo")
    await owner.does("sends_file", "plan.pdf", b"%PDF-1.4")
    await owner.taps("Done (2 sent)", "Here in this chat", "Send it")
    before = len(coordinator.person.chat())
    await coordinator.taps("Read in full", "Show 2 photos or files")
    shown = coordinator.person.chat()[before:]
    assert [bool(m.photo) for m in shown if m.photo or m.document] == [True, False]
    coordinator.sees(QUESTION)


async def test_the_question_arrives_though_nobody_is_a_coordinator_yet(town, owner):
    await asks(owner)
    officer = town.person("Officer")
    await town.appoints(officer)
    await officer.starts()
    await officer.taps("📨 Questions waiting (1)")
    officer.sees("No. 1", "Two of us share one oven")


async def test_an_officer_who_writes_only_after_a_question_came_is_met_in_the_language_of_their_phone(town, owner):
    officer = town.person("Officer", language="en")
    await town.appoints(officer)
    await asks(owner)
    await officer.starts()
    officer.sees("What would you like to do?")


async def test_by_night_the_office_is_not_woken_but_the_receipt_comes_at_once(town, clock, owner, coordinator):
    clock.passes(hours=12)  # 22:00 in Seoul
    await asks(owner)
    owner.sees("with the office: No. 1")
    coordinator.sees_not("A new question")
    clock.passes(hours=9)
    await town.settles()
    coordinator.sees_not("A new question")
    clock.passes(hours=1)  # 08:00
    await town.settles()
    coordinator.sees("A new question: No. 1")


@pytest.mark.parametrize("sent", ["sends_sticker", "sends_voice", "sends_photo"])
async def test_anything_but_text_is_answered_kindly_where_text_is_asked(owner, sent):
    await owner.starts()
    await owner.taps("🙋 Ask a person", "Documents")
    await owner.does(sent)
    owner.sees("Please type your answer as text.", "What would you like to know?")
    await owner.sends(QUESTION)
    owner.sees("photos or files")


async def test_somebody_elses_contact_is_refused_and_ones_own_is_taken(town, owner, coordinator):
    await up_to_the_files(owner)
    await owner.taps("Skip", "Call me, too")
    await owner.does("shares_contact", own=False, phone_number="+821099998888")
    owner.sees("somebody else's number")
    await owner.does("shares_contact")
    owner.sees("please check", "Phone: 010")
    await owner.taps("Send it")
    coordinator.sees("Wants a call, too.")
    assert "010" not in coordinator.news()
    await coordinator.taps("Read in full")
    coordinator.sees("Wants a call, too: 010-", "(confirmed by Telegram)")


async def test_a_typed_number_is_marked_as_typed(owner, coordinator):
    await up_to_the_files(owner)
    await owner.taps("Skip", "Call me, too")
    await owner.sends("12345")
    owner.sees("type it like 010-1234-5678")
    await owner.sends("02-2133-5480")
    await owner.taps("Send it")
    await coordinator.taps("Read in full")
    coordinator.sees("02-2133-5480 (typed)")


async def test_a_number_taken_back_in_the_summary_is_not_passed_on(owner, coordinator):
    await up_to_the_files(owner)
    await owner.taps("Skip", "Call me, too")
    await owner.sends("010-1234-5678")
    await owner.taps("✏️ How we answer", "Here in this chat", "Send it")
    coordinator.sees("A new question: No. 1")
    coordinator.sees_not("Wants a call")
    await coordinator.taps("Read in full")
    coordinator.sees_not("010-1234-5678")


async def test_a_double_tap_on_send_leaves_one_question(town, owner):
    await up_to_the_files(owner)
    await owner.taps("Skip", "Here in this chat")
    await owner.taps_twice("Send it")
    await owner.starts()
    await owner.taps("📮 My questions")
    owner.sees("No. 1")
    owner.sees_not("No. 2")


async def test_a_restart_in_the_middle_loses_no_answer(town, owner):
    await up_to_the_files(owner)
    await town.restarts()
    await owner.taps("Skip", "Here in this chat")
    owner.sees(QUESTION)


async def test_the_sixth_open_question_is_not_begun_and_taking_one_back_makes_room(owner):
    for number in range(1, 6):
        await asks(owner, f"Question {number} of mine")
    await owner.starts()
    await owner.taps("🙋 Ask a person")
    owner.sees("5 of your questions are waiting")
    await owner.taps("📮 My questions", "No. 3 · waiting", "Take it back")
    owner.sees("No. 3 is taken back")
    await owner.taps("🙋 Ask a person", "Money")
    owner.sees("What would you like to know?")


async def test_what_was_typed_is_kept_when_there_are_too_many_in_the_meantime(office, owner):
    await up_to_the_files(owner)
    await owner.taps("Skip", "Here in this chat")
    for number in range(5):
        await office.do(LeaveQuestion(by=owner.person.id, topic=Topic.OTHER, question=f"Elsewhere {number}"))
    await owner.taps("Send it")
    owner.sees("5 of your questions are waiting", QUESTION)


async def test_a_question_taken_back_does_not_wake_the_office_in_the_morning(town, clock, owner, coordinator):
    clock.passes(hours=12)
    await asks(owner)
    await owner.taps("See my question", "Take it back")
    clock.passes(hours=11)
    await town.settles()
    coordinator.sees_not("A new question")


async def test_a_phone_that_speaks_korean_asks_and_is_answered_in_korean(sajangnim, coordinator):
    def ko(words):
        return words.in_("ko")

    await sajangnim.starts()
    await sajangnim.taps(ko(t("🙋 Ask a person")), ko(screens.topic(Topic.DOCUMENTS)))
    await sajangnim.sends("사업자등록증 사본이면 되나요?")
    await sajangnim.taps(ko(t("Skip")), ko(questions.reach(Reach.CHAT)), ko(questions.send_it()))
    sajangnim.sees(ko(screens.receipt(1).words).splitlines()[0])
    coordinator.sees("사업자등록증 사본이면 되나요?", "Documents")
