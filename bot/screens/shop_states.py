"""A shop in words: its kind, trade and gu, and how the check of its number stands."""

from bot.screens.wording import worded
from bot.words import Words, t
from programme.districts import District
from programme.trades import Trade
from storage.shops import Check, Kind, Shop


def kind_name(kind: Kind) -> Words:
    return _KINDS[kind]


def trade_name(shop: Shop) -> Words:
    """In the owner's own words where the list has none."""
    trade = Trade(shop.trade)
    return t("{words}", words=shop.trade_words) if trade is Trade.OTHER and shop.trade_words else worded(trade.wording)


def gu_name(shop: Shop) -> Words:
    return worded(District(shop.gu).wording)


def state(shop: Shop) -> Words:
    """How the check of the number stands, in a few words."""
    match shop.check_state:
        case Check.ACTIVE:
            return t("✅ confirmed by the tax office")
        case Check.PROVEN:
            return t("✅ confirmed by the office")
        case Check.WAITING | Check.BY_HAND:
            return t("⏳ waiting for confirmation")
        case Check.SUSPENDED:
            return t("⚠️ reported as suspended")
        case Check.CLOSED:
            return t("⚠️ reported as closed")
        case Check.UNKNOWN | Check.MISMATCH | Check.REFUSED:
            return t("⚠️ could not be confirmed")


def what_next(shop: Shop) -> Words:
    """What happens, or what to do."""
    day = shop.checked_at or shop.registered_at
    match shop.check_state:
        case Check.ACTIVE:
            return t("Confirmed by the tax office on {day:date}.", day=day)
        case Check.PROVEN:
            return t("Confirmed by a coordinator on {day:date}.", day=day)
        case Check.CLOSED:
            return _closed(shop)
        case unsettled:
            return _NEXT[unsettled]


def _closed(shop: Shop) -> Words:
    if shop.ended_on is None:
        return t("The tax office has the business as closed. If that is wrong, ask a person; if it is right, remove the shop here.")
    return t(
        "The tax office has the business as closed since {day:date}. If that is wrong, ask a person; if it is right, remove the shop here.",
        day=shop.ended_on,
    )


_KINDS = {
    Kind.SHOP: t("Shop"),
    Kind.COOPERATIVE: t("Cooperative"),
    Kind.SOCIAL_COOPERATIVE: t("Social cooperative"),
    Kind.FEDERATION: t("Federation of cooperatives"),
}
_NEXT = {
    Check.WAITING: t("The tax office is asked about the number, again if it does not answer. You need not do anything: I write to you."),
    Check.BY_HAND: t("A coordinator looks at it on a working day. You need not do anything: I write to you."),
    Check.SUSPENDED: t("The tax office has the business as suspended. Once it is open again and reported there, ask a person here."),
    Check.UNKNOWN: t("The tax office does not know this number. Please compare it with the certificate and correct it."),
    Check.MISMATCH: t("Name, opening date and number do not belong together at the tax office. Please compare them with the certificate."),
    Check.REFUSED: t("A coordinator could not confirm it. Correct what is wrong, send a photo of the certificate, or ask a person."),
}
