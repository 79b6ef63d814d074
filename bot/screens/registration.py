"""Registering: what is asked about the owner and the shop, and how it ends. Correcting and helping ask with the same words."""

from bot.dialogue.taps import BeginStory
from bot.screens.finder import ShowFinder
from bot.screens.next_steps import ASK_A_PERSON
from bot.screens.screen import Screen, beside, button, column
from bot.screens.shops import SHOPS, ShowShop
from bot.screens.ways import HOME
from bot.words import Words, lines, t
from services.registration import Registered


def register_a_shop() -> Words:
    return t("Register a shop")


# -- beginning


def shall_we_begin() -> Words:
    return t("Shall we begin?")


def begin() -> Words:
    return t("Begin")


def what_i_will_ask(*, helped: bool) -> Words:
    return lines(
        t("The office has filled in your shop for you. You see every line at the end and can change it.") if helped else None,
        t("I ask:"),
        t("• for your consent, to two texts that I show you first"),
        t("• your name and phone number, so that the office can reach you"),
        None if helped else t("• the shop: name, business registration number, trade, gu, opening date, employees"),
        t("The tax office confirms the number. After that your shop can join a consortium."),
        t("It takes about five minutes. Have the business registration certificate at hand; you can stop and go on later."),
    )


# -- the owner


def are_you_14() -> Words:
    return t("Are you 14 or older?")


def why_14() -> Words:
    return t("the law lets me keep the data of younger people only with a parent's consent, and I cannot check that here.")


def too_young() -> Screen:
    return Screen(
        words=lines(
            t("<b>I can register people from the age of 14 on.</b>"),
            t("I have kept nothing of what you answered. A parent can register the shop, or the office helps you."),
        ),
        rows=column([ASK_A_PERSON, HOME]),
    )


def your_name() -> Words:
    return t("What is the name of the representative?")


def why_name() -> Words:
    return t("the tax office compares it with the certificate, so please write it exactly as it is printed there.")


def name_example() -> Words:
    return t("Kim Hanbit")


def no_digits_in_a_name() -> Words:
    return t("A name has letters and no digits. Please write it as on the certificate.")


def your_phone() -> Words:
    return t("Which phone number is yours?")


def why_phone() -> Words:
    return t(
        "the office calls you if something about your shop or your consortium cannot wait. "
        "The button proves that the number is yours; a typed one is marked as not confirmed."
    )


def names(key: str) -> Words:
    """The short name of an answer in the summary."""
    return {"name": t("Representative"), "phone": t("Phone"), "news": t("News")}[key]


# -- the end


def shall_i_register() -> Words:
    return t("Shall I register this shop?")


def register_it() -> Words:
    return t("Register it")


def registered(outcome: Registered) -> Screen:
    return Screen(
        words=lines(
            t("<b>{shop} is registered.</b>", shop=outcome.name),
            t("\nNext the number is confirmed: usually within minutes by the tax office, otherwise by a coordinator. I write to you then."),
            t("You need not wait: look for partners, or open a consortium, right away."),
            t("\nThe certificate could not be watched. Please add it under “Certificate reminder”.") if outcome.watched is False else None,
        ),
        rows=(
            *column(
                [
                    button(t("🏪 See the shop"), ShowShop(outcome.shop)),
                    button(t("🔎 Find partners"), ShowFinder()),
                    button(t("🤝 Open a consortium"), BeginStory("open_consortium")),
                ]
            ),
            beside(SHOPS, HOME),
        ),
        stays=True,
    )


def already_yours() -> Words:
    return t("You have registered this number already. This is the shop:")


def already_yours_in_short() -> Words:
    return t("You have registered this number already, so nothing was changed.")


def gone(said: Words) -> Screen:
    return Screen(words=said, rows=column([SHOPS, HOME]))


def who_are_you() -> Words:
    return t("I do not know yet who you are. Please answer the questions about yourself once more.")


def too_many(most: int) -> Screen:
    return Screen(
        words=t("You have registered {n} shops, the most one person can have here. Remove one you no longer run, or ask a person.", n=most),
        rows=column([SHOPS, ASK_A_PERSON, HOME]),
    )


def link_used() -> Screen:
    return Screen(
        words=t("This link has been used or withdrawn in the meantime, so nothing was registered. Ask the office for a new one."),
        rows=column([SHOPS, ASK_A_PERSON, HOME]),
    )


def please_agree_first() -> Words:
    return t("One of your consents is missing. Please read it once more.")
