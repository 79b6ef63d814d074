"""A line on a card: nothing in it may tell strangers who its owner is or how to reach them."""

from dataclasses import dataclass

from bot.dialogue.answers import Accepted, Refused
from bot.dialogue.question import Place
from bot.dialogue.typed import Text
from bot.happenings import Happening
from bot.screens import introduction_words as screens
from services.finder import cannot_be_said


@dataclass(frozen=True, kw_only=True)
class CardLine(Text):
    shop_name: str

    def read(self, happening: Happening, place: Place) -> Accepted[str] | Refused:
        found = super().read(happening, place)
        if isinstance(found, Refused):
            return found
        line = " ".join(found.value.split())
        unsayable = cannot_be_said(line, self.shop_name)
        return Accepted(line) if unsayable is None else Refused(screens.cannot_be_said(unsayable))
