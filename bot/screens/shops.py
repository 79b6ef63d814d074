"""My shops: the list, one shop with what is known about it, removing it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.dialogue.taps import BeginStory
from bot.screens.consortia import ShowConsortium
from bot.screens.screen import Screen, button, column
from bot.screens.shop_states import gu_name, state, trade_name
from bot.screens.ways import HOME
from bot.taps import Tap, tap
from bot.words import Words, lines, t
from services.shop_changes import SitsIn
from storage.shops import Shop


class Line(StrEnum):
    """What an owner can correct. The values lie in drafts and on buttons."""

    NAME = "name"
    NUMBER = "number"
    TRADE = "trade"
    GU = "gu"
    OPENED_ON = "opened"
    EMPLOYEES = "employees"
    FOUNDERS = "founders"
    COOPERATIVES = "coops"
    PAPER = "paper"


@tap("sh")
@dataclass(frozen=True)
class ShowShops(Tap):
    """My shops."""


@tap("s")
@dataclass(frozen=True)
class ShowShop(Tap):
    number: int


@tap("sn")
@dataclass(frozen=True)
class ShowNumber(Tap):
    """The business registration number in full."""

    shop: int


@tap("sp")
@dataclass(frozen=True)
class ShowPaper(Tap):
    """The photo of the certificate."""

    shop: int


@tap("se")
@dataclass(frozen=True)
class ChooseLine(Tap):
    """Something about the shop is to be corrected."""

    shop: int


@tap("sx")
@dataclass(frozen=True)
class AskToRemove(Tap):
    shop: int


@tap("sy")
@dataclass(frozen=True)
class RemoveThisShop(Tap):
    shop: int


@tap("sd")
@dataclass(frozen=True)
class ShowDetails(Tap):
    """My name and phone number."""


SHOPS = button(t("🏪 My shops"), ShowShops())


# -- the list


def my_shops(shops: Sequence[Shop], said: Words | None = None) -> Screen:
    above = t("{said}\n", said=said) if said is not None else None
    if not shops:
        return Screen(
            words=lines(
                above,
                t("<b>My shops</b>"),
                t("No shop is registered yet. With a registered shop you can find partners and form a consortium."),
                t("Checking and reckoning work without one."),
            ),
            rows=column([button(t("➕ Register a shop"), BeginStory("register")), HOME]),
        )
    return Screen(
        words=lines(above, t("<b>My shops</b>"), *(_listed(shop) for shop in shops)),
        rows=column(
            [
                *(button(t("🏪 {shop}", shop=shop.name), ShowShop(shop.id)) for shop in shops),
                button(t("➕ Register another"), BeginStory("register")),
                button(t("👤 My details"), ShowDetails()),
                HOME,
            ]
        ),
    )


def _listed(shop: Shop) -> Words:
    return t(
        "\n<b>{shop}</b> · {trade}, {gu}\n{state}",
        shop=shop.name,
        trade=trade_name(shop),
        gu=gu_name(shop),
        state=state(shop),
    )


def not_there() -> Words:
    return t("That shop is not among yours any more.")


# -- removing


def really_remove(shop: Shop) -> Screen:
    return Screen(
        words=lines(
            t("<b>Remove {shop}?</b>", shop=shop.name),
            t("Its number, the photo, its card in the finder and its certificate reminder are deleted. This cannot be undone."),
            t("You can register it again later."),
        ),
        rows=column([button(t("Yes, remove it"), RemoveThisShop(shop.id)), button(t("◀ Back to the shop"), ShowShop(shop.id)), HOME]),
    )


def removed(name: str) -> Words:
    return t("{shop} is removed.", shop=name)


def sits_in(outcome: SitsIn) -> Screen:
    return Screen(
        words=t(
            "This shop has a seat in the consortium “{name}”, so it cannot be removed yet. "
            "Leave the consortium first (if you lead it: hand over or dissolve it), then come back.",
            name=outcome.name,
        ),
        rows=column(
            [
                button(t("🤝 {name}", name=outcome.name), ShowConsortium(outcome.consortium)),
                button(t("◀ Back to the shop"), ShowShop(outcome.shop)),
                HOME,
            ]
        ),
    )
