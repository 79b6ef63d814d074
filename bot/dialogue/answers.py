"""What came of reading a message as an answer."""

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from bot.words import Words

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Accepted(Generic[T]):
    """The answer, and (`echo`) how it was understood where that is not plain from what was typed."""

    value: T
    echo: Words | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """Not an answer to this question; `reason` says what is needed, with an example."""

    reason: Words


@dataclass(frozen=True, slots=True)
class Partly:
    """Some of the answer: what was ticked or sent so far. `silent`: what stands on the screen is still right, as when the second of
    several pictures comes.
    """

    partial: tuple[Any, ...]
    echo: Words | None = None
    silent: bool = False


class Gone(Exception):
    """A kept answer is no longer possible (a slot just taken); `reason` is told when the question is asked again."""

    def __init__(self, reason: Words | None = None) -> None:
        super().__init__("the kept answer is no longer possible")
        self.reason = reason


# What reading a kept answer raises that cannot stand any more: gone, or written by an older release.
STANDS_NO_MORE = (Gone, KeyError, TypeError, ValueError, AttributeError)
