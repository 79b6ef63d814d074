"""For coordinators: the shops to confirm, and every tap about them."""

from dataclasses import dataclass

from bot.screens.page_row import page_row
from bot.screens.screen import Screen, button, column
from bot.screens.shop_states import gu_name, state, trade_name
from bot.screens.today_ways import TODAY
from bot.screens.ways import HOME
from bot.taps import Tap, tap
from bot.words import Words, lines, t
from services.shop_proofs import CheckPage, Proof, WhyNot
from storage.shops import Check, Shop


@tap("nt")
@dataclass(frozen=True)
class ShowChecks(Tap):
    """Shops to confirm."""

    page: int = 0


@tap("nt1")
@dataclass(frozen=True)
class ShowCheck(Tap):
    shop: int


@tap("ntf")
@dataclass(frozen=True)
class ShowCertificateOf(Tap):
    """The photo of the registration certificate."""

    shop: int


@tap("ntp")
@dataclass(frozen=True)
class ChooseProof(Tap):
    shop: int


@tap("ntw")
@dataclass(frozen=True)
class ChooseReason(Tap):
    shop: int


@tap("nty")
@dataclass(frozen=True)
class Confirm(Tap):
    """`seen`: what the coordinator looked at, as microseconds."""

    shop: int
    proof: Proof
    seen: int


@tap("ntn")
@dataclass(frozen=True)
class Refuse(Tap):
    shop: int
    why: WhyNot
    seen: int


@tap("nta")
@dataclass(frozen=True)
class AskAgain(Tap):
    """The tax office is to be asked once more: by the owner, or by a coordinator."""

    shop: int


ALL = button(t("All shops to confirm"), ShowChecks())


# -- the list


def waiting(found: CheckPage, said: Words | None = None) -> Screen:
    above = t("{said}\n", said=said) if said is not None else None
    if not found.shops:
        return Screen(
            words=lines(above, t("<b>Shops to confirm</b>"), t("None is waiting: every registered shop is confirmed.")),
            rows=column([TODAY, HOME]),
        )
    return Screen(
        words=lines(
            above, t("<b>Shops to confirm</b>\nThose that wait for a person come first."), *(_listed(one.shop) for one in found.shops)
        ),
        rows=(
            *column(button(t("🧾 {shop}", shop=one.shop.name), ShowCheck(one.shop.id)) for one in found.shops),
            *page_row(found.page, more=found.more, to=ShowChecks),
            *column([TODAY, HOME]),
        ),
    )


def _listed(shop: Shop) -> Words:
    return t(
        "\n<b>{shop}</b> · {trade}, {gu}\n{standing}", shop=shop.name, trade=trade_name(shop), gu=gu_name(shop), standing=standing(shop)
    )


def standing(shop: Shop) -> Words:
    """How the check stands, as a coordinator wants to know it."""
    if shop.check_state is Check.WAITING and shop.check_tries:
        return t("⏳ the tax office has not answered so far; it is asked again")
    if shop.check_state is Check.REFUSED and shop.check_why is not None:
        return t("⚠️ not confirmed: {why}", why=reason(WhyNot(shop.check_why)))
    return _STANDINGS.get(shop.check_state) or state(shop)


def reason(why: WhyNot) -> Words:
    return _REASONS[why]


_STANDINGS = {
    Check.BY_HAND: t("⏳ you decide: the tax office cannot be asked"),
    Check.WAITING: t("⏳ the tax office is being asked"),
    Check.UNKNOWN: t("⚠️ the tax office does not know the number"),
    Check.MISMATCH: t("⚠️ name or opening date do not belong to the number"),
}
_REASONS = {
    WhyNot.NO_PAPER: t("No paper was sent"),
    WhyNot.UNREADABLE: t("Photo not readable"),
    WhyNot.OTHER_LINES: t("Other name, number, date"),
    WhyNot.ENDED: t("Closed or suspended"),
}
