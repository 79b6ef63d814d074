"""The taps of who belongs to the office."""

from dataclasses import dataclass

from bot.taps import Tap, tap


@tap("rol")
@dataclass(frozen=True)
class ShowOfficePeople(Tap):
    page: int = 0


@tap("roo")
@dataclass(frozen=True)
class ShowRole(Tap):
    grant: int


@tap("roa")
@dataclass(frozen=True)
class AskToRevoke(Tap):
    """The first of two steps."""

    grant: int


@tap("rox")
@dataclass(frozen=True)
class RevokeNow(Tap):
    grant: int


@tap("row")
@dataclass(frozen=True)
class WithdrawRoleLinkNow(Tap):
    invitation: int


@tap("roj")
@dataclass(frozen=True)
class JoinOfficeNow(Tap):
    """`token_hash`: of the link that was followed."""

    token_hash: str


@tap("ron")
@dataclass(frozen=True)
class DeclineOfficeNow(Tap):
    token_hash: str
