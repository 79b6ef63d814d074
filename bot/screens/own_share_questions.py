"""The questions about the money of a consortium: cost, promises, shares; and what each "yes" means. KRW."""

from collections.abc import Mapping

from bot.screens.reckoning import bound
from bot.words import Words, lines, t, tn, verbatim
from programme.call import Call
from programme.own_share import divide
from programme.subsidy import Grant, Vat, estimate
from services.consortium_card import Card


def names(key: str) -> Words:
    """The short name of an answer in the summary."""
    return {"cost": t("Project cost"), "amount": t("My promise")}[key]


def named(shop: str) -> Words:
    return verbatim(shop)


def set_the_cost() -> Words:
    return t("Set the project cost")


def how_much() -> Words:
    return t("How much does the whole joint project cost?")


def why_cost(call: Call | None) -> Words:
    if call is not None and call.vat.value is Vat.INSIDE:
        return t("subsidy and own share are reckoned from it. This call counts the price with VAT.")
    return t("subsidy and own share are reckoned from it. Give the price without VAT.")


def shall_i_set_it() -> Words:
    return t("Set the project cost?")


def what_it_makes(card: Card, cost: int) -> Words:
    told = t("Whoever bears another part by it is told, and earlier promises for another sum no longer count.")
    granted = None if card.call is None else estimate(cost, card.call.terms)
    if not isinstance(granted, Grant) or card.call is None:
        return told
    return lines(
        t("Subsidy at most {amount:won}, own share {own:won} for all of you together.", amount=granted.amount, own=granted.own),
        bound(card.call, granted),
        told,
    )


def set_it() -> Words:
    return t("💰 Set it")


def promise_an_amount() -> Words:
    return t("Promise an amount")


def how_much_do_you_promise() -> Words:
    return t("How much of the own share do you promise?")


def why_amount(due: int | None) -> Words:
    if due is None:
        return t("how much is needed is still open; say what your shop can bring.")
    return t("{due:won} falls to you. You may promise more or less; the others see what is missing.", due=due)


def shall_i_note_it() -> Words:
    return t("Shall I note your promise?")


def what_promising_means() -> Words:
    return t("You pay nothing now. All members see it, and it goes into the collaboration agreement.")


def i_promise() -> Words:
    return t("✅ Yes, I promise it")


def divide_by_shares() -> Words:
    return t("Divide by shares")


def how_many_shares(shop: str) -> Words:
    return t("How many shares does {shop} bear?", shop=shop)


def why_shares() -> Words:
    return t("with 2, 1 and 1 shares the first member pays half and the others a quarter each.")


def counted_shares(count: int) -> Words:
    return tn("{count} share", "{count} shares", count)


def shall_i_divide() -> Words:
    return t("Divide the own share like this?")


def what_the_shares_make(card: Card, given: Mapping[int, int]) -> Words:
    """`given`: shares by seat."""
    needed = card.money.share.needed
    if needed is None:
        return t("How much falls to each is known as soon as the cost and the call are.")
    parts = divide(needed, list(given.values())).parts
    listed = tuple(t("{shop}: {part:won}", shop=member.shop.name, part=part) for member, part in zip(card.members, parts, strict=True))
    return t("{parts:bullets}", parts=listed)


def divide_it() -> Words:
    return t("➗ Divide it so")
