"""What stands on a button under an announcement, and the address of a page it leads to."""

import re
from dataclasses import dataclass

from bot.dialogue.answers import Accepted, Refused
from bot.dialogue.question import Place, digest, tapped_option
from bot.dialogue.taps import Pick
from bot.dialogue.typed import Text
from bot.happenings import Happening
from bot.screens import announcement_buttons as screens
from bot.screens import announcement_questions
from bot.screens.screen import Button, button
from bot.words import Words, verbatim
from programme.residents import holds_resident_number
from programme.widths import width

WIDEST = 32  # half letters of the Latin kind: 16 Hangul
LONGEST_ADDRESS = 200


@dataclass(frozen=True, kw_only=True)
class Label(Text):
    """`usual`: what mostly stands on a button that leads there, one tap away."""

    usual: str

    def read(self, happening: Happening, place: Place) -> Accepted[str] | Refused:
        if tapped_option(happening, place) == digest(self.usual):
            return Accepted(self.usual)
        found = super().read(happening, place)
        if isinstance(found, Refused):
            return found
        line = " ".join(found.value.split())
        if holds_resident_number(line):
            return Refused(announcement_questions.no_numbers())
        wide = width(line)
        if wide > WIDEST:
            return Refused(screens.label_too_long(-(-wide // 2), WIDEST // 2))
        return Accepted(line)

    def hint(self) -> Words | None:
        return screens.how_to_label(WIDEST // 2)

    def options(self, place: Place) -> tuple[tuple[Button, ...], ...]:
        return ((button(verbatim(self.usual), Pick(place.draft, place.asked, digest(self.usual))),),)


@dataclass(frozen=True, kw_only=True)
class Address(Text):
    """A bare `www.…` gets its https:// in front."""

    def read(self, happening: Happening, place: Place) -> Accepted[str] | Refused:
        found = super().read(happening, place)
        if isinstance(found, Refused):
            return found
        typed = found.value.strip()
        address = typed if "//" in typed else f"https://{typed}"
        return Accepted(address) if is_address(address) else Refused(screens.not_a_link())

    def hint(self) -> Words | None:
        return screens.what_a_link_is()


def is_address(text: str) -> bool:
    return re.fullmatch(r"https://[^\s/:@?#\"<>]+\.[^\s/:@?#\"<>]{2,}(?::\d+)?(?:[/?#][^\s\"<>]*)?", text) is not None


def label_in(language: str, lead: str) -> Label:
    """`lead`: the kind of what it leads to."""
    return Label(
        key=f"label_{language}",
        words=screens.which_label(language),
        at_most=64,
        name=announcement_questions.names("label"),
        usual=screens.usual_label(lead).in_(language),
        about=(lead,),
    )


def web_address(key: str) -> Address:
    return Address(key=key, words=screens.which_link(), at_most=LONGEST_ADDRESS)
