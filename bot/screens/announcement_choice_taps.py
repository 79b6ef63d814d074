"""The taps of whoever gets announcements: the buttons below one, and which kinds they want."""

from dataclasses import dataclass

from bot.taps import Tap, tap
from programme.announcements import Category


@tap("aob")
@dataclass(frozen=True)
class FollowButton(Tap):
    """`place` from 0."""

    announcement: int
    place: int


@tap("aof")
@dataclass(frozen=True)
class DoWithout(Tap):
    """No more of this category, said under an announcement."""

    announcement: int
    category: Category


@tap("aoi")
@dataclass(frozen=True)
class ShowWhatIGet(Tap):
    pass


@tap("aoit")
@dataclass(frozen=True)
class TurnCategory(Tap):
    category: Category
    on: bool
