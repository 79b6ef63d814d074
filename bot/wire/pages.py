"""Long texts: Telegram counts what is left after the markup, and takes no more than so much of it."""

import re
from html import unescape

_PIECES = re.compile(r"<[^<>]*>|[^<]+")
_TAG_NAME = re.compile(r"</?([a-zA-Z-]+)")


def visible_length(html: str) -> int:
    """The length Telegram counts, in UTF-16 units (never less than the code points it may count instead)."""
    return sum(_width(unescape(piece)) for piece in _PIECES.findall(html) if not piece.startswith("<"))


def pages(html: str, at_most: int) -> list[str]:
    """The text in parts of at most `at_most`, cut between lines (or words), each with its tags closed."""
    if visible_length(html) <= at_most:
        return [html]
    made = _Pages(at_most)
    for piece in _PIECES.findall(html):
        if piece.startswith("<"):
            made.tag(piece)
        else:
            for line in re.findall(r"[^\n]*\n|[^\n]+", piece):
                made.line(line)
    return made.finished()


class _Pages:
    def __init__(self, at_most: int) -> None:
        self._at_most = at_most
        self._done: list[str] = []
        self._open: list[str] = []
        self._page: list[str] = []
        self._width = 0

    def tag(self, tag: str) -> None:
        self._page.append(tag)
        if tag.startswith("</"):
            if self._open:
                self._open.pop()
        elif not tag.endswith("/>"):
            self._open.append(tag)

    def line(self, line: str) -> None:
        width = _width(unescape(line))
        if width <= self._at_most:
            self._add(line, width)
            return
        for word in re.findall(r"\S*\s+|\S+", line):
            for part in _bits(word, self._at_most):
                self._add(part, _width(unescape(part)))

    def _add(self, text: str, width: int) -> None:
        if self._width + width > self._at_most:
            self._turn()
        self._page.append(text)
        self._width += width

    def _turn(self) -> None:
        closing = [f"</{_name(tag)}>" for tag in reversed(self._open)]
        self._done.append("".join([*self._page, *closing]))
        self._page = list(self._open)
        self._width = 0

    def finished(self) -> list[str]:
        if self._width:
            self._done.append("".join(self._page))
        return self._done


def _bits(word: str, at_most: int) -> list[str]:
    """A word longer than a page, cut between characters but never inside an `&entity;`."""
    characters = re.findall(r"&[#a-zA-Z0-9]+;|.", word, re.DOTALL)
    # Every character is at most two UTF-16 units wide.
    size = max(at_most // 2, 1)
    return ["".join(characters[start : start + size]) for start in range(0, len(characters), size)]


def _name(tag: str) -> str:
    found = _TAG_NAME.match(tag)
    return found.group(1) if found else ""


def _width(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
