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


# -- corrected and withdrawn


@tap("aac")
@dataclass(frozen=True)
class ShowAmendments(Tap):
    announcement: int


@tap("aach")
@dataclass(frozen=True)
class ShowWhatChanged(Tap):
    announcement: int


@tap("aact")
@dataclass(frozen=True)
class ChooseWhatToCorrect(Tap):
    announcement: int


@tap("aacs")
@dataclass(frozen=True)
class SeeAmended(Tap):
    """The message as it is to be, really sent to who looks."""

    announcement: int
    amendment: int


@tap("aacy")
@dataclass(frozen=True)
class ApproveAmended(Tap):
    announcement: int
    amendment: int


@tap("aacp")
@dataclass(frozen=True)
class PauseAmending(Tap):
    announcement: int
    amendment: int


@tap("aacg")
@dataclass(frozen=True)
class GoOnWithAmending(Tap):
    announcement: int
    amendment: int


@tap("aacx")
@dataclass(frozen=True)
class StopAmending(Tap):
    announcement: int
    amendment: int


@tap("aaw")
@dataclass(frozen=True)
class AskToWithdraw(Tap):
    """The first of two steps."""

    announcement: int


@tap("aawy")
@dataclass(frozen=True)
class WithdrawIt(Tap):
    """`seen`: the digest of what they have read."""

    announcement: int
    seen: str
