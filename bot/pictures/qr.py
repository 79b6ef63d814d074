"""A deep link as a QR picture, for those who stand beside one another."""

from dataclasses import dataclass, replace
from io import BytesIO
from typing import Self

import segno

from bot.pictures.picture import Picture
from bot.pictures.registry import picture

DOT = 12  # pixels: large enough to be read from another phone's screen
QUIET = 4  # dots of white around it, as the standard wants
INK, PAPER = "#1c2430", "#ffffff"


@picture("qr")
@dataclass(frozen=True, slots=True, kw_only=True)
class QrCode(Picture):
    payload: str  # of the deep link
    bot_username: str = ""

    def in_bot(self, bot_username: str) -> Self:
        return replace(self, bot_username=bot_username)

    @property
    def link(self) -> str:
        return f"https://t.me/{self.bot_username}?start={self.payload}"

    def draw(self, language: str) -> bytes:  # noqa: ARG002 - a QR code is the same in every language
        png = BytesIO()
        segno.make(self.link, error="m", micro=False).save(png, kind="png", scale=DOT, border=QUIET, dark=INK, light=PAPER)
        return png.getvalue()
