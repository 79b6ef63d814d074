"""One turn: who is here, what lies before them, and what they are shown in the end."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from bot.happenings import PartSent
from bot.screens.screen import Link, Screen
from bot.words import Words
from storage.people import Desk, Person
from storage.work import Work


def nothing_sent() -> PartSent | None:
    return None


@dataclass(kw_only=True)
class Turn:
    """`tapped_message`: the message whose button was tapped, None for everything typed or sent. `part`: what was sent, as it could be
    sent on; read only when somebody asks for it.
    """

    work: Work
    desk: Desk
    bot_username: str
    tapped_message: int | None = None
    part: Callable[[], PartSent | None] = nothing_sent

    @property
    def person(self) -> Person:
        return self.desk.person

    @property
    def language(self) -> str:
        return self.desk.person.language


class Way(StrEnum):
    """How a screen reaches the phone."""

    EDIT = "edit"  # the living message changes in place, where Telegram allows
    NEW = "new"  # a new message below; the old living message loses its keyboard


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """Something to be put into a chat inline. `code`: names it when it is chosen (at most 64 bytes); `title`: a name, as typed."""

    code: str
    title: str
    below: Words
    screen: Screen


@dataclass(frozen=True, slots=True, kw_only=True)
class Offers:
    """`otherwise`: the button above the offers, which leads into the private chat by `link`."""

    offers: tuple[Offer, ...]
    otherwise: Words
    link: Link


@dataclass(frozen=True, kw_only=True)
class Reply:
    """What a turn shows. `deletes`: messages that must not stay in the chat."""

    screen: Screen | None
    way: Way
    deletes: tuple[int, ...] = ()
    nods_at: int | None = None  # a message that is acknowledged by a reaction, so that nothing stands between the lines of a talk
    keeps: tuple[Screen, ...] = field(default=())
    notice: Words | None = None  # the toast where there is no screen to carry one
    alert: bool = False  # that toast is a box to be closed
    offers: Offers | None = None  # the answer to what is asked inline


@dataclass(frozen=True, kw_only=True)
class Begin:
    """What a handler returns to begin a story. `seeds` are answers known beforehand: question key → stored answer."""

    story: str
    subject: str = ""
    seeds: dict[str, object] = field(default_factory=dict)
    call: str | None = None  # the call and version the draft is pinned to


Shown = Screen | Begin
