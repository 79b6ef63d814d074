"""Taps around calls and dates: the year, and what is open for whoever asks."""

from dataclasses import dataclass

from bot.taps import Tap, tap


@tap("ny")
@dataclass(frozen=True)
class ShowYear(Tap):
    """`year`: 0 is the present one."""

    year: int = 0
    page: int = 0


@tap("no")
@dataclass(frozen=True)
class ShowOpenForMe(Tap):
    pass
