"""Taps of the notices board."""

from dataclasses import dataclass

from bot.taps import Tap, tap


@tap("nb")
@dataclass(frozen=True)
class ShowBoard(Tap):
    """`subject`: its value, "" for all of them; `sought`: the words somebody looks for."""

    page: int = 0
    subject: str = ""
    sought: str = ""


@tap("nr")
@dataclass(frozen=True)
class ReadOnBoard(Tap):
    number: int


@tap("nra")
@dataclass(frozen=True)
class AllRead(Tap):
    pass


@tap("nbf")
@dataclass(frozen=True)
class NarrowBoard(Tap):
    """By what the notices are about."""


@tap("np")
@dataclass(frozen=True)
class Pin(Tap):
    number: int
    pin: bool


@tap("nw")
@dataclass(frozen=True)
class AskToTakeDown(Tap):
    number: int


@tap("nx")
@dataclass(frozen=True)
class TakeDown(Tap):
    number: int


@tap("ni")
@dataclass(frozen=True)
class GetCalendar(Tap):
    """The public calendar as a file."""
