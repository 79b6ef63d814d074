"""A tax office for the town: which businesses it knows, and what its day is like. `tax_counter` is where it is asked.

Test numbers (001 to 100, never issued) are active businesses of whoever asks, unless somebody said otherwise; all others are unknown.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from urllib.parse import quote

KEY = "demo+key/of+the+town=="  # as the portal shows it decoded; opens nothing but this
_LAST_TEST_PREFIX, _PREFIX = 100, 3

# Numbers for the demo; the first six are plain active shops.
ACTIVE = ("0010100015", "0010100029", "0010100034", "0010100048", "0010100053", "0010100067")
CLOSED, SUSPENDED, UNKNOWN, ANOTHERS = "0020100018", "0030100011", "0040100014", "0050100017"


class Mood(StrEnum):
    """How the office is today."""

    OPEN = "open"
    AWAY = "away"  # hangs up
    BROKEN = "broken"  # HTTP 500
    CUT_OFF = "cut_off"  # the portal answers, the office behind it does not: HTTP_ERROR
    GARBLED = "garbled"  # a web page about maintenance, with HTTP 200
    DRIPPING = "dripping"  # answers a byte at a time, without end


@dataclass(kw_only=True)
class Firm:
    """`name` and `opened_on`: None for whatever is asked."""

    code: str = "01"
    ended_on: date | None = None
    name: str | None = None
    opened_on: date | None = None

    def is_of(self, name: str, opened_on: str) -> bool:
        """`opened_on` as YYYYMMDD."""
        return self.name in {None, name} and (self.opened_on is None or f"{self.opened_on:%Y%m%d}" == opened_on)


@dataclass
class TaxOffice:
    """`asked`: how many businesses each question held, by method; what was asked is not kept."""

    mood: Mood = Mood.OPEN
    key: str = KEY
    firms: dict[str, Firm | None] = field(default_factory=dict)
    asked: list[tuple[str, int]] = field(default_factory=list)
    unreadable: set[str] = field(default_factory=set)

    @property
    def key_as_shown(self) -> str:
        """Percent-encoded, as the portal offers it to copy."""
        return quote(self.key, safe="")

    @property
    def is_away(self) -> bool:
        return self.mood is not Mood.OPEN

    # -- what happens in town

    def goes_away(self, how: Mood = Mood.AWAY) -> None:
        self.mood = how

    def comes_back(self) -> None:
        self.mood = Mood.OPEN

    def knows(self, number: str, *, name: str | None = None, opened_on: date | None = None) -> None:
        """An active business; where a name or a day is given, it has to be given to the office as well."""
        self.firms[number] = Firm(name=name, opened_on=opened_on)

    def suspends(self, number: str) -> None:
        self._firm(number).code = "02"

    def closes(self, number: str, on: date) -> None:
        firm = self._firm(number)
        firm.code, firm.ended_on = "03", on

    def forgets(self, number: str) -> None:
        self.firms[number] = None

    def chokes_on(self, number: str) -> None:
        """Calls every question with this number malformed."""
        self.unreadable.add(number)

    def _firm(self, number: str) -> Firm:
        firm = self.find(number) or Firm()
        self.firms[number] = firm
        return firm

    def find(self, number: str) -> Firm | None:
        if number in self.firms:
            return self.firms[number]
        return Firm() if int(number[:_PREFIX]) <= _LAST_TEST_PREFIX else None


def furnished() -> TaxOffice:
    """With a business of every kind, for the demo."""
    office = TaxOffice()
    office.closes(CLOSED, date(2024, 12, 31))
    office.suspends(SUSPENDED)
    office.forgets(UNKNOWN)
    office.knows(ANOTHERS, name="홍길동", opened_on=date(2015, 3, 2))
    return office
