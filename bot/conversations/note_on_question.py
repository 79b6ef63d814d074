"""A note the office leaves for itself on a question. The subject is its number."""

from typing import assert_never

from bot.dialogue.ask import Ask
from bot.dialogue.story import story
from bot.dialogue.typed import text
from bot.screens import answering, office_desk
from bot.screens.screen import Screen
from bot.taps import numbered
from services.answering import QuestionForOffice, QuestionGone, WholeQuestion
from services.coordinators import Forbidden
from services.looking_after import Noted, NoteOnQuestion

LONGEST = 500


@story("note_on_question", office_desk.a_note(), takes_a_subject=True, offers_a_person=False)
async def note_on_question(ask: Ask) -> NoteOnQuestion | Screen:
    found = await ask.look(QuestionForOffice(by=ask.person.id, number=numbered(ask.draft.subject) or 0))
    if not isinstance(found, WholeQuestion):
        return answering.not_yours() if isinstance(found, Forbidden) else answering.gone()
    words = await ask(text("note", office_desk.what_to_note(found.inquiry.id), why=office_desk.why_note(), at_most=LONGEST))
    return NoteOnQuestion(by=ask.person.id, number=found.inquiry.id, words=words)


@note_on_question.ends
def noted(outcome: Noted | QuestionGone | Forbidden) -> Screen:
    match outcome:
        case Noted(number=number):
            return office_desk.noted(number)
        case QuestionGone():
            return answering.gone()
        case Forbidden():
            return answering.not_yours()
        case _:
            assert_never(outcome)
