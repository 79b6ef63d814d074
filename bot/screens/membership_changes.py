"""How each change of the members ends, or why it cannot be."""

from typing import assert_never

from bot.dialogue.taps import BeginStory
from bot.screens.consortia import MY_CONSORTIA, ShowConsortia
from bot.screens.consortium_card import not_a_member, not_the_lead, to_card_again
from bot.screens.consortium_taps import ShowMembers
from bot.screens.membership import take_back_offer
from bot.screens.screen import Button, Screen, button, column
from bot.screens.ways import HOME
from bot.words import Words, t
from services.handovers import LeadIsOffered
from services.members import NotAMember, NotTheLead, SeatGone


def done(words: Words, consortium: int, *more: Button) -> Screen:
    return Screen(words=words, rows=column([*more, to_card_again(consortium), HOME]))


def left(name: str) -> Screen:
    return Screen(
        words=t("You have left “{name}”. Your shop is free, and the lead has been told.", name=name),
        rows=column([MY_CONSORTIA, HOME]),
    )


def last_lead(consortium: int, others: int) -> Screen:
    """Leaving as the lead: what to do instead."""
    dissolve = button(t("🗑 Dissolve it"), BeginStory("dissolve_consortium", str(consortium)))
    if not others:
        return done(t("You are the only member. To give it up, dissolve the consortium: then your shop is free."), consortium, dissolve)
    return done(
        t("You lead this consortium, so the others need somebody in your place. Hand the lead over first, or dissolve it."),
        consortium,
        button(t("👑 Hand over the lead"), BeginStory("hand_over", str(consortium))),
        dissolve,
    )


def removed(consortium: int, shop: str) -> Screen:
    return done(t("{shop} is no longer a member. They have been told, with your reason.", shop=shop), consortium)


def refused(outcome: SeatGone | NotAMember | NotTheLead) -> Screen:
    """What the lead wished of another seat, and cannot have."""
    match outcome:
        case SeatGone(consortium=number):
            return member_gone(number)
        case NotAMember():
            return not_a_member()
        case NotTheLead(consortium=number):
            return not_the_lead(number)
        case _:
            assert_never(outcome)


def member_gone(consortium: int) -> Screen:
    to_list = button(t("👥 Members"), ShowMembers(consortium)) if consortium else button(t("🤝 My consortia"), ShowConsortia())
    return Screen(words=t("That member has left in the meantime, so nothing was done."), rows=column([to_list, HOME]))


def lead_offered(outcome: LeadIsOffered) -> Screen:
    return done(
        t(
            "I have asked {shop}. The lead changes when they take it; the offer stands until {expires:datetime}. Until then you lead.",
            shop=outcome.shop,
            expires=outcome.expires_at,
        ),
        outcome.consortium,
        take_back_offer(outcome.consortium),
    )


def offered_already(consortium: int) -> Screen:
    return done(
        t("The lead is offered to somebody already. Take that offer back first, or wait for the answer."),
        consortium,
        take_back_offer(consortium),
    )


def offer_taken_back() -> Words:
    return t("The offer is taken back. You still lead.")


def no_offer() -> Screen:
    return Screen(
        words=t("This offer is no longer open: it has been answered, taken back, or its time is over."),
        rows=column([MY_CONSORTIA, HOME]),
    )


def lead_taken(consortium: int, name: str) -> Screen:
    return done(t("<b>Your shop leads “{name}” now.</b> All members have been told.", name=name), consortium)


def lead_declined(consortium: int, name: str) -> Screen:
    return done(t("You did not take the lead of “{name}”. The lead has been told.", name=name), consortium)


def appointed(shop: str) -> Words:
    return t("{shop} keeps the books from now on and has been told.", shop=shop)


def relieved(shop: str) -> Words:
    return t("{shop} no longer keeps the books and has been told.", shop=shop)


def dissolved(name: str) -> Screen:
    return Screen(
        words=t("“{name}” is dissolved. Every member has been told, and all shops are free.", name=name),
        rows=column([MY_CONSORTIA, HOME]),
        stays=True,
    )
