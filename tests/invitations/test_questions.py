"""The invited asks first, the lead answers, and neither learns how to reach the other."""

import pytest

import bot.house  # noqa: F401 - opens every door of the house
from bot.dialogue.taps import BeginStory
from services.invitation_questions import AnsweredBefore, AnswerInvited, AskInviter
from services.invitations import NotLead
from tests.consortia.forming import opened
from tests.finder.street import opens_shop
from tests.invitations.inviting import follows, invited, invites
from tests.player import Player

QUESTION = "Who pays for the oven?"
SECRETS = ("7777", "Owner1", "Owner2")


async def asks(florist, question: str = QUESTION) -> None:
    await florist.taps("💬 Ask a question first")
    await florist.sends(question)
    await florist.taps("Send it")


async def test_question_and_answer_go_to_and_fro_by_the_bot(baker, florist):
    await florist.starts(await invites(baker))
    await asks(florist)
    florist.sees("Your question is sent.")
    baker.sees("Dalbit Flowers has a question before joining “Morning Bread”:", QUESTION)
    await baker.taps("✍️ Answer")
    baker.sees(QUESTION)
    await baker.sends("All of us, in equal parts.")
    await baker.taps("Send it")
    baker.sees("Your answer is sent.")
    florist.sees("The lead business of “Morning Bread” has answered your question:", QUESTION, "All of us, in equal parts.")
    await florist.taps("Back to the invitation")
    florist.sees("Your question:", QUESTION, "All of us, in equal parts.")
    florist.sees_button("✅ Take part")
    for person in (baker, florist):
        assert not [secret for secret in SECRETS if secret in person.chat()]


async def test_an_answered_question_is_answered_once(baker, florist):
    await florist.starts(await invites(baker))
    await asks(florist)
    letter = baker.last().id
    await baker.taps("✍️ Answer")
    await baker.sends("Yes, all of us.")
    await baker.taps("Send it")
    await baker.taps_old(letter, "✍️ Answer")
    baker.sees("has its answer already")


async def test_three_questions_wait_at_most(baker, florist):
    await florist.starts(await invites(baker))
    for number in range(3):
        await asks(florist, f"Question {number}?")
        await florist.taps("Back to the invitation")
    await asks(florist, "One more?")
    florist.sees("3 of your questions wait for an answer.")
    baker.sees_not("One more?")


async def test_markup_is_shown_as_typed(baker, florist):
    await florist.starts(await invites(baker))
    await asks(florist, "Is <b>5 & 5</b> {n} ten?")
    baker.sees("Is <b>5 & 5</b> {n} ten?")


async def test_a_resident_number_reaches_nobody(baker, florist):
    await florist.starts(await invites(baker))
    await florist.taps("💬 Ask a question first")
    await florist.sends("I am 900101-1234567, is that fine?")
    florist.sees("I never keep one")
    baker.sees_not("900101")


@pytest.fixture
async def asked(office_with_calls):
    """Person 1 leads, 2 was invited and asked, 3 has a consortium of their own."""
    office = office_with_calls
    for person in (1, 2, 3):
        await opens_shop(office, person, f"Shop {person}", serial=person)
    one = await opened(office, 1, 1)
    await opened(office, 3, 3, "Elsewhere")
    made = await invited(office, 1, one.number)
    await follows(office, 2, made)
    await office.do(AskInviter(by=2, number=made.number, question=QUESTION))
    return office


@pytest.mark.parametrize("subject", ["", "x", "999", "-1", "１", "1"])
async def test_nobody_but_the_lead_reads_or_answers(asked, subject):
    stranger = Player(asked, id=3, language="en")
    await stranger.wishes(BeginStory("answer_invited", subject))
    stranger.sees("Only the lead business")
    assert QUESTION not in stranger.text()
    assert await asked.do(AnswerInvited(by=3, number=1, answer="mine")) == NotLead()
    assert await asked.do(AnswerInvited(by=2, number=1, answer="mine")) == NotLead()


async def test_the_answer_comes_although_the_invitation_has_ended(asked, clock):
    clock.passes(days=8)
    await asked.do(AnswerInvited(by=1, number=1, answer="Sorry for the delay"))
    assert isinstance(await asked.do(AnswerInvited(by=1, number=1, answer="again")), AnsweredBefore)
