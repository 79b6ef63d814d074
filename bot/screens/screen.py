"""A screen is a value: words, buttons, perhaps a picture. Only `bot.wire` turns it into a message."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.documents.document import Document
from bot.happenings import FileKind
from bot.pictures.picture import Picture
from bot.screens.menu import Command
from bot.taps import Tap
from bot.words import Words


@dataclass(frozen=True, slots=True)
class Link:
    """A deep link into this bot: `https://t.me/<bot>?start=<payload>` (payload: at most 64 of A-Za-z0-9_-)."""

    payload: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """One button. Exactly one of `tap`, `url`, `opens`, `shares`, `switches`, `adds` is set."""

    label: Words
    tap: Tap | None = None
    url: str | None = None
    opens: Link | None = None  # goes to the bot's own deep link
    shares: Link | None = None  # opens Telegram's "share with…" for the deep link
    shared_words: Words | None = None  # the text that goes with a shared link
    switches: str | None = None  # opens Telegram's choice of a chat, where this is asked of the bot inline
    adds: Link | None = None  # opens Telegram's choice of a group to add the bot to; the payload reaches it there


class AsksFor(StrEnum):
    """What a reply keyboard may ask a phone to share."""

    CONTACT = "contact"
    LOCATION = "location"
    PEOPLE = "people"


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A photo or document that lies at Telegram already, by the id this bot was given for it."""

    kind: FileKind
    file_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Venue:
    """A place on the map, which the phone finds the way to. `title` and `address` are names, as somebody typed them."""

    title: str
    address: str
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """A message that needs no words of ours: a method of the Bot API and its parameters (JSON) without a chat. `rows`: below it, in
    `language`, whatever language the one who looks at it reads.
    """

    method: str
    parameters: str
    language: str
    rows: tuple[tuple[Button, ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """What a person sees next. `notice` is the short toast that answers a tap (`alert`: a box to be closed)."""

    words: Words
    rows: tuple[tuple[Button, ...], ...] = ()
    picture: Picture | None = None
    encloses: tuple[Enclosure, ...] = ()  # sent as messages of their own, before the words
    documents: tuple[Document, ...] = ()  # made when they are sent, as messages of their own before the words
    venue: Venue | None = None  # likewise
    ready: tuple[Ready, ...] = ()  # likewise, before all others
    spells: Link | None = None  # written out below the words, to be copied into another messenger
    asks_for: AsksFor | None = None
    asks_label: Words | None = None
    asks_most: int = 1  # of the people to be picked
    notice: Words | None = None
    alert: bool = False
    silent: bool = False  # it stands there already: nothing is sent
    menu: tuple[Command, ...] | None = None  # of the chat from now on, once it is shown; empty: as everybody's
    stays: bool = False  # a result worth keeping: shown as a new message, never edited away

    def with_notice(self, notice: Words, *, alert: bool = False) -> "Screen":
        return replace(self, notice=notice, alert=alert)


def enclosed(photos: Iterable[str], documents: Iterable[str]) -> tuple[Enclosure, ...]:
    """By their ids at Telegram."""
    pairs = ((FileKind.PHOTO, photos), (FileKind.DOCUMENT, documents))
    return tuple(Enclosure(kind, file) for kind, files in pairs for file in files)


def column(buttons: Iterable[Button]) -> tuple[tuple[Button, ...], ...]:
    """One button a row: the width a phone reads best."""
    return tuple((button,) for button in buttons)


def beside(left: Button, right: Button) -> tuple[Button, ...]:
    """Two short buttons in one row, so that the screen above them stays in sight."""
    return (left, right)


def button(label: Words, tap: Tap) -> Button:
    return Button(label=label, tap=tap)
