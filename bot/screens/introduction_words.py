"""Words of introductions that several screens use: a card without a name, the sentence to begin with, the questions of a card."""

from bot.screens import finder_cards
from bot.words import Words, lines, t
from programme.contact_words import Reach
from programme.districts import District
from programme.introductions import Icebreaker, Speaks
from programme.trades import Trade
from services.finder import CannotBeSaid
from services.introductions import MayWrite
from storage.introductions import IntroductionCard
from storage.shops import Kind, Shop


def speaks_name(speaks: Speaks) -> Words:
    return {Speaks.KOREAN: t("Korean"), Speaks.ENGLISH: t("English"), Speaks.BOTH: t("Korean and English")}[speaks]


def body(offers: str, looks_for: str, speaks: Speaks) -> Words:
    return lines(
        t("Offers: {offers}", offers=offers),
        t("Looks for: {looks_for}", looks_for=looks_for),
        t("Speaks: {speaks}", speaks=speaks_name(speaks)),
    )


def card_of(card: IntroductionCard) -> Words:
    return lettered(card.kind, card.trade, card.gu, body(card.offers, card.looks_for, card.speaks))


def lettered(kind: Kind, trade: Trade, gu: District, below: Words) -> Words:
    return t("<blockquote><b>{heading}</b>\n{below}</blockquote>", heading=finder_cards.heading(kind, trade, gu), below=below)


def icebreaker(sentence: Icebreaker) -> Words:
    return t("💡 To begin with: {sentence}", sentence=_SENTENCES[sentence])


_SENTENCES = {
    Icebreaker.IDLE: t("which machine or room of yours stands idle, and when?"),
    Icebreaker.STREET: t("what brings the most people into your street?"),
    Icebreaker.CUSTOMERS: t("which of your customers could be theirs, too?"),
    Icebreaker.IDEA: t("which idea have you taken over from another trade?"),
    Icebreaker.BUYING: t("what would you buy together tomorrow, if you could?"),
}


# -- the questions of a card


def card_title() -> Words:
    return t("A card for being introduced")


def which_shop() -> Words:
    return t("With which of your shops are you there?")


def shop_label(shop: Shop) -> Words:
    return t("🏪 {shop}", shop=shop.name)


def what_offered() -> Words:
    return t("What could you offer another shop? One line, please.")


def why_offered() -> Words:
    return t("it is what others read first. No names, numbers, links or accounts: those are told once both agree.")


def offer_example() -> Words:
    return t("Our oven is free in the afternoon.")


def what_looked_for() -> Words:
    return t("And what are you looking for?")


def looking_example() -> Words:
    return t("Somebody to design and buy packaging with.")


def which_language() -> Words:
    return t("In which language do you like to talk?")


def names(key: str) -> Words:
    return {"shop": t("Shop"), "offers": t("Offer"), "looks_for": t("Looking for"), "speaks": t("Language")}[key]


def shall_i_show(found: MayWrite) -> Words:
    return t("Shall I introduce you with this card on {at:datetime}?", at=found.event.starts_at)


def show_it() -> Words:
    return t("🤝 Yes, introduce me")


def what_it_means() -> Words:
    """What is kept, for whom and how long: whoever says yes agrees to it."""
    return lines(
        t("Trade and gu come from your shop. Those I introduce to you at this meeting see the card, and the office does: without a name."),
        t("Names are told when both agree. Take the card back whenever you like; 30 days after the meeting it is deleted."),
    )


def cannot_be_said(why: CannotBeSaid) -> Words:
    if why.reach is None:
        return t("The name of your shop is told once both agree. Please write it without the name.")
    return {
        Reach.NUMBER: t("That looks like a phone or other number. It is told once both agree; please write it without."),
        Reach.LINK: t("That looks like a link. Please write it without."),
        Reach.ACCOUNT: t("That looks like an account name. Please write it without; you can tell it once you have met."),
    }[why.reach]
