"""What people are asked after an event, until when, and from how many answers on the result is shown. Pure."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum

from programme.quiet_hours import may_go_at
from programme.seoul import SEOUL

STARS = (1, 2, 3, 4, 5)
LONGEST_WORDS = 500
OPEN_FOR = timedelta(days=14)
LATEST = timedelta(days=3)  # after that thanks would only be odd
FEWEST_SHOWN = 5  # answers: with fewer, a result would tell who said what


class Useful(StrEnum):
    """For one's own project. The values are stored."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class NextTime(StrEnum):
    """To what they would come again. The values are stored."""

    APPLYING = "applying"
    SHARING = "sharing"  # facilities, purchasing
    SELLING = "selling"  # marketing, online shops
    ACCOUNTS = "accounts"  # tax, settlement
    PEOPLE = "people"  # meeting other shops
    NOTHING = "nothing"  # they would not come again


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One answer, whoever gave it."""

    stars: int
    useful: Useful
    next_time: NextTime


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How often each was said, in the order of the options."""

    stars: tuple[int, ...]  # one star first
    useful: tuple[int, ...]
    next_time: tuple[int, ...]

    @property
    def answers(self) -> int:
        return sum(self.stars)

    @property
    def mean(self) -> int:
        """Of the stars, in tenths, rounded half up; 0 without answers."""
        points = sum(star * count for star, count in zip(STARS, self.stars, strict=True))
        return (points * 20 + self.answers) // (2 * self.answers) if self.answers else 0


def tally(answers: Iterable[Said]) -> Tally:
    given = list(answers)
    return Tally(
        stars=_counted(STARS, [one.stars for one in given]),
        useful=_counted(tuple(Useful), [one.useful for one in given]),
        next_time=_counted(tuple(NextTime), [one.next_time for one in given]),
    )


def _counted(options: Sequence[object], said: Iterable[object]) -> tuple[int, ...]:
    counts = Counter(said)
    return tuple(counts[option] for option in options)


def is_due(ended_at: datetime, now: datetime) -> bool:
    """Thanks go out once the event is over, and not by night."""
    return may_go_at(ended_at) <= now


def is_too_late(ended_at: datetime, now: datetime) -> bool:
    return now > may_go_at(ended_at) + LATEST


def closes_at(asked_at: datetime) -> datetime:
    """The end of the fourteenth day, so that the day that is told belongs to it."""
    day = asked_at.astimezone(SEOUL).date() + OPEN_FOR
    return datetime.combine(day, time(23, 59, 59), SEOUL).astimezone(asked_at.tzinfo)


def is_shown(answers: int) -> bool:
    return answers >= FEWEST_SHOWN
