"""Taps: what a button wishes, as a frozen dataclass with a short code and a text of at most 64 bytes.

Callback data is user input: it names a wish, never a right. Whatever cannot be read is an `OldTap`.
"""

from collections.abc import Callable
from dataclasses import dataclass, fields
from enum import Enum
from typing import Any, TypeVar, get_type_hints

LONGEST = 64
SEPARATOR = ":"
LARGEST = 2**63 - 1  # what a database counts to


class Tap:
    """The parent of all taps; carries no fields of its own."""


T = TypeVar("T", bound=Tap)

_by_code: dict[str, type[Tap]] = {}
_codes: dict[type[Tap], str] = {}


@dataclass(frozen=True)
class OldTap(Tap):
    """A button nobody can read any more: retired, damaged or forged."""

    text: str


def tap(code: str, *, once: tuple[str, ...] = ()) -> Callable[[type[T]], type[T]]:
    """Register a tap under a short code; `once` are retired codes that stay readable."""

    def register(kind: type[T]) -> type[T]:
        for spelling in (code, *once):
            if _by_code.setdefault(spelling, kind) is not kind:
                raise ValueError(f"two taps share the code {spelling!r}")
        _codes[kind] = code
        return kind

    return register


def registered() -> tuple[type[Tap], ...]:
    """Every tap there is, for the house tests."""
    return tuple(_codes)


def encode(wish: Tap) -> str:
    """The callback data of a tap. Raises ValueError when it would not fit Telegram's 64 bytes."""
    parts = [_codes[type(wish)], *(_written(getattr(wish, f.name)) for f in fields(wish))]  # type: ignore[arg-type]
    text = SEPARATOR.join(parts)
    if len(text.encode()) > LONGEST:
        raise ValueError(f"callback data of {len(text.encode())} bytes: {text!r}")
    return text


def decode(text: str) -> Tap:
    """The tap that was encoded as `text`, or `OldTap`."""
    if not text.isprintable():
        return OldTap(text)  # no button of ours holds control characters, and PostgreSQL refuses some of them
    code, *parts = text.split(SEPARATOR)
    kind = _by_code.get(code)
    if kind is None:
        return OldTap(text)
    hints = get_type_hints(kind)
    names = [f.name for f in fields(kind)]  # type: ignore[arg-type]
    if len(names) != len(parts):
        return OldTap(text)
    try:
        return kind(**{n: _read(hints[n], p) for n, p in zip(names, parts, strict=True)})
    except (ValueError, KeyError):
        return OldTap(text)


def _written(value: Any) -> str:
    if isinstance(value, Enum):
        value = value.value
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str) and SEPARATOR not in value:
        return value
    raise ValueError(f"a tap cannot carry {value!r}")


def _read(kind: Any, text: str) -> Any:
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _enum_member(kind, text)
    if kind is bool:
        return {"1": True, "0": False}[text]
    if kind is int:
        return _whole_number(text)
    return text


def _enum_member(kind: type[Enum], text: str) -> Enum:
    for member in kind:
        if str(member.value) == text:
            return member
    raise ValueError(text)


def numbered(subject: str) -> int | None:
    """The number a subject names; None for what is none, or larger than any row's."""
    number = int(subject) if subject.isascii() and subject.isdecimal() else None
    return number if number is not None and number <= LARGEST else None


def _whole_number(text: str) -> int:
    # int() also takes "1_0", " 1" and Arabic-Indic digits; a button never wrote those.
    number = int(text)
    if str(number) != text or abs(number) > LARGEST:
        raise ValueError(text)
    return number
