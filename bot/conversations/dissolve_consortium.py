"""The lead dissolves a consortium, asked twice. The subject is its number."""

from typing import assert_never

from bot.dialogue.ask import Ask
from bot.dialogue.choices import yes_or_no
from bot.dialogue.story import story
from bot.questions.consortia import my_led_card
from bot.screens import consortium_card, membership_changes
from bot.screens import consortium_questions as screens
from bot.screens.screen import Screen
from services.dissolution import DissolveConsortium, Dissolved
from services.members import NotAMember, NotTheLead


@story("dissolve_consortium", screens.dissolve_a_consortium(), takes_a_subject=True)
async def dissolve_consortium(ask: Ask) -> DissolveConsortium | Screen:
    card = await my_led_card(ask)
    if isinstance(card, Screen):
        return card
    number, name = card.consortium.id, card.consortium.name
    wants = yes_or_no(
        "dissolve",
        screens.do_you_want_to_dissolve(name),
        yes=screens.go_on(),
        no=screens.keep_it(),
        why=screens.what_dissolving_means(card),
    )
    if not await ask(wants):
        return screens.kept(number)
    await ask.sure(screens.shall_i_dissolve(name), yes=screens.dissolve_it(), below=screens.cannot_be_undone())
    return DissolveConsortium(by=ask.person.id, consortium=number)


@dissolve_consortium.ends
def dissolved(outcome: Dissolved | NotAMember | NotTheLead) -> Screen:
    match outcome:
        case Dissolved(name=name):
            return membership_changes.dissolved(name)
        case NotAMember():
            return consortium_card.not_a_member()
        case NotTheLead(consortium=number):
            return consortium_card.not_the_lead(number)
        case _:
            assert_never(outcome)
