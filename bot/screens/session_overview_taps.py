"""The taps of the office's view of sessions."""

from dataclasses import dataclass

from bot.taps import Tap, tap
from services.session_disputes import Verdict
from services.session_overview import Grouping


@tap("cao")
@dataclass(frozen=True)
class ShowOverview(Tap):
    """Hours of a year; 0: this one."""

    year: int = 0
    grouping: Grouping = Grouping.FIRM
    page: int = 0


@tap("cal")
@dataclass(frozen=True)
class ShowUnlogged(Tap):
    """Sessions that are over and have no log."""

    page: int = 0


@tap("caq")
@dataclass(frozen=True)
class ShowDisputes(Tap):
    """Sessions about which the two sides differ."""

    page: int = 0


@tap("cau")
@dataclass(frozen=True)
class ShowDispute(Tap):
    session: int


@tap("cai")
@dataclass(frozen=True)
class WantToDecide(Tap):
    """Asks once more: it cannot be undone."""

    session: int
    verdict: Verdict


@tap("cav")
@dataclass(frozen=True)
class Decide(Tap):
    session: int
    verdict: Verdict


@tap("cae")
@dataclass(frozen=True)
class ExportSessions(Tap):
    """The year as a sheet."""

    year: int
