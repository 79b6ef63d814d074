"""A phrase taken apart once: literal pieces and the slots between them, with and without markup."""

import re
from dataclasses import dataclass
from functools import cache
from html import unescape
from typing import TypeAlias

from bot.words.formats import FORMATS
from bot.words.markup import without_tags
from bot.words.particles import PARTICLES


@dataclass(frozen=True, slots=True)
class Slot:
    """`{name:format|particle}`. No name: the particle alone, fitting whatever stands before it."""

    name: str
    format: str
    particle: str


Piece: TypeAlias = str | Slot


@dataclass(frozen=True, slots=True)
class Template:
    html: tuple[Piece, ...]
    plain: tuple[Piece, ...]
    names: frozenset[str]


class PhraseError(ValueError):
    """A phrase with a brace that opens no slot, an unknown format or an unknown particle."""


_SLOT = re.compile(r"\{([a-z][a-z0-9_]*)?(?::([a-z_]*))?(?:\|([^{}|]+))?\}")
_PART = re.compile(r"(\{\{|\}\}|\{[^{}]*\}|[{}])")


@cache
def template(phrase: str) -> Template:
    """The phrase taken apart. Raises PhraseError. Phrases come from the code and the catalogues, so the cache is bounded by them."""
    if not phrase:
        raise PhraseError('an empty line is verbatim("")')  # gettext would answer the catalogue's header
    html = _pieces(phrase)
    plain = tuple(unescape(piece) if isinstance(piece, str) else piece for piece in _pieces(without_tags(phrase)))
    return Template(html, plain, frozenset(piece.name for piece in html if isinstance(piece, Slot) and piece.name))


def _pieces(phrase: str) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    for part in _PART.split(phrase):
        piece = _piece(part, phrase)
        if isinstance(piece, str) and pieces and isinstance(pieces[-1], str):
            pieces[-1] += piece
        elif piece != "":
            pieces.append(piece)
    return tuple(pieces)


def _piece(part: str, phrase: str) -> Piece:
    if part in {"{{", "}}"}:
        return part[0]
    if not part.startswith(("{", "}")):
        return part
    match = _SLOT.fullmatch(part)
    if match is None:
        raise PhraseError(f"{part} is not a slot in {phrase!r}")
    slot = Slot(*(group or "" for group in match.groups()))
    if not slot.name and (slot.format or not slot.particle):
        raise PhraseError(f"{part} names no fact in {phrase!r}")
    if slot.format and slot.format not in FORMATS:
        raise PhraseError(f"{slot.format!r} is no format in {phrase!r}")
    if slot.particle and slot.particle not in PARTICLES:
        raise PhraseError(f"{slot.particle!r} is no particle in {phrase!r}")
    return slot
