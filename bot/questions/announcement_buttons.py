"""What stands on a button under an announcement, and the address of a page it leads to."""

import re
import unicodedata
from dataclasses import dataclass

from bot.dialogue.answers import Accepted, Refused
from bot.dialogue.question import Place
from bot.dialogue.typed import Text
from bot.happenings import Happening
from bot.screens import announcement_buttons as screens
from bot.screens import announcement_questions
from bot.words import t
from programme.residents import holds_resident_number

WIDEST = 32  # half letters of the Latin kind: 16 Hangul
LONGEST_ADDRESS = 200


@dataclass(frozen=True, kw_only=True)
class Label(Text):
    def read(self, happening: Happening, place: Place) -> Accepted[str] | Refused:
        found = super().read(happening, place)
        if isinstance(found, Refused):
            return found
        line = " ".join(found.value.split())
        if holds_resident_number(line):
            return Refused(announcement_questions.no_numbers())
        wide = _width(line)
        if wide > WIDEST:
            return Refused(t("That is too long for a phone: about {n} letters, and {most} fit.", n=-(-wide // 2), most=WIDEST // 2))
        return Accepted(line)


@dataclass(frozen=True, kw_only=True)
class Address(Text):
    def read(self, happening: Happening, place: Place) -> Accepted[str] | Refused:
        found = super().read(happening, place)
        if isinstance(found, Refused):
            return found
        return found if is_address(found.value) else Refused(screens.not_a_link())


def is_address(text: str) -> bool:
    return re.fullmatch(r"https://[^\s/:@?#\"<>]+\.[^\s/:@?#\"<>]{2,}(?::\d+)?(?:[/?#][^\s\"<>]*)?", text) is not None


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def label_in(language: str) -> Label:
    return Label(key=f"label_{language}", words=screens.which_label(language), at_most=64, name=announcement_questions.names("label"))


def web_address(key: str) -> Address:
    return Address(key=key, words=screens.which_link(), why=screens.why_link(), at_most=LONGEST_ADDRESS)
