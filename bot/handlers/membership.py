"""Who keeps the books, and the offer of the lead."""

from typing import assert_never

from bot.questions.consortia import MEMBER
from bot.routes import on_tap
from bot.screens import consortium_card, membership, membership_changes, not_trading
from bot.screens.consortium_taps import AnswerLead, EndAccountant, HandLeadTo, MakeAccountant, TakeBackLeadOffer
from bot.screens.screen import Screen
from bot.turn import Begin, Turn
from bot.words import Words
from services.consortium_card import Card, CardOfSeat, ConsortiumCard
from services.handovers import AnswerHandover, CannotLead, LeadDeclined, LeadTaken, NoOffer, OfferWithdrawn, WithdrawOffer
from services.members import NotAMember, NotTheLead, SeatGone
from services.membership import AppointAccountant, Appointed, RelieveAccountant, Relieved


@on_tap(MakeAccountant)
async def appoint(turn: Turn, wish: MakeAccountant) -> Screen:
    return await _told(turn, wish.seat, await AppointAccountant(by=turn.person.id, seat=wish.seat)(turn.work))


@on_tap(EndAccountant)
async def relieve(turn: Turn, wish: EndAccountant) -> Screen:
    return await _told(turn, wish.seat, await RelieveAccountant(by=turn.person.id, seat=wish.seat)(turn.work))


async def _told(turn: Turn, seat: int, outcome: Appointed | Relieved | SeatGone | NotAMember | NotTheLead) -> Screen:
    match outcome:
        case Appointed(shop=shop):
            return await _member(turn, seat, membership_changes.appointed(shop))
        case Relieved(shop=shop):
            return await _member(turn, seat, membership_changes.relieved(shop))
        case SeatGone() | NotAMember() | NotTheLead():
            return membership_changes.refused(outcome)
        case _:
            assert_never(outcome)


async def _member(turn: Turn, seat: int, said: Words) -> Screen:
    found = await CardOfSeat(person=turn.person.id, seat=seat)(turn.work)
    member = found.member(seat) if isinstance(found, Card) else None
    return membership.member(found, member, said) if isinstance(found, Card) and member is not None else consortium_card.not_a_member()


@on_tap(HandLeadTo)
async def hand_over(turn: Turn, wish: HandLeadTo) -> Begin:
    """Whether that member can, the story looks up itself."""
    return Begin(story="hand_over", subject=str(wish.consortium), seeds={MEMBER: str(wish.seat)})


@on_tap(AnswerLead)
async def answer(turn: Turn, wish: AnswerLead) -> Screen:
    match await AnswerHandover(by=turn.person.id, handover=wish.handover, takes=wish.takes)(turn.work):
        case LeadTaken(consortium=number, name=name):
            return membership_changes.lead_taken(number, name)
        case LeadDeclined(consortium=number, name=name):
            return membership_changes.lead_declined(number, name)
        case CannotLead(shop=shop):
            return not_trading.no_lead(shop)
        case NoOffer():
            return membership_changes.no_offer()
        case outcome:
            assert_never(outcome)


@on_tap(TakeBackLeadOffer)
async def take_back(turn: Turn, wish: TakeBackLeadOffer) -> Screen:
    match await WithdrawOffer(by=turn.person.id, consortium=wish.consortium)(turn.work):
        case OfferWithdrawn(consortium=number):
            found = await ConsortiumCard(person=turn.person.id, consortium=number)(turn.work)
            return consortium_card.shown(found, membership_changes.offer_taken_back())
        case NoOffer():
            return membership_changes.no_offer()
        case NotAMember():
            return consortium_card.not_a_member()
        case NotTheLead(consortium=number):
            return consortium_card.not_the_lead(number)
        case outcome:
            assert_never(outcome)
