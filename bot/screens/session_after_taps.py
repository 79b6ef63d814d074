"""The taps after a session: what became of it, and what the member thinks of it."""

from dataclasses import dataclass

from bot.taps import Tap, tap


@tap("cad")
@dataclass(frozen=True)
class SayDone(Tap):
    """It took place. Either side says so."""

    session: int


@tap("caw")
@dataclass(frozen=True)
class WhetherAbsent(Tap):
    """Asks once more before the other side is noted as absent."""

    session: int


@tap("can")
@dataclass(frozen=True)
class SayAbsent(Tap):
    """The other side did not come."""

    session: int


@tap("caa")
@dataclass(frozen=True)
class AnswerAbsent(Tap):
    """I am said not to have come: that is so, or it was otherwise."""

    session: int
    agrees: bool


@tap("car")
@dataclass(frozen=True)
class RateStars(Tap):
    session: int
    stars: int


@tap("cas")
@dataclass(frozen=True)
class AskStars(Tap):
    """Shows the stars to choose from."""

    session: int
