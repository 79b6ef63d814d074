"""What the bot says, before anybody has chosen a language."""

from abc import abstractmethod
from datetime import date
from typing import Any, TypeAlias


class Words:
    """Words are values: frozen, hashable, equal when they would say the same from the same facts.

    Not an ABC: `isinstance` of one takes ten times as long, and a screen asks it of every fact.
    """

    __slots__ = ()

    @abstractmethod
    def in_(self, language: str) -> str:
        """Plain text, for buttons and toasts: markup is dropped."""

    @abstractmethod
    def html(self, language: str) -> str:
        """Telegram HTML: the phrase's own markup stays, every fact is escaped exactly once."""

    @abstractmethod
    def to_json(self) -> dict[str, Any]:
        """Strings, numbers, lists and objects only; `Words.from_json` reads it back."""

    @staticmethod
    def from_json(written: dict[str, Any]) -> "Words":
        """The words that `to_json` wrote. Raises ValueError for anything else."""
        from bot.words.codec import read  # noqa: PLC0415 - the codec knows every kind of words, and they know it

        return read(written)

    def __format__(self, spec: str) -> str:
        raise TypeError("words have no text before a language is chosen: call .in_(language) or .html(language)")


Fact: TypeAlias = "str | int | date | Words | tuple[Fact, ...]"
