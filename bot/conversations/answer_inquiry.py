"""A coordinator answers a question. The subject is its number."""

from typing import assert_never

from bot.dialogue.ask import Ask
from bot.dialogue.story import story
from bot.questions.office_words import OfficeWords
from bot.screens import answering as screens
from bot.screens.screen import Screen
from bot.taps import numbered
from services.answering import Answered, AnsweredAlready, AnswerQuestion, QuestionForOffice, QuestionGone, WholeQuestion
from services.coordinators import Forbidden
from services.saved_replies import RepliesToChoose


@story("answer_inquiry", screens.answer_a_question(), takes_a_subject=True, offers_a_person=False)
async def answer_inquiry(ask: Ask) -> AnswerQuestion | Screen:
    number = numbered(ask.draft.subject)
    if number is None:
        return screens.gone()
    found = await ask.look(QuestionForOffice(by=ask.person.id, number=number))
    saved = await ask.look(RepliesToChoose(by=ask.person.id))
    if not isinstance(found, WholeQuestion):
        return _ended(found)
    inquiry = found.inquiry
    if inquiry.answered_at is not None:
        return screens.somebody_was_faster(inquiry.id)
    answer = await ask(
        OfficeWords(
            key="answer",
            words=screens.what_do_you_answer(inquiry.id),
            quoted=screens.quoted(found),
            name=screens.your_answer(),
            saved=saved,
        )
    )
    await ask.sure(screens.shall_i_send(), yes=screens.send_it())
    return AnswerQuestion(by=ask.person.id, number=inquiry.id, answer=answer)


@answer_inquiry.ends
def question_answered(outcome: Answered | AnsweredAlready | QuestionGone | Forbidden) -> Screen:
    return _ended(outcome)


def _ended(outcome: Answered | AnsweredAlready | QuestionGone | Forbidden) -> Screen:
    match outcome:
        case Answered(number=number, live=live):
            return screens.sent(number, live=live)
        case AnsweredAlready(number=number):
            return screens.somebody_was_faster(number)
        case QuestionGone():
            return screens.gone()
        case Forbidden():
            return screens.not_yours()
        case _:
            assert_never(outcome)
