"""What becomes of a message that has gone out when its words are corrected, or it is withdrawn and too old to be deleted. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from programme.announcement_parts import ALBUM, PHOTO, TEXT, WORDS, Written

CAN_BE_DELETED = timedelta(hours=48)  # Telegram's; what is older can only be edited
ROOM_FOR_MARK = 60  # characters, in any language
LONGEST_TEXT, LONGEST_CAPTION = 4096 - ROOM_FOR_MARK, 1024 - ROOM_FOR_MARK
_KEPT = ("link_preview_options", "show_caption_above_media")
Entities = Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Edit:
    """Of the message at this place among all the person has got."""

    at: int
    method: str
    params: Mapping[str, Any]


def size_of(part: Written) -> int:
    """How many messages it becomes."""
    return len(part["params"]["media"]) if part["method"] == ALBUM else 1


def can_be_corrected(part: Written) -> bool:
    """A place or a poll stays as it is."""
    return part["method"] in WORDS or part["method"] == ALBUM


def words_of(part: Written) -> str:
    return str(_item(part).get(_fields(part)[0], ""))


def entities_of(part: Written) -> Entities:
    """How its words are formatted."""
    found: Entities = _item(part).get(_fields(part)[1], ())
    return found


def longest(part: Written) -> int:
    return LONGEST_TEXT if part["method"] == TEXT else LONGEST_CAPTION


def reworded(part: Written, text: str, entities: Entities) -> dict[str, Any]:
    """The same message with other words. Of an album: those under the picture that bears them."""
    words, marks = _fields(part)
    rest = {name: value for name, value in _item(part).items() if name not in {words, marks}}
    new = {**rest, words: text} | ({marks: [dict(one) for one in entities]} if entities else {})
    if part["method"] != ALBUM:
        return {"method": part["method"], "params": new}
    media = [new if n == _bearer(part) else dict(one) for n, one in enumerate(part["params"]["media"])]
    return {"method": ALBUM, "params": {**part["params"], "media": media}}


def corrected(parts: Sequence[Written], place: int, mark: str) -> Edit:
    """The words of this part as they stand now, with the mark below them."""
    part = parts[place]
    words, marks = _fields(part)
    item = _item(part)
    text, entities = str(item.get(words, "")), list(item.get(marks, ()))
    joint = "\n\n" if text else ""
    entities.append({"type": "italic", "offset": _units(text + joint), "length": _units(mark)})
    kept = {name: item[name] for name in _KEPT if name in item}
    method = "editMessageText" if part["method"] == TEXT else "editMessageCaption"
    return Edit(_first(parts, place) + _bearer(part), method, {words: text + joint + mark, marks: entities, **kept})


def withdrawn(parts: Sequence[Written], said: str) -> Iterator[Edit]:
    """Every message that can say that it is withdrawn instead. Of an album the first one says so, the others fall silent."""
    for place, part in enumerate(parts):
        first = _first(parts, place)
        if part["method"] == TEXT:
            yield Edit(first, "editMessageText", {"text": said})
        elif can_be_corrected(part):
            for n in range(size_of(part)):
                yield Edit(first + n, "editMessageCaption", {"caption": said if n == 0 else ""})


def leaves_something(parts: Sequence[Written]) -> bool:
    """A picture, a file, a place or a poll that is too old to be deleted stays on the phone, whatever it says below it."""
    return any(part["method"] != TEXT for part in parts)


def can_be_deleted(sent_at: datetime, now: datetime) -> bool:
    return now - sent_at < CAN_BE_DELETED


def _first(parts: Sequence[Written], place: int) -> int:
    return sum(size_of(part) for part in parts[:place])


def _fields(part: Written) -> tuple[str, str]:
    return WORDS.get(part["method"], WORDS[PHOTO])


def _bearer(part: Written) -> int:
    """Which picture of an album bears the words."""
    if part["method"] != ALBUM:
        return 0
    return next((n for n, one in enumerate(part["params"]["media"]) if one.get("caption")), 0)


def _item(part: Written) -> Mapping[str, Any]:
    found: Mapping[str, Any] = part["params"]["media"][_bearer(part)] if part["method"] == ALBUM else part["params"]
    return found


def _units(text: str) -> int:
    """Telegram counts in UTF-16."""
    return len(text.encode("utf-16-le")) // 2
