"""The taps of events, on the people's side."""

from dataclasses import dataclass

from bot.taps import Tap, tap
from programme.event_kinds import EventKind
from programme.events import Answer

ANY_KIND = ""


@tap("ev")
@dataclass(frozen=True)
class ShowEvents(Tap):
    """What is on for me. `kind`, `gu`, `month` (as 2017-03): "" for any; `page` counts from 0."""

    kind: str = ANY_KIND
    gu: str = ""
    month: str = ""
    page: int = 0


@tap("evk")
@dataclass(frozen=True)
class ChooseKind(Tap):
    """Of what kind the events are to be; the other limits stay."""

    gu: str
    month: str


@tap("evg")
@dataclass(frozen=True)
class ChooseGu(Tap):
    kind: str
    month: str


@tap("evm")
@dataclass(frozen=True)
class ChooseMonth(Tap):
    kind: str
    gu: str


@tap("evy")
@dataclass(frozen=True)
class ShowMyEvents(Tap):
    """Those I come to, perhaps, or wait for. `past`: those I was at."""

    past: bool = False
    page: int = 0


@tap("eve")
@dataclass(frozen=True)
class ShowEvent(Tap):
    event: int


@tap("eva")
@dataclass(frozen=True)
class AnswerTo(Tap):
    """I come, perhaps, or not."""

    event: int
    answer: Answer


@tap("evb")
@dataclass(frozen=True)
class BringGuests(Tap):
    """I come, with so many."""

    event: int
    guests: int


@tap("evw")
@dataclass(frozen=True)
class WaitForSeat(Tap):
    event: int
    guests: int


@tap("evp")
@dataclass(frozen=True)
class ShowPlace(Tap):
    """The place, on the map."""

    event: int


@tap("evc")
@dataclass(frozen=True)
class AskEventCalendar(Tap):
    event: int


KINDS = {ANY_KIND, *EventKind}
