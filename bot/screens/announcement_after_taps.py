"""The taps of what comes after an announcement: who got it, those to be tried again, corrections, withdrawals."""

from dataclasses import dataclass

from bot.taps import Tap, tap
from services.announcement_outcomes import List


@tap("aa")
@dataclass(frozen=True)
class ShowOutcomes(Tap):
    announcement: int


@tap("aal")
@dataclass(frozen=True)
class ShowOutcomeList(Tap):
    announcement: int
    list: List
    page: int = 0


@tap("aax")
@dataclass(frozen=True)
class AskForFile(Tap):
    """The first of two steps."""

    announcement: int


@tap("aaxy")
@dataclass(frozen=True)
class TakeFile(Tap):
    announcement: int


@tap("aap")
@dataclass(frozen=True)
class AskForPhones(Tap):
    """The first of two steps."""

    announcement: int


@tap("aapy")
@dataclass(frozen=True)
class TakePhones(Tap):
    announcement: int


@tap("aar")
@dataclass(frozen=True)
class AskToRetry(Tap):
    announcement: int


@tap("aary")
@dataclass(frozen=True)
class RetryIt(Tap):
    """`retries`: how often it had been tried again when they looked."""

    announcement: int
    retries: int
    unknown: bool
