"""A coordinator saves a reply that is needed often."""

from typing import assert_never

from bot.dialogue.ask import Ask
from bot.dialogue.story import AskAgain, story
from bot.dialogue.typed import text
from bot.questions.office_words import LONGEST
from bot.screens import answering, office_desk
from bot.screens.screen import Screen
from services.coordinators import Forbidden
from services.saved_replies import Saved, SavedReplies, SaveReply, TitleTaken, TooManySaved
from storage.saved_replies import LONGEST_TITLE


@story("save_reply", office_desk.new_saved_reply(), offers_a_person=False)
async def save_reply(ask: Ask) -> SaveReply | Screen:
    if isinstance(await ask.look(SavedReplies(by=ask.person.id)), Forbidden):
        return answering.not_yours()
    words = await ask(text("words", office_desk.what_to_save(), at_most=LONGEST, at_least=2, name=office_desk.names("words")))
    title = await ask(
        text("title", office_desk.which_title(), at_most=LONGEST_TITLE, example=office_desk.an_example(), name=office_desk.names("title"))
    )
    await ask.sure(office_desk.shall_i_save(), yes=office_desk.save_it())
    return SaveReply(by=ask.person.id, title=title, words=words)


@save_reply.ends
def reply_saved(outcome: Saved | TitleTaken | TooManySaved | Forbidden) -> Screen | AskAgain:
    match outcome:
        case Saved(title=title):
            return office_desk.saved(title)
        case TitleTaken(title=title):
            return AskAgain(("title",), office_desk.title_taken(title))
        case TooManySaved(most=most):
            return office_desk.too_many_saved(most)
        case Forbidden():
            return answering.not_yours()
        case _:
            assert_never(outcome)
