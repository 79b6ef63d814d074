"""The seats of an event, which may have no end, its photo, and texts too long for a summary."""

from dataclasses import dataclass

from bot.dialogue.answers import Accepted, Refused
from bot.dialogue.question import Json, Place, Question
from bot.dialogue.typed import Number, Text
from bot.happenings import FileKind, FileSent, Happening
from bot.screens import event_plan_words as screens
from bot.screens import event_seat_words as words
from bot.words import Words

NO_END = "-"  # as it lies in the draft


@dataclass(frozen=True, kw_only=True)
class Seats(Number):
    """None: no end."""

    def parse(self, text: str) -> int | Refused:
        found = super().parse(text)
        none = isinstance(found, Refused) and text.strip() == "0"
        return Refused(words.no_seats()) if none else found

    def stored(self, value: int | None) -> Json:
        return NO_END if value is None else value

    def restored(self, stored: Json) -> int | None:  # type: ignore[override]
        return None if stored == NO_END else super().restored(stored)

    def told(self, value: int | None) -> Words:
        return words.seats(value)


@dataclass(frozen=True, kw_only=True)
class Photo(Question[str]):
    """Its id at Telegram."""

    def read(self, happening: Happening, place: Place) -> Accepted[str] | Refused:  # noqa: ARG002 - a photo is read alike everywhere
        if isinstance(happening, FileSent) and happening.kind is FileKind.PHOTO:
            return Accepted(happening.file_id)
        return Refused(screens.send_a_photo())

    def told(self, value: str) -> Words:  # noqa: ARG002 - nobody reads ids
        return screens.there_is_a_photo()

    def hint(self) -> Words:
        return screens.send_a_photo()


@dataclass(frozen=True, kw_only=True)
class LongText(Text):
    """In a summary its beginning is enough."""

    def told(self, value: str) -> Words:
        return screens.beginning(value)
