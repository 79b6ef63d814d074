"""The font that pictures are lettered with: Noto Sans KR, from an installed package, so that Hangul needs nothing from the system."""

from functools import cache

from PIL import ImageFont
from pylopdf_fonts_ko import sans_path


@cache
def font(size: int) -> ImageFont.FreeTypeFont:
    """`size` in pixels."""
    return ImageFont.truetype(str(sans_path()), size)


def fitting(text: str, size: int, width: int) -> ImageFont.FreeTypeFont:
    """The font at `size`, or smaller where the text would be wider than `width` pixels."""
    while size > 1 and font(size).getlength(text) > width:
        size -= 1
    return font(size)
