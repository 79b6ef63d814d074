"""A document is a value too: facts that become a file when the message goes out, in the reader's language."""

from abc import ABC, abstractmethod
from dataclasses import dataclass

FORBIDDEN = '\\/:*?"<>|%'  # in file names somewhere; a percent sign is read as an escape by Telegram's server
LONGEST_STEM = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeFile:
    name: str  # as the reader sees it, in Hangul where it is Korean
    content: bytes
    media_type: str


class Document(ABC):
    """A frozen dataclass of facts (whole numbers and strings) that can make a file of itself.

    Registered with `bot.documents.registry` so that a letter can carry it as JSON; the letter's body goes when it is delivered.
    """

    @abstractmethod
    def made(self, language: str) -> MadeFile:
        """Slow (up to half a second): the wire calls it in a thread, never inside a transaction."""


def file_name(stem: str, suffix: str) -> str:
    """A name every phone and every office computer can keep: what a person typed may hold any sign."""
    plain = "".join(" " if letter in FORBIDDEN or not letter.isprintable() else letter for letter in stem)
    return " ".join(plain.split()).strip(". ")[:LONGEST_STEM].strip() + suffix
