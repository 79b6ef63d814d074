"""What the buttons about surveys wish."""

from dataclasses import dataclass

from bot.taps import Tap, tap


@tap("es")
@dataclass(frozen=True)
class BeginSurvey(Tap):
    """The first of three taps: the stars."""

    event: int
    stars: int


@tap("esr")
@dataclass(frozen=True)
class ShowResults(Tap):
    event: int


@tap("esw")
@dataclass(frozen=True)
class ShowWords(Tap):
    event: int
    page: int = 0


@tap("esx")
@dataclass(frozen=True)
class ExportAnswers(Tap):
    event: int
