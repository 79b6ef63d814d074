"""What the lead wishes of the invitations of a consortium."""

from dataclasses import dataclass

from bot.taps import Tap, tap


@tap("ki")
@dataclass(frozen=True)
class ShowInvitations(Tap):
    """The invitations of a consortium I lead."""

    consortium: int
    page: int = 0


@tap("ks")
@dataclass(frozen=True)
class ShowSentInvitation(Tap):
    number: int


@tap("kw")
@dataclass(frozen=True)
class TakeBackInvitation(Tap):
    number: int


@tap("kn")
@dataclass(frozen=True)
class SendAgain(Tap):
    """A new link instead of the old one."""

    number: int


@tap("km")
@dataclass(frozen=True)
class RemindThem(Tap):
    number: int
