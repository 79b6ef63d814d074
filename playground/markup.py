"""Telegram's HTML, read as TDLib reads it: the same tags, the same leniency, the same refusals with byte offsets."""

import re
from dataclasses import dataclass, field

from playground.entities import Entity, utf16_length
from playground.links import WrongLink, checked_link, user_of_link
from playground.tags import TAGS, Opened, cannot, dated, simple, take

_NAMED = {b"lt": "<", b"gt": ">", b"amp": "&", b"quot": '"'}
_SPACE = b" \t\r\n\0\v"
_REFERENCE = re.compile(rb"&(?:#x([0-9a-fA-F]*)|#([0-9]*)|([a-zA-Z]*))")
_TAG_NAME = re.compile(rb"[^ \t\r\n\0\v>]*")
_ATTRIBUTE_NAME = re.compile(rb"[^ \t\r\n\0\v=>/\"']*")
_NAME_TOKEN = re.compile(rb"[A-Za-z0-9.\-]*")
_SPACES = re.compile(rb"[ \t\r\n\v]*")
_LONGEST_REFERENCE = 10
_TOO_HIGH = 0x10FFFF


def read_html(source: str) -> tuple[str, list[Entity]]:
    """Plain text and entities in UTF-16 offsets, neither trimmed nor merged yet. Raises Refused."""
    return _Reader(source).read()


