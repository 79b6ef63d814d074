"""What somebody looks for when they book, carried by every button on the way: topic, who, how, in which language, instead of what."""

from dataclasses import dataclass

from bot.taps import Tap, tap
from programme.topics import Topic

ANYONE = 0  # no person has this number


@dataclass(frozen=True)
class Search(Tap):
    """`consultant` may be ANYONE; `way` and `language` "" for any; `moving`: the session whose time is to change, 0 for a new one."""

    topic: Topic
    consultant: int = ANYONE
    way: str = ""
    language: str = ""
    moving: int = 0


@tap("bt")
@dataclass(frozen=True)
class ChooseWho(Tap):
    """Who advises on this topic."""

    topic: Topic
    page: int = 0


@tap("bp")
@dataclass(frozen=True)
class ShowAdviser(Tap):
    """One of them, before one books."""

    topic: Topic
    consultant: int


@tap("bn")
@dataclass(frozen=True)
class ShowNextFree(Search):
    """The next free times, spread over days and people."""


@tap("bf")
@dataclass(frozen=True)
class ShowFilters(Search):
    """How and in which language."""


@tap("bc")
@dataclass(frozen=True)
class ShowMonth(Search):
    """The calendar. `month`: as in 2026-12; "" for this one."""

    month: str = ""


@tap("bd")
@dataclass(frozen=True)
class ShowDay(Search):
    """The times of one day; where there is none, why. `day`: as in 2026-12-03."""

    day: str = ""


@tap("bw")
@dataclass(frozen=True)
class AskWhyNone(Search):
    """Why there is no time. `month`: in that month; "" from today on."""

    month: str = ""


@tap("bh")
@dataclass(frozen=True)
class HoldTime(Search):
    """This time, for a few minutes. `cell`: when it begins, counted as sessions' times are."""

    cell: int = 0
