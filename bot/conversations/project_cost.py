"""The lead sets what the joint project costs. The subject is the consortium."""

from typing import assert_never

from bot.dialogue.ask import Ask
from bot.dialogue.story import story
from bot.dialogue.typed import money
from bot.questions.consortia import my_led_card
from bot.screens import consortium_card, pledges
from bot.screens import own_share_questions as screens
from bot.screens.screen import Screen
from services.members import NotAMember, NotTheLead
from services.project_cost import LARGEST_COST, CostSet, SetProjectCost

USUAL = (30_000_000, 50_000_000, 100_000_000, 120_000_000)


@story("project_cost", screens.set_the_cost(), takes_a_subject=True)
async def project_cost(ask: Ask) -> SetProjectCost | Screen:
    card = await my_led_card(ask)
    if isinstance(card, Screen):
        return card
    cost = await ask(
        money(
            "cost",
            screens.how_much(),
            why=screens.why_cost(card.call),
            smallest=1,
            largest=LARGEST_COST,
            suggestions=USUAL,
            name=screens.names("cost"),
        )
    )
    await ask.sure(screens.shall_i_set_it(), yes=screens.set_it(), below=screens.what_it_makes(card, int(cost)))
    return SetProjectCost(by=ask.person.id, consortium=card.consortium.id, cost=int(cost))


@project_cost.ends
def cost_set(outcome: CostSet | NotAMember | NotTheLead) -> Screen:
    match outcome:
        case CostSet(consortium=number):
            return pledges.cost_set(number)
        case NotAMember():
            return consortium_card.not_a_member()
        case NotTheLead(consortium=number):
            return consortium_card.not_the_lead(number)
        case _:
            assert_never(outcome)
