"""The name of a consortium: tidied, comparable, not too long; whether it is free, the story looks up."""

from dataclasses import dataclass

from bot.dialogue.answers import Gone, Refused
from bot.dialogue.question import Json
from bot.dialogue.typed import Typed
from bot.screens import opening as screens
from bot.words import Words, verbatim
from programme import consortium_names


@dataclass(frozen=True, kw_only=True)
class ConsortiumName(Typed):
    columns: int = 1

    def parse(self, text: str) -> str | Refused:
        name = consortium_names.tidy(text)
        if not consortium_names.key(name):
            return Refused(screens.no_letters())
        if len(name) > consortium_names.LONGEST:
            return Refused(screens.name_too_long(len(name), consortium_names.LONGEST))
        return name

    def restored(self, stored: Json) -> str:
        if not isinstance(stored, str):
            raise Gone
        return stored

    def told(self, value: str) -> Words:
        return verbatim(value)

    def hint(self) -> Words:
        return screens.name_hint(screens.name_example())
