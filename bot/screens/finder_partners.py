"""Those one has met in the finder, and how to reach one of them."""

from typing import assert_never

from bot.dialogue.sent import dashed
from bot.dialogue.taps import BeginStory
from bot.screens.finder_taps import InviteThem, ShowBoard, ShowContact, ShowPartners, TakeInterestBack
from bot.screens.page_row import page_row
from bot.screens.screen import Button, Screen, beside, button, column
from bot.screens.shop_states import gu_name, trade_name
from bot.screens.ways import HOME
from bot.words import Words, lines, t
from services.finder_partners import Contact, MetPage
from services.invitations import Invited, InvitedAlready, MemberAlready, NotLead, TooManyWaiting
from services.seats import NotTrading
from storage.finder_meetings import Met


def met(found: MetPage, said: Words | None = None) -> Screen:
    def to(page: int) -> ShowPartners:
        return ShowPartners(found.mine, page)

    above = t("{said}\n", said=said) if said is not None else None
    hint = None if found.met else t("Nobody yet. When you and another shop are both interested, it stands here.")
    return Screen(
        words=lines(above, t("<b>🤝 Those you have met</b>"), hint, *(_line(one) for one in found.met)),
        rows=(
            *column([button(t("🏪 {shop}", shop=one.name), ShowContact(found.mine, one.shop)) for one in found.met]),
            *page_row(found.page, more=found.more, to=to),
            beside(button(t("🔎 My card"), ShowBoard(found.mine)), HOME),
        ),
    )


def _line(one: Met) -> Words:
    return t("• <b>{shop}</b>, since {day:date}", shop=one.name, day=one.at)


def mention(person: int) -> Words:
    """Opens the chat with them; Telegram links whoever has spoken to this bot, with or without a username."""
    return t('<a href="tg://user?id={id}">✉️ Write to the owner on Telegram</a>', id=person)


def contact(found: Contact, said: Words | None = None) -> Screen:
    shop = found.shop
    return Screen(
        words=lines(
            t("{said}\n", said=said) if said is not None else None,
            t("<b>🤝 {shop}</b>\n{trade}, {gu}", shop=shop.name, trade=trade_name(shop), gu=gu_name(shop)),
            mention(shop.owner),
            t("☎ {phone} (confirmed by Telegram)", phone=dashed(found.phone)) if found.phone is not None else None,
            t("\nBoth of you are interested. Say hello, then form a consortium together."),
            t("<i>Use the contact for this only.</i>"),
        ),
        rows=column([*_next_steps(found), *_ways(found)]),
    )


def _next_steps(found: Contact) -> tuple[Button, ...]:
    if not found.leads:
        return (button(t("🤝 Open a consortium"), BeginStory("open_consortium")),)
    return tuple(
        button(t("✉️ Invite to {consortium}", consortium=one.name), InviteThem(found.mine, found.shop.id, one.id)) for one in found.leads
    )


def _ways(found: Contact) -> tuple[Button, ...]:
    return (
        button(t("No longer interested"), TakeInterestBack(found.mine, found.shop.id)),
        button(t("🤝 Those I met"), ShowPartners(found.mine)),
        HOME,
    )


def not_met() -> Words:
    return t("This contact is no longer shown: one of you is no longer interested, or the shop is gone.")


def invited(  # noqa: PLR0911 - one sentence an outcome
    outcome: Invited | NotLead | TooManyWaiting | MemberAlready | InvitedAlready | NotTrading,
) -> Words:
    match outcome:
        case Invited(written=True, expires=expires):
            return t("✅ The invitation is sent. It can be accepted until {day:datetime}; I tell you the answer.", day=expires)
        case Invited():
            return t("The invitation is made, but I cannot write to them. Please tell them to open a chat with me.")
        case NotLead():
            return t("Only the lead of a consortium can invite.")
        case TooManyWaiting(most=most):
            return t("{n} invitations are waiting for an answer: that is the most. Withdraw one first.", n=most)
        case MemberAlready():
            return t("They are in this consortium already.")
        case InvitedAlready():
            return t("They have an invitation already and have not answered yet.")
        case NotTrading(shop=shop):
            return t("{shop} cannot take a seat at the moment. Please write to its owner.", shop=shop.name)
        case _:
            assert_never(outcome)
