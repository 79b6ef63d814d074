"""Typed text as its reader sees it, for looking at what it says: not for showing."""

import unicodedata

_FILLERS = frozenset(map(chr, (0x115F, 0x1160, 0x3164, 0xFFA0)))  # letters to Unicode, blanks to the eye
_DRAWN_WITH_NO_WIDTH = {"Cf", "Mn", "Me"}  # joiners, directions, soft hyphens; the rings around keycap digits


def seen(text: str) -> str:
    """Digits and letters in their plain form, without whatever may hide between them."""
    plain = unicodedata.normalize("NFKC", text)
    return "".join(letter for letter in plain if letter not in _FILLERS and unicodedata.category(letter) not in _DRAWN_WITH_NO_WIDTH)
