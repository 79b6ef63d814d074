"""The lead gives the consortium another name. The subject is its number."""

from typing import assert_never

from bot.dialogue.ask import Ask
from bot.dialogue.story import AskAgain, story
from bot.questions.consortia import my_led_card
from bot.questions.consortium_name import ConsortiumName
from bot.screens import consortium_card, membership_changes, opening
from bot.screens import consortium_questions as screens
from bot.screens.screen import Screen
from programme import consortium_names
from services.consortium_terms import RenameConsortium, Renamed
from services.members import NotAMember, NotTheLead
from services.preparing import NameIsTaken, NameTaken

NAME = "name"


@story("rename_consortium", screens.rename_a_consortium(), takes_a_subject=True)
async def rename_consortium(ask: Ask) -> RenameConsortium | Screen:
    card = await my_led_card(ask)
    if isinstance(card, Screen):
        return card
    words = screens.what_new_name(card.consortium.name)
    name: str = await ask(ConsortiumName(key=NAME, words=words))
    taken = await ask.look(NameIsTaken(round=card.consortium.round, name=name))
    if taken is not None and consortium_names.key(name) != consortium_names.key(card.consortium.name):
        free = (taken.free,) if taken.free is not None else ()
        ask.again(ConsortiumName(key=NAME, words=words, suggestions=free), opening.name_taken(taken))
    return RenameConsortium(by=ask.person.id, consortium=card.consortium.id, name=name)


@rename_consortium.ends
def renamed(outcome: Renamed | NameTaken | NotAMember | NotTheLead) -> Screen | AskAgain:
    match outcome:
        case Renamed(consortium=number, name=name):
            return membership_changes.done(screens.renamed(name), number)
        case NameTaken():
            return AskAgain((NAME,), opening.name_taken(outcome))
        case NotAMember():
            return consortium_card.not_a_member()
        case NotTheLead(consortium=number):
            return consortium_card.not_the_lead(number)
        case _:
            assert_never(outcome)
