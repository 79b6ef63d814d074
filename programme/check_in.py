"""Checking in at an event: from when to when, at which of its dates, why not, and how often one may guess the code on the wall.

Pure: the caller brings facts and the time.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol, TypeVar

DOORS = timedelta(hours=1)  # before it begins
CORRECTIONS = timedelta(days=30)  # after it: so long a coordinator may still correct who was there
CODE_DIGITS = 6  # digits alone: no change of the keyboard's language
MOST_GUESSES = 5
PAUSE = timedelta(minutes=10)  # after so many wrong ones: then the million of codes is out of reach within an event


class When(StrEnum):
    TOO_EARLY = "too_early"
    OPEN = "open"
    TOO_LATE = "too_late"


class WhyNot(StrEnum):
    """Why somebody is not checked in."""

    UNKNOWN = "unknown"  # nobody's code, or no longer one
    NOT_REGISTERED = "not_registered"
    MAYBE = "maybe"
    SAID_NO = "said_no"
    WAITING = "waiting"
    OFFERED = "offered"  # a seat is held for them, but they have not taken it
    CANCELLED = "cancelled"
    OTHER_EVENT = "other_event"  # another one is on now
    OTHER_DATE = "other_date"  # the code of another day of the same course
    TOO_EARLY = "too_early"
    TOO_LATE = "too_late"
    FULL = "full"
    NOT_FOR_THEM = "not_for_them"
    PAUSED = "paused"  # too many wrong codes
    NOT_A_COORDINATOR = "not_a_coordinator"
    OUT_OF_REACH = "out_of_reach"  # whoever stands at the door has no part in this event


class Dated(Protocol):
    """A date of an event."""

    @property
    def starts_at(self) -> datetime: ...

    @property
    def ends_at(self) -> datetime: ...


D = TypeVar("D", bound=Dated)


def doors_open(date: Dated) -> datetime:
    return date.starts_at - DOORS


def when(date: Dated, now: datetime, *, corrections: bool = False) -> When:
    """Both ends belong to the window. `corrections`: a coordinator may write down afterwards who was there."""
    if now < doors_open(date):
        return When.TOO_EARLY
    last = date.ends_at + CORRECTIONS if corrections else date.ends_at
    return When.TOO_LATE if now > last else When.OPEN


def date_meant(dates: Sequence[D], now: datetime) -> D | None:
    """Of the dates in their order: the one that is on, else the one whose doors are open, else the next, else the last."""
    is_on = (one for one in dates if one.starts_at <= now <= one.ends_at)
    to_come = (one for one in dates if now < one.starts_at)
    return next(is_on, None) or next(to_come, None) or (dates[-1] if dates else None)


def wall_digits(fingerprint: str) -> str:
    """The code of a date out of a secret fingerprint (hex): six digits, other ones for each date."""
    return f"{int(fingerprint, 16) % 10**CODE_DIGITS:0{CODE_DIGITS}d}"


def read_code(typed: str) -> str | None:
    """The six digits in what was typed, however it was grouped; None where it holds no such code."""
    digits = "".join(str(int(letter)) for letter in typed if letter.isdecimal())
    return digits if len(digits) == CODE_DIGITS else None


@dataclass(frozen=True, slots=True)
class Guesses:
    """Wrong codes in a row, the last one at `last_at`."""

    wrong: int
    last_at: datetime


def paused_until(guesses: Guesses | None, now: datetime) -> datetime | None:
    """None: one may try."""
    if guesses is None or guesses.wrong < MOST_GUESSES or _is_long_ago(guesses, now):
        return None
    return guesses.last_at + PAUSE


def _is_long_ago(guesses: Guesses, now: datetime) -> bool:
    """Or lies in a time that the clock, set right since, has not reached: nobody waits a year for it."""
    return not -PAUSE < now - guesses.last_at < PAUSE


def after_wrong(guesses: Guesses | None, now: datetime) -> Guesses:
    """One more; those before a pause's length are forgiven."""
    return Guesses(1 if guesses is None or _is_long_ago(guesses, now) else guesses.wrong + 1, now)
