"""Words that need no catalogue: what people typed, what a call file says, and several words put together."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.words.markup import escape
from bot.words.value import Words


@dataclass(frozen=True, slots=True)
class Verbatim(Words):
    text: str

    def in_(self, language: str) -> str:  # noqa: ARG002 - the same in every language
        return self.text

    def html(self, language: str) -> str:  # noqa: ARG002
        return escape(self.text)

    def to_json(self) -> dict[str, Any]:
        return {"verbatim": self.text}


@dataclass(frozen=True, slots=True)
class Told(Words):
    texts: tuple[tuple[str, str], ...]

    def in_(self, language: str) -> str:
        by_language = dict(self.texts)
        for spoken in (language, "en", "ko"):
            if spoken in by_language:
                return by_language[spoken]
        return self.texts[0][1]

    def html(self, language: str) -> str:
        return escape(self.in_(language))

    def to_json(self) -> dict[str, Any]:
        return {"told": dict(self.texts)}


@dataclass(frozen=True, slots=True)
class Joined(Words):
    parts: tuple[Words, ...]
    separator: str

    def in_(self, language: str) -> str:
        return self.separator.join([part.in_(language) for part in self.parts])

    def html(self, language: str) -> str:
        return escape(self.separator).join([part.html(language) for part in self.parts])

    def to_json(self) -> dict[str, Any]:
        return {"joined": [part.to_json() for part in self.parts], "by": self.separator}


def verbatim(text: str) -> Words:
    """Text that is the same in every language: a name, a number, what somebody typed. It is not markup."""
    return Verbatim(text)


def told(texts: Mapping[str, str]) -> Words:
    """Text a call file carries, by language. A language it lacks reads the English, else the Korean. It is not markup."""
    if not texts:
        raise ValueError("told() needs the text in at least one language")
    return Told(tuple(sorted(texts.items())))


def joined(words: Iterable[Words], separator: str) -> Words:
    return Joined(tuple(words), separator)


def lines(*words: Words | None) -> Words:
    """One below the other; None is left out, `verbatim("")` is an empty line."""
    return Joined(tuple(part for part in words if part is not None), "\n")
