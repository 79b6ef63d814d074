"""A card of the partner finder as others see it: no name, no number, no address."""

from collections.abc import Iterable

from bot.screens.shop_states import kind_name
from bot.screens.wording import worded
from bot.words import Words, joined, lines, t
from programme.districts import District
from programme.matching import Match, Share, Why
from programme.trades import Trade
from storage.finder import Card
from storage.shops import Kind


def heading(kind: Kind, trade: Trade, gu: District) -> Words:
    """Such as: Bakery in Mapo-gu."""
    if kind is Kind.SHOP:
        return t("{trade} in {gu}", trade=worded(trade.wording), gu=worded(gu.wording))
    return t("{kind}: {trade} in {gu}", kind=kind_name(kind), trade=worded(trade.wording), gu=worded(gu.wording))


def heading_of(card: Card) -> Words:
    return heading(card.kind, card.trade, card.gu)


def body(shares: Iterable[Share], sentence: str, *, confirmed: bool) -> Words:
    return lines(
        t("Would share: {shares}", shares=listed(shares)),
        t("“{sentence}”", sentence=sentence),
        t("✅ a confirmed business") if confirmed else t("⏳ business not confirmed yet"),
    )


def body_of(card: Card) -> Words:
    return body(card.shares, card.sentence, confirmed=card.confirmed)


def listed(shares: Iterable[Share]) -> Words:
    wanted = frozenset(shares)
    return joined([share_name(share) for share in Share if share in wanted], ", ")


def share_name(share: Share) -> Words:
    return worded(share.wording)


def reasons(match: Match) -> Words:
    """Why this one, in words."""
    told = [_WHY[why] for why in match.why]
    if match.shares:
        told.append(t("both would share: {shares}", shares=listed(match.shares)))
    return joined(told, " · ") if told else t("no special reason: it is looking, too")


_WHY = {
    Why.INTERESTED: t("⭐ interested in you"),
    Why.SAME_GU: t("same gu"),
    Why.GU_BESIDE: t("the gu next to yours"),
    Why.SAME_TRADE: t("same trade"),
    Why.KINDRED_TRADE: t("another trade that fits"),
    Why.FRESH: t("new"),
}
