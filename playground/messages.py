"""One message as it lies in a chat: the Bot API's own spelling, and what a person sees of it."""

from dataclasses import dataclass, field
from html import escape
from itertools import pairwise
from typing import Any

from playground.entities import utf16_slice
from playground.inline import CHOSEN_CHATS

_TAGS = {
    "bold": ("<b>", "</b>"),
    "italic": ("<i>", "</i>"),
    "underline": ("<u>", "</u>"),
    "strikethrough": ("<s>", "</s>"),
    "spoiler": ("<tg-spoiler>", "</tg-spoiler>"),
    "code": ("<code>", "</code>"),
    "pre": ("<pre>", "</pre>"),
    "blockquote": ("<blockquote>", "</blockquote>"),
    "expandable_blockquote": ("<blockquote expandable>", "</blockquote>"),
}
_SERVICE = frozenset(
    [
        "new_chat_members",
        "left_chat_member",
        "migrate_to_chat_id",
        "migrate_from_chat_id",
        "group_chat_created",
        "pinned_message",
        "users_shared",
        "forum_topic_created",
        "forum_topic_edited",
        "forum_topic_closed",
        "forum_topic_reopened",
    ]
)
_MEDIA = ("photo", "document", "voice", "sticker")


@dataclass(frozen=True)
class Button:
    label: str
    data: str | None = None
    url: str | None = None
    copied: str | None = None
    inline_query: str | None = None  # a switch to inline mode; the chats it may go to, none of them: this chat
    inline_chats: tuple[str, ...] = ()


@dataclass(eq=False)
class Message:
    """`json` is the message as the bot gets it; `reply_markup` is what came with it when it was sent (reply keyboards too)."""

    chat_id: int
    json: dict[str, Any]
    from_bot: bool
    reply_markup: dict[str, Any] | None = None
    deleted: bool = False
    edits: int = 0
    keyboard_id: int = 0
    reactions: list[dict[str, Any]] = field(default_factory=list)
    inline_id: str | None = None  # came of inline mode: a person's message that the bot may change

    @property
    def id(self) -> int:
        return int(self.json["message_id"])

    @property
    def text(self) -> str:
        """Plain text or caption, "" for a message without words."""
        return str(self.json.get("text") or self.json.get("caption") or "")

    @property
    def entities(self) -> list[dict[str, Any]]:
        return list(self.json.get("entities") or self.json.get("caption_entities") or [])

    @property
    def html(self) -> str:
        return _as_html(self.text, self.entities)

    @property
    def keyboard(self) -> list[list[Button]]:
        """The inline keyboard."""
        rows = (self.json.get("reply_markup") or {}).get("inline_keyboard") or []
        return [[_button(button) for button in row] for row in rows]

    @property
    def labels(self) -> list[str]:
        return [button.label for row in self.keyboard for button in row]

    @property
    def reply_keyboard(self) -> list[list[str]]:
        """Labels of the keys this message brought."""
        return [[key["text"] for key in row] for row in (self.reply_markup or {}).get("keyboard") or []]

    @property
    def removes_keyboard(self) -> bool:
        return bool((self.reply_markup or {}).get("remove_keyboard"))

    @property
    def edited(self) -> bool:
        return self.edits > 0

    @property
    def photo(self) -> str | None:
        """The file id of the picture in its largest size."""
        sizes = self.json.get("photo")
        return str(sizes[-1]["file_id"]) if sizes else None

    @property
    def document(self) -> dict[str, Any] | None:
        return self.json.get("document")

    @property
    def media_file_id(self) -> str | None:
        media = next((self.json[name] for name in _MEDIA if self.json.get(name)), None)
        if media is None:
            return None
        return str((media[-1] if isinstance(media, list) else media)["file_id"])

    @property
    def is_media(self) -> bool:
        return self.media_file_id is not None

    @property
    def is_service(self) -> bool:
        return not _SERVICE.isdisjoint(self.json)

    def button(self, label_or_data: str) -> Button | None:
        return next((b for row in self.keyboard for b in row if label_or_data in (b.label, b.data)), None)

    def __str__(self) -> str:
        who = "bot" if self.from_bot else self.json.get("from", {}).get("first_name", "?")
        media = next((f"[{name}] " for name in (*_MEDIA, "contact", "location", "venue", "poll") if name in self.json), "")
        rows = "".join("\n      " + " ".join(f"[{button.label}]" for button in row) for row in self.keyboard)
        keys = "".join("\n      " + " ".join(f"({label})" for label in row) for row in self.reply_keyboard)
        return f"{self.id:>4} {who}: {media}{self.text}{rows}{keys}"


def _button(button: dict[str, Any]) -> Button:
    query, chats = _switch(button)
    copied = (button.get("copy_text") or {}).get("text")
    return Button(button["text"], button.get("callback_data"), button.get("url"), copied, query, chats)


def _switch(button: dict[str, Any]) -> tuple[str | None, tuple[str, ...]]:
    chosen = button.get("switch_inline_query_chosen_chat")
    if chosen is not None:
        return chosen.get("query", ""), tuple(name for name in CHOSEN_CHATS if chosen.get(name))
    if "switch_inline_query" in button:
        return button["switch_inline_query"], CHOSEN_CHATS
    return button.get("switch_inline_query_current_chat"), ()


def _as_html(text: str, entities: list[dict[str, Any]]) -> str:
    """Every kind a person sees as formatting; links found by themselves stay plain."""
    marks: dict[int, list[str]] = {}
    for entity in entities:
        opening, closing = _tag(entity)
        marks.setdefault(entity["offset"], []).append(opening)
        marks.setdefault(entity["offset"] + entity["length"], []).insert(0, closing)
    places = sorted({0, len(text.encode("utf-16-le")) // 2, *marks})
    pieces = ["".join(marks.get(places[0], []))]
    for begin, end in pairwise(places):
        pieces += [escape(utf16_slice(text, begin, end - begin), quote=False), *marks.get(end, [])]
    return "".join(pieces)


def _tag(entity: dict[str, Any]) -> tuple[str, str]:
    if entity["type"] == "text_link":
        return f'<a href="{escape(entity["url"])}">', "</a>"
    return _TAGS.get(entity["type"], ("", ""))
