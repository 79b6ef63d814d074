"""The question what a text that has gone out should say instead, with its formatting."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.dialogue.answers import Accepted, Gone, Refused
from bot.dialogue.question import Json, Place, Question
from bot.happenings import Happening, PartSent, Said
from bot.screens import announcement_correction as screens
from bot.screens import announcement_questions
from bot.words import Words, verbatim
from programme.announcement_parts import TEXT, Composed, Part
from programme.residents import holds_resident_number

LONGEST_TOLD = 200
NewText = Mapping[str, Any]  # {"text", "entities"}


@dataclass(frozen=True, kw_only=True)
class Correction(Question[NewText]):
    most: int

    @property
    def hears_everything(self) -> bool:
        return True

    def read(self, happening: Happening, place: Place) -> Accepted[NewText] | Refused:  # noqa: ARG002 - it reads alike everywhere
        match happening:
            case PartSent(composed=Composed(part=Part(method=method, params=params)), edited=False) if method == TEXT:
                return self._fitting(str(params["text"]), list(params.get("entities", ())))
            case Said(text=typed):
                return self._fitting(typed, [])
            case _:
                return Refused(screens.only_text())

    def _fitting(self, text: str, entities: list[Any]) -> Accepted[NewText] | Refused:
        if holds_resident_number(text):
            return Refused(announcement_questions.no_numbers())
        if not text.strip():
            return Refused(screens.only_text())
        return Refused(screens.too_long(self.most)) if len(text) > self.most else Accepted({"text": text, "entities": entities})

    def told(self, value: NewText) -> Words:
        text = str(value["text"])
        return verbatim(text if len(text) <= LONGEST_TOLD else text[: LONGEST_TOLD - 1] + "…")

    def restored(self, stored: Json) -> NewText:
        if not isinstance(stored, dict) or "text" not in stored:
            raise Gone
        return stored

    def hint(self) -> Words | None:
        return screens.how_to_correct(self.most)
