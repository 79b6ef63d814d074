"""What the buttons about introductions wish."""

from dataclasses import dataclass

from bot.taps import Tap, tap


@tap("eis")
@dataclass(frozen=True)
class ShowIntroductions(Tap):
    """My card, and to whom I was introduced."""

    event: int


@tap("eiw")
@dataclass(frozen=True)
class WriteMyCard(Tap):
    """Or change it: what stands on it is answered already."""

    event: int


@tap("eit")
@dataclass(frozen=True)
class AskToTakeBack(Tap):
    event: int


@tap("eix")
@dataclass(frozen=True)
class TakeBack(Tap):
    event: int


@tap("eiy")
@dataclass(frozen=True)
class SayYes(Tap):
    introduction: int


@tap("ein")
@dataclass(frozen=True)
class SayNo(Tap):
    introduction: int


@tap("eio")
@dataclass(frozen=True)
class AskOther(Tap):
    """Rather somebody else."""

    introduction: int


@tap("eir")
@dataclass(frozen=True)
class TellTheOffice(Tap):
    """Something is wrong with this card."""

    introduction: int
    card: int


@tap("eip")
@dataclass(frozen=True)
class PairNow(Tap):
    event: int


@tap("eil")
@dataclass(frozen=True)
class ShowCards(Tap):
    """The office's view."""

    event: int
    page: int = 0


@tap("eic")
@dataclass(frozen=True)
class ShowOneCard(Tap):
    card: int


@tap("eij")
@dataclass(frozen=True)
class JudgeOne(Tap):
    card: int
    blocked: bool
