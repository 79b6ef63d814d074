"""Words about a session: they lie sealed, in a draft, too."""

from typing import Any

from bot.questions.messages import Message
from bot.words import Words


def message(key: str, words: Words, **more: Any) -> Message:
    return Message(key=key, words=words, **more)
