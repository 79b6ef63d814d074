"""What every kind of question has in common."""

import json
from abc import abstractmethod
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any, Generic, TypeVar

from bot.dialogue.answers import Accepted, Partly, Refused
from bot.dialogue.taps import Pick
from bot.happenings import Happening, Tapped
from bot.screens.screen import AsksFor, Button
from bot.words import Words

T = TypeVar("T")
Json = Any  # what json.dumps takes


def digest(text: str, size: int = 4) -> str:
    """A short stable name for a button: hex, `size` bytes."""
    return blake2b(text.encode(), digest_size=size).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a question stands at the moment it is shown: whose draft, what was ticked, which page."""

    draft: str
    asked: str
    language: str
    partial: tuple[Json, ...] = ()
    page: int = 0
    former: Json = None  # the earlier answer, when the question is asked again


@dataclass(frozen=True, kw_only=True)
class Question(Generic[T]):
    """One question of a story.

    key: names the answer in the draft; stable across releases.
    words: the question. why: why it is asked. name: its short name in a summary (None: not listed there).
    about: the earlier answers it depends on; when one of them changes, this question is asked again.
    """

    key: str
    words: Words
    why: Words | None = None
    name: Words | None = None
    about: tuple[Json, ...] = ()
    optional: bool = False

    @property
    def asked(self) -> str:
        return digest(self.key)

    @property
    def about_digest(self) -> str:
        return digest(json.dumps(self.about, ensure_ascii=False, default=str))

    @abstractmethod
    def read(self, happening: Happening, place: Place) -> Accepted[T] | Partly | Refused:
        """The answer in a tap or message, a part of it, or why it is none."""

    @abstractmethod
    def told(self, value: T) -> Words:
        """The answer as a summary shows it."""

    def stored(self, value: T) -> Json:
        return value

    def restored(self, stored: Json) -> T:
        """The stored answer. Raises `Gone` when it is no longer possible."""
        return stored  # type: ignore[no-any-return]

    def options(self, place: Place) -> tuple[tuple[Button, ...], ...]:
        """The rows of buttons that answer the question."""
        return ()

    def hint(self) -> Words | None:
        """How to answer, with an example, where there is something to type or send."""
        return None

    @property
    def hears_everything(self) -> bool:
        """Whatever is sent reaches it as a `PartSent`, with its formatting."""
        return False

    @property
    def asks_for(self) -> AsksFor | None:
        """What the phone is asked to share, by a key at the bottom of the chat."""
        return None

    @property
    def asks_label(self) -> Words | None:
        """The words on that key."""
        return None

    @property
    def asks_most(self) -> int:
        return 1


def tapped_option(happening: Happening, place: Place) -> str | None:
    """The option of a tap that belongs to this very question."""
    match happening:
        case Tapped(tap=Pick(asked=asked, option=option)) if asked == place.asked:
            return option
        case _:
            return None
