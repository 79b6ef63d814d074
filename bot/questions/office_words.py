"""What the office writes to a person: typed, or one of the saved replies."""

from dataclasses import dataclass

from bot.dialogue.answers import Accepted, Refused
from bot.dialogue.question import Place, digest, tapped_option
from bot.dialogue.taps import Pick
from bot.dialogue.typed import Text
from bot.happenings import Happening
from bot.screens.screen import Button, button
from bot.words import Words, verbatim
from storage.saved_replies import SavedReply

LONGEST = 2000


@dataclass(frozen=True, kw_only=True)
class OfficeWords(Text):
    """Shows what is answered under the question."""

    quoted: Words
    saved: tuple[SavedReply, ...] = ()
    at_least: int = 2
    at_most: int = LONGEST

    def hint(self) -> Words:
        return self.quoted

    def read(self, happening: Happening, place: Place) -> Accepted[str] | Refused:
        picked = tapped_option(happening, place)
        chosen = next((one for one in self.saved if _token(one) == picked), None)
        return Accepted(chosen.words) if chosen is not None else super().read(happening, place)

    def options(self, place: Place) -> tuple[tuple[Button, ...], ...]:
        return tuple((button(verbatim(f"💬 {one.title}"), Pick(place.draft, place.asked, _token(one))),) for one in self.saved)


def _token(one: SavedReply) -> str:
    return digest(f"saved:{one.id}")
