"""A coordinator fills in a shop for an owner who would rather tell than type. The owner confirms it through a link."""

from bot.dialogue.ask import Ask
from bot.dialogue.sealing import VALUE
from bot.dialogue.story import story
from bot.questions.shops import KEYS, last_day_of_certificate, lines_of
from bot.screens import helping as screens
from bot.screens.screen import Screen
from services.coordinators import Forbidden
from services.helping import FilledIn, FillInShop, MayHelp, TooManyOpen
from services.shops import AlreadyYours


@story("help_owner", screens.fill_in_for_an_owner())
async def help_owner(ask: Ask) -> FillInShop | Screen:
    if not await ask.look(MayHelp(person=ask.person.id)):
        return screens.not_yours()
    lines = await lines_of(ask)
    if isinstance(lines, AlreadyYours):
        return screens.already_registered()
    await last_day_of_certificate(ask, lines.kind)
    await ask.sure(screens.shall_i_make_a_link(), yes=screens.make_the_link())
    asked = {step.question.key for step in ask.path} & KEYS
    return FillInShop(by=ask.person.id, answers={key: ask.draft.answers[key][VALUE] for key in asked})


@help_owner.ends
def filled_in(outcome: FilledIn | TooManyOpen | Forbidden) -> Screen:
    match outcome:
        case FilledIn():
            return screens.link(outcome)
        case TooManyOpen(most=most):
            return screens.too_many(most)
        case Forbidden():
            return screens.not_yours()
