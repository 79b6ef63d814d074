"""A quick question to the tax and accounting desk. The subject is its topic."""

from bot.dialogue.ask import Ask
from bot.dialogue.story import AskAgain, story
from bot.questions.office_question import question_and_files
from bot.screens import desk as screens
from bot.screens import inquiries
from bot.screens.screen import Screen
from programme.topics import DESK
from programme.topics import Topic as Subject
from services.inquiries import MOST_OPEN, LeaveQuestion, Left, MayAsk, TooManyOpen, Topic


@story(screens.STORY, screens.title(), takes_a_subject=True, offers_a_person=False)
async def ask_desk(ask: Ask) -> LeaveQuestion | Screen:
    if ask.draft.subject not in DESK:
        return screens.no_such_desk()
    if "question" not in ask.draft.answers and not await ask.look(MayAsk(person=ask.person.id)):
        return inquiries.too_many(MOST_OPEN)
    question, sent = await question_and_files(ask, example=screens.an_example())
    await ask.sure(screens.shall_i_send(), yes=screens.send_it(), below=screens.who_reads(Subject(ask.draft.subject)))
    return LeaveQuestion(by=ask.person.id, topic=Topic(ask.draft.subject), question=question, files=sent)


@ask_desk.ends
def question_left(outcome: Left | TooManyOpen) -> Screen | AskAgain:
    match outcome:
        case Left(number=number, topic=topic):
            return screens.receipt(number, Subject(topic.value))
        case TooManyOpen(most=most):
            return AskAgain((), inquiries.too_many_words(most))
