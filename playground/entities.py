"""What stands out in a text: bold, links, commands. Offsets and lengths are UTF-16 code units, as Telegram counts."""

import re
from dataclasses import dataclass, replace
from typing import Any

_PRIORITY = {
    "blockquote": 0,
    "expandable_blockquote": 0,
    "pre": 11,
    "code": 20,
    "date_time": 30,
    "text_link": 49,
    "text_mention": 49,
    "bold": 90,
    "italic": 91,
    "underline": 92,
    "strikethrough": 93,
    "spoiler": 94,
    "custom_emoji": 99,
}
_FOUND_IN_TEXT = 50


@dataclass(frozen=True, kw_only=False)
class Entity:
    kind: str
    offset: int
    length: int
    url: str = ""
    user: int | None = None
    language: str = ""
    emoji: str = ""
    unix_time: int = 0
    time_format: str = ""

    @property
    def end(self) -> int:
        return self.offset + self.length

    def order(self) -> tuple[int, int, int]:
        """Earlier first, longer first, then as TDLib ranks the kinds."""
        priority = 10 if self.kind == "pre" and self.language else _PRIORITY.get(self.kind, _FOUND_IN_TEXT)
        return self.offset, -self.length, priority

    def without_stray_language(self) -> "Entity":
        return replace(self, language="") if self.kind == "code" else self

    def placed(self, offset: int, end: int) -> "Entity":
        return replace(self, offset=offset, length=end - offset)

    def json(self, users: dict[int, dict[str, Any]]) -> dict[str, Any]:
        """As the Bot API spells it."""
        spelt: dict[str, Any] = {"type": self.kind, "offset": self.offset, "length": self.length}
        more = {"url": self.url, "language": self.language, "custom_emoji_id": self.emoji, "unix_time": self.unix_time}
        spelt |= {name: value for name, value in more.items() if value}
        if self.kind == "date_time":
            spelt["date_time_format"] = self.time_format
        if self.user is not None:
            spelt["user"] = users[self.user]
        return spelt


def utf16_length(text: str) -> int:
    return len(text) + sum(character > "\uffff" for character in text)


def utf16_slice(text: str, offset: int, length: int) -> str:
    units = text.encode("utf-16-le", "surrogatepass")
    return units[2 * offset : 2 * (offset + length)].decode("utf-16-le", "surrogatepass")


_COMMAND = re.compile(r"(?<![\w/])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/])", re.ASCII)
_MENTION = re.compile(r"(?<![\w@/])@[A-Za-z][A-Za-z0-9_]{3,31}(?!\w)", re.ASCII)
_HASHTAG = re.compile(r"(?<![\w&#])#(?=\w*[^\W\d])\w{1,256}")
_URL = re.compile(r"(?:https?://[^\s<>\"]+|(?<![\w.@])t\.me/[^\s<>\"]+)")
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+", re.ASCII)


def found_entities(text: str) -> list[Entity]:
    """What Telegram marks by itself: links, e-mail addresses, commands, mentions, hashtags. Earlier kinds win where two overlap."""
    found: list[Entity] = []
    for kind, pattern in (("url", _URL), ("email", _EMAIL), ("bot_command", _COMMAND), ("mention", _MENTION), ("hashtag", _HASHTAG)):
        for match in pattern.finditer(text):
            entity = Entity(kind, utf16_length(text[: match.start()]), utf16_length(match[0]))
            if not any(entity.offset < other.end and other.offset < entity.end for other in found):
                found.append(entity)
    return sorted(found, key=Entity.order)
