"""The register of stories: what there is to talk about."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from bot.dialogue.ask import Ask
from bot.screens.screen import Button, Screen
from bot.words import Words
from services.office import Deed


@dataclass(frozen=True, slots=True)
class AskAgain:
    """The deed could not be done as answered: these questions are asked again, and why."""

    keys: tuple[str, ...]
    reason: Words


Tale = Callable[[Ask], Awaitable[Deed[Any] | Screen]]
Ending = Callable[[Any], Screen | AskAgain]

_stories: dict[str, "Story"] = {}


@dataclass
class Story:
    """A conversation: `tell` replays it, `end` turns the deed's outcome into a screen."""

    code: str
    title: Words
    tell: Tale
    takes_a_subject: bool = False  # it is about one certain thing, and cannot begin without it
    offers_a_person: bool = True  # each of its questions has a button to talk with the office instead
    back: Callable[[str], Button] | None = None  # by its subject: to where it was begun, for whoever stops
    end: Ending | None = None

    def ends(self, ending: Ending) -> Ending:
        """Register how the story ends."""
        self.end = ending
        return ending


def story(
    code: str,
    title: Words,
    *,
    takes_a_subject: bool = False,
    offers_a_person: bool = True,
    back: Callable[[str], Button] | None = None,
) -> Callable[[Tale], Story]:
    """Register a story. The code lies in drafts and on buttons: it never changes. At most 20 characters."""

    def register(tale: Tale) -> Story:
        if code in _stories:
            raise ValueError(f"two stories are called {code!r}")
        _stories[code] = Story(code, title, tale, takes_a_subject, offers_a_person, back)
        return _stories[code]

    return register


def known(code: str) -> Story | None:
    return _stories.get(code)


def all_stories() -> tuple[Story, ...]:
    """Every story there is, for the house tests."""
    return tuple(_stories.values())
