"""The stages of a call in its year (plan → call → intake → selection → run → settlement), and how exactly is known when they are."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from programme.wording import Wording

MONTHS_OF_A_QUARTER = 3
QUARTERS = (1, 2, 3, 4)


class Stage(StrEnum):
    PLAN = "plan"
    CALL = "call"
    INTAKE = "intake"
    SELECTION = "selection"
    RUN = "run"
    SETTLEMENT = "settlement"

    @property
    def wording(self) -> Wording:
        return _STAGES[self]


class Grain(StrEnum):
    """How exactly the source tells when."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Both days are within it."""

    first: date
    last: date
    grain: Grain

    def touches(self, first: date, last: date) -> bool:
        return self.first <= last and self.last >= first

    def until(self, end: "Span") -> "Span":
        """From the beginning of this to the end of the other, as exactly as the vaguer of the two."""
        vaguer = max(self.grain, end.grain, key=list(Grain).index)
        return Span(first=self.first, last=end.last, grain=vaguer)


def day_span(day: date) -> Span:
    return Span(first=day, last=day, grain=Grain.DAY)


def month_or_quarter(text: str) -> Span:
    """What is written 2026-04 or 2026-Q2. Raises ValueError for anything else."""
    year, _, part = text.partition("-")
    if part.startswith("Q"):
        first, last = quarter_days(int(year), int(part[1:]))
        return Span(first=first, last=last, grain=Grain.QUARTER)
    month = int(part)
    return Span(first=date(int(year), month, 1), last=date(int(year), month, _days(int(year), month)), grain=Grain.MONTH)


def quarter_days(year: int, quarter: int) -> tuple[date, date]:
    """The first and the last day of it."""
    if quarter not in QUARTERS:
        raise ValueError(f"there is no quarter {quarter}")
    last_month = quarter * MONTHS_OF_A_QUARTER
    return date(year, last_month - MONTHS_OF_A_QUARTER + 1, 1), date(year, last_month, _days(year, last_month))


def quarter_of(day: date) -> int:
    return (day.month - 1) // MONTHS_OF_A_QUARTER + 1


def _days(year: int, month: int) -> int:
    return monthrange(year, month)[1]


_STAGES = {
    Stage.PLAN: Wording("기본계획", "Basic plan"),
    Stage.CALL: Wording("공고", "Call"),
    Stage.INTAKE: Wording("접수", "Intake"),
    Stage.SELECTION: Wording("선정", "Selection"),
    Stage.RUN: Wording("사업 운영", "Run"),
    Stage.SETTLEMENT: Wording("정산", "Settlement"),
}
