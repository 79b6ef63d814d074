"""The taps on a time that is held."""

from dataclasses import dataclass

from bot.taps import Tap, tap


@tap("bb")
@dataclass(frozen=True)
class BookNow(Tap):
    """Without a word on what it is about; that can be said later."""

    session: int


@tap("br")
@dataclass(frozen=True)
class ReleaseTime(Tap):
    """Another time, please."""

    session: int


@tap("bg")
@dataclass(frozen=True)
class ShowSent(Tap):
    """The photos and files I sent for it."""

    session: int


@tap("bv")
@dataclass(frozen=True)
class ShowPlace(Tap):
    """Where it takes place, on the map."""

    session: int
