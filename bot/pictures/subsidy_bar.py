"""The bar of an estimate: what the city would pay, the own share, and what lies above the ceiling."""

from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageDraw

from bot.pictures.fonts import fitting, font
from bot.pictures.picture import Picture
from bot.pictures.registry import picture
from bot.words import Words, t

# Twice the width a phone shows, so that it stays sharp; letters of 30 are 15 there.
WIDTH, MARGIN = 720, 36
INNER = WIDTH - 2 * MARGIN
TITLE_TOP, BAR_TOP, BAR_HEIGHT, LEGEND_TOP, LINE = 28, 104, 92, 228, 62
TITLE_SIZE, LEGEND_SIZE, SHARE_SIZE, SWATCH = 36, 32, 28, 30
PAPER, INK = "#ffffff", "#1c2430"
GAP = 4  # white between two parts, so that they can be told apart without colour


@dataclass(frozen=True, slots=True)
class _Part:
    amount: int
    label: Words
    colour: str
    lettering: str


@picture("subsidy_bar")
@dataclass(frozen=True, slots=True, kw_only=True)
class SubsidyBar(Picture):
    """All KRW; the three add up to the total project cost."""

    subsidy: int
    own_share: int
    above_cap: int

    def draw(self, language: str) -> bytes:
        parts = self._parts()
        sheet = Image.new("RGB", (WIDTH, LEGEND_TOP + LINE * len(parts) + MARGIN // 2), PAPER)
        pen = ImageDraw.Draw(sheet)
        title = t("Total project cost: {total:won}", total=self._total).in_(language)
        pen.text((MARGIN, TITLE_TOP), title, INK, fitting(title, TITLE_SIZE, INNER))
        _bar(pen, parts, self._total)
        for row, part in enumerate(parts):
            _legend(pen, part, LEGEND_TOP + LINE * row, language)
        png = BytesIO()
        sheet.save(png, "PNG", optimize=True)
        return png.getvalue()

    @property
    def _total(self) -> int:
        return self.subsidy + self.own_share + self.above_cap

    def _parts(self) -> list[_Part]:
        parts = [
            _Part(self.subsidy, t("Subsidy"), "#1d6b52", PAPER),
            _Part(self.own_share, t("Own share"), "#e0a52e", INK),
            _Part(self.above_cap, t("Above the ceiling"), "#b4472f", PAPER),
        ]
        return [part for part in parts if part.amount or part is parts[0]]


def _bar(pen: ImageDraw.ImageDraw, parts: list[_Part], total: int) -> None:
    done = 0
    for part in parts:
        left, right = (MARGIN + INNER * upto // max(total, 1) for upto in (done, done + part.amount))
        done += part.amount
        if right > left:
            pen.rectangle((left, BAR_TOP, max(right - GAP, left), BAR_TOP + BAR_HEIGHT), part.colour)
            _share(pen, part, (left + right - GAP) // 2, right - left, total)


def _share(pen: ImageDraw.ImageDraw, part: _Part, centre: int, width: int, total: int) -> None:
    """The percentage inside its part, where there is room for it. Whole per cents, rounded half up."""
    share = f"{(part.amount * 200 + total) // (2 * total)}%"
    if font(SHARE_SIZE).getlength(share) + GAP <= width:
        pen.text((centre, BAR_TOP + BAR_HEIGHT // 2), share, part.lettering, font(SHARE_SIZE), anchor="mm")


def _legend(pen: ImageDraw.ImageDraw, part: _Part, top: int, language: str) -> None:
    pen.rectangle((MARGIN, top + 8, MARGIN + SWATCH, top + 8 + SWATCH), part.colour)
    label, amount = part.label.in_(language), t("{amount:won}", amount=part.amount).in_(language)
    left = MARGIN + SWATCH + 16
    right = WIDTH - MARGIN
    money = font(LEGEND_SIZE)
    pen.text((right, top), amount, INK, money, anchor="ra")
    room = int(right - money.getlength(amount)) - 20 - left
    pen.text((left, top), label, INK, fitting(label, LEGEND_SIZE, room))
