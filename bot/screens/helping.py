"""Helping: a coordinator fills in a shop, hands over the link, and sees which ones still wait for their owners."""

from dataclasses import dataclass
from datetime import datetime

from bot.dialogue.taps import BeginStory
from bot.screens.next_steps import ASK_A_PERSON
from bot.screens.page_row import page_row
from bot.screens.screen import Button, Link, Screen, button, column
from bot.screens.shops import SHOPS
from bot.screens.ways import HOME
from bot.taps import Tap, tap
from bot.words import Words, lines, t
from services.helping import FilledIn, HelpedPage
from storage.helping import HelpedShop

PREFIX = "own"  # of the deep link


@tap("sl")
@dataclass(frozen=True)
class ShowFilledIn(Tap):
    """The shops I have filled in that still wait for their owners."""

    page: int = 0


@tap("so")
@dataclass(frozen=True)
class ShowOneFilledIn(Tap):
    number: int


@tap("sm")
@dataclass(frozen=True)
class AnotherLink(Tap):
    """The link is lost, or has expired."""

    number: int


@tap("sz")
@dataclass(frozen=True)
class ThrowAway(Tap):
    number: int


def fill_in_for_an_owner() -> Words:
    return t("Fill in for an owner")


def shall_i_make_a_link() -> Words:
    return t("Is this what the owner told you? Then I make a link for them.")


def make_the_link() -> Words:
    return t("Make the link")


def link(found: FilledIn) -> Screen:
    """Shown once: the token is kept nowhere."""
    return Screen(
        words=lines(
            t("<b>Filled in. Now hand the link to the owner.</b>"),
            t(
                "They open it in Telegram, see every line, change what is wrong, agree, give their phone number and confirm. "
                "Only then is the shop registered."
            ),
            t("It works for one person, once, until {expires:datetime}.", expires=found.expires),
            t("Whoever has the link sees what you filled in: send it to the owner alone."),
        ),
        rows=column([_share(found), _all(), HOME]),
        stays=True,
    )


def _share(found: FilledIn) -> Button:
    words = t("The office has filled in your shop. Please look at it and confirm:")
    return Button(label=t("📤 Send it to the owner"), shares=Link(f"{PREFIX}_{found.token}"), shared_words=words)


def _all() -> Button:
    return button(t("🧑‍🤝‍🧑 Waiting for owners"), ShowFilledIn())


def begin_button() -> Button:
    return button(t("🧑‍🤝‍🧑 Fill in for an owner"), BeginStory("help_owner"))


def waiting(found: HelpedPage, said: Words | None = None) -> Screen:
    above = t("{said}\n", said=said) if said is not None else None
    if not found.shops:
        return Screen(words=lines(above, t("No shop you filled in is waiting for its owner.")), rows=column([begin_button(), HOME]))
    listed = [button(t("{shop} · until {day:date}", shop=_name(one), day=one.expires_at), ShowOneFilledIn(one.id)) for one in found.shops]
    return Screen(
        words=lines(above, t("<b>Filled in, not yet confirmed</b>\nThe newest comes first.")),
        rows=(*column(listed), *page_row(found.page, more=found.more, to=ShowFilledIn), (begin_button(),), (HOME,)),
    )


def one_waiting(found: HelpedShop, now: datetime) -> Screen:
    over = found.expires_at <= now
    state = t("The link has expired.") if over else t("The link works until {day:datetime}.", day=found.expires_at)
    return Screen(
        words=lines(
            t("<b>{shop}</b>, filled in on {day:date}", shop=_name(found), day=found.made_at),
            state,
            t("A lost link cannot be shown again, but I can make another; then the old one stops working."),
        ),
        rows=column([button(t("🔁 Another link"), AnotherLink(found.id)), button(t("🗑 Throw it away"), ThrowAway(found.id)), _all(), HOME]),
    )


def _name(found: HelpedShop) -> str:
    return str(found.answers.get("shop_name", ""))


def thrown_away() -> Words:
    return t("Thrown away. Its link leads nowhere now.")


def no_longer_waiting() -> Words:
    return t("That one is no longer waiting: its owner has confirmed it, or it was thrown away.")


def already_registered() -> Screen:
    return Screen(
        words=t("This number is registered already, by yourself. A shop is filled in for somebody else only."),
        rows=column([SHOPS, HOME]),
    )


def too_many(most: int) -> Screen:
    return Screen(
        words=t("{n} shops you filled in are waiting for their owners, the most at one time. Throw some away first.", n=most),
        rows=column([_all(), HOME]),
    )


def not_yours() -> Screen:
    return Screen(words=t("Only the coordinators of the office can fill in for others."), rows=column([HOME]))


# -- the owner's side


def unknown_link() -> Screen:
    return _no_link(t("This link does not work any more: the office has made another one or taken it back."))


def used_link() -> Screen:
    return _no_link(t("This link has been used already. If that was you, the shop stands under “My shops”."))


def expired_link(on: datetime) -> Screen:
    return _no_link(t("This link ended on {on:datetime}. The office gladly makes another one.", on=on))


def your_own_link() -> Screen:
    return Screen(
        words=t("This link is for the owner: you have filled the shop in yourself. Please send it on."), rows=column([_all(), HOME])
    )


def _no_link(words: Words) -> Screen:
    return Screen(words=words, rows=column([SHOPS, button(t("➕ Register a shop"), BeginStory("register")), ASK_A_PERSON, HOME]))
