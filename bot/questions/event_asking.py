"""What people are asked when they register, typed a line each, and shown to be taken away again."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import orjson

from bot.dialogue.answers import Accepted, Partly, Refused
from bot.dialogue.question import Json, Place, Question, digest
from bot.dialogue.taps import Done, Toggle
from bot.happenings import Happening, Said, Tapped
from bot.screens import event_question_words as words
from bot.screens.screen import Button, button
from bot.words import Words
from programme.events import MOST_OPTIONS, MOST_QUESTIONS
from programme.yes_no_text import are_yes_and_no
from storage.event_questions import Asked, NewQuestion

LONGEST, LONGEST_OPTION = 150, 40
MUST = "*"
_CHOICES = re.compile(r"\s*[:：]\s*")
_SLASH, _ENGLISH = re.compile(r"\s*/\s*"), re.compile(r"\s*=\s*")


def parse_question(line: str) -> NewQuestion | None:
    """`words`, `words: one / two`, `words: yes / no`; an English wording behind "=", a star at the end: it must be answered."""
    plain, must = line.strip().removesuffix(MUST).rstrip(), line.strip().endswith(MUST)
    head, *rest = _CHOICES.split(plain, maxsplit=1)
    words, options = _by_language(head, LONGEST), [part for part in _SLASH.split(rest[0]) if part] if rest else []
    if words is None or (rest and len(options) < 2) or len(options) > MOST_OPTIONS:  # noqa: PLR2004 - one thing is no choice
        return None
    if are_yes_and_no(options):
        return NewQuestion(kind=Asked.YES_NO, words=words, required=must)
    named = [_by_language(option, LONGEST_OPTION) for option in options]
    if None in named or len(set(options)) < len(options):
        return None
    kind = Asked.CHOICE if options else Asked.TEXT
    return NewQuestion(kind=kind, words=words, options=tuple(one for one in named if one is not None), required=must)


def _by_language(text: str, longest: int) -> Mapping[str, str] | None:
    korean, *english = _ENGLISH.split(text.strip(), maxsplit=1)
    both = {"en": english[0], "ko": korean} if english else {"ko": korean}
    return both if all(0 < len(one) <= longest for one in both.values()) else None


@dataclass(frozen=True, kw_only=True)
class QuestionsToPeople(Question[tuple[NewQuestion, ...]]):
    """`fixed`: so many of the first have been answered already and stay."""

    fixed: int = field(default=0)

    def read(self, happening: Happening, place: Place) -> Accepted[tuple[NewQuestion, ...]] | Partly | Refused:
        now = list(place.partial)
        match happening:
            case Said(text=typed):
                return self._typed(typed, now)
            case Tapped(tap=Toggle(asked=asked, option=option)) if asked == place.asked:
                kept = [one for at, one in enumerate(now) if at < self.fixed or _token(one) != option]
                return Partly(tuple(kept))
            case Tapped(tap=Done(asked=asked)) if asked == place.asked:
                return Accepted(self.restored(now))
        return Refused(words.type_a_question())

    def _typed(self, typed: str, now: list[Json]) -> Partly | Refused:
        found = list[NewQuestion]()
        for line in filter(str.strip, typed.splitlines()):
            question = parse_question(line)
            if question is None:
                return Refused(words.unread_question(line.strip()))
            found.append(question)
        if len(now) + len(found) > MOST_QUESTIONS:
            return Refused(words.too_many_questions(MOST_QUESTIONS))
        return Partly((*now, *map(_stored, found)), echo=words.questions_understood(found))

    def stored(self, value: tuple[NewQuestion, ...]) -> Json:
        return [_stored(one) for one in value]

    def restored(self, stored: Json) -> tuple[NewQuestion, ...]:
        return tuple(_restored(one) for one in stored)

    def told(self, value: tuple[NewQuestion, ...]) -> Words:
        return words.questions_told(value)

    def options(self, place: Place) -> tuple[tuple[Button, ...], ...]:
        shown: Sequence[Json] = place.partial
        dropped = [
            (button(words.drop_question(_restored(one)), Toggle(place.draft, place.asked, _token(one))),) for one in shown[self.fixed :]
        ]
        return (*dropped, (button(words.questions_done(len(shown)), Done(place.draft, place.asked)),))

    def hint(self) -> Words:
        return words.questions_hint(fixed=self.fixed)


def _stored(one: NewQuestion) -> Json:
    return {"kind": one.kind.value, "words": dict(one.words), "options": [dict(option) for option in one.options], "must": one.required}


def _restored(stored: Json) -> NewQuestion:
    return NewQuestion(
        kind=Asked(stored["kind"]),
        words=dict(sorted(stored["words"].items())),
        options=tuple(dict(sorted(option.items())) for option in stored["options"]),
        required=bool(stored["must"]),
    )


def _token(stored: Json) -> str:
    return digest(orjson.dumps(stored, option=orjson.OPT_SORT_KEYS).decode())
