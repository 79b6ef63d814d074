"""What was answered to a survey, as bars with their numbers: nothing is told by colour alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageDraw

from bot.pictures.fonts import fitting, font
from bot.pictures.picture import Picture
from bot.pictures.registry import picture
from bot.screens.surveys import next_name, useful_name
from bot.words import Words, t, tn
from programme.surveys import NextTime, Useful

# Twice the width a phone shows, so that it stays sharp.
WIDTH, MARGIN = 720, 36
LABELS, NUMBERS = 306, 66  # the columns left and right of the bars
TOP, HEADING, ROW, GAP = 30, 58, 46, 18
TITLE_SIZE, HEADING_SIZE, LABEL_SIZE = 36, 30, 27
BAR_LEFT, BAR_RIGHT = MARGIN + LABELS + 16, WIDTH - MARGIN - NUMBERS
PAPER, INK, TRACK = "#ffffff", "#1c2430", "#e8ebef"


@dataclass(frozen=True, slots=True)
class _Part:
    heading: Words
    labels: tuple[Words, ...]
    counts: Sequence[int]
    colour: str


@picture("survey_chart")
@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyChart(Picture):
    """Counts as in `programme.surveys.Tally`, and how many were asked."""

    stars: tuple[int, ...]
    useful: tuple[int, ...]
    next_time: tuple[int, ...]
    asked: int

    def draw(self, language: str) -> bytes:
        parts = self._parts()
        height = TOP + HEADING + sum(HEADING + ROW * len(part.counts) + GAP for part in parts) + MARGIN // 2
        sheet = Image.new("RGB", (WIDTH, height), PAPER)
        pen = ImageDraw.Draw(sheet)
        answers = sum(self.stars)
        title = tn("{count} answer, {asked} asked", "{count} answers, {asked} asked", answers, asked=self.asked).in_(language)
        pen.text((MARGIN, TOP), title, INK, fitting(title, TITLE_SIZE, WIDTH - 2 * MARGIN))
        top = TOP + HEADING
        for part in parts:
            top = _part(pen, part, top, answers, language)
        png = BytesIO()
        sheet.save(png, "PNG", optimize=True)
        return png.getvalue()

    def _parts(self) -> tuple[_Part, ...]:
        return (
            _Part(t("Overall"), tuple(tn("{count} star", "{count} stars", n) for n in (5, 4, 3, 2, 1)), self.stars[::-1], "#1d6b52"),
            _Part(t("Useful for one's own project"), tuple(map(useful_name, Useful)), self.useful, "#2c5a93"),
            _Part(t("To what they would come again"), tuple(map(next_name, NextTime)), self.next_time, "#8a5a1c"),
        )


def _part(pen: ImageDraw.ImageDraw, part: _Part, top: int, answers: int, language: str) -> int:
    """Draws it from `top` on; where the next may begin."""
    heading = part.heading.in_(language)
    pen.text((MARGIN, top + 6), heading, INK, fitting(heading, HEADING_SIZE, WIDTH - 2 * MARGIN))
    top += HEADING
    for label, count in zip(part.labels, part.counts, strict=True):
        _row(pen, label.in_(language), count, (top, answers), part.colour)
        top += ROW
    return top + GAP


def _row(pen: ImageDraw.ImageDraw, label: str, count: int, where: tuple[int, int], colour: str) -> None:
    top, answers = where
    middle = top + ROW // 2
    pen.text((MARGIN, middle), label, INK, fitting(label, LABEL_SIZE, LABELS), anchor="lm")
    pen.rectangle((BAR_LEFT, top + 8, BAR_RIGHT, top + ROW - 8), TRACK)
    if count:
        right = BAR_LEFT + (BAR_RIGHT - BAR_LEFT) * count // max(answers, 1)
        pen.rectangle((BAR_LEFT, top + 8, max(right, BAR_LEFT + 2), top + ROW - 8), colour)
    pen.text((WIDTH - MARGIN, middle), str(count), INK, font(LABEL_SIZE), anchor="rm")
