"""Formatting typed by hand, in HTML (`<b>…</b>`) or as people know it from elsewhere (`**…**`): read into Telegram's entities, or where it
is wrong. Pure. What Telegram itself marked already keeps its place.
"""

import html
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

Entity = Mapping[str, Any]
_AROUND = 12  # letters shown on each side of a mistake
_TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-spoiler": "spoiler",
    "a": "text_link",
}
_SIGNS = {"**": "bold", "__": "italic", "~~": "strikethrough", "||": "spoiler", "`": "code"}
_TAG = r"</?[a-zA-Z][\w-]*(?:\s[^<>]*)?>"
_LINK = r"\[[^\[\]\n]+\]\([^()\s]+\)"
_MARK = re.compile(rf"(?P<tag>{_TAG})|(?P<link>{_LINK})|(?P<sign>\*\*|__|~~|\|\||`)|(?P<escape>&(?:lt|gt|amp|quot);)")
_LOOKS = re.compile(rf"{_TAG}|{_LINK}|\*\*[^*\n]+\*\*|~~[^~\n]+~~|\|\|[^|\n]+\|\||(?<!\w)__[^_\n]+__(?!\w)|`[^`\n]+`")
_HREF = re.compile(r"""\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|(\S+))""", re.IGNORECASE)


class Mistake(StrEnum):
    NOT_CLOSED = "not_closed"
    NOT_OPENED = "not_opened"
    CROSSED = "crossed"  # another one has to be closed first
    UNKNOWN = "unknown"  # Telegram knows no such tag
    NO_LINK = "no_link"  # it does not begin with http:// or https://
    EMPTY = "empty"  # nothing stands between


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrong:
    """`line` counts from 1; `near`: the words around; `mark`: what is wrong; `needed`: what had to come first."""

    why: Mistake
    line: int
    near: str
    mark: str
    needed: str = ""


@dataclass(frozen=True, slots=True)
class Formatted:
    text: str
    entities: tuple[Entity, ...]


@dataclass(frozen=True, slots=True)
class _Open:
    mark: str
    name: str  # what closes it
    kind: str
    at: int  # in the typed text
    begins: int  # in the new text
    more: Mapping[str, str] = field(default_factory=dict)


def looks_typed(text: str) -> bool:
    """Whether somebody may have meant formatting."""
    return _LOOKS.search(text) is not None


def formatted(text: str, entities: Sequence[Entity] = ()) -> Formatted | Wrong:
    return _Reading(text).done(entities)


