"""An outline, or a paper with a template of its own, as a PDF.

Typst sets it with the fonts that come with the house and no others, so that every machine makes the same.
"""

import json
from dataclasses import asdict
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from bot.documents.outline import Block, Grid, Heading, Outline

if TYPE_CHECKING:
    import typst


def pdf(outline: Outline) -> bytes:
    return set_in_type("outline", _written(outline))


def set_in_type(template: str, facts: str) -> bytes:
    """A PDF by a template of this room. `facts`: JSON, which it reads under its own name."""
    made = _compiler(template, facts).compile(format="pdf")
    assert isinstance(made, bytes)
    return made


def pictures(outline: Outline, *, ppi: int = 80) -> list[bytes]:
    """The same pages as PNG, for looking at them."""
    return pictures_of("outline", _written(outline), ppi=ppi)


def pictures_of(template: str, facts: str, *, ppi: int = 80) -> list[bytes]:
    made = _compiler(template, facts).compile(format="png", ppi=ppi)
    return [made] if isinstance(made, bytes) else [page for page in made or [] if page is not None]


def _compiler(template: str, facts: str) -> "typst.Compiler":
    import typst  # noqa: PLC0415 - a typesetter of 40 MB, only where a file is made

    return typst.Compiler(_template(template), font_paths=_fonts(), ignore_system_fonts=True, sys_inputs={template: facts})


@cache
def _template(name: str) -> bytes:
    return files("bot.documents").joinpath(f"{name}.typ").read_bytes()


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
