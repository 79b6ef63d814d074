"""Writing to the other side of a session. The subject is its number."""

from typing import assert_never

from bot.dialogue.ask import Ask
from bot.dialogue.story import story
from bot.questions.messages import Message
from bot.screens import session_messages as screens
from bot.screens.screen import Screen
from bot.taps import numbered
from services.session_messages import LONGEST_MESSAGE, Correspondence, CorrespondenceOf, NoLonger, NoSuchSession, WriteMessage, Written


@story("session_message", screens.a_message(), takes_a_subject=True)
async def session_message(ask: Ask) -> WriteMessage | Screen:
    found = await ask.look(CorrespondenceOf(person=ask.person.id, session=numbered(ask.draft.subject)))
    match found:
        case NoSuchSession():
            return screens.no_such_session()
        case NoLonger():
            return screens.no_longer(found)
        case Correspondence():
            pass
    words = await ask(
        Message(
            key="words",
            words=screens.what_to_write(found),
            why=screens.why_write(found),
            at_least=2,
            at_most=LONGEST_MESSAGE,
            name=screens.names("words"),
        )
    )
    await ask.sure(screens.shall_i_send(), yes=screens.send_it())
    return WriteMessage(by=ask.person.id, session=found.session.id, words=words)


@session_message.ends
def message_written(outcome: Written | NoLonger | NoSuchSession) -> Screen:
    match outcome:
        case Written():
            return screens.written(outcome)
        case NoLonger():
            return screens.no_longer(outcome)
        case NoSuchSession():
            return screens.no_such_session()
        case _:
            assert_never(outcome)
