"""The lead names the member who keeps the books. The subject is the consortium."""

from typing import assert_never

from bot.dialogue.ask import Ask
from bot.dialogue.story import story
from bot.questions.consortia import my_led_card, others, which_member
from bot.screens import membership_changes
from bot.screens import membership_questions as screens
from bot.screens.screen import Screen
from services.members import NotAMember, NotTheLead, SeatGone
from services.membership import AppointAccountant, Appointed


@story("name_accountant", screens.name_an_accountant(), takes_a_subject=True)
async def name_accountant(ask: Ask) -> AppointAccountant | Screen:
    card = await my_led_card(ask)
    if isinstance(card, Screen):
        return card
    if not others(card):
        return screens.nobody_else(card.consortium.id)
    member = await ask(which_member(card, screens.who_keeps_the_books(), screens.member_left(), why=screens.why_books()))
    return AppointAccountant(by=ask.person.id, seat=member.seat.id)


@name_accountant.ends
def appointed(outcome: Appointed | SeatGone | NotAMember | NotTheLead) -> Screen:
    match outcome:
        case Appointed(consortium=number, shop=shop):
            return membership_changes.done(membership_changes.appointed(shop), number)
        case SeatGone() | NotAMember() | NotTheLead():
            return membership_changes.refused(outcome)
        case _:
            assert_never(outcome)
