"""What Telegram shows of the bot before anybody writes: its commands and what it says of itself, in every language."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import structlog
from telegram.error import TelegramError

from bot.screens.menu import Command
from bot.wire.line import Line
from bot.wire.sheets import listed
from bot.words import SHIPPED, Words

log = structlog.get_logger()
LONGEST_SHORT_DESCRIPTION = 120


@dataclass(frozen=True, kw_only=True)
class Profile:
    """`description`: what an empty chat shows; `short`: what a shared profile shows (at most 120 characters)."""

    commands: Sequence[Command]
    description: Words
    short: Words
    default_language: str = "en"  # for phones in a language that is not shipped


async def publish(line: Line, profile: Profile) -> None:
    """Best effort: a bot without its menu still answers."""
    for method, payload in _calls(profile):
        try:
            await line.call(method, payload)
        except TelegramError as error:
            log.warning("profile_not_published", method=method, error=type(error).__name__)
            return


def _calls(profile: Profile) -> Iterator[tuple[str, dict[str, Any]]]:
    for code in ("", *SHIPPED):
        language = code or profile.default_language
        told = {"language_code": code} if code else {}
        for scope, commands in _scopes(profile):
            yield "setMyCommands", {"commands": listed(commands, language), "scope": {"type": scope}, **told}
        yield "setMyDescription", {"description": profile.description.in_(language), **told}
        yield "setMyShortDescription", {"short_description": profile.short.in_(language)[:LONGEST_SHORT_DESCRIPTION], **told}


def _scopes(profile: Profile) -> tuple[tuple[str, Sequence[Command]], ...]:
    return (
        ("all_private_chats", [command for command in profile.commands if command.in_private and not command.of_the_office]),
        ("all_group_chats", [command for command in profile.commands if command.in_groups]),
    )
