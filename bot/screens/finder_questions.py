"""What the story of a card asks, and its preview."""

from bot.screens import finder_cards as cards
from bot.words import Words, lines, t
from programme.contact_words import Reach
from programme.districts import District
from programme.matching import Share
from programme.trades import Trade
from services.finder import CannotBeSaid
from storage.shops import Shop


def my_card() -> Words:
    return t("Partner finder card")


def what_to_share() -> Words:
    return t("What would you like to share with partners?")


def why_share() -> Words:
    return t("shops that want the same are suggested to each other first.")


def your_sentence() -> Words:
    return t("What would you do together? One sentence, please.")


def why_sentence() -> Words:
    return t("it is what others read first. No names, phone numbers, links or accounts: those are told once both are interested.")


def an_example() -> Words:
    return t("Our oven is free in the afternoon; we would like to pack and advertise together.")


def tell_phone() -> Words:
    return t("Once both of you are interested: may the other see your phone number, too?")


def why_phone() -> Words:
    return t("then they see the name of your shop and can write to you on Telegram in any case.")


def yes_tell() -> Words:
    return t("Yes, show my number")


def no_tell() -> Words:
    return t("No, Telegram is enough")


def names(key: str) -> Words:
    return {"shares": t("To share"), "sentence": t("Sentence"), "phone": t("Phone number")}[key]


def cannot_be_said(why: CannotBeSaid) -> Words:
    """Why the sentence cannot be shown, and what to do."""
    if why.reach is None:
        return t("The name of your shop is told once both are interested. Please write the sentence without it.")
    return _UNSAYABLE[why.reach]


def shall_i_show(shop: Shop, shares: tuple[Share, ...], sentence: str) -> Words:
    return lines(
        t("Shall I show this card for 60 days?"),
        t(
            "<i>{heading}\n{body}</i>",
            heading=cards.heading(shop.kind, Trade(shop.trade), District(shop.gu)),
            body=cards.body(shares, sentence, confirmed=shop.is_confirmed),
        ),
    )


def show_it() -> Words:
    return t("Show my card")


_UNSAYABLE = {
    Reach.NUMBER: t("That looks like a phone or other number. It is told once both are interested; please write the sentence without it."),
    Reach.LINK: t("That looks like a link. Please write the sentence without it."),
    Reach.ACCOUNT: t("That looks like an account name. Please write the sentence without it; you can tell it once you have met."),
}
