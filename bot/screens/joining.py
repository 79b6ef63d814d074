"""Joining a consortium by its recruiting card."""

from dataclasses import dataclass

from bot.screens import not_trading, recruiting
from bot.screens.consortia import MY_CONSORTIA, to_card
from bot.screens.screen import Button, Screen, button, column
from bot.screens.waiting_seats import WaitForSeat
from bot.screens.ways import HOME
from bot.taps import Tap, tap
from bot.words import Words, lines, t
from services.joining import Joined, SeenCard
from services.recruiting import Standing
from services.seats import PlacedElsewhere
from storage.shops import Shop


@tap("gj")
@dataclass(frozen=True)
class JoinWith(Tap):
    """Take a seat with this shop of mine."""

    code: str
    shop: int


@tap("gw")
@dataclass(frozen=True)
class RegisterToJoin(Tap):
    """I have no shop here yet; afterwards I come back to this card."""

    code: str


def seen(found: SeenCard, said: Words | None = None) -> Screen:
    """What somebody who followed the card can do next."""
    above = t("{said}\n", said=said) if said is not None else None
    told, ways = _next(found)
    return Screen(words=lines(above, _about(found), told), rows=column([*ways, HOME]))


def _about(found: SeenCard) -> Words:
    idea = t("{idea}\n", idea=found.card.idea) if found.card.idea else None
    return lines(t("<b>{name}</b>", name=found.card.name), idea, *recruiting.members(found.card))


def _next(found: SeenCard) -> tuple[Words, tuple[Button, ...]]:
    if found.is_member:
        return t("\nYou are in already."), (to_card(found.consortium, found.card.name),)
    match found.card.standing:
        case Standing.DISSOLVED:
            return t("\nThis consortium no longer exists. You can look for others, or open your own."), (MY_CONSORTIA,)
        case Standing.CLOSED:
            return t("\nIt takes no more shops now. You can look for others, or open your own."), (MY_CONSORTIA,)
        case _ if found.was_removed:
            return t("\nThe lead has taken your shop out of this consortium. To come back, ask the lead for an invitation."), (
                MY_CONSORTIA,
            )
        case _:
            return _with_a_shop(found)


def _with_a_shop(found: SeenCard) -> tuple[Words, tuple[Button, ...]]:
    if found.free:
        told, ways = _with_one_of(found)
        return lines(told, *map(not_trading.why_no_seat, found.not_trading)), ways
    if found.elsewhere:
        return lines(*(_sits(place) for place in found.elsewhere)), tuple(
            to_card(place.consortium.id, place.consortium.name) for place in found.elsewhere
        )
    if found.not_trading:
        words = [*map(not_trading.why_no_seat, found.not_trading), not_trading.what_now()]
        return t("\n{words}", words=lines(*words)), tuple(not_trading.ways(found.not_trading))
    register = button(t("🏪 Register my shop"), RegisterToJoin(found.card.code))
    if found.wrong_kind:
        return t("\nThis consortium takes another kind of business than yours. If you run one that fits, register it."), (register,)
    return t("\nTo take part, register your shop first. It takes a few minutes; then I bring you back here."), (register,)


def _with_one_of(found: SeenCard) -> tuple[Words, tuple[Button, ...]]:
    code = found.card.code
    if found.card.standing is Standing.FULL:
        told = t("\nAll seats are taken. When one gets free, the first in the queue has 48 hours to take it.")
        return told, (button(t("⏳ Wait for a seat"), WaitForSeat(found.consortium, code)),)
    told = t(
        "\nOne tap and you are in. The members then see your shop’s name, trade and gu, and the lead hears of you. "
        "Nothing is signed yet, and you can leave at any time."
    )
    return told, tuple(_join(code, shop) for shop in found.free)


def _join(code: str, shop: Shop) -> Button:
    return button(t("🙋 Join with {shop}", shop=shop.name), JoinWith(code, shop.id))


def _sits(place: PlacedElsewhere) -> Words:
    return t(
        "\n{shop} is already in the consortium “{name}”. A shop takes part in one consortium a round. To change, leave that one first.",
        shop=place.shop.name,
        name=place.consortium.name,
    )


def joined(found: Joined) -> Screen:
    return Screen(
        words=lines(
            t("🎉 <b>{shop} is in.</b>", shop=found.shop),
            t("You are now a member of “{name}”: {progress}.", name=found.card.name, progress=recruiting.progress(found.card)),
            t("The lead has been told. What the consortium still needs stands on its page."),
        ),
        rows=column([to_card(found.consortium, found.card.name), HOME]),
    )


def no_such_card() -> Words:
    return t("This card is no longer in use. Ask in the chat where you saw it, or choose below.")


def not_your_shop() -> Words:
    return t("That shop is no longer registered. Please choose again.")


def just_changed() -> Words:
    return t("Something has changed just now. Here is how it stands.")
