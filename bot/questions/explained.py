"""A choice with an explanation under the question."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from bot.dialogue.choices import Choice, options_of
from bot.words import Words

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class Explained(Choice[T]):
    below: Words | None = None

    def hint(self) -> Words | None:
        return self.below


def explained(
    key: str, words: Words, values: Iterable[T], *, label: Callable[[T], Words], token: Callable[[T], str] | None = None, **more: Any
) -> Explained[T]:
    return Explained(key=key, words=words, choices=options_of(values, label, token), **more)
