"""Where a letter goes when it is not simply a new message below: found when it goes out; and what follows once it went.

`@placed(Kind)` finds the place in the unit of work that takes the letter out of the box, so that a letter written before its
place was known (a topic not opened yet, a card not posted yet) finds it. `@followed(Kind)` names the deed that writes down
where it came to lie, done in the same transaction as the letter's own end.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from services.office import Deed
from storage.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Without `message` and `inline` it is a new message. `language`: what the place speaks, when that is no person's affair."""

    message: int | None = None  # this message becomes the letter
    inline: str | None = None  # so does this one, shared through inline mode into a chat nobody told us of
    topic: int | None = None  # it is sent into this topic of a forum
    opens: str | None = None  # a topic of this name is opened for it first
    waits: bool = False  # another letter is about to make its place, or what it says is about to change: it comes a little later
    closes: bool = False  # its topic is closed after it
    pins: bool = False  # it is pinned, where the bot may
    replaces: int | None = None  # an earlier message goes when this one has come
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived:
    message: int | None
    topic: int | None = None  # the one it was sent into


@dataclass(frozen=True, slots=True)
class TopicOpened:
    """The topic is there, but the letter is not in it yet: it comes later."""

    topic: int


@dataclass(frozen=True, slots=True)
class Lost:
    """The message to be changed is gone, or the bot can no longer write there."""


@dataclass(frozen=True, slots=True)
class Refused:
    """Telegram would not take it; its words."""

    reason: str


Fate = Arrived | TopicOpened | Lost | Refused
Finds = Callable[[Work, Any], Awaitable[Place | None]]
Follows = Callable[[Any, Fate], Deed[Any] | None]

_finds: dict[type[Any], Finds] = {}
_follows: dict[type[Any], Follows] = {}
F = TypeVar("F", bound=Finds)
G = TypeVar("G", bound=Follows)


def placed(kind: type[Any]) -> Callable[[F], F]:
    """The function finds the place of such a letter; None: there is none any more, and the letter is pointless."""

    def register(finds: F) -> F:
        if _finds.setdefault(kind, finds) is not finds:
            raise ValueError(f"two places for {kind.__name__}")
        return finds

    return register


def followed(kind: type[Any]) -> Callable[[G], G]:
    """The function names what is to be done once such a letter has arrived, or is lost; None: nothing."""

    def register(follows: G) -> G:
        if _follows.setdefault(kind, follows) is not follows:
            raise ValueError(f"{kind.__name__} is followed twice")
        return follows

    return register


def is_placed(fact: object) -> bool:
    return type(fact) in _finds


async def place_of(work: Work, fact: object) -> Place | None:
    return await _finds[type(fact)](work, fact)


def follow_up(fact: object, fate: Fate) -> Deed[Any] | None:
    follows = _follows.get(type(fact))
    return None if follows is None else follows(fact, fate)
