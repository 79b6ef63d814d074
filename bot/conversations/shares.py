"""The lead divides the own share in proportion: a number of shares for each member. The subject is the consortium."""

from typing import assert_never

from bot.dialogue.ask import Ask
from bot.dialogue.story import story
from bot.dialogue.typed import number
from bot.questions.consortia import my_led_card
from bot.screens import consortium_card, pledges
from bot.screens import own_share_questions as screens
from bot.screens.screen import Screen
from programme.own_share import FEWEST_SHARES, MOST_SHARES
from services.consortium_card import CardMember
from services.members import NotAMember, NotTheLead
from services.project_cost import Divided, DivideOwnShare, MembersChanged
from storage.consortia import Split


@story("shares", screens.divide_by_shares(), takes_a_subject=True)
async def shares(ask: Ask) -> DivideOwnShare | Screen:
    card = await my_led_card(ask)
    if isinstance(card, Screen):
        return card
    given = {member.seat.id: await _share_of(ask, member) for member in card.members}
    below = screens.what_the_shares_make(card, given)
    await ask.sure(screens.shall_i_divide(), yes=screens.divide_it(), below=below)
    return DivideOwnShare(by=ask.person.id, consortium=card.consortium.id, split=Split.BY_SHARE, shares=tuple(given.items()))


async def _share_of(ask: Ask, member: CardMember) -> int:
    question = number(
        f"share_{member.seat.id}",
        screens.how_many_shares(member.shop.name),
        why=screens.why_shares(),
        smallest=FEWEST_SHARES,
        largest=MOST_SHARES,
        counted=screens.counted_shares,
        suggestions=(1, 2, 3, 4, 5, 6),
        columns=3,
        name=screens.named(member.shop.name),
    )
    return int(await ask(question))


@shares.ends
def divided(outcome: Divided | MembersChanged | NotAMember | NotTheLead) -> Screen:
    match outcome:
        case Divided(consortium=number):
            return pledges.divided(number)
        case MembersChanged(consortium=number):
            return pledges.members_changed(number)
        case NotAMember():
            return consortium_card.not_a_member()
        case NotTheLead(consortium=number):
            return consortium_card.not_the_lead(number)
        case _:
            assert_never(outcome)
