"""My consortia: the list, and the taps that lead to one."""

from dataclasses import dataclass

from bot.taps import Tap, tap


@tap("kl")
@dataclass(frozen=True)
class ShowConsortia(Tap):
    """My consortia."""

    page: int = 0


@tap("kc")
@dataclass(frozen=True)
class ShowConsortium(Tap):
    """The card of one consortium."""

    number: int
