"""Taps about what somebody wants to be told of. Subjects and gu travel as the values they are stored with."""

from dataclasses import dataclass

from bot.taps import Tap, tap


@tap("ns")
@dataclass(frozen=True)
class ShowSubscriptions(Tap):
    pass


@tap("nsf")
@dataclass(frozen=True)
class TellMe(Tap):
    """The answer to the question that is asked once."""

    yes: bool


@tap("nsk")
@dataclass(frozen=True)
class Tick(Tap):
    """Carries what it makes of the tick, so that a second tap changes nothing."""

    subject: str
    on: bool


@tap("nst")
@dataclass(frozen=True)
class OfTrack(Tap):
    """The track's value; "" for both."""

    track: str


@tap("nsg")
@dataclass(frozen=True)
class ShowGus(Tap):
    pass


@tap("nsu")
@dataclass(frozen=True)
class InGu(Tap):
    gu: str
    on: bool


@tap("nsa")
@dataclass(frozen=True)
class Everywhere(Tap):
    pass


@tap("nsx")
@dataclass(frozen=True)
class StopTelling(Tap):
    """From a notice: nothing about this any more."""

    subject: str


@tap("nsy")
@dataclass(frozen=True)
class TellOn(Tap):
    """Takes the stopping back. `wanted`: it had been ticked."""

    subject: str
    wanted: bool
