"""A text as a bot asks for it (parse mode or entities) → a text as Telegram keeps it."""

from dataclasses import dataclass
from typing import Any

from playground.entities import Entity, found_entities
from playground.links import WrongLink, checked_link
from playground.markup import read_html
from playground.refusals import bad
from playground.tidying import settled, tidy

MOST_TEXT = 4096
MOST_CAPTION = 1024
_MOST_BYTES = 1 << 15
_KINDS = frozenset(
    [
        "bold",
        "italic",
        "underline",
        "strikethrough",
        "spoiler",
        "blockquote",
        "expandable_blockquote",
        "code",
        "pre",
        "text_link",
        "text_mention",
        "custom_emoji",
        "date_time",
    ]
)
_FOUND_ANYWAY = frozenset(["mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number"])


@dataclass(frozen=True)
class Text:
    plain: str
    entities: tuple[Entity, ...] = ()

    def json(self, users: dict[int, dict[str, Any]]) -> list[dict[str, Any]]:
        """`users`: whom the bot knows; a mention of anybody else is plain text, as at Telegram."""
        return [entity.json(users) for entity in self.entities if entity.user is None or entity.user in users]


def formatted(source: str, parse_mode: str = "", entities: object = None) -> Text:
    """Raises Refused. MarkdownV2 and Markdown are not built in: a bot that asks for them is told so."""
    if len(source.encode("utf-8", "surrogatepass")) > _MOST_BYTES:
        raise bad("Text is too long")
    mode = parse_mode.lower()
    if source and mode == "html":
        plain, marked = read_html(source)
    elif source and mode in {"markdown", "markdownv2"}:
        raise bad(f"this emulator does not read parse_mode {parse_mode}; use HTML or entities")
    elif source and mode not in {"", "none"}:
        raise bad("Unsupported parse_mode")
    else:
        plain, marked = source, _given(entities)
    plain, marked = tidy(plain, marked)
    return Text(plain, tuple(_with_found(plain, marked)))


def typed(source: str) -> Text:
    """What a person types: no formatting but what Telegram finds by itself."""
    plain, _ = tidy(source, [])
    return Text(plain, tuple(found_entities(plain)))


def message_text(source: str, parse_mode: str = "", entities: object = None) -> Text:
    if not source:
        raise bad("message text is empty")
    text = formatted(source, parse_mode, entities)
    if not text.plain:
        raise bad("text must be non-empty")
    if len(text.plain) > MOST_TEXT:
        raise bad("message is too long")
    return text


def caption_text(source: str, parse_mode: str = "", entities: object = None) -> Text:
    text = formatted(source, parse_mode, entities)
    if len(text.plain) > MOST_CAPTION:
        raise bad("message caption is too long")
    return text


def _with_found(plain: str, marked: list[Entity]) -> list[Entity]:
    firm = [entity for entity in marked if entity.kind in {"code", "pre", "text_link", "text_mention", "date_time"}]
    found = [
        entity for entity in found_entities(plain) if not any(entity.offset < other.end and other.offset < entity.end for other in firm)
    ]
    return settled([*marked, *found]) if found else marked


def _given(entities: object) -> list[Entity]:
    if not isinstance(entities, list):
        return []
    given = [_one_given(entity) for entity in entities]
    return [entity for entity in given if entity is not None]


def _one_given(entity: object) -> Entity | None:
    if not isinstance(entity, dict):
        raise bad("Can't parse MessageEntity: expected an Object")
    for name in ("offset", "length"):
        if isinstance(entity.get(name), bool) or not isinstance(entity.get(name), int):
            raise bad(f"Can't parse MessageEntity: can't find field \"{name}\"")
        if not 0 <= entity[name] <= 1_000_000:  # noqa: PLR2004 - TDLib's bound
            raise bad(f"Receive an entity with incorrect {name} {entity[name]}")
    kind = entity.get("type")
    if kind in _FOUND_ANYWAY:
        return None
    if kind not in _KINDS:
        raise bad("Can't parse MessageEntity: Unsupported type specified")
    return _detailed(str(kind), entity)


def _detailed(kind: str, entity: dict[str, Any]) -> Entity | None:
    more: dict[str, Any] = {}
    match kind:
        case "text_link":
            try:
                more = {"url": checked_link(str(entity.get("url", "")))}
            except WrongLink:
                return None
        case "text_mention":
            more = {"user": int(entity["user"]["id"])}
        case "pre":
            more = {"language": str(entity.get("language", ""))}
        case "custom_emoji":
            more = {"emoji": str(entity.get("custom_emoji_id", ""))}
        case "date_time":
            more = {"unix_time": int(entity["unix_time"]), "time_format": str(entity.get("date_time_format", ""))}
        case _:
            pass
    return Entity(kind, entity["offset"], entity["length"], **more)
