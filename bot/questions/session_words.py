"""Words and files about a session: they lie sealed, in a draft, too."""

from dataclasses import dataclass
from typing import Any

from bot.dialogue.sealing import Sealed
from bot.dialogue.sent import Files
from bot.questions.messages import Message
from bot.words import Words


@dataclass(frozen=True, kw_only=True)
class SessionFiles(Sealed, Files):
    pass


def message(key: str, words: Words, **more: Any) -> Message:
    return Message(key=key, words=words, **more)


def files(key: str, words: Words, **more: Any) -> SessionFiles:
    return SessionFiles(key=key, words=words, **more)
