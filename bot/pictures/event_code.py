"""A code for the door as one picture: the QR code with what it is for, so that it can be kept, shown on a phone, or hung on a wall."""

from dataclasses import dataclass, replace
from datetime import datetime
from io import BytesIO
from typing import Self

import segno
from PIL import Image, ImageDraw

from bot.pictures.fonts import fitting
from bot.pictures.picture import Picture
from bot.pictures.registry import picture
from bot.words import t, told

WIDTH, MARGIN = 1080, 60
INNER = WIDTH - 2 * MARGIN
QUIET = 4  # dots of white around the code, as the standard wants
TITLE_SIZE, LINE_SIZE, DIGITS_SIZE = 64, 46, 190
INK, PAPER, SOFT = "#1c2430", "#ffffff", "#5b6675"
HALF = 3  # the typed code is read in two halves


@picture("event_code")
@dataclass(frozen=True, slots=True, kw_only=True)
class EventCode(Picture):
    """`starts_at`: ISO. `digits`: of the code on the wall, in large; "" for the picture somebody carries."""

    payload: str  # of the deep link
    title: str
    title_en: str
    starts_at: str
    digits: str = ""
    bot_username: str = ""

    def in_bot(self, bot_username: str) -> Self:
        return replace(self, bot_username=bot_username)

    @property
    def link(self) -> str:
        return f"https://t.me/{self.bot_username}?start={self.payload}"

    def draw(self, language: str) -> bytes:
        code = self._code()
        top = MARGIN + TITLE_SIZE + LINE_SIZE + 60
        below = DIGITS_SIZE + LINE_SIZE + 90 if self.digits else 0
        sheet = Image.new("RGB", (WIDTH, top + code.height + below + MARGIN), PAPER)
        pen = ImageDraw.Draw(sheet)
        self._heading(pen, language)
        sheet.paste(code, ((WIDTH - code.width) // 2, top))
        if self.digits:
            _large(pen, self.digits, top + code.height, language)
        png = BytesIO()
        sheet.save(png, "PNG", optimize=True)
        return png.getvalue()

    def _code(self) -> Image.Image:
        made = segno.make(self.link, error="m", micro=False)
        dots = made.symbol_size(scale=1, border=QUIET)[0]
        png = BytesIO()
        made.save(png, kind="png", scale=INNER // dots, border=QUIET, dark=INK, light=PAPER)
        return Image.open(png).convert("RGB")

    def _heading(self, pen: ImageDraw.ImageDraw, language: str) -> None:
        title = told({"ko": self.title} | ({"en": self.title_en} if self.title_en else {})).in_(language)
        when = t("{at:datetime}", at=datetime.fromisoformat(self.starts_at)).in_(language)
        pen.text((WIDTH // 2, MARGIN), title, INK, fitting(title, TITLE_SIZE, INNER), anchor="ma")
        pen.text((WIDTH // 2, MARGIN + TITLE_SIZE + 34), when, SOFT, fitting(when, LINE_SIZE, INNER), anchor="ma")


def _large(pen: ImageDraw.ImageDraw, digits: str, top: int, language: str) -> None:
    how = t("Scan it with your phone, or type in the bot: /here").in_(language)
    grouped = f"{digits[:HALF]} {digits[HALF:]}"
    pen.text((WIDTH // 2, top + 10), how, SOFT, fitting(how, LINE_SIZE, INNER), anchor="ma")
    pen.text((WIDTH // 2, top + LINE_SIZE + 50), grouped, INK, fitting(grouped, DIGITS_SIZE, INNER), anchor="ma")
