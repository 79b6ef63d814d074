"""The question what a text that has gone out should say instead, with its formatting."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.dialogue.answers import Accepted, Gone, Partly, Refused
from bot.dialogue.question import Json, Place, Question, tapped_option
from bot.dialogue.taps import Pick
from bot.happenings import Happening, PartSent, Said
from bot.questions.announcement_messages import AS_TYPED, FORMATTED
from bot.screens import announcement_correction as screens
from bot.screens import announcement_messages as messages
from bot.screens import announcement_questions
from bot.screens.screen import Button, button
from bot.words import Words, verbatim
from programme.announcement_parts import TEXT, Composed, Part
from programme.residents import holds_resident_number
from programme.typed_marks import Wrong, formatted, looks_typed

LONGEST_TOLD = 200
NewText = Mapping[str, Any]  # {"text", "entities"}


@dataclass(frozen=True, kw_only=True)
class Correction(Question[NewText]):
    most: int

    @property
    def hears_everything(self) -> bool:
        return True

    def read(self, happening: Happening, place: Place) -> Accepted[NewText] | Partly | Refused:
        match happening:
            case PartSent(composed=Composed(part=Part(method=method, params=params)), edited=False) if method == TEXT:
                return self._fitting(str(params["text"]), list(params.get("entities", ())))
            case Said(text=typed):
                return self._fitting(typed, [])
            case _:
                return self._meant(place, tapped_option(happening, place))

    def _meant(self, place: Place, option: str | None) -> Accepted[NewText] | Refused:
        """What was typed with marks is waiting: are they formatting?"""
        if not place.partial or option not in {AS_TYPED, FORMATTED}:
            return Refused(screens.only_text())
        typed = place.partial[-1]
        read = formatted(typed["text"], typed["entities"]) if option == FORMATTED else None
        if isinstance(read, Wrong):
            return Refused(messages.wrong_mark(read))
        return Accepted({"text": read.text, "entities": [dict(one) for one in read.entities]} if read is not None else typed)

    def options(self, place: Place) -> tuple[tuple[Button, ...], ...]:
        if not place.partial:
            return ()
        ways = ((messages.as_formatting(), FORMATTED), (messages.as_typed(), AS_TYPED))
        return tuple((button(label, Pick(place.draft, place.asked, option)),) for label, option in ways)

    def _fitting(self, text: str, entities: list[Any]) -> Accepted[NewText] | Partly | Refused:
        if holds_resident_number(text):
            return Refused(announcement_questions.no_numbers())
        if not text.strip():
            return Refused(screens.only_text())
        if len(text) > self.most:
            return Refused(screens.too_long(self.most))
        new = {"text": text, "entities": entities}
        return Partly((new,), echo=messages.marks_found()) if looks_typed(text) else Accepted(new)

    def told(self, value: NewText) -> Words:
        text = str(value["text"])
        return verbatim(text if len(text) <= LONGEST_TOLD else text[: LONGEST_TOLD - 1] + "…")

    def restored(self, stored: Json) -> NewText:
        if not isinstance(stored, dict) or "text" not in stored:
            raise Gone
        return stored

    def hint(self) -> Words | None:
        return screens.how_to_correct(self.most)
