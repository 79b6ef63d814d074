"""The taps of events, on the office's side."""

from dataclasses import dataclass

from bot.taps import Tap, tap
from services.event_guests import Listed, WhyAhead
from services.event_shelves import Shelf


@tap("eod")
@dataclass(frozen=True)
class ShowEventDesk(Tap):
    shelf: Shelf = Shelf.COMING
    page: int = 0


@tap("eoe")
@dataclass(frozen=True)
class ShowOfficeEvent(Tap):
    event: int


@tap("eov")
@dataclass(frozen=True)
class SeeAsOthers(Tap):
    """`other`: in the other language than one's own."""

    event: int
    other: bool = False


@tap("eop")
@dataclass(frozen=True)
class PublishThis(Tap):
    """`seen`: names the plan that stood above the button."""

    event: int
    seen: str


@tap("eox")
@dataclass(frozen=True)
class DropThisDraft(Tap):
    """`sure`: they were asked once more."""

    event: int
    sure: bool


@tap("eog")
@dataclass(frozen=True)
class ShowGuests(Tap):
    event: int
    listed: Listed = Listed.COMING
    page: int = 0


@tap("eow")
@dataclass(frozen=True)
class ShowWaitingGuest(Tap):
    registration: int


@tap("eoj")
@dataclass(frozen=True)
class PutThemAhead(Tap):
    registration: int
    why: WhyAhead


@tap("eoa")
@dataclass(frozen=True)
class ShowTallies(Tap):
    event: int


@tap("eos")
@dataclass(frozen=True)
class ExportThis(Tap):
    event: int


@tap("eol")
@dataclass(frozen=True)
class ShowEventLink(Tap):
    event: int
