"""What came with a call: JSON, a form, or multipart with files. Read strictly, in Telegram's words where it says no."""

import json
import re
from dataclasses import dataclass, field
from typing import Any

from playground.refusals import bad

_AS_JSON = frozenset(
    [
        "reply_markup",
        "entities",
        "caption_entities",
        "question_entities",
        "explanation_entities",
        "link_preview_options",
        "reply_parameters",
        "media",
        "allowed_updates",
        "commands",
        "scope",
        "menu_button",
        "reaction",
        "results",
        "button",
        "options",
        "message_ids",
        "suggested_post_parameters",
        "correct_option_ids",
    ]
)
_JSON_NAMES = {
    "reply_markup": "reply keyboard markup",
    "link_preview_options": "link preview options",
    "reply_parameters": "reply parameters",
    "scope": "BotCommandScope",
    "menu_button": "menu button",
    "reaction": "reaction types",
    "results": "inline query results",
}
_TRUE = frozenset({"true", "yes", "1"})


@dataclass(frozen=True)
class Upload:
    content: bytes
    name: str
    mime: str


@dataclass
class Parameters:
    given: dict[str, Any]
    files: dict[str, Upload] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.given = {name: _decoded(name, value) for name, value in self.given.items() if value is not None}

    def __contains__(self, name: str) -> bool:
        return name in self.given

    def text(self, name: str, default: str = "") -> str:
        value = self.given.get(name, default)
        return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)

    def required(self, name: str) -> str:
        value = self.text(name)
        if not value:
            raise bad(f'Parameter "{name}" is required')
        return value

    def integer(self, name: str, default: int = 0) -> int:
        value = self.given.get(name, default)
        if isinstance(value, bool) or not re.fullmatch(r"\s*[+-]?\d+\s*", str(value)):
            raise bad(f"{name} must be an integer")
        return int(value)

    def number(self, name: str) -> float:
        value = str(self.given.get(name, "")).strip()
        if not value:
            raise bad(f"{name} is empty")
        if not re.fullmatch(r"[+-]?\d+(?:\.\d*)?(?:[eE][+-]?\d+)?", value):
            raise bad(f"{name} must be a number")
        return float(value)

    def flag(self, name: str) -> bool:
        value = self.given.get(name, False)
        return value if isinstance(value, bool) else str(value).lower() in _TRUE

    def json(self, name: str) -> Any:
        return self.given.get(name)

    def array(self, name: str) -> list[Any]:
        value = self.given.get(name, [])
        if not isinstance(value, list):
            raise bad(f'Field "{name}" must be of type Array')
        return value

    def attached(self, value: object) -> Upload | None:
        """The file a value like `attach://photo0` points to."""
        if not isinstance(value, str) or not value.startswith("attach://"):
            return None
        name = value.removeprefix("attach://")
        if name not in self.files:
            raise bad(f'file "{name}" is not attached')
        return self.files[name]

    def shown(self) -> dict[str, Any]:
        """For the log: files by their size only."""
        return self.given | {name: f"<{len(upload.content)} bytes>" for name, upload in self.files.items()}


def _decoded(name: str, value: Any) -> Any:
    if name not in _AS_JSON or not isinstance(value, str) or (name == "media" and not value.lstrip().startswith(("{", "["))):
        return value
    if not value:
        return None
    try:
        return json.loads(value)
    except ValueError as error:
        raise bad(f"Can't parse {_JSON_NAMES.get(name, name)} JSON object") from error
