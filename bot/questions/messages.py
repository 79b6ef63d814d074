"""What one person writes to another through the bot: nobody else reads it, not in a draft either."""

from dataclasses import dataclass

from bot.dialogue.sealing import Sealed
from bot.dialogue.typed import Text


@dataclass(frozen=True, kw_only=True)
class Message(Sealed, Text):
    pass
