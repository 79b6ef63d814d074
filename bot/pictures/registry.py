"""Pictures by code, so that a letter can carry one as JSON and the courier can draw it later."""

from collections.abc import Callable
from dataclasses import asdict
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, TypeVar

import bot.pictures
from bot.pictures.picture import Picture

P = TypeVar("P", bound=type[Picture])

_kinds: dict[str, type[Picture]] = {}
_codes: dict[type[Picture], str] = {}


def picture(code: str) -> Callable[[P], P]:
    """Register a frozen dataclass of whole numbers and strings. The code lies in letters: it never changes."""

    def register(kind: P) -> P:
        if code in _kinds:
            raise ValueError(f"two pictures are called {code!r}")
        _kinds[code], _codes[kind] = kind, code
        return kind

    return register


def to_json(drawn: Picture) -> dict[str, Any]:
    return {"picture": _codes[type(drawn)], "facts": asdict(drawn)}  # type: ignore[call-overload]


def from_json(written: dict[str, Any]) -> Picture:
    """Raises ValueError for a picture nobody can draw any more."""
    kind = registered().get(written["picture"])
    if kind is None:
        raise ValueError(f"there is no picture called {written['picture']!r}")
    return kind(**written["facts"])


def registered() -> dict[str, type[Picture]]:
    """Every picture there is; a process that only sends letters has imported none of them before."""
    for module in iter_modules(bot.pictures.__path__, "bot.pictures."):
        import_module(module.name)
    return dict(_kinds)
