"""A shop that is closed or suspended cannot take part: why that is, and what its owner does now."""

from collections.abc import Sequence

from bot.screens.next_steps import ASK_A_PERSON, REGISTER
from bot.screens.screen import Button, Screen, button, column
from bot.screens.shop_checks import AskAgain
from bot.screens.ways import HOME
from bot.words import Words, lines, t
from storage.shops import Check, Shop


def no_seat(shops: Sequence[Shop], *more: Button) -> Screen:
    """To their owner."""
    return Screen(words=lines(*map(why_no_seat, shops), what_now()), rows=column([*ways(shops), *more, HOME]))


def why_no_seat(shop: Shop) -> Words:
    match shop.check_state:
        case Check.SUSPENDED:
            return t("The tax office has {shop} as suspended, so it cannot take a seat.", shop=shop.name)
        case Check.CLOSED:
            return t("The tax office has {shop} as closed, so it cannot take a seat.", shop=shop.name)
        case _:
            return t("By its paper {shop} is closed or suspended, so it cannot take a seat.", shop=shop.name)


def what_now() -> Words:
    return t("If it is open, let the tax office put that right and have it asked again here, or ask a person.")


def ways(shops: Sequence[Shop]) -> list[Button]:
    return [*(_ask_again(shop, alone=len(shops) == 1) for shop in shops), REGISTER, ASK_A_PERSON]


def _ask_again(shop: Shop, *, alone: bool) -> Button:
    return button(t("🔁 Ask the tax office") if alone else t("🔁 Ask again: {shop}", shop=shop.name), AskAgain(shop.id))


def no_lead(shop: Shop) -> Screen:
    """To the owner of the shop that was to lead."""
    return Screen(words=lines(_why_no_lead(shop), what_now()), rows=column([_ask_again(shop, alone=True), ASK_A_PERSON, HOME]))


def _why_no_lead(shop: Shop) -> Words:
    match shop.check_state:
        case Check.SUSPENDED:
            return t("The tax office has {shop} as suspended, so it cannot lead.", shop=shop.name)
        case Check.CLOSED:
            return t("The tax office has {shop} as closed, so it cannot lead.", shop=shop.name)
        case _:
            return t("By its paper {shop} is closed or suspended, so it cannot lead.", shop=shop.name)
