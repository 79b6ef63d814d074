"""The sentence on a card: nothing in it may tell strangers how to reach its owner."""

from dataclasses import dataclass

from bot.dialogue.answers import Accepted, Refused
from bot.dialogue.question import Place
from bot.dialogue.typed import Text
from bot.happenings import Happening
from bot.screens import finder_questions as screens
from services.finder import cannot_be_said


@dataclass(frozen=True, kw_only=True)
class Sentence(Text):
    shop_name: str

    def read(self, happening: Happening, place: Place) -> Accepted[str] | Refused:
        found = super().read(happening, place)
        if isinstance(found, Refused):
            return found
        # One sentence on one line: a long list would push the other cards off the screen.
        sentence = " ".join(found.value.split())
        unsayable = cannot_be_said(sentence, self.shop_name)
        return Accepted(sentence) if unsayable is None else Refused(screens.cannot_be_said(unsayable))
