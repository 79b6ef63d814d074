"""The lead chooses the call under which the consortium applies. The subject is the consortium."""

from typing import assert_never

from bot.dialogue.ask import Ask
from bot.dialogue.choices import choice
from bot.dialogue.story import AskAgain, story
from bot.questions.consortia import my_led_card
from bot.screens import consortium_card
from bot.screens import consortium_questions as screens
from bot.screens.call_choice import call_gone, call_line
from bot.screens.screen import Screen
from services.chosen_call import reference
from services.consortium_terms import CallsToChoose, Choosable, ChooseCall, Chosen, NoSuchCall, ShopsPlacedElsewhere
from services.members import NotAMember, NotTheLead
from services.preparing import NameTaken

CALL = "call"


@story("choose_call", screens.choose_the_call(), takes_a_subject=True)
async def choose_call(ask: Ask) -> ChooseCall | Screen:
    card = await my_led_card(ask)
    if isinstance(card, Screen):
        return card
    number = card.consortium.id
    found = await ask.look(CallsToChoose(person=ask.person.id, consortium=number))
    if not isinstance(found, Choosable) or not found.calls:
        return screens.no_call_to_choose(number)
    call = await ask(
        choice(
            CALL,
            screens.which_call(),
            found.calls,
            label=lambda one: call_line(one, ask.now),
            token=reference,
            gone=call_gone(),
            why=screens.why_call(),
            name=screens.names("call"),
        )
    )
    await ask.sure(screens.shall_i_choose(), yes=screens.choose_it(), below=screens.what_choosing_means(card, call))
    return ChooseCall(by=ask.person.id, consortium=number, call=reference(call))


@choose_call.ends
def chosen(outcome: Chosen | NoSuchCall | NameTaken | ShopsPlacedElsewhere | NotAMember | NotTheLead) -> Screen | AskAgain:
    match outcome:
        case Chosen(consortium=number, call=call):
            return screens.chosen(number, call)
        case NoSuchCall():
            return AskAgain((CALL,), call_gone())
        case NameTaken():
            return AskAgain((CALL,), screens.name_taken_in_round(outcome))
        case ShopsPlacedElsewhere():
            return AskAgain((CALL,), screens.shops_placed_elsewhere(outcome))
        case NotAMember():
            return consortium_card.not_a_member()
        case NotTheLead(consortium=number):
            return consortium_card.not_the_lead(number)
        case _:
            assert_never(outcome)
