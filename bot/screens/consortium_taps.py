"""The taps of life in a consortium, in one place because its screens lead to each other."""

from dataclasses import dataclass

from bot.taps import Tap, tap

OPEN_PART = -1  # on a button: no sum falls to the member yet


@tap("vm")
@dataclass(frozen=True)
class ShowMembers(Tap):
    consortium: int
    page: int = 0


@tap("vs")
@dataclass(frozen=True)
class ShowMember(Tap):
    seat: int


@tap("vc")
@dataclass(frozen=True)
class ShowChanges(Tap):
    """What the lead can change about the consortium."""

    consortium: int


@tap("vr")
@dataclass(frozen=True)
class RemindOthers(Tap):
    consortium: int


@tap("va")
@dataclass(frozen=True)
class MakeAccountant(Tap):
    seat: int


@tap("vb")
@dataclass(frozen=True)
class EndAccountant(Tap):
    seat: int


@tap("vh")
@dataclass(frozen=True)
class AnswerLead(Tap):
    """I take the lead that was offered to me, or I do not."""

    handover: int
    takes: bool


@tap("v1")
@dataclass(frozen=True)
class HandLeadTo(Tap):
    """I would like this member to lead."""

    consortium: int
    seat: int


@tap("vw")
@dataclass(frozen=True)
class TakeBackLeadOffer(Tap):
    consortium: int


@tap("vo")
@dataclass(frozen=True)
class ShowOwnShare(Tap):
    consortium: int


@tap("vp")
@dataclass(frozen=True)
class AskToPromise(Tap):
    """`of`: the part as it is on the screen, KRW."""

    consortium: int
    of: int


@tap("vy")
@dataclass(frozen=True)
class MakePromise(Tap):
    """Yes, this amount. KRW; `of` may be OPEN_PART."""

    consortium: int
    amount: int
    of: int


@tap("ve")
@dataclass(frozen=True)
class DivideEqually(Tap):
    consortium: int
