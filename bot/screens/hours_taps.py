"""The taps by which a consultant's hours are looked at and changed. `consultant` 0: one's own."""

from dataclasses import dataclass

from bot.taps import Tap, tap

MINE = 0


@tap("chh")
@dataclass(frozen=True)
class ShowMyHours(Tap):
    """The week, what differs from it, and how my time is booked."""

    consultant: int = MINE


@tap("chm")
@dataclass(frozen=True)
class ShowWorkMonth(Tap):
    """How many sessions I have on each day. `month`: as in 2026-12; "" for this one."""

    consultant: int = MINE
    month: str = ""


@tap("chd")
@dataclass(frozen=True)
class ShowWorkDay(Tap):
    """`day`: as in 2026-12-03."""

    consultant: int
    day: str


@tap("chx")
@dataclass(frozen=True)
class ShowExceptions(Tap):
    """Days that differ from the week, blocked times and holidays."""

    consultant: int = MINE
    page: int = 0


@tap("che")
@dataclass(frozen=True)
class ChangeWorkDay(Tap):
    """Other hours, or none, on this day."""

    consultant: int
    day: str


@tap("chu")
@dataclass(frozen=True)
class UnblockTime(Tap):
    """This blocked time is free again."""

    consultant: int
    number: int
