"""The taps that lead from anywhere to booking a session and to the sessions one has."""

from dataclasses import dataclass

from bot.taps import Tap, tap


@tap("bk")
@dataclass(frozen=True)
class ShowBooking(Tap):
    """What can be talked about, and how many sessions are used."""


@tap("bm")
@dataclass(frozen=True)
class ShowSessions(Tap):
    """My sessions, those in front of me; `past`: those that are over."""

    past: bool = False
    page: int = 0


@tap("bs")
@dataclass(frozen=True)
class ShowSession(Tap):
    """One of my sessions."""

    session: int