@dataclass
class _Reader:
    source: str
    pieces: list[str] = field(default_factory=list)
    offset: int = 0
    nested: list[Opened] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)
    at: int = 0

    def __post_init__(self) -> None:
        self.bytes = self.source.encode("utf-8", "surrogatepass")

    def read(self) -> tuple[str, list[Entity]]:
        while self.at < len(self.bytes):
            self._step()
        if self.nested:
            raise cannot(f'Can\'t find end tag corresponding to start tag "{self.nested[-1].tag}"')
        text = "".join(self.pieces)
        if any("\ud800" <= character <= "\udfff" for character in text):
            raise cannot("Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units")
        return text, sorted((entity.without_stray_language() for entity in self.entities), key=Entity.order)

    def _step(self) -> None:
        head = self.bytes[self.at]
        if head == ord("<"):
            if self.bytes[self.at + 1 : self.at + 2] == b"/":
                self._end_tag()
            else:
                self._start_tag()
        elif head == ord("&"):
            character, self.at = _reference(self.bytes, self.at)
            self._add(character)
        else:
            found = re.compile(rb"[^<&]+").match(self.bytes, self.at)
            assert found is not None
            self.at = found.end()
            self._add(found[0].decode("utf-8", "surrogatepass"))

    def _add(self, text: str) -> None:
        self.pieces.append(text)
        self.offset += utf16_length(text)

    def _start_tag(self) -> None:
        begin = self.at
        name, self.at = _matched(_TAG_NAME, self.bytes, begin + 1)
        if self._ended():
            raise cannot(f"Unclosed start tag at byte offset {begin}")
        tag = _lower(name)
        if tag not in TAGS:
            raise cannot(f'Unsupported start tag "{tag}" at byte offset {begin}')
        opened = Opened(tag, self.offset, len(self.pieces))
        while self.bytes[self.at] != ord(">"):
            self._attribute(opened, begin)
        self.at += 1
        if tag == "span" and opened.argument != "spoiler":
            raise cannot(f'Tag "span" must have class "tg-spoiler" at byte offset {begin}')
        self.nested.append(opened)

    def _attribute(self, opened: Opened, begin: int) -> None:
        _, self.at = _matched(_SPACES, self.bytes, self.at)
        if self.bytes[self.at : self.at + 1] == b">":
            return
        name, self.at = _matched(_ATTRIBUTE_NAME, self.bytes, self.at)
        if not name:
            raise cannot(f'Empty attribute name in the tag "{opened.tag}" at byte offset {begin}')
        self._skip_spaces(opened, begin)
        if self.bytes[self.at] != ord("="):
            if opened.tag == "blockquote" and name == b"expandable":
                opened.argument = "1"
            return
        self.at += 1
        self._skip_spaces(opened, begin)
        value = self._value()
        if self._ended():
            raise cannot(f"Unclosed start tag at byte offset {begin}")
        take(opened, name.decode("utf-8", "surrogatepass"), value)

    def _skip_spaces(self, opened: Opened, begin: int) -> None:
        _, self.at = _matched(_SPACES, self.bytes, self.at)
        if self._ended():
            raise cannot(f'Unclosed start tag "{opened.tag}" at byte offset {begin}')

    def _ended(self) -> bool:
        return self.at >= len(self.bytes) or self.bytes[self.at] == 0

    def _value(self) -> str:
        quote = self.bytes[self.at]
        if quote in b"\"'":
            return self._quoted(quote)
        begin = self.at
        token, self.at = _matched(_NAME_TOKEN, self.bytes, begin)
        if self.at >= len(self.bytes) or self.bytes[self.at] not in _SPACE + b">":
            ended = self.at >= len(self.bytes)  # TDLib sees the closing zero byte of a C string, which counts as a space
            if not ended:
                raise cannot(f"Unexpected end of name token at byte offset {begin}")
        return _lower(token)

    def _quoted(self, quote: int) -> str:
        self.at += 1
        value: list[str] = []
        stop = re.compile(rb"[^&\0" + bytes([quote]) + rb"]*")
        while True:
            plain, self.at = _matched(stop, self.bytes, self.at)
            value.append(plain.decode("utf-8", "surrogatepass"))
            if self._ended():
                return "".join(value)
            if self.bytes[self.at] == quote:
                self.at += 1
                return "".join(value)
            character, self.at = _reference(self.bytes, self.at)
            value.append(character)

    def _end_tag(self) -> None:
        begin = self.at
        if not self.nested:
            raise cannot(f"Unexpected end tag at byte offset {begin}")
        name, self.at = _matched(_TAG_NAME, self.bytes, begin + 2)
        _, self.at = _matched(_SPACES, self.bytes, self.at)
        if self.at >= len(self.bytes) or self.bytes[self.at] != ord(">"):
            raise cannot(f"Unclosed end tag at byte offset {begin}")
        self.at += 1
        opened = self.nested[-1]
        if name and _lower(name) != opened.tag:
            raise cannot(f'Unmatched end tag at byte offset {begin}, expected "</{opened.tag}>", found "</{_lower(name)}>"')
        if self.offset > opened.at:
            self._close(opened)
        self.nested.pop()

    def _close(self, opened: Opened) -> None:
        length = self.offset - opened.at
        if opened.tag in {"pre", "code"}:
            self._close_code(opened, length)
        elif opened.tag == "tg-time":
            if (entity := dated(opened, length)) is not None:
                self.entities.append(entity)
        elif opened.tag == "a":
            self._close_link(opened, length)
        else:
            self.entities.append(simple(opened, length))

    def _close_link(self, opened: Opened, length: int) -> None:
        url = opened.argument or "".join(self.pieces[opened.begins :])
        if (user := user_of_link(url)) is not None:
            self.entities.append(Entity("text_mention", opened.at, length, user=user))
            return
        try:
            self.entities.append(Entity("text_link", opened.at, length, url=checked_link(url)))
        except WrongLink:
            return  # a link that is none is plain text

    def _close_code(self, opened: Opened, length: int) -> None:
        last = self.entities[-1] if self.entities else None
        same_place = last is not None and (last.offset, last.length) == (opened.at, length)
        if opened.tag == "pre":
            if last is not None and same_place and last.kind == "code" and last.language:
                self.entities[-1] = Entity("pre", opened.at, length, language=last.language)
            else:
                self.entities.append(Entity("pre", opened.at, length))
        elif last is not None and same_place and last.kind == "pre" and not last.language and opened.argument:
            self.entities[-1] = Entity("pre", opened.at, length, language=opened.argument)
        else:
            self.entities.append(Entity("code", opened.at, length, language=opened.argument))


def _reference(source: bytes, at: int) -> tuple[str, int]:
    """The character a reference stands for and where it ends; a bare `&` stands for itself."""
    found = _REFERENCE.match(source, at)
    assert found is not None
    hexadecimal, decimal, name = found.groups()
    if name is not None:
        character = _NAMED.get(name, "")
    else:
        code = int(hexadecimal or b"0", 16) if hexadecimal is not None else int(decimal or b"0")
        character = chr(code) if 0 < code < _TOO_HIGH and found.end() - at < _LONGEST_REFERENCE else ""
    if not character:
        return "&", at + 1
    return character, found.end() + (source[found.end() : found.end() + 1] == b";")


def _matched(pattern: re.Pattern[bytes], source: bytes, at: int) -> tuple[bytes, int]:
    found = pattern.match(source, at)
    assert found is not None
    return found[0], found.end()


def _lower(name: bytes) -> str:
    return name.lower().decode("utf-8", "surrogatepass")
