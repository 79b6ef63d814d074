"""The taps of waiting for a session when there is no free time."""

from dataclasses import dataclass

from bot.taps import Tap, tap
from programme.topics import Topic


@tap("blw")
@dataclass(frozen=True)
class WaitForTime(Tap):
    """Asks until when. `consultant`: 0 for anyone who fits; `way`: "" for any."""

    topic: Topic
    consultant: int = 0
    way: str = ""


@tap("blu")
@dataclass(frozen=True)
class WaitUntil(Tap):
    """Into the queue. `days`: from today on."""

    topic: Topic
    consultant: int
    way: str
    days: int


@tap("bll")
@dataclass(frozen=True)
class ShowWaits(Tap):
    """For what I wait."""


@tap("bli")
@dataclass(frozen=True)
class ShowWait(Tap):
    """One of them."""

    wait: int


@tap("bls")
@dataclass(frozen=True)
class StopWaitingFor(Tap):
    wait: int


@tap("blt")
@dataclass(frozen=True)
class TakeTime(Tap):
    """The time that is held for me."""

    wait: int


@tap("blp")
@dataclass(frozen=True)
class PassTime(Tap):
    """Not this time: the next one may have it, and I wait on."""

    wait: int
