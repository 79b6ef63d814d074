"""The question what an announcement says: whatever is sent, in the order it is sent, with its formatting."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.dialogue.answers import Accepted, Gone, Partly, Refused
from bot.dialogue.question import Json, Place, Question, digest, tapped_option
from bot.dialogue.taps import Done, Pick
from bot.happenings import Happening, PartSent, Said, Tapped
from bot.screens import announcement_messages as screens
from bot.screens import announcement_questions
from bot.screens.screen import Button, button
from bot.words import Words
from programme.announcement_amending import entities_of, reworded, words_of
from programme.announcement_parts import (
    POLL,
    TEXT,
    WORDS,
    Composed,
    Part,
    Unfit,
    WhyNot,
    Written,
    corrected_in,
    ends_in_album,
    joined_to,
)
from programme.residents import holds_resident_number
from programme.typed_marks import Formatted, Wrong, formatted, looks_typed

ASKED = "asked"  # whether what was typed is meant as formatting
LONGEST_CAPTION = 1024  # of a bot; people who pay may write longer ones
MOST_ENTITIES = 100  # Telegram leaves out what is more
FORMATTED, AS_TYPED, AWAY = digest("formatted"), digest("as typed"), digest("away")
Heard = Accepted[tuple[Written, ...]] | Partly | Refused


@dataclass(frozen=True, kw_only=True)
class Messages(Question[tuple[Written, ...]]):
    @property
    def hears_everything(self) -> bool:
        return True

    def read(self, happening: Happening, place: Place) -> Heard:
        match happening:
            case PartSent(composed=Composed(part=Unfit(why=why))):
                return Refused(screens.unfit(why))
            case PartSent(composed=Composed(part=Part() as part, words=words), edited=edited):
                return self._corrected(place, part, words) if edited else self._one_more(place, part, words)
            case Said(text=typed):
                return self._one_more(place, Part(method=TEXT, params={"text": typed}), [typed])
            case Tapped(tap=Done(asked=asked)) if asked == place.asked:
                return self._finished(place)
            case _:
                return self._moved(place, tapped_option(happening, place))

    def _corrected(self, place: Place, part: Part, words: Sequence[str]) -> Partly | Refused:
        """Edited in the chat: the announcement says what stands there now. The last one may be asked about again."""
        parts = _parts(place)
        after = corrected_in(parts, part)
        if (unfit := _unfit(part, words)) is not None:
            return Refused(unfit)
        if after is None:
            return Refused(screens.send_it_anew())
        asked = _looks_typed(part) and after[-1] is part
        return Partly(_written(after, asked=asked), echo=screens.marks_found() if asked else screens.corrected())

    def _one_more(self, place: Place, part: Part, words: Sequence[str]) -> Partly | Refused:
        if (unfit := _unfit(part, words)) is not None:
            return Refused(unfit)
        before = _parts(place)
        joins = bool(before and part.album and part.album == before[-1].album)
        if _is_asked(place) and not joins:
            if part.method != TEXT:
                return Refused(screens.say_first())
            before = before[:-1]
        after = joined_to(before, part)
        if isinstance(after, WhyNot):
            return Refused(screens.unfit(after))
        waits = joins and _is_asked(place)
        asked = waits or _looks_typed(part)
        # The pictures of an album come at once, and each answer would cost a second of Telegram's patience.
        silent = joins and asked == waits
        return Partly(_written(after, asked=asked), echo=screens.marks_found() if asked else _told(after), silent=silent)

    def _moved(self, place: Place, option: str | None) -> Partly | Refused:
        parts = _parts(place)
        if parts and option == AWAY:
            return Partly(_written(parts[:-1]) or (NOTHING,))
        if parts and _is_asked(place) and option == AS_TYPED:
            return Partly(_written(parts), echo=screens.arrived(len(parts)))
        if parts and _is_asked(place) and option == FORMATTED:
            return _as_formatted(parts)
        return Refused(screens.send_it_here())

    def _finished(self, place: Place) -> Heard:
        parts = _parts(place)
        if not parts:
            return Refused(screens.send_it_here())
        if _is_asked(place):
            return Refused(screens.say_first())
        plain = tuple(replace(part, album="", message=0).to_json() for part in parts)
        return Refused(screens.below_the_album()) if ends_in_album(plain) else Accepted(plain)

    def told(self, value: tuple[Written, ...]) -> Words:
        return screens.so_many(len(value))

    def stored(self, value: tuple[Written, ...]) -> Json:
        return [dict(one) for one in value]

    def restored(self, stored: Json) -> tuple[Written, ...]:
        if not isinstance(stored, list) or not stored or not all(isinstance(one, dict) and "method" in one for one in stored):
            raise Gone
        return tuple(stored)

    def hint(self) -> Words | None:
        return screens.how_to_write()

    def options(self, place: Place) -> tuple[tuple[Button, ...], ...]:
        parts = _parts(place)
        if not parts:
            return ()

        def pick(label: Words, option: str) -> tuple[Button, ...]:
            return (button(label, Pick(place.draft, place.asked, option)),)

        away = pick(screens.take_away(), AWAY)
        if _is_asked(place):
            return (pick(screens.as_formatting(), FORMATTED), pick(screens.as_typed(), AS_TYPED), away)
        return ((button(screens.that_is_all(len(parts)), Done(place.draft, place.asked)),), away)


NOTHING: dict[str, Any] = {}  # all was taken away again, which is not the same as never begun


def _parts(place: Place) -> tuple[Part, ...]:
    return tuple(Part.from_json(one) for one in place.partial if one)


def _is_asked(place: Place) -> bool:
    return bool(place.partial) and bool(place.partial[-1].get(ASKED))


def _written(parts: Sequence[Part], *, asked: bool = False) -> tuple[Json, ...]:
    written = [part.to_json() for part in parts]
    if asked:
        written[-1][ASKED] = True
    return tuple(written)


def _looks_typed(part: Part) -> bool:
    return part.method in WORDS and looks_typed(str(part.params.get(WORDS[part.method][0], "")))


def _as_formatted(parts: tuple[Part, ...]) -> Partly | Refused:
    last = parts[-1]
    written = {"method": last.method, "params": last.params}
    match formatted(words_of(written), entities_of(written)):
        case Wrong() as wrong:
            return Refused(screens.wrong_mark(wrong))
        case Formatted(text=plain, entities=found):
            if len(found) > MOST_ENTITIES:
                return Refused(screens.too_much_formatting(len(found), MOST_ENTITIES))
            changed = replace(last, params=reworded(written, plain, found)["params"])
            return Partly(_written((*parts[:-1], changed)), echo=screens.formatting_read(len(parts)))


def _told(parts: Sequence[Part]) -> Words:
    return screens.poll_arrived(len(parts)) if parts[-1].method == POLL else screens.arrived(len(parts))


def _unfit(part: Part, words: Sequence[str]) -> Words | None:
    return announcement_questions.no_numbers() if any(holds_resident_number(one) for one in words) else _too_much(part)


def _too_much(part: Part) -> Words | None:
    caption = str(part.params.get("caption", ""))
    if len(caption) > LONGEST_CAPTION:
        return screens.caption_too_long(len(caption), LONGEST_CAPTION)
    marked = part.params.get("entities") or part.params.get("caption_entities") or ()
    return screens.too_much_formatting(len(marked), MOST_ENTITIES) if len(marked) > MOST_ENTITIES else None
