"""The messages an announcement is made of: each a method of the Bot API with its parameters, without chat and keyboard. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from programme.announcements import MOST_IN_ALBUM, MOST_PARTS

TEXT, PHOTO, DOCUMENT, ALBUM, VENUE, POLL = "sendMessage", "sendPhoto", "sendDocument", "sendMediaGroup", "sendVenue", "sendPoll"
WORDS = {TEXT: ("text", "entities"), PHOTO: ("caption", "caption_entities"), DOCUMENT: ("caption", "caption_entities")}  # where they stand
Written = Mapping[str, Any]  # {"method", "params"}
LONGEST_TITLE = 60


class WhyNot(StrEnum):
    """Why a message cannot be part of an announcement."""

    STICKER = "sticker"
    VOICE = "voice"
    VIDEO = "video"
    QUIZ = "quiz"
    CLOSED_POLL = "closed_poll"
    OTHER = "other"
    MIXED_ALBUM = "mixed_album"
    ALBUM_TOO_LARGE = "album_too_large"
    TOO_MANY = "too_many"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """`album`: names the album it came with, "" for none. `message`: the message that was sent, which may be edited there; 0: none."""

    method: str
    params: Mapping[str, Any]
    album: str = ""
    message: int = 0

    def to_json(self) -> dict[str, Any]:
        more = {"album": self.album, "message": self.message}
        return {"method": self.method, "params": dict(self.params)} | {name: value for name, value in more.items() if value}

    @staticmethod
    def from_json(written: Mapping[str, Any]) -> "Part":
        more = {"album": written.get("album", ""), "message": written.get("message", 0)}
        return Part(method=written["method"], params=written["params"], **more)


@dataclass(frozen=True, slots=True)
class Unfit:
    why: WhyNot


@dataclass(frozen=True, slots=True, kw_only=True)
class Composed:
    """What somebody sent, as it could be sent on."""

    part: Part | Unfit
    words: Sequence[str] = field(default=())  # everything in it that a person wrote


def corrected_in(parts: Sequence[Part], new: Part) -> tuple[Part, ...] | None:
    """What was sent is edited in the chat; None where it is no part, or a picture of an album."""
    places = [place for place, part in enumerate(parts) if part.message == new.message and part.method == new.method]
    return tuple(new if place == places[0] else part for place, part in enumerate(parts)) if places else None


def joined_to(parts: Sequence[Part], new: Part) -> tuple[Part, ...] | WhyNot:
    """A picture of the album that is just being sent goes into it; anything else stands below."""
    last = parts[-1] if parts else None
    if last is not None and new.album and new.album == last.album:
        return _in_album(parts, last, new)
    return WhyNot.TOO_MANY if len(parts) >= MOST_PARTS else (*parts, new)


def _in_album(parts: Sequence[Part], album: Part, new: Part) -> tuple[Part, ...] | WhyNot:
    media = list(album.params["media"]) if album.method == ALBUM else [as_media(album)]
    if media[0]["type"] != as_media(new)["type"]:
        return WhyNot.MIXED_ALBUM
    if len(media) >= MOST_IN_ALBUM:
        return WhyNot.ALBUM_TOO_LARGE
    return (*parts[:-1], Part(method=ALBUM, params={"media": [*media, as_media(new)]}, album=album.album))


def as_media(part: Part) -> dict[str, Any]:
    """An InputMedia of a photo or a document."""
    kind = "photo" if part.method == PHOTO else "document"
    rest = {name: value for name, value in part.params.items() if name != kind}
    return {"type": kind, "media": part.params[kind], **rest}


def ends_in_album(parts: Sequence[Written]) -> bool:
    """Below an album no button can stand."""
    return bool(parts) and parts[-1]["method"] == ALBUM


def begins(said: Mapping[str, Sequence[Written]], most: int = LONGEST_TITLE) -> str:
    """What an announcement begins with, for lists and letters: "" where it begins without a word. `said`: its messages by language."""
    return first_line(first_words(next(iter(said.values()), [])), most)


def first_line(text: str, most: int) -> str:
    line = text.split("\n", 1)[0]
    return line if len(line) <= most else line[: most - 1] + "…"


def first_words(parts: Sequence[Written]) -> str:
    """Of messages in one language: the first of them that has any."""
    for part in parts:
        params = part["params"]
        media = params.get("media") or [{}]
        found = params.get("text") or params.get("caption") or params.get("question") or params.get("title") or media[0].get("caption")
        if found:
            return str(found)
    return ""
