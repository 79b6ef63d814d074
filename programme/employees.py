"""Regular employees (상시근로자) and the size of a micro enterprise, in integers.

소상공인기본법 §2 and its decree §3: fewer than 10 in mining, manufacturing, construction and transport, fewer than 5 elsewhere.
Counted at the end of each of twelve months; a part-timer of 60 hours a month or more counts half. Executives, day labour,
contracts of three months or less and research staff do not count. A business younger than a year is averaged over the
month-ends it has had.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

MONTHS = 12
SMALL_LIMIT = 5
LARGE_LIMIT = 10
HOURS_THAT_COUNT_HALF = 60  # a month


class Industry(StrEnum):
    MINING = "mining"
    MANUFACTURING = "manufacturing"
    CONSTRUCTION = "construction"
    TRANSPORT = "transport"
    OTHER = "other"  # shops, food, lodging, services, …

    @property
    def limit(self) -> int:
        """A micro enterprise has fewer regular employees than this."""
        return SMALL_LIMIT if self is Industry.OTHER else LARGE_LIMIT


class Staff(StrEnum):
    """As much as a person must know about the largest business of a consortium."""

    FEWER_THAN_5 = "lt5"
    FROM_5_TO_9 = "5to9"
    TEN_OR_MORE = "ge10"

    def is_micro(self, industry: Industry | None) -> bool | None:
        """None: it depends on the industry, which is not known."""
        if self is Staff.FROM_5_TO_9:
            return None if industry is None else industry.limit == LARGE_LIMIT
        return self is Staff.FEWER_THAN_5


@dataclass(frozen=True, slots=True)
class MonthEnd:
    full: int
    half: int = 0

    def __post_init__(self) -> None:
        if self.full < 0 or self.half < 0:
            raise ValueError("a month-end cannot count fewer than no employees")


@dataclass(frozen=True, slots=True)
class Headcount:
    """Employees of one business, summed in halves over `months` month-ends (1–12)."""

    halves: int
    months: int

    @property
    def staff(self) -> Staff:
        if self._fewer_than(SMALL_LIMIT):
            return Staff.FEWER_THAN_5
        return Staff.FROM_5_TO_9 if self._fewer_than(LARGE_LIMIT) else Staff.TEN_OR_MORE

    @property
    def hundredths(self) -> int:
        """The average in hundredths of a person, cut off and never rounded up: 499 means 4.99."""
        return self.halves * 100 // (2 * self.months)

    def is_micro(self, industry: Industry) -> bool:
        return self._fewer_than(industry.limit)

    def _fewer_than(self, limit: int) -> bool:
        return self.halves < 2 * self.months * limit


def headcount(month_ends: Sequence[MonthEnd]) -> Headcount:
    """Raises ValueError unless there are 1 to 12 month-ends."""
    if not 1 <= len(month_ends) <= MONTHS:
        raise ValueError(f"{len(month_ends)} month-ends; 1 to {MONTHS} are needed")
    return Headcount(sum(2 * m.full + m.half for m in month_ends), len(month_ends))


def steady(full: int, half: int = 0) -> Headcount:
    """The same number of people all year round."""
    return headcount([MonthEnd(full, half)] * MONTHS)
