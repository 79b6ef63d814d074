"""The taps by which the two sides of a session change it. Each is safe to press late: the deed looks again."""

from dataclasses import dataclass

from bot.taps import Tap, tap
from programme.session_changes import Change, Why


@tap("blc")
@dataclass(frozen=True)
class ConfirmComing(Tap):
    """I come to this session."""

    session: int


@tap("bla")
@dataclass(frozen=True)
class WantToCancel(Tap):
    """Asks once more before it is cancelled; shows whom to ask when it is too late to do it alone."""

    session: int


@tap("blx")
@dataclass(frozen=True)
class CancelMine(Tap):
    session: int


@tap("blm")
@dataclass(frozen=True)
class WantToMove(Tap):
    """To the calendar, or to whom to ask."""

    session: int


@tap("blq")
@dataclass(frozen=True)
class AskConsultant(Tap):
    """Asks the consultant to let me move or cancel it."""

    session: int
    what: Change


@tap("bly")
@dataclass(frozen=True)
class AnswerChange(Tap):
    """The consultant's answer to that."""

    session: int
    allow: bool


@tap("bld")
@dataclass(frozen=True)
class WhyCancel(Tap):
    """As its consultant: asks for the reason before it is cancelled."""

    session: int


@tap("blr")
@dataclass(frozen=True)
class CancelGiven(Tap):
    """As its consultant."""

    session: int
    why: Why


@tap("blo")
@dataclass(frozen=True)
class AskMemberToMove(Tap):
    """As its consultant: ask the member to choose another time."""

    session: int
