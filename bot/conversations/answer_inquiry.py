"""A coordinator answers a question. The subject is its number."""

from dataclasses import dataclass
from typing import assert_never

from bot.dialogue.ask import Ask
from bot.dialogue.story import story
from bot.dialogue.typed import Text
from bot.screens import answering as screens
from bot.screens.screen import Screen
from bot.taps import numbered
from bot.words import Words
from services.answering import Answered, AnsweredAlready, AnswerQuestion, QuestionForOffice, QuestionGone, WholeQuestion
from services.coordinators import Forbidden

LONGEST = 2000


@dataclass(frozen=True, kw_only=True)
class Answer(Text):
    """Shows what is answered under the question."""

    quoted: Words

    def hint(self) -> Words:
        return self.quoted


@story("answer_inquiry", screens.answer_a_question(), takes_a_subject=True)
async def answer_inquiry(ask: Ask) -> AnswerQuestion | Screen:
    number = numbered(ask.draft.subject)
    if number is None:
        return screens.gone()
    found = await ask.look(QuestionForOffice(by=ask.person.id, number=number))
    if not isinstance(found, WholeQuestion):
        return _ended(found)
    inquiry = found.inquiry
    if inquiry.answered_at is not None:
        return screens.somebody_was_faster(inquiry.id)
    answer = await ask(
        Answer(
            key="answer",
            words=screens.what_do_you_answer(inquiry.id),
            quoted=screens.quoted(inquiry),
            name=screens.your_answer(),
            at_least=2,
            at_most=LONGEST,
        )
    )
    await ask.sure(screens.shall_i_send(), yes=screens.send_it())
    return AnswerQuestion(by=ask.person.id, number=inquiry.id, answer=answer)


@answer_inquiry.ends
def question_answered(outcome: Answered | AnsweredAlready | QuestionGone | Forbidden) -> Screen:
    return _ended(outcome)


def _ended(outcome: Answered | AnsweredAlready | QuestionGone | Forbidden) -> Screen:
    match outcome:
        case Answered(number=number):
            return screens.sent(number)
        case AnsweredAlready(number=number):
            return screens.somebody_was_faster(number)
        case QuestionGone():
            return screens.gone()
        case Forbidden():
            return screens.not_yours()
        case _:
            assert_never(outcome)
