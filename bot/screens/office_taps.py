"""The way to the office's desk."""

from dataclasses import dataclass

from bot.taps import Tap, tap


@tap("of")
@dataclass(frozen=True)
class ShowOffice(Tap):
    pass
