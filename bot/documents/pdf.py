"""An outline as a PDF, set by Typst with the fonts that come with the house and no others, so that every machine makes the same."""

import json
from dataclasses import asdict
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from bot.documents.outline import Block, Grid, Heading, Outline

if TYPE_CHECKING:
    import typst


def pdf(outline: Outline) -> bytes:
    made = _compiler(outline).compile(format="pdf")
    assert isinstance(made, bytes)
    return made


def pictures(outline: Outline, *, ppi: int = 80) -> list[bytes]:
    """The same pages as PNG, for looking at them."""
    made = _compiler(outline).compile(format="png", ppi=ppi)
    return [made] if isinstance(made, bytes) else [page for page in made or [] if page is not None]


def _compiler(outline: Outline) -> "typst.Compiler":
    import typst  # noqa: PLC0415 - a typesetter of 40 MB, only where a file is made

    return typst.Compiler(_template(), font_paths=_fonts(), ignore_system_fonts=True, sys_inputs={"outline": _written(outline)})


@cache
def _template() -> bytes:
    return files("bot.documents").joinpath("outline.typ").read_bytes()


@cache
def _fonts() -> "typst.Fonts":
    import typst  # noqa: PLC0415
    from pylopdf_fonts_ko import sans_path  # noqa: PLC0415

    emoji = files("bot.documents").joinpath("fonts")  # Noto Emoji, in one colour: a shop may have one in its name
    return typst.Fonts(include_system_fonts=False, font_paths=[str(sans_path().parent), str(emoji)])


def _written(outline: Outline) -> str:
    return json.dumps({**asdict(outline), "blocks": [_block(block) for block in outline.blocks]}, ensure_ascii=False)


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Heading():
            kind = "heading"
        case Grid():
            kind = "grid"
        case _:
            kind = "paragraph"
    return {"kind": kind, **asdict(block)}
