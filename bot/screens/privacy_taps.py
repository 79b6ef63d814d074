"""The taps that lead to deleting everything."""

from dataclasses import dataclass

from bot.screens.screen import button
from bot.taps import Tap, tap
from bot.words import t


@tap("fd")
@dataclass(frozen=True)
class AskToForget(Tap):
    """Everything about me is to be deleted: what would that be?"""


@tap("ntx")
@dataclass(frozen=True)
class AskOnceMore(Tap):
    pass


@tap("fy")
@dataclass(frozen=True)
class Forget(Tap):
    pass


DELETE = button(t("🗑 Delete my data"), AskToForget())
