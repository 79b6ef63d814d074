"""Two judges who never saw the emulator's code: TDLib's own parser (offline) and aiogram's models of the Bot API.

`town.observers.append(judges)`, and at the end `judges.agree()`. They hear every call the bot makes.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import aiogram.methods
import tdjson
from pydantic import ValidationError

from playground.calls import Call
from playground.emulator import Emulator
from playground.entities import Entity
from playground.markup import read_html
from playground.refusals import Refused

Verdict = tuple[str, list[dict[str, Any]]] | str  # plain text and entities, or the reason of the refusal
_CANNOT = "Bad Request: can't parse entities: "
_KINDS = {
    "Bold": "bold",
    "Italic": "italic",
    "Underline": "underline",
    "Strikethrough": "strikethrough",
    "Spoiler": "spoiler",
    "Code": "code",
    "Pre": "pre",
    "PreCode": "pre",
    "TextUrl": "text_link",
    "MentionName": "text_mention",
    "CustomEmoji": "custom_emoji",
    "BlockQuote": "blockquote",
    "ExpandableBlockQuote": "expandable_blockquote",
    "DateTime": "date_time",
}


@dataclass
class Judges:
    disagreements: list[str] = field(default_factory=list)
    texts_heard: int = 0
    calls_heard: int = 0

    def __call__(self, call: Call) -> None:
        self._judge_texts(call)
        if call.ok:
            self._judge_params(call)

    def agree(self) -> None:
        assert not self.disagreements, "\n".join(self.disagreements)

    def _judge_texts(self, call: Call) -> None:
        for source in html_texts(call.params):
            self.texts_heard += 1
            theirs, ours = tdlib_reads(source), emulator_reads(source)
            if theirs != ours:
                self.disagreements.append(f"{call.method}: TDLib reads {source!r} as {theirs}, the emulator as {ours}")
            refused = (call.description or "").startswith(_CANNOT)
            if call.ok and isinstance(theirs, str):
                self.disagreements.append(f"{call.method}: accepted {source!r}, which TDLib refuses: {theirs}")
            if refused and not any(isinstance(tdlib_reads(each), str) for each in html_texts(call.params)):
                self.disagreements.append(f"{call.method}: refused ({call.description}), though TDLib reads {source!r}")

    def _judge_params(self, call: Call) -> None:
        model = getattr(aiogram.methods, call.method[0].upper() + call.method[1:], None)
        if model is None:
            self.disagreements.append(f"{call.method}: aiogram knows no such method")
            return
        self.calls_heard += 1
        strangers = sorted(set(call.params) - set(model.model_fields) - _attached(call.params))
        if strangers:
            self.disagreements.append(f"{call.method}: aiogram knows no parameter {strangers}")
        try:
            model.model_validate(call.params)
        except ValidationError as error:
            self.disagreements.append(f"{call.method}: aiogram refuses {call.params}: {error}")


@contextmanager
def judged(town: Emulator) -> Iterator[Judges]:
    """The judges listen inside, and must agree at the end."""
    judges = Judges()
    town.observers.append(judges)
    try:
        yield judges
    finally:
        town.observers.remove(judges)
    judges.agree()


def html_texts(params: dict[str, Any]) -> list[str]:
    """Everything in a call that is to be read as HTML."""
    asked = [part for part in _formatted(params) if isinstance(part, dict) and str(part.get("parse_mode", "")).lower() == "html"]
    return [str(part[name]) for part in asked for name in ("text", "caption", "message_text") if part.get(name)]


def _formatted(params: dict[str, Any]) -> list[Any]:
    """The parts of a call that may bring a parse mode of their own."""
    media, results = params.get("media"), params.get("results")
    offered = [result for result in results if isinstance(result, dict)] if isinstance(results, list) else []
    contents = [result.get("input_message_content") for result in offered]
    return [params, *(media if isinstance(media, list) else [media]), *offered, *contents]


def tdlib_reads(source: str) -> Verdict:
    answer = _td({"@type": "parseTextEntities", "text": source, "parse_mode": {"@type": "textParseModeHTML"}})
    if answer["@type"] == "error":
        return str(answer["message"])
    return str(answer["text"]), [_spelt(entity) for entity in answer["entities"]]


def emulator_reads(source: str) -> Verdict:
    try:
        plain, entities = read_html(source)
    except Refused as refused:
        return "C" + refused.description.removeprefix("Bad Request: c")
    return plain, [_ours(entity) for entity in entities]


def _ours(entity: Entity) -> dict[str, Any]:
    detail: Any = entity.url or entity.language or entity.emoji or entity.user or entity.unix_time or None
    return {"kind": entity.kind, "offset": entity.offset, "length": entity.length, "detail": detail}


def _spelt(entity: dict[str, Any]) -> dict[str, Any]:
    kind = entity["type"]
    names = ("url", "language", "custom_emoji_id", "user_id", "unix_time")
    detail = next((kind[name] for name in names if kind.get(name)), None)
    return {
        "kind": _KINDS[kind["@type"].removeprefix("textEntityType")],
        **{name: entity[name] for name in ("offset", "length")},
        "detail": detail,
    }


def _attached(params: dict[str, Any]) -> set[str]:
    """Names of files that came along for `attach://`."""
    spelt = json.dumps(params)
    return {name for name in params if f"attach://{name}" in spelt}


def _td(request: dict[str, Any]) -> dict[str, Any]:
    _quiet()
    answer: dict[str, Any] = json.loads(tdjson.td_execute(json.dumps(request).encode()) or b"{}")
    return answer


@cache
def _quiet() -> None:
    tdjson.td_execute(b'{"@type": "setLogVerbosityLevel", "new_verbosity_level": 0}')
