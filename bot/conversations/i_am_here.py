"""Checking in with the code on the wall. The subject, if there is one, is the event on whose page it began."""

from bot.dialogue.ask import Ask
from bot.dialogue.story import AskAgain, story
from bot.questions.wall_code import code_on_the_wall
from bot.screens import passes as screens
from bot.screens.check_in_words import why_to_them
from bot.screens.screen import Screen
from bot.taps import numbered
from programme.check_in import WhyNot
from services.check_in import AlreadyIn, CheckedIn, NotIn
from services.self_check_in import CheckInHere


@story(screens.HERE, screens.i_am_here())
async def here(ask: Ask) -> CheckInHere:
    code = await code_on_the_wall(ask)
    return CheckInHere(by=ask.person.id, typed=code, event=numbered(ask.draft.subject))


@here.ends
def was_here(outcome: CheckedIn | AlreadyIn | NotIn) -> Screen | AskAgain:
    """A wrong code has been counted, and whoever misread it types once more."""
    match outcome:
        case NotIn(why=WhyNot.UNKNOWN | WhyNot.OTHER_DATE):
            return AskAgain(("code",), why_to_them(outcome))
        case _:
            return screens.here(outcome)
