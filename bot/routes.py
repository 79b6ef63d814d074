"""Which handler answers which tap and which command."""

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from bot.happenings import Commanded, GroupTalked, Happening
from bot.taps import Tap
from bot.turn import Reply, Shown, Turn

TapHandler = Callable[[Turn, Any], Awaitable[Shown]]
CommandHandler = Callable[[Turn, Commanded], Awaitable[Shown]]
LinkHandler = Callable[[Turn, str], Awaitable[Shown]]
GroupCommandHandler = Callable[[Turn, GroupTalked], Awaitable[Reply]]
HappeningHandler = Callable[[Turn, Any], Awaitable[Reply]]

_taps: dict[type[Tap], TapHandler] = {}
_commands: dict[str, CommandHandler] = {}
_links: dict[str, LinkHandler] = {}
_group_commands: dict[str, GroupCommandHandler] = {}
_happenings: dict[type[Happening], HappeningHandler] = {}

H = TypeVar("H", bound=Callable[..., Awaitable[Shown | Reply]])


def on_tap(kind: type[Tap]) -> Callable[[H], H]:
    """The handler answers taps of this kind."""
    return lambda handler: _placed(_taps, kind, handler)


def on_command(name: str) -> Callable[[H], H]:
    """The handler answers `/name`."""
    return lambda handler: _placed(_commands, name, handler)


def on_link(prefix: str) -> Callable[[H], H]:
    """The handler answers deep links `?start=<prefix>_<rest>`; it is given the rest."""
    return lambda handler: _placed(_links, prefix, handler)


def on_group_command(name: str) -> Callable[[H], H]:
    """The handler answers `/name` in a group."""
    return lambda handler: _placed(_group_commands, name, handler)


def group_command_handler(name: str) -> GroupCommandHandler | None:
    return _group_commands.get(name)


def on_happening(kind: type[Happening]) -> Callable[[H], H]:
    """The handler answers whatever is neither a private word nor a private tap: what happens inline and in groups."""
    return lambda handler: _placed(_happenings, kind, handler)


def happening_handler(kind: type[Happening]) -> HappeningHandler | None:
    return _happenings.get(kind)


def tap_handler(kind: type[Tap]) -> TapHandler | None:
    return _taps.get(kind)


def command_handler(name: str) -> CommandHandler | None:
    return _commands.get(name)


def link_handler(payload: str) -> tuple[LinkHandler, str] | None:
    prefix, _, rest = payload.partition("_")
    handler = _links.get(prefix)
    return (handler, rest) if handler is not None else None


def commands() -> tuple[str, ...]:
    return tuple(_commands)


def _placed(register: dict[Any, Any], key: object, handler: H) -> H:
    if key in register:
        raise ValueError(f"two handlers answer {key!r}")
    register[key] = handler
    return handler
