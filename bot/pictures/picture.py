"""A picture is a value too: facts that are drawn when the message goes out, in the reader's language."""

from abc import ABC, abstractmethod
from typing import Self


class Picture(ABC):
    """A frozen dataclass of facts (ints, strings, tuples) that can draw itself.

    Registered with `bot.pictures.registry` so that a letter can carry it as JSON.
    """

    @abstractmethod
    def draw(self, language: str) -> bytes:
        """A PNG. Slow (tens of ms): the wire calls it in a thread, never inside a transaction."""

    def in_bot(self, bot_username: str) -> Self:  # noqa: ARG002 - most pictures lead nowhere
        """The picture as it leaves this bot: one that holds a deep link learns here whose it is."""
        return self
