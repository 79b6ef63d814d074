"""Replay: run a story over the answers of its draft, up to the first question without one."""

from dataclasses import dataclass
from typing import Any

from bot.dialogue.ask import Ask, Step, Unanswered
from bot.dialogue.question import Question
from bot.dialogue.story import Story
from bot.screens.screen import Screen
from bot.words import Words
from services.office import Deed


@dataclass(frozen=True, slots=True)
class Asking:
    """The question that is open now; `path` are the answered ones before it."""

    question: Question[Any]
    reason: Words | None
    path: tuple[Step[Any], ...]


@dataclass(frozen=True, slots=True)
class Told:
    """The story came to its end: a deed to be done, or a screen to be shown."""

    outcome: Deed[Any] | Screen
    path: tuple[Step[Any], ...]


async def replay(story: Story, ask: Ask) -> Asking | Told:
    try:
        outcome = await story.tell(ask)
    except Unanswered as unanswered:
        return Asking(unanswered.question, unanswered.reason, tuple(ask.path))
    return Told(outcome, tuple(ask.path))
