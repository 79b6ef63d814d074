"""The last question of a survey: words if one likes, or none at a tap."""

from dataclasses import dataclass

from bot.dialogue.answers import Accepted, Refused
from bot.dialogue.question import Place, digest, tapped_option
from bot.dialogue.taps import Pick
from bot.happenings import Happening
from bot.questions.messages import Message
from bot.screens import surveys as screens
from bot.screens.screen import Button, button
from bot.words import Words

NONE = digest("none")


@dataclass(frozen=True, kw_only=True)
class WordsOrSend(Message):
    """The empty answer sends at once what was tapped before."""

    def read(self, happening: Happening, place: Place) -> Accepted[str] | Refused:
        return Accepted("") if tapped_option(happening, place) == NONE else super().read(happening, place)

    def options(self, place: Place) -> tuple[tuple[Button, ...], ...]:
        return ((button(screens.send(), Pick(place.draft, place.asked, NONE)),),)

    def hint(self) -> Words | None:
        return None
