"""The lead offers the lead to another member. The subject is the consortium."""

from typing import assert_never

from bot.dialogue.ask import Ask
from bot.dialogue.story import story
from bot.questions.consortia import my_led_card, others, which_member
from bot.screens import membership_changes
from bot.screens import membership_questions as screens
from bot.screens.screen import Screen
from services.handovers import CannotLead, LeadIsOffered, OfferedAlready, OfferLead
from services.members import NotAMember, NotTheLead, SeatGone


@story("hand_over", screens.hand_over_the_lead(), takes_a_subject=True)
async def hand_over(ask: Ask) -> OfferLead | Screen:
    card = await my_led_card(ask)
    if isinstance(card, Screen):
        return card
    if card.handover is not None:
        return membership_changes.offered_already(card.consortium.id)
    if not others(card):
        return screens.nobody_else(card.consortium.id)
    member = await ask(which_member(card, screens.who_shall_lead(), screens.member_left(), name=screens.names("member")))
    if not member.shop.is_trading:
        return screens.cannot_lead(card.consortium.id, member.shop.name)
    await ask.sure(screens.shall_i_offer_the_lead(member.shop.name), yes=screens.offer_it(), below=screens.what_handing_over_means())
    return OfferLead(by=ask.person.id, seat=member.seat.id)


@hand_over.ends
def lead_offered(outcome: LeadIsOffered | OfferedAlready | CannotLead | SeatGone | NotAMember | NotTheLead) -> Screen:
    match outcome:
        case LeadIsOffered():
            return membership_changes.lead_offered(outcome)
        case OfferedAlready(consortium=number):
            return membership_changes.offered_already(number)
        case CannotLead(consortium=number, shop=shop):
            return screens.cannot_lead(number, shop.name)
        case SeatGone() | NotAMember() | NotTheLead():
            return membership_changes.refused(outcome)
        case _:
            assert_never(outcome)
