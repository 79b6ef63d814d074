"""The house's rules for booking sessions. The operator sets them; each may differ from year to year."""

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class BookingTerms:
    """`hold` is how long a time is kept while its member answers, `offer` how long for one who waited."""

    consulting_a_year: int = 5  # per consortium, or per person who is in none
    mentoring_a_year: int = 3
    most_ahead: int = 3  # sessions one member may have in front of them at once
    most_moves: int = 2  # of one session; after that a person decides
    change_until: timedelta = timedelta(hours=24)  # before the start; later a person decides
    hold: timedelta = timedelta(minutes=5)
    offer: timedelta = timedelta(hours=2)
    most_holds: int = 3  # of the same time by the same person within `holds_within`; then others have their turn
    holds_within: timedelta = timedelta(hours=1)

    def a_year(self, calling: str) -> int:
        return self.mentoring_a_year if calling == "mentor" else self.consulting_a_year

    @property
    def longest_hold(self) -> timedelta:
        """An offer made by night counts from the morning."""
        return self.offer + timedelta(hours=12)
