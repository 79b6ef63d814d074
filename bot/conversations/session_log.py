"""A consultant writes the log of a session. The subject is its number."""

from typing import assert_never

from bot.dialogue.ask import Ask
from bot.dialogue.story import story
from bot.dialogue.typed import number
from bot.questions.session_words import message
from bot.screens import session_after
from bot.screens import session_log as screens
from bot.screens.screen import Screen
from bot.taps import numbered
from services.session_logs import LONGEST, LONGEST_SESSION, SHORTEST_SESSION, Logged, LogOfMine, ToLog, WriteLog, WrongLog
from services.session_outcomes import NotYet, NotYours, WasNot

USUAL = (30, 45, 60, 90)


@story("session_log", screens.write_a_log(), takes_a_subject=True, offers_a_person=False)
async def session_log(ask: Ask) -> WriteLog | Screen:
    found = await ask.look(LogOfMine(person=ask.person.id, session=numbered(ask.draft.subject) or 0))
    if not isinstance(found, ToLog):
        return session_after.refused(found)
    return await _asked(ask, found)


async def _asked(ask: Ask, found: ToLog) -> WriteLog:
    session, before = found.session, found.log
    minutes = await ask(
        number(
            "minutes",
            screens.how_long(session),
            smallest=SHORTEST_SESSION,
            largest=LONGEST_SESSION,
            suggestions=USUAL,
            counted=screens.counted_minutes,
            name=screens.names("minutes"),
        )
    )
    shared = await ask(
        message(
            "shared",
            screens.what_to_share(before),
            why=screens.who_reads_shared(session),
            at_most=LONGEST,
            optional=True,
            name=screens.names("shared"),
        )
    )
    private = await ask(
        message(
            "private",
            screens.what_to_keep(before),
            why=screens.nobody_else(),
            at_most=LONGEST,
            optional=True,
            name=screens.names("private"),
        )
    )
    await ask.sure(screens.is_it_right(), yes=screens.keep_it(), below=screens.what_it_means())
    return WriteLog(by=ask.person.id, session=session.id, minutes=minutes, shared=shared or "", private=private or "")


@session_log.ends
def logged(outcome: Logged | WrongLog | NotYours | NotYet | WasNot) -> Screen:
    match outcome:
        case Logged():
            return screens.logged(outcome)
        case WrongLog():
            return screens.wrong_log()
        case NotYours() | NotYet() | WasNot():
            return session_after.refused(outcome)
        case _:
            assert_never(outcome)
