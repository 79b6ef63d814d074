"""Asking a person of the office. With a subject, the number of one's own question, it asks again about that one."""

from bot.dialogue.ask import Ask
from bot.dialogue.choices import choice
from bot.dialogue.sent import Phone
from bot.dialogue.story import AskAgain, story
from bot.questions.office_question import question_and_files
from bot.questions.phone import OwnPhone
from bot.screens import inquiries as screens
from bot.screens import inquiry_questions as questions
from bot.screens.inquiry_questions import Reach
from bot.screens.screen import Screen
from bot.taps import numbered
from services.inquiries import GENERAL, MOST_OPEN, LeaveQuestion, Left, MayAsk, MyQuestion, TooManyOpen, Topic


@story("ask_office", questions.ask_a_person(), offers_a_person=False)
async def ask_office(ask: Ask) -> LeaveQuestion | Screen:
    if "question" not in ask.draft.answers and not await ask.look(MayAsk(person=ask.person.id)):
        return screens.too_many(MOST_OPEN)
    former = await ask.look(MyQuestion(person=ask.person.id, number=numbered(ask.draft.subject)))
    topic = Topic(former.topic) if former else await _topic(ask)
    question, sent = await question_and_files(ask, example=questions.an_example())
    phone = await _phone(ask)
    await ask.sure(questions.shall_i_send(), yes=questions.send_it())
    return LeaveQuestion(
        by=ask.person.id,
        topic=topic,
        question=question,
        files=sent,
        phone=phone.digits if phone else None,
        phone_verified=phone.verified if phone else False,
        follows=former.id if former else None,
    )


async def _topic(ask: Ask) -> Topic:
    return await ask(choice("topic", questions.which_topic(), GENERAL, label=screens.topic, name=questions.names("topic")))


async def _phone(ask: Ask) -> Phone | None:
    """The answer comes in the chat in any case; a call is offered beside it."""
    reach = await ask(choice("reach", questions.how_to_answer(), Reach, label=questions.reach, name=questions.names("reach")))
    if reach is Reach.CHAT:
        return None
    return await ask(OwnPhone(key="phone", words=questions.which_number(), why=questions.why_number(), name=questions.names("phone")))


@ask_office.ends
def question_left(outcome: Left | TooManyOpen) -> Screen | AskAgain:
    match outcome:
        case Left(number=number):
            return screens.receipt(number)
        case TooManyOpen(most=most):
            # Nothing typed is lost: the summary stands until one of the others has been answered.
            return AskAgain((), screens.too_many_words(most))
