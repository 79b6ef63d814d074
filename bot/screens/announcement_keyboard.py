"""The keyboard under every announcement: its own buttons, and the one by which somebody does without this kind."""

from collections.abc import Sequence
from typing import Any

from bot.screens.announcement_choice_taps import DoWithout, FollowButton
from bot.screens.announcement_words import category_name
from bot.screens.screen import Button, button, column
from bot.taps import encode
from bot.words import t, verbatim
from programme.announcements import CAN_BE_TURNED_OFF, Category, in_language
from storage.announcements import Announcement

HTTPS = "https://"


def rows(number: int, category: Category, labels: Sequence[str], leads: Sequence[str]) -> tuple[tuple[Button, ...], ...]:
    own = [_own(number, place, label, lead) for place, (label, lead) in enumerate(zip(labels, leads, strict=True))]
    off = [button(t("🔕 No more: {category}", category=category_name(category)), DoWithout(number, category))]
    return column([*own, *(off if category in CAN_BE_TURNED_OFF else [])])


def _own(number: int, place: int, label: str, lead: str) -> Button:
    """A link into the web opens at once, so nobody hears that it was tapped."""
    if lead.startswith(HTTPS):
        return Button(label=verbatim(label), url=lead)
    return button(verbatim(label), FollowButton(number, place))


def keyboard(one: Announcement, language: str) -> list[list[dict[str, Any]]]:
    """As the Bot API takes it."""
    labels = [in_language(button["label"], language) for button in one.buttons]
    found = rows(one.id, one.category, labels, [button["leads"] for button in one.buttons])
    return [[_spelt(one, language) for one in row] for row in found]


def _spelt(one: Button, language: str) -> dict[str, str]:
    leads = {"callback_data": encode(one.tap)} if one.tap is not None else {"url": one.url or ""}
    return {"text": one.label.in_(language), **leads}
