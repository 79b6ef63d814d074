"""The last question of a plan: every line of it, what it was and what it will be, and whether it shall be so."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.dialogue.answers import Accepted, Refused
from bot.dialogue.ask import Ask, Step
from bot.dialogue.question import Place, digest, tapped_option
from bot.dialogue.summary import Line, Summary
from bot.dialogue.taps import Change, Pick
from bot.happenings import Happening
from bot.screens import event_plan_words as screens
from bot.screens.screen import Button, button
from bot.words import Words

COLUMNS = 2
SURE = "sure"


@dataclass(frozen=True, kw_only=True)
class SeenPlan(Summary):
    """`seen`: names the plan its lines were read from. A "yes" to another one is no answer: the lines are shown as they are now."""

    seen: str

    @property
    def _yes(self) -> str:
        return digest(f"yes {self.seen}")

    def read(self, happening: Happening, place: Place) -> Accepted[bool] | Refused:
        picked = tapped_option(happening, place)
        if picked == self._yes:
            return Accepted(value=True)
        return Refused(screens.changed_meanwhile()) if picked is not None else super().read(happening, place)

    def options(self, place: Place) -> tuple[tuple[Button, ...], ...]:
        yes = button(self.yes, Pick(place.draft, place.asked, self._yes))
        changes = [button(screens.change_line(line.name), Change(place.draft, line.asked)) for line in self.lines]
        return ((yes,), *(tuple(changes[at : at + COLUMNS]) for at in range(0, len(changes), COLUMNS)))


async def agreed(ask: Ask, words: Words, *, yes: Words, below: Words | None, seen: str, before: Mapping[str, Any] | None = None) -> None:
    """`before`: what each line was, by the key of its question."""
    lines = tuple(
        Line(step.question.asked, step.question.name, _told(step, before or {})) for step in ask.path if step.question.name is not None
    )
    await ask(SeenPlan(key=SURE, words=words, yes=yes, lines=lines, below=below, seen=seen, about=(seen,)))


def _told(step: Step[Any], before: Mapping[str, Any]) -> Words:
    now = _one(step, step.value)
    if step.question.key not in before or before[step.question.key] == step.value:
        return now
    return screens.was_and_is(_one(step, before[step.question.key]), now)


def _one(step: Step[Any], value: Any) -> Words:
    return screens.none() if step.question.optional and value is None else step.question.told(value)
