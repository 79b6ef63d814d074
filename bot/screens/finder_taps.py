"""What the buttons of the partner finder wish. `mine`: the shop as which one looks; `other`: the shop of another card."""

from dataclasses import dataclass

from bot.taps import Tap, tap
from programme.districts import District
from programme.matching import Share
from programme.trades import Trade
from services.finder_reports import Reason, Verdict
from storage.finder_matches import Only

NONE = "-"


def written(only: Only) -> str:
    """A filter, short enough for a button: "11440.bakery.-"."""
    return ".".join(one.value if one is not None else NONE for one in (only.gu, only.trade, only.share))


def read(text: str) -> Only:
    """What cannot be read narrows nothing."""
    gu, trade, share = [*text.split("."), "", "", ""][:3]
    return Only(
        gu=next((one for one in District if one.value == gu), None),
        trade=next((one for one in Trade if one.value == trade), None),
        share=next((one for one in Share if one.value == share), None),
    )


@tap("fb")
@dataclass(frozen=True)
class ShowBoard(Tap):
    shop: int


@tap("fc")
@dataclass(frozen=True)
class ChangeCard(Tap):
    shop: int


@tap("fp")
@dataclass(frozen=True)
class Prolong(Tap):
    """Still looking."""

    shop: int


@tap("ft")
@dataclass(frozen=True)
class AskToTakeDown(Tap):
    shop: int


@tap("fx")
@dataclass(frozen=True)
class TakeDown(Tap):
    shop: int


@tap("fm")
@dataclass(frozen=True)
class ShowMatches(Tap):
    mine: int
    only: str = NONE
    page: int = 0


@tap("fo")
@dataclass(frozen=True)
class ShowOther(Tap):
    mine: int
    other: int
    only: str = NONE
    page: int = 0


@tap("ff")
@dataclass(frozen=True)
class ShowFilters(Tap):
    mine: int
    only: str = NONE


@tap("fg")
@dataclass(frozen=True)
class ChooseGu(Tap):
    mine: int
    only: str = NONE


@tap("fk")
@dataclass(frozen=True)
class ChooseTrade(Tap):
    mine: int
    only: str = NONE


@tap("fs")
@dataclass(frozen=True)
class ChooseShare(Tap):
    mine: int
    only: str = NONE


@tap("fi")
@dataclass(frozen=True)
class SayInterested(Tap):
    mine: int
    other: int


@tap("fw")
@dataclass(frozen=True)
class TakeInterestBack(Tap):
    mine: int
    other: int


@tap("fn")
@dataclass(frozen=True)
class NotForMe(Tap):
    mine: int
    other: int


@tap("fh")
@dataclass(frozen=True)
class ShowHidden(Tap):
    mine: int
    page: int = 0


@tap("fu")
@dataclass(frozen=True)
class Unhide(Tap):
    mine: int
    other: int


@tap("fr")
@dataclass(frozen=True)
class AskWhy(Tap):
    """Something is wrong with this card."""

    mine: int
    other: int


@tap("f1")
@dataclass(frozen=True)
class Report(Tap):
    mine: int
    other: int
    reason: Reason


@tap("fv")
@dataclass(frozen=True)
class ShowPartners(Tap):
    """Those I have met."""

    mine: int
    page: int = 0


@tap("fe")
@dataclass(frozen=True)
class ShowContact(Tap):
    mine: int
    other: int


@tap("f2")
@dataclass(frozen=True)
class InviteThem(Tap):
    mine: int
    other: int
    consortium: int


@tap("fq")
@dataclass(frozen=True)
class ShowReports(Tap):
    page: int = 0


@tap("fj")
@dataclass(frozen=True)
class ShowReport(Tap):
    shop: int


@tap("f3")
@dataclass(frozen=True)
class Judge(Tap):
    shop: int
    verdict: Verdict
