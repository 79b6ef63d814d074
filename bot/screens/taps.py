"""The taps that lead from anywhere to the bot's own places."""

from dataclasses import dataclass

from bot.taps import Tap, tap


@tap("h")
@dataclass(frozen=True)
class GoHome(Tap):
    pass


@tap("?")
@dataclass(frozen=True)
class ShowHelp(Tap):
    pass


@tap("lg")
@dataclass(frozen=True)
class ShowLanguages(Tap):
    pass


@tap("l")
@dataclass(frozen=True)
class SpeakLanguage(Tap):
    """`language`: one of the shipped ones."""

    language: str


@tap("pv")
@dataclass(frozen=True)
class ShowPrivacy(Tap):
    pass


@tap("cl")
@dataclass(frozen=True)
class ShowCalls(Tap):
    """The calls for applications. `past`: also those that are over."""

    past: bool = False


@tap("c")
@dataclass(frozen=True)
class ShowCall(Tap):
    """One call by its key."""

    key: str


@tap("my")
@dataclass(frozen=True)
class ShowMyResults(Tap):
    page: int = 0
