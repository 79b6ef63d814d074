"""What people are asked to agree to (Personal Information Protection Act §15, §22, §28-8): purpose, items, period, effect of refusing.

Whoever agreed to an older version has not agreed to this one: a change of the facts or of their wording raises the version.
"""

from dataclasses import dataclass
from enum import StrEnum


class Purpose(StrEnum):
    """The values lie in the ledger."""

    MEMBERSHIP = "membership"  # taking part in the programme
    ABROAD = "abroad"  # the chat itself lies on Telegram's servers
    FINDER = "finder"  # a card that other shops see
    ADVISING = "advising"  # a consultant's or mentor's profile, which members see
    NEWS = "news"  # announcements beyond what one takes part in


class Item(StrEnum):
    """What is kept."""

    NAME = "name"
    PHONE = "phone"
    NUMBER = "number"
    SHOP = "shop"
    CONSORTIUM = "consortium"
    CHAT = "chat"
    ACCOUNT = "account"
    TRADE_AND_GU = "trade_and_gu"
    WISHES = "wishes"
    LANGUAGE = "language"
    PROFILE = "profile"
    HOURS = "hours"
    SESSIONS = "sessions"


class Period(StrEnum):
    """How long."""

    PROGRAMME = "programme"  # selected: five years after the end of the project (지방보조금법 §24); otherwise until deletion
    CHAT = "chat"  # as long as the chat is there; Telegram's own periods beside it
    CARD = "card"  # sixty days after it was last prolonged, or until taken back
    TAKEN_BACK = "taken_back"
    ADVISES = "advises"  # while one advises; what was given stays counted, without the profile


class Effect(StrEnum):
    """What follows when somebody does not agree."""

    NO_REGISTRATION = "no_registration"
    NO_CHAT = "no_chat"  # the service is this chat: there is no other way in, but the office can be called
    NO_CARD = "no_card"
    NO_NEWS = "no_news"
    NO_ADVISING = "no_advising"


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    purpose: Purpose
    version: int
    required: bool
    items: tuple[Item, ...]
    period: Period
    refusing: Effect


def terms(purpose: Purpose) -> Terms:
    return _TERMS[purpose]


def required() -> tuple[Purpose, ...]:
    return tuple(purpose for purpose in Purpose if _TERMS[purpose].required)


_TERMS = {
    one.purpose: one
    for one in (
        Terms(
            purpose=Purpose.MEMBERSHIP,
            version=1,
            required=True,
            items=(Item.NAME, Item.PHONE, Item.NUMBER, Item.SHOP, Item.CONSORTIUM),
            period=Period.PROGRAMME,
            refusing=Effect.NO_REGISTRATION,
        ),
        Terms(
            purpose=Purpose.ABROAD,
            version=1,
            required=True,
            items=(Item.ACCOUNT, Item.CHAT),
            period=Period.CHAT,
            refusing=Effect.NO_CHAT,
        ),
        Terms(
            purpose=Purpose.FINDER,
            version=2,  # 2: what the other learns once both are interested
            required=False,
            items=(Item.TRADE_AND_GU, Item.WISHES),
            period=Period.CARD,
            refusing=Effect.NO_CARD,
        ),
        Terms(
            purpose=Purpose.ADVISING,
            version=1,
            required=False,
            items=(Item.PROFILE, Item.HOURS, Item.SESSIONS, Item.ACCOUNT),
            period=Period.ADVISES,
            refusing=Effect.NO_ADVISING,
        ),
        Terms(
            purpose=Purpose.NEWS,
            version=1,
            required=False,
            items=(Item.ACCOUNT, Item.LANGUAGE),
            period=Period.TAKEN_BACK,
            refusing=Effect.NO_NEWS,
        ),
    )
}
