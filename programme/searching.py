"""Typed words and kept ones, brought to one form for comparing: composed Hangul, no case, single blanks."""

import unicodedata


def searchable(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())
