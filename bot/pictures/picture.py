"""A picture is a value too: facts that are drawn when the message goes out, in the reader's language."""

from abc import ABC, abstractmethod


class Picture(ABC):
    """A frozen dataclass of facts (ints, strings, tuples) that can draw itself.

    Registered with `bot.pictures.registry` so that a letter can carry it as JSON.
    """

    @abstractmethod
    def draw(self, language: str) -> bytes:
        """A PNG. Slow (tens of ms): the wire calls it in a thread, never inside a transaction."""
