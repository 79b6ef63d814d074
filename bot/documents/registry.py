"""Documents by code, so that a letter can carry one as JSON and the courier can make the file later."""

from collections.abc import Callable
from dataclasses import asdict
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, TypeVar

import bot.documents
from bot.documents.document import Document

D = TypeVar("D", bound=type[Document])

_kinds: dict[str, type[Document]] = {}
_codes: dict[type[Document], str] = {}


def document(code: str, *, once: tuple[str, ...] = ()) -> Callable[[D], D]:
    """Register a frozen dataclass of whole numbers and strings. The code lies in letters: it never changes; `once` are retired ones."""

    def register(kind: D) -> D:
        for name in (code, *once):
            if name in _kinds:
                raise ValueError(f"two documents are called {name!r}")
            _kinds[name] = kind
        _codes[kind] = code
        return kind

    return register


def to_json(one: Document) -> dict[str, Any]:
    return {"document": _codes[type(one)], "facts": asdict(one)}  # type: ignore[call-overload]


def from_json(written: dict[str, Any]) -> Document:
    """Raises ValueError for a document nobody can make any more."""
    kind = registered().get(written["document"])
    if kind is None:
        raise ValueError(f"there is no document called {written['document']!r}")
    return kind(**written["facts"])


def registered() -> dict[str, type[Document]]:
    """Every document there is; a process that only sends letters has imported none of them before."""
    for module in iter_modules(bot.documents.__path__, "bot.documents."):
        import_module(module.name)
    return dict(_kinds)
