"""Letters as services write them: a kind of fact, to whom, and when. What it says is decided where it is shown.

`@letter("code")` registers a frozen dataclass of facts. Its code is stored, so it stays for ever; a retired one may be given as an alias.
"""

import types
from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from storage.letters import NewLetter, Priority

Fact = TypeVar("Fact")
JUST_NOW = timedelta(minutes=15)  # so long somebody who asked has the phone in hand still


class LetterMistake(TypeError):
    """A kind of letter that cannot be kept or read back: found when it is registered or written, not when it is due."""


class UnknownLetter(LookupError):
    """A stored letter of a kind this version does not know, or no longer in this form."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """Given to `work.post`."""

    to: int  # chat id
    fact: Any  # a registered letter
    due: datetime | None = None  # None: right after the commit
    key: str | None = None  # to take it back by, or to replace it while it waits
    priority: Priority = Priority.LETTER

    def written(self, now: datetime) -> NewLetter:
        return NewLetter(
            to=self.to,
            kind=code_of(self.fact),
            body=to_json(self.fact),
            due=self.due or now,
            priority=self.priority,
            key=self.key,
        )


_kinds: dict[str, type[Any]] = {}
_at_any_hour: set[str] = set()
_codes: dict[type[Any], str] = {}
_older: dict[type[Any], Callable[[dict[str, Any]], dict[str, Any]]] = {}
_hints: dict[type[Any], dict[str, Any]] = {}


def letter(
    code: str,
    *,
    aliases: tuple[str, ...] = (),
    at_any_hour: bool = False,
    older: Callable[[dict[str, Any]], dict[str, Any]] | None = None,
) -> Callable[[type[Fact]], type[Fact]]:
    """`at_any_hour`: it goes by night, too, because it wakes nobody (a message changes) or answers what was done just now.

    `older`: the body as it is now, from one that an older version may have written: such a letter may still be on its way.
    """

    def register(kind: type[Fact]) -> type[Fact]:
        if not (is_dataclass(kind) and kind.__dataclass_params__.frozen):  # type: ignore[attr-defined]
            raise LetterMistake(f"{kind.__name__} has to be a frozen dataclass")
        for name in (code, *aliases):
            if name in _kinds:
                raise LetterMistake(f"the code {name!r} belongs to {_kinds[name].__name__}")
        _hints[kind] = get_type_hints(kind)
        for name, hint in _hints[kind].items():
            _check(kind, name, hint)
        _kinds.update(dict.fromkeys((code, *aliases), kind))
        _codes[kind] = code
        if older is not None:
            _older[kind] = older
        if at_any_hour:
            _at_any_hour.update((code, *aliases))
        return kind

    return register


def goes_at_any_hour(code: str, body: dict[str, Any], now: datetime) -> bool:
    """A fact with a field `asked_at` answers what its reader did then: it wakes nobody while that is just now."""
    asked_at = body.get("asked_at")
    return code in _at_any_hour or (asked_at is not None and now - datetime.fromisoformat(asked_at) < JUST_NOW)


def kinds() -> dict[str, type[Any]]:
    """Every registered kind by its code: each needs a screen."""
    return {code: kind for kind, code in _codes.items()}


def code_of(fact: Any) -> str:
    try:
        return _codes[type(fact)]
    except KeyError:
        raise LetterMistake(f"{type(fact).__name__} is not registered with @letter") from None


def to_json(fact: Any) -> dict[str, Any]:
    return {field.name: _out(getattr(fact, field.name)) for field in fields(fact)}


def from_json(code: str, body: dict[str, Any]) -> Any:
    """The fact again; fields added since it was written take their defaults. Raises UnknownLetter."""
    kind = _kinds.get(code)
    if kind is None:
        raise UnknownLetter(code)
    hints, body = _hints[kind], _older[kind](body) if kind in _older else body
    try:
        return kind(**{name: _in(hints[name], value) for name, value in body.items() if name in hints})
    except (TypeError, ValueError) as error:
        raise UnknownLetter(code) from error


def _check(kind: type[Any], name: str, hint: Any) -> None:
    if hint in (str, int, bool, date, datetime, types.NoneType):
        return
    if isinstance(hint, type) and issubclass(hint, Enum):
        return
    if get_origin(hint) in (types.UnionType, Union, tuple):
        parts = [part for part in get_args(hint) if part is not Ellipsis]
        if get_origin(hint) is not tuple and len([part for part in parts if part is not types.NoneType]) != 1:
            raise LetterMistake(f"{kind.__name__}.{name}: a choice between types cannot be told apart in JSON")
        for part in parts:
            _check(kind, name, part)
        return
    raise LetterMistake(f"{kind.__name__}.{name}: {hint} cannot be kept in a letter")


def _out(value: Any) -> Any:
    match value:
        case Enum():
            return value.value
        case datetime() if value.tzinfo is None:
            raise LetterMistake("a time without a zone is not kept")
        case datetime() | date():
            return value.isoformat()
        case tuple():
            return [_out(item) for item in value]
        case _:
            return value


def _in(hint: Any, value: Any) -> Any:
    origin, parts = get_origin(hint), get_args(hint)
    if origin in (types.UnionType, Union):
        return None if value is None else _in(next(part for part in parts if part is not types.NoneType), value)
    if origin is tuple:
        items = [parts[0]] * len(value) if parts[1:] == (Ellipsis,) else parts
        return tuple(_in(part, item) for part, item in zip(items, value, strict=True))
    if hint in (date, datetime):
        return hint.fromisoformat(value)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint(value)
    if not isinstance(value, hint) or (hint is int and isinstance(value, bool)):
        raise TypeError(f"{value!r} is not a {hint.__name__}")
    return value
