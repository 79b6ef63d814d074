"""What it means for the reader that Telegram has not taken a message."""

from collections.abc import Sequence
from enum import Enum, auto

from telegram.error import BadRequest, Forbidden, InvalidToken, TelegramError

from bot.wire.backend import NotSent

NOBODY_THERE = ("chat not found", "user not found", "user is deactivated", "peer_id_invalid", "bot was kicked", "not enough rights to send")


class Trouble(Enum):
    LINE_IS_DOWN = auto()  # nothing has left: there is no line, or the token is no longer ours
    OUT_OF_REACH = auto()  # they have blocked the bot, or are gone
    REFUSED = auto()  # Telegram will not take this
    UNHEARD = auto()  # nobody knows whether it arrived


def trouble_of(error: TelegramError) -> Trouble:
    """Of a flood nothing is said here: that is the gate's."""
    if isinstance(error, NotSent | InvalidToken):
        return Trouble.LINE_IS_DOWN
    if isinstance(error, Forbidden):
        return Trouble.OUT_OF_REACH
    if isinstance(error, BadRequest):
        return Trouble.OUT_OF_REACH if says(error, NOBODY_THERE) else Trouble.REFUSED
    return Trouble.UNHEARD


def says(error: TelegramError, known: Sequence[str]) -> bool:
    """Whether Telegram's words hold any of these."""
    said = error.message.lower()
    return any(words in said for words in known)
