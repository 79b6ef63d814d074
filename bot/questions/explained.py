"""A choice with an explanation under the question."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from bot.dialogue.choices import Choice, Option
from bot.words import Words

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class Explained(Choice[T]):
    below: Words | None = None

    def hint(self) -> Words | None:
        return self.below


def options(values: Iterable[T], label: Callable[[T], Words], token: Callable[[T], str] = str) -> tuple[Option[T], ...]:
    return tuple(Option(value=value, token=token(value), label=label(value)) for value in values)


def explained(
    key: str, words: Words, values: Iterable[T], *, label: Callable[[T], Words], token: Callable[[T], str] = str, **more: Any
) -> Explained[T]:
    """`token` of a string enum is its value."""
    return Explained(key=key, words=words, choices=options(values, label, token), **more)
