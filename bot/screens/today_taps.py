"""The taps of what waits today."""

from dataclasses import dataclass

from bot.taps import Tap, tap


@tap("td")
@dataclass(frozen=True)
class ShowToday(Tap):
    page: int = 0


@tap("tdm")
@dataclass(frozen=True)
class TurnMornings(Tap):
    """The morning's letter, off or on again."""

    off: bool
