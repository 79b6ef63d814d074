"""The lead answers a question about an invitation. The subject is the number of the question."""

from dataclasses import dataclass
from typing import assert_never

from bot.dialogue.ask import Ask
from bot.dialogue.story import story
from bot.dialogue.typed import Text
from bot.screens import invitation_questions as screens
from bot.screens import invitations
from bot.screens.screen import Screen
from bot.taps import numbered
from bot.words import Words
from services.invitation_questions import Answered, AnsweredBefore, AnswerInvited, QuestionOfInvited
from services.invitations import NotLead

LONGEST = 500


@dataclass(frozen=True, kw_only=True)
class Answer(Text):
    """Shows what is answered under the question."""

    quoted: Words

    def hint(self) -> Words:
        return self.quoted


@story("answer_invited", screens.answer_the_invited(), takes_a_subject=True)
async def answer_invited(ask: Ask) -> AnswerInvited | Screen:
    found = await ask.look(QuestionOfInvited(by=ask.person.id, number=numbered(ask.draft.subject)))
    if isinstance(found, NotLead):
        return invitations.not_yours()
    if found.question.answered_at is not None:
        return screens.answered_before(found.consortium.id)
    answer = await ask(
        Answer(
            key="answer",
            words=screens.what_to_answer(),
            quoted=screens.quoted(found.question.question),
            at_least=2,
            at_most=LONGEST,
            name=screens.your_answer(),
        )
    )
    await ask.sure(screens.shall_i_send(), yes=screens.send_it())
    return AnswerInvited(by=ask.person.id, number=found.question.id, answer=answer)


@answer_invited.ends
def invited_answered(outcome: Answered | AnsweredBefore | NotLead) -> Screen:
    match outcome:
        case Answered(consortium=consortium):
            return screens.answer_sent(consortium)
        case AnsweredBefore(consortium=consortium):
            return screens.answered_before(consortium)
        case NotLead():
            return invitations.not_yours()
        case _:
            assert_never(outcome)
