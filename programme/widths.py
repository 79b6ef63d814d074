"""How wide words are on a phone: a Hangul letter takes the room of two Latin ones. Pure."""

import unicodedata


def width(text: str) -> int:
    """In half letters: those of the Latin kind."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def narrowed(text: str, most: int) -> str:
    """The first line, as far as it fits."""
    line = text.split("\n", 1)[0]
    if width(line) <= most:
        return line
    while line and width(line) > most - 1:
        line = line[:-1]
    return line.rstrip() + "…"
