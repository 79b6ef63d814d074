"""The bar of an estimate: real Hangul, nothing clipped, exact amounts."""

import json
from io import BytesIO

import pytest
from PIL import Image, ImageDraw

from bot.pictures.fonts import fitting, font
from bot.pictures.registry import from_json, registered, to_json
from bot.pictures.subsidy_bar import INNER, MARGIN, WIDTH, SubsidyBar
from bot.words import SHIPPED

USUAL = SubsidyBar(subsidy=100_000_000, own_share=11_111_112, above_cap=38_888_888)
EXTREMES = [
    USUAL,
    SubsidyBar(subsidy=45_000_000, own_share=5_000_000, above_cap=0),
    SubsidyBar(subsidy=100_000_000, own_share=11_111_112, above_cap=9_888_888_887),
    SubsidyBar(subsidy=0, own_share=1, above_cap=0),
    SubsidyBar(subsidy=0, own_share=0, above_cap=0),
]


def opened(png: bytes) -> Image.Image:
    return Image.open(BytesIO(png)).convert("RGB")


@pytest.mark.parametrize("language", SHIPPED)
@pytest.mark.parametrize("bar", EXTREMES)
def test_every_picture_keeps_a_white_margin_so_nothing_is_clipped(bar, language):
    sheet = opened(bar.draw(language))
    assert sheet.width == WIDTH
    edges = [(0, 0, MARGIN - 4, sheet.height), (WIDTH - MARGIN + 4, 0, WIDTH, sheet.height), (0, sheet.height - 8, WIDTH, sheet.height)]
    for edge in edges:
        assert sheet.crop(edge).getcolors() == [((edge[2] - edge[0]) * (edge[3] - edge[1]), (255, 255, 255))]


def drawn(letter: str) -> bytes:
    return bytes(font(32).getmask(letter))


BOX = drawn("\U0010fffe")  # what the font draws for a sign it does not have


@pytest.mark.parametrize("language", SHIPPED)
def test_no_letter_is_a_box(language, monkeypatch):
    written: list[str] = []
    draw = ImageDraw.ImageDraw.text

    def noted(pen, at, text, *more, **named):
        written.append(text)
        draw(pen, at, text, *more, **named)

    monkeypatch.setattr(ImageDraw.ImageDraw, "text", noted)
    USUAL.draw(language)
    letters = {letter for text in written for letter in text if not letter.isspace()}
    assert [letter for letter in letters if drawn(letter) == BOX] == []
    assert any("100,000,000" in text for text in written)
    assert any("150,000,000" in text for text in written)


def test_a_box_would_be_noticed():
    assert drawn("\U0001f35e") == BOX != drawn("한")


def test_the_parts_are_as_wide_as_their_amounts():
    sheet = opened(SubsidyBar(subsidy=60, own_share=40, above_cap=0).draw("en"))
    row = [sheet.getpixel((x, 110)) for x in range(WIDTH)]
    green = sum(pixel == (0x1D, 0x6B, 0x52) for pixel in row)
    assert abs(green - INNER * 60 // 100) <= 5


def test_a_part_that_is_nothing_has_no_line():
    assert opened(EXTREMES[1].draw("en")).height < opened(USUAL.draw("en")).height


def test_long_text_becomes_smaller_until_it_fits():
    long = "Above the ceiling " * 3
    assert fitting(long, 32, 300).getlength(long) <= 300


def test_a_letter_can_carry_every_picture():
    assert from_json(json.loads(json.dumps(to_json(USUAL)))) == USUAL
    assert {"subsidy_bar", "qr"} <= set(registered())


def test_a_picture_nobody_knows_is_refused():
    with pytest.raises(ValueError, match="no picture"):
        from_json({"picture": "gone", "facts": {}})
