"""The chart of a survey: real Hangul, nothing clipped, every number beside its bar."""

import json
from io import BytesIO

import pytest
from PIL import Image, ImageDraw

from bot.pictures.registry import from_json, registered, to_json
from bot.pictures.survey_chart import BAR_LEFT, BAR_RIGHT, MARGIN, WIDTH, SurveyChart
from bot.words import SHIPPED
from programme.surveys import STARS, NextTime, Useful

USUAL = SurveyChart(stars=(1, 0, 3, 12, 9), useful=(15, 8, 2), next_time=(7, 4, 6, 3, 5, 0), asked=41)
NOBODY = SurveyChart(stars=(0,) * 5, useful=(0,) * 3, next_time=(0,) * 6, asked=0)
CROWD = SurveyChart(stars=(0, 0, 0, 0, 99999), useful=(99999, 0, 0), next_time=(0, 0, 0, 0, 0, 99999), asked=100000)
WHITE = (255, 255, 255)


def opened(png: bytes) -> Image.Image:
    return Image.open(BytesIO(png)).convert("RGB")


@pytest.mark.parametrize("language", SHIPPED)
@pytest.mark.parametrize("chart", [USUAL, NOBODY, CROWD])
def test_every_chart_keeps_a_white_margin_so_nothing_is_clipped(chart, language):
    sheet = opened(chart.draw(language))
    assert sheet.width == WIDTH
    edges = [(0, 0, MARGIN - 4, sheet.height), (WIDTH - MARGIN + 4, 0, WIDTH, sheet.height), (0, sheet.height - 8, WIDTH, sheet.height)]
    for edge in edges:
        assert sheet.crop(edge).getcolors() == [((edge[2] - edge[0]) * (edge[3] - edge[1]), WHITE)]


@pytest.mark.parametrize("language", SHIPPED)
def test_every_bar_has_its_words_and_its_number(language, monkeypatch):
    written: list[str] = []
    draw = ImageDraw.ImageDraw.text

    def noted(pen, at, text, *more, **named):
        written.append(text)
        draw(pen, at, text, *more, **named)

    monkeypatch.setattr(ImageDraw.ImageDraw, "text", noted)
    USUAL.draw(language)
    options = len(STARS) + len(Useful) + len(NextTime)
    assert len(written) == 1 + 3 + 2 * options  # the title, the headings, each label and number
    assert [text for text in written if text.isdecimal()] == ["9", "12", "3", "0", "1", "15", "8", "2", "7", "4", "6", "3", "5", "0"]
    assert "41" in written[0]


def test_a_bar_is_as_long_as_its_share():
    sheet = opened(SurveyChart(stars=(0, 0, 0, 3, 1), useful=(4, 0, 0), next_time=(4, 0, 0, 0, 0, 0), asked=4).draw("en"))
    green = max(sum(sheet.getpixel((x, y)) == (0x1D, 0x6B, 0x52) for x in range(WIDTH)) for y in range(sheet.height))
    assert abs(green - (BAR_RIGHT - BAR_LEFT) * 3 // 4) <= 2


def test_a_letter_can_carry_it():
    carried = from_json(json.loads(json.dumps(to_json(USUAL))))
    assert carried.draw("ko") == USUAL.draw("ko")
    assert "survey_chart" in registered()
