"""Answering what people ask in any chat."""

import re
from typing import Any

from playground.emulator import Emulator
from playground.inline import Offer, Result
from playground.keyboards import checked_inline
from playground.methods.media import captioned, document, photo
from playground.methods.registry import method
from playground.parameters import Parameters
from playground.refusals import Refused, bad
from playground.texts import MOST_TEXT, formatted

_MOST_RESULTS = 50
_MOST_ID = 64  # bytes; so has the next offset
_MOST_PARAMETER = 64
_LONGEST_CACHE = 24 * 60 * 60
_USUAL_CACHE = 300
_COMMON = frozenset(["type", "id", "title", "description", "reply_markup", "input_message_content"])
_CAPTION = frozenset(["caption", "parse_mode", "caption_entities", "show_caption_above_media"])
_FIELDS = {
    "article": _COMMON | {"url", "hide_url", "thumbnail_url", "thumbnail_width", "thumbnail_height"},
    "photo": _COMMON | _CAPTION | {"photo_file_id"},
    "document": _COMMON | _CAPTION | {"document_file_id"},
}
_CONTENT_FIELDS = frozenset(["message_text", "parse_mode", "entities", "link_preview_options", "disable_web_page_preview"])


@method("answerInlineQuery", "inline_query_id results cache_time is_personal next_offset button")
def answer_inline_query(town: Emulator, given: Parameters) -> bool:
    button = _button(given.json("button"))
    results = tuple(_result(town, value) for value in _values(given.json("results")))
    _check_start(button)
    _check_at_the_server(town, results, given.text("next_offset"), button)
    seconds = min(max(given.integer("cache_time", _USUAL_CACHE), 0), _LONGEST_CACHE)
    offer = Offer(results=results, next_offset=given.text("next_offset"), button=button)
    personal = given.flag("is_personal")
    question = town.inline.answered(given.text("inline_query_id"), offer, town.clock.now(), keep_for=seconds, personal=personal)
    town.tell("inline_results", person_id=question.person_id, inline=question.view())
    return True


def _check_at_the_server(town: Emulator, results: tuple[Result, ...], next_offset: str, button: dict[str, Any] | None) -> None:
    """What Telegram's own server says no to, in its words."""
    if not town.inline.enabled:
        raise bad("USER_BOT_INVALID")
    ids = [result.id for result in results]
    if not all(0 < len(one.encode()) <= _MOST_ID for one in ids):
        raise bad("RESULT_ID_INVALID")
    if len(set(ids)) != len(ids):
        raise bad("RESULT_ID_DUPLICATE")
    if not all(result.title for result in results if result.kind == "article"):
        raise bad("ARTICLE_TITLE_EMPTY")
    if any(len(result.content.get("text", "")) > MOST_TEXT for result in results):
        raise bad("MESSAGE_TOO_LONG")
    if len(next_offset.encode()) > _MOST_ID:
        raise bad("NEXT_OFFSET_INVALID")
    if button is not None and not button["text"]:
        raise bad("SWITCH_PM_TEXT_EMPTY")


def _values(values: object) -> list[object]:
    if values is None:
        return []
    if not isinstance(values, list):
        raise bad("Expected an Array of inline query results")
    if len(values) > _MOST_RESULTS:
        raise bad("Too many inline query results specified")
    return values


def _button(value: object) -> dict[str, Any] | None:
    if value is None:
        return None
    cannot = "Can't parse inline query results button: "
    if not isinstance(value, dict):
        raise bad(f"{cannot}InlineQueryResultsButton must be an Object")
    text = _string(value, "text", cannot)
    if "start_parameter" not in value or set(value) - {"text", "start_parameter"}:
        raise bad(f"{cannot}InlineQueryResultsButton must have exactly one optional field")
    return {"text": text, "start_parameter": _string(value, "start_parameter", cannot)}


def _check_start(button: dict[str, Any] | None) -> None:
    parameter = button["start_parameter"] if button else "none"
    if not parameter:
        raise bad("Can't use empty start_parameter")
    if len(parameter) > _MOST_PARAMETER:
        raise bad("Too long start_parameter specified")
    if not re.fullmatch(r"[A-Za-z0-9_-]+", parameter):
        raise bad("Unallowed characters in start_parameter are used")


def _result(town: Emulator, value: object) -> Result:
    try:
        return _parsed(town, value)
    except Refused as refused:
        reason = refused.description.removeprefix("Bad Request: ")
        raise bad(f"Can't parse inline query result: {reason[:1].upper()}{reason[1:]}") from refused


def _parsed(town: Emulator, value: object) -> Result:
    if not isinstance(value, dict):
        raise bad("Inline query result must be an object")
    kind, result_id = _string(value, "type").lower(), _string(value, "id")
    if kind not in _FIELDS:
        raise bad(f'this emulator does not know inline query results of type "{kind}"')
    strangers = sorted(set(value) - _FIELDS[kind])
    if strangers:
        raise bad(f'unknown field "{strangers[0]}"')
    content = _content(town, kind, value)
    titled = _string(value, "title") if kind != "photo" else str(value.get("title", ""))
    markup = checked_inline(value.get("reply_markup"))
    return Result(id=result_id, kind=kind, title=titled, description=str(value.get("description", "")), content=content, markup=markup)


def _content(town: Emulator, kind: str, value: dict[str, Any]) -> dict[str, Any]:
    """What the message will say: the text given for it, or the file with its caption."""
    text = value.get("input_message_content")
    if text is not None:
        return _text(town, text)
    if kind == "article":
        raise bad('Can\'t find field "message_text"')
    name = f"{kind}_file_id"
    file = Parameters({name: _string(value, name)})
    media = photo(town, file, name) if kind == "photo" else document(town, file, name)
    return media | captioned(town, {name: part for name, part in value.items() if name in _CAPTION})


def _text(town: Emulator, value: object) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise bad('Field "input_message_content" must be of type Object')
    strangers = sorted(set(value) - _CONTENT_FIELDS)
    if strangers:
        raise bad(f'unknown field "{strangers[0]}" in the input message content')
    source = _string(value, "message_text")
    if not source:
        raise bad("Message text is empty")
    text = formatted(source, str(value.get("parse_mode") or ""), value.get("entities"))
    if not text.plain:
        raise bad("Text must be non-empty")
    return {"text": text.plain} | ({"entities": text.json(town.users())} if text.entities else {})


def _string(value: dict[str, Any], name: str, cannot: str = "") -> str:
    if name not in value:
        raise bad(f'{cannot}Can\'t find field "{name}"')
    if not isinstance(value[name], str):
        raise bad(f'{cannot}Field "{name}" must be of type String')
    return str(value[name])
