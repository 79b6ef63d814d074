"""Telegram's HTML, as far as words need it: escaping facts, and reading a phrase without its tags."""

import re
from html import unescape

_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})


def escape(text: str) -> str:
    """Safe as text and inside a double-quoted attribute."""
    return text.translate(_ESCAPES)


def without_tags(html: str) -> str:
    """Tags gone, entities still spelled out."""
    return _TAG.sub("", html)


def plain(html: str) -> str:
    return unescape(without_tags(html))
