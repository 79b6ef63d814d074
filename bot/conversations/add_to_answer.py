"""A coordinator says one more thing on a question that has its answer. The subject is its number."""

from typing import assert_never

from bot.dialogue.ask import Ask
from bot.dialogue.story import story
from bot.questions.office_words import OfficeWords
from bot.screens import answering as screens
from bot.screens.screen import Screen
from bot.taps import numbered
from services.answering import AddToAnswer, Answered, QuestionForOffice, QuestionGone, WholeQuestion
from services.coordinators import Forbidden
from services.saved_replies import RepliesToChoose


@story("add_to_answer", screens.add_to_the_answer(), takes_a_subject=True, offers_a_person=False)
async def add_to_answer(ask: Ask) -> AddToAnswer | Screen:
    number = numbered(ask.draft.subject)
    found = await ask.look(QuestionForOffice(by=ask.person.id, number=number or 0))
    saved = await ask.look(RepliesToChoose(by=ask.person.id))
    if not isinstance(found, WholeQuestion):
        return screens.not_yours() if isinstance(found, Forbidden) else screens.gone()
    words = await ask(
        OfficeWords(
            key="words",
            words=screens.what_do_you_add(found.inquiry.id),
            quoted=screens.quoted(found),
            name=screens.your_answer(),
            saved=saved,
        )
    )
    await ask.sure(screens.shall_i_send(), yes=screens.send_it())
    return AddToAnswer(by=ask.person.id, number=found.inquiry.id, words=words)


@add_to_answer.ends
def added(outcome: Answered | QuestionGone | Forbidden) -> Screen:
    match outcome:
        case Answered(number=number, live=live):
            return screens.sent(number, live=live)
        case QuestionGone():
            return screens.gone()
        case Forbidden():
            return screens.not_yours()
        case _:
            assert_never(outcome)
