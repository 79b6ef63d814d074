"""My details: the name and the phone number of a registered owner, shown to nobody but themselves."""

from enum import StrEnum

from bot.dialogue.sent import dashed
from bot.dialogue.taps import BeginStory
from bot.screens.consents import ShowConsents
from bot.screens.screen import Screen, button, column
from bot.screens.shops import SHOPS, ShowDetails
from bot.screens.ways import HOME
from bot.words import Words, lines, t
from storage.owners import Owner


class Detail(StrEnum):
    """The values lie in drafts and on buttons."""

    NAME = "name"
    PHONE = "phone"


def correct_my_details() -> Words:
    return t("Correct my details")


def mine(owner: Owner) -> Screen:
    return Screen(
        words=lines(
            t("<b>My details</b>"),
            t("• Name of the representative: {name}", name=owner.name),
            _phone(owner),
            t("• Registered since {day:date}", day=owner.registered_at),
            t("\nOnly you and the office see these. Members of your consortium read your name in the agreement."),
        ),
        rows=column(
            [
                button(t("✏️ Correct the name"), BeginStory("correct_details", Detail.NAME.value)),
                button(t("✏️ Correct the phone"), BeginStory("correct_details", Detail.PHONE.value)),
                button(t("📝 My consents"), ShowConsents()),
                SHOPS,
                HOME,
            ]
        ),
    )


def _phone(owner: Owner) -> Words:
    if owner.phone_verified:
        return t("• Phone: {phone} (confirmed by Telegram)", phone=dashed(owner.phone))
    return t("• Phone: {phone} (typed, not confirmed)", phone=dashed(owner.phone))


def corrected(*, again: bool) -> Screen:
    checked = t("The tax office is asked again about your shops; until it answers they count as not confirmed. I write to you.")
    return Screen(
        words=lines(t("<b>Corrected.</b>"), checked if again else None),
        rows=column([button(t("👤 My details"), ShowDetails()), SHOPS, HOME]),
    )


def not_registered() -> Screen:
    return Screen(
        words=t("I keep no name or phone number of yours. They are asked for when you register a shop."),
        rows=column([button(t("➕ Register a shop"), BeginStory("register")), HOME]),
    )