def utf16(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


class _Reading:
    def __init__(self, text: str) -> None:
        self._text = text
        self._out: list[str] = []
        self._size = 0  # of `_out`, in letters
        self._open: list[_Open] = []
        self._found: list[tuple[int, int, str, Mapping[str, str]]] = []  # begins, ends (letters of the new text), kind, more
        self._moved: list[tuple[int, int]] = []  # from this letter of the typed text on → this letter of the new one
        self._both = [sign for sign in _SIGNS if text.count(sign) > 1]

    def done(self, entities: Sequence[Entity]) -> Formatted | Wrong:
        at = 0
        for mark in _MARK.finditer(self._text):
            self._say(self._text[at : mark.start()], at)
            wrong = self._mark(mark)
            if wrong is not None:
                return wrong
            at = mark.end()
        self._say(self._text[at:], at)
        if self._open:
            last = self._open[-1]
            return self._wrong(Mistake.NOT_CLOSED, last.at, last.mark)
        return self._settled(entities)

    def _mark(self, mark: re.Match[str]) -> Wrong | None:
        match mark.lastgroup:
            case "tag":
                return self._tag(mark[0], mark.start())
            case "link":
                return self._link(mark[0], mark.start())
            case "sign":
                return self._sign(mark[0], mark.start())
            case _:
                self._say(html.unescape(mark[0]), mark.start())
                return None

    def _tag(self, tag: str, at: int) -> Wrong | None:
        name = re.sub(r"[</>]", "", tag.split(maxsplit=1)[0]).lower()
        if name not in _TAGS:
            return self._wrong(Mistake.UNKNOWN, at, tag)
        if tag.startswith("</"):
            return self._closed(name, tag, at)
        href = _HREF.search(tag)
        url = next((part for part in href.groups() if part is not None), "") if href else ""
        if name == "a" and not _is_web(html.unescape(url)):
            return self._wrong(Mistake.NO_LINK, at, tag)
        self._open.append(_Open(tag, name, _TAGS[name], at, self._size, {"url": html.unescape(url)} if name == "a" else {}))
        return None

    def _sign(self, sign: str, at: int) -> Wrong | None:
        if any(one.name == sign for one in self._open):
            return self._closed(sign, sign, at)
        if sign not in self._both:
            self._say(sign, at)  # a single one is no formatting
            return None
        self._open.append(_Open(sign, sign, _SIGNS[sign], at, self._size))
        return None

    def _link(self, link: str, at: int) -> Wrong | None:
        words, url = link[1:-1].split("](", 1)
        if not _is_web(url):
            return self._wrong(Mistake.NO_LINK, at, link)
        begins = self._size
        self._say(words, at + 1)
        self._found.append((begins, self._size, "text_link", {"url": url}))
        return None

    def _closed(self, name: str, mark: str, at: int) -> Wrong | None:
        if not any(one.name == name for one in self._open):
            return self._wrong(Mistake.NOT_OPENED, at, mark)
        last = self._open[-1]
        if last.name != name:
            return self._wrong(Mistake.CROSSED, at, mark, needed=last.mark)
        if last.begins == self._size:
            return self._wrong(Mistake.EMPTY, at, last.mark)
        self._open.pop()
        self._found.append((last.begins, self._size, last.kind, last.more))
        return None

    def _say(self, text: str, at: int) -> None:
        if text:
            self._moved.append((at, self._size))
            self._out.append(text)
            self._size += len(text)

    def _wrong(self, why: Mistake, at: int, mark: str, needed: str = "") -> Wrong:
        line = self._text.count("\n", 0, at) + 1
        begins = max(self._text.rfind("\n", 0, at) + 1, at - _AROUND)
        end = self._text.find("\n", at)
        ends = min(len(self._text) if end < 0 else end, at + len(mark) + _AROUND)
        return Wrong(why=why, line=line, near=self._text[begins:ends], mark=mark, needed=needed)

    def _settled(self, entities: Sequence[Entity]) -> Formatted:
        out = "".join(self._out)
        lead = len(out) - len(out.lstrip())
        text = out.strip()
        made = [
            {"type": kind, **_span(text, max(begins - lead, 0), min(ends - lead, len(text))), **more}
            for begins, ends, kind, more in self._found
        ]
        kept = [{**entity, **_span(text, *self._place(entity, lead, len(text)))} for entity in entities]
        every = [one for one in (*kept, *made) if one["length"] > 0]
        return Formatted(text, tuple(sorted(every, key=lambda one: (one["offset"], -one["length"]))))

    def _place(self, entity: Entity, lead: int, size: int) -> tuple[int, int]:
        """Where something Telegram marked lies in the new text, in letters."""
        begins = _letters(self._text, entity["offset"])
        ends = _letters(self._text, entity["offset"] + entity["length"])
        return tuple(min(max(self._now_at(at) - lead, 0), size) for at in (begins, ends))  # type: ignore[return-value]

    def _now_at(self, at: int) -> int:
        before = [(then, now) for then, now in self._moved if then <= at]
        if not before:
            return 0
        then, now = before[-1]
        after = self._moved[len(before)][1] if len(before) < len(self._moved) else self._size
        return min(now + at - then, after)


def _span(text: str, begins: int, ends: int) -> dict[str, int]:
    return {"offset": utf16(text[:begins]), "length": utf16(text[begins:ends])}


def _letters(text: str, units: int) -> int:
    """UTF-16 units → letters."""
    return len(text.encode("utf-16-le")[: units * 2].decode("utf-16-le", "ignore"))


def _is_web(url: str) -> bool:
    return re.fullmatch(r"https?://[^\s/]+\.[^\s]+", url) is not None
