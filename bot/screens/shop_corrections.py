"""Correcting a line of a shop: how it ends."""

from bot.screens.screen import Screen, button, column
from bot.screens.shops import SHOPS, ShowShop
from bot.screens.ways import HOME
from bot.words import Words, lines, t
from services.shop_changes import Corrected


def correct_a_shop() -> Words:
    return t("Correct a shop")


def corrected(outcome: Corrected) -> Screen:
    again = t("The tax office is asked again; until it answers the shop counts as not confirmed. I write to you.")
    return Screen(
        words=lines(t("<b>Corrected.</b>"), again if outcome.checked_again else None),
        rows=column([button(t("🏪 See the shop"), ShowShop(outcome.shop)), SHOPS, HOME]),
    )


def the_same_number(shop: int) -> Screen:
    return Screen(
        words=t("That is the number this shop has already, so nothing was changed."),
        rows=column([button(t("🏪 See the shop"), ShowShop(shop)), SHOPS, HOME]),
    )


def another_of_yours(shop: int) -> Screen:
    return Screen(
        words=t("Another shop of yours has that number. A number stands for one shop only, so nothing was changed."),
        rows=column([button(t("🏪 See that shop"), ShowShop(shop)), SHOPS, HOME]),
    )


def not_there() -> Screen:
    return Screen(words=t("That shop is not among yours any more."), rows=column([SHOPS, HOME]))
