"""The taps by which an announcement is approved and sent, and of what can be done while it goes out. `seen`: as with its other taps."""

from dataclasses import dataclass

from bot.taps import Tap, tap


@tap("aop")
@dataclass(frozen=True)
class AskApproval(Tap):
    announcement: int
    seen: str


@tap("aopy")
@dataclass(frozen=True)
class ApproveIt(Tap):
    announcement: int
    seen: str


@tap("aos")
@dataclass(frozen=True)
class AskToSend(Tap):
    """The first of two steps."""

    announcement: int


@tap("aosy")
@dataclass(frozen=True)
class SendIt(Tap):
    announcement: int
    seen: str


@tap("aoup")
@dataclass(frozen=True)
class PauseIt(Tap):
    announcement: int


@tap("aoug")
@dataclass(frozen=True)
class GoOnWithIt(Tap):
    announcement: int


@tap("aouc")
@dataclass(frozen=True)
class AskToCancel(Tap):
    announcement: int


@tap("aoucy")
@dataclass(frozen=True)
class CancelIt(Tap):
    announcement: int
