"""A coordinator makes known that the selection of a round is out. The subject is the key of the call."""

from typing import assert_never

from bot.dialogue.ask import Ask
from bot.dialogue.choices import choice
from bot.dialogue.story import story
from bot.dialogue.typed import day, text
from bot.questions.web_link import web_link
from bot.screens import notice_questions as notice_screens
from bot.screens import result_questions as screens
from bot.screens.screen import Screen
from services.coordinators import Forbidden
from services.window_notices import NothingToTell, ResultsTold, RoundsToTell, TellableRounds, TellResults, ToldAlready


@story("tell_results", screens.results_are_out(), takes_a_subject=True, offers_a_person=False)
async def tell_results(ask: Ask) -> TellResults | Screen:
    rounds = await ask.look(RoundsToTell(by=ask.person.id, call=ask.draft.subject))
    if not isinstance(rounds, TellableRounds):
        return _ended(rounds)
    if not rounds.closed:
        return screens.nothing_to_tell()
    number = await ask(choice("round", screens.which_round(), rounds.closed, label=screens.round_name, name=screens.names("round")))
    on = await ask(day("on", screens.selected_on(), ask.today, latest=ask.today, suggestions=(ask.today,), name=screens.names("on")))
    words = await ask(text("text", screens.what_to_say(), at_most=notice_screens.LONGEST_TEXT, optional=True, name=screens.names("text")))
    link = await ask(web_link("link", screens.where_it_stands(), optional=True, name=screens.names("link")))
    await ask.sure(screens.shall_i_tell(), yes=screens.tell_them(), below=screens.to_whom())
    return TellResults(by=ask.person.id, call=ask.draft.subject, round=number, on=on, text_ko=words or "", link=link or "")


@tell_results.ends
def told(outcome: ResultsTold | ToldAlready | NothingToTell | Forbidden) -> Screen:
    return _ended(outcome)


def _ended(outcome: ResultsTold | ToldAlready | NothingToTell | Forbidden) -> Screen:
    match outcome:
        case ResultsTold(notice=notice):
            return screens.told(notice)
        case ToldAlready(round=number):
            return screens.told_already(number)
        case NothingToTell():
            return screens.nothing_to_tell()
        case Forbidden() as refused:
            return notice_screens.not_yours(refused)
        case _:
            assert_never(outcome)
