"""What can happen to the bot, told without Telegram. `bot.wire.arrivals` makes these from updates."""

from dataclasses import dataclass
from enum import StrEnum

from bot.taps import Tap
from programme.announcement_parts import Composed


@dataclass(frozen=True, slots=True, kw_only=True)
class Tapped:
    tap: Tap


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A text message: NFC-normalised and trimmed, but otherwise as typed."""

    text: str
    message_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Commanded:
    """`/name argument`, without slash and @bot; lower case."""

    name: str
    argument: str = ""
    message_id: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactShared:
    phone: str
    own: bool  # the contact is the sender's own (Telegram's word, not the sender's)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceShared:
    latitude: str
    longitude: str


class FileKind(StrEnum):
    PHOTO = "photo"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True, kw_only=True)
class FileSent:
    kind: FileKind
    file_id: str
    unique_id: str
    size: int  # bytes; 0 when Telegram does not say
    name: str = ""
    caption: str = ""
    album: str = ""  # the same for all pictures of one album
    message_id: int = 0


class UnreadableKind(StrEnum):
    STICKER = "sticker"
    VOICE = "voice"
    VIDEO = "video"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreadable:
    """A kind of message no question takes: a sticker, a voice message, a poll, …"""

    kind: UnreadableKind
    caption: str = ""
    album: str = ""  # the same for all pictures of one album
    message_id: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PartSent:
    """Any message, as it could be sent on; heard only by a question that takes whatever is sent. `edited`: it was sent before."""

    composed: Composed
    message_id: int
    edited: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Edited:
    """An old message, or the caption of one, was edited; `text` is what it says now."""

    text: str
    message_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockChanged:
    """The person blocked the bot, or came back."""

    blocked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PeoplePicked:
    """People chosen with the button that asks for them: Telegram's ids, nothing else."""

    people: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class InlineAsked:
    """`@bot query` is being typed in some chat: what could be put there?"""

    query: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultChosen:
    """One of the results offered inline was put into a chat. Without buttons on it, Telegram does not say where it lies."""

    result: str
    inline_message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TappedInline:
    """A button on a message that was shared through inline mode."""

    tap: Tap
    inline_message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TappedInGroup:
    tap: Tap
    chat: int
    message: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupTalked:
    """A command for the bot in a group; answered with numbers and a link, never with personal data."""

    chat_id: int
    command: str
    argument: str = ""
    topic: int | None = None  # of a forum


@dataclass(frozen=True, slots=True, kw_only=True)
class AddedToGroup:
    """`may_have_moved`: a supergroup; perhaps it is a group we know, and the word that it moved is still to come."""

    chat: int
    forum: bool
    may_have_moved: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovedFromGroup:
    chat: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidInTopic:
    """A person wrote in a topic of the office's own group. Of other forums nothing but commands is heard."""

    chat: int
    topic: int
    message_id: int
    text: str = ""
    file: FileSent | None = None
    replies_to: int | None = None  # the message in that chat it answers


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupMoved:
    """A group became a supergroup: its id changes everywhere. It happens to nobody in particular."""

    old_id: int
    new_id: int


Happening = (
    Tapped
    | Said
    | Commanded
    | ContactShared
    | PlaceShared
    | PeoplePicked
    | FileSent
    | Unreadable
    | PartSent
    | Edited
    | BlockChanged
    | InlineAsked
    | ResultChosen
    | TappedInline
    | TappedInGroup
    | GroupTalked
    | AddedToGroup
    | RemovedFromGroup
    | SaidInTopic
)
