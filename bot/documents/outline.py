"""What a paper says, without how it looks: the same outline becomes a PDF and an HWPX, so that both say the same."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    text: str
    centred: bool = False
    new_page: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    text: str
    small: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """`widths`: the columns' parts of the page's width. `tall`: rows with room for a seal."""

    widths: tuple[int, ...]
    rows: tuple[tuple[str, ...], ...]
    head: tuple[str, ...] = ()
    tall: bool = False


Block = Heading | Paragraph | Grid


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """`notice`: stands in a box above everything. `foot`: at the foot of every page, beside its number."""

    language: Literal["ko", "en"]
    title: str
    notice: str
    blocks: tuple[Block, ...]
    foot: str
