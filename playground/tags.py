"""The tags of Telegram's HTML and what each one becomes."""

import re
from dataclasses import dataclass

from playground.entities import Entity
from playground.refusals import Refused, bad

_PLAIN = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "u": "underline",
    "ins": "underline",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
}
TAGS = frozenset({*_PLAIN, "a", "tg-emoji", "tg-time", "pre", "code", "blockquote"})
_LONGEST_INT = 2**63


@dataclass
class Opened:
    tag: str
    at: int  # UTF-16 offset
    begins: int  # index into the plain text's pieces
    argument: str = ""
    date: int = 0


def take(opened: Opened, name: str, value: str) -> None:
    match opened.tag, name:
        case ("a", "href") | ("tg-emoji", "emoji-id") | ("tg-time", "format"):
            opened.argument = value
        case ("code", "class") if value.startswith("language-"):
            opened.argument = value.removeprefix("language-")
        case ("span", "class") if value.startswith("tg-"):
            opened.argument = value.removeprefix("tg-")
        case ("blockquote", "expandable"):
            opened.argument = "1"
        case ("tg-time", "unix"):
            found = re.match(r"-?[0-9]{1,9}", value)
            opened.date = int(found[0]) if found else 0
        case _:
            pass  # attributes without a meaning are left out


def simple(opened: Opened, length: int) -> Entity:
    if opened.tag == "blockquote":
        return Entity("expandable_blockquote" if opened.argument else "blockquote", opened.at, length)
    if opened.tag == "tg-emoji":
        return Entity("custom_emoji", opened.at, length, emoji=_emoji(opened.argument))
    return Entity(_PLAIN[opened.tag], opened.at, length)


def dated(opened: Opened, length: int) -> Entity | None:
    if opened.argument not in {"r", "R"} and not re.fullmatch(r"[tTdDwW]*", opened.argument):
        raise cannot("Invalid date format used")
    if opened.date <= 0:
        return None
    return Entity("date_time", opened.at, length, unix_time=opened.date, time_format=opened.argument)


def _emoji(argument: str) -> str:
    if not re.fullmatch(r"-?[0-9]{1,19}", argument) or not -_LONGEST_INT <= int(argument) < _LONGEST_INT or int(argument) == 0:
        raise cannot("Invalid custom emoji identifier specified")
    return str(int(argument))


def cannot(reason: str) -> Refused:
    return bad(f"can't parse entities: {reason}")
