"""The last question of a plan: its lines, what they were and what they will be, and whether it shall be so.

A plan has two dozen lines. What is asked first and what has been touched stands there at once, the rest behind one tap.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.dialogue.answers import Accepted, Partly, Refused
from bot.dialogue.ask import Ask, Step
from bot.dialogue.question import Place, digest, tapped_option
from bot.dialogue.summary import Line, Summary, told_lines
from bot.dialogue.taps import Change, Pick
from bot.happenings import Happening
from bot.screens import event_plan_words as screens
from bot.screens.screen import Button, button
from bot.words import Words

COLUMNS = 2
SURE = "sure"
FIRST = frozenset({"kind", "title", "text", "dates", "where", "place", "address", "link", "seats", "call"})
MORE = digest("more")


@dataclass(frozen=True, kw_only=True)
class SeenPlan(Summary):
    """`seen`: names the plan its lines were read from. A "yes" to another one is no answer: the lines are shown as they are now.

    `rest`: the lines, by what they ask, that are shown once somebody wants to see more.
    """

    seen: str
    rest: frozenset[str]

    @property
    def _yes(self) -> str:
        return digest(f"yes {self.seen}")

    def read(self, happening: Happening, place: Place) -> Accepted[bool] | Partly | Refused:
        picked = tapped_option(happening, place)
        if picked == self._yes:
            return Accepted(value=True)
        if picked == MORE:
            return Partly((MORE,))
        return Refused(screens.changed_meanwhile()) if picked is not None else super().read(happening, place)

    def overview(self, place: Place) -> Words:
        return told_lines(self._shown(place))

    def options(self, place: Place) -> tuple[tuple[Button, ...], ...]:
        yes, shown = button(self.yes, Pick(place.draft, place.asked, self._yes)), self._shown(place)
        changes = [button(screens.change_line(line.name), Change(place.draft, line.asked)) for line in shown]
        left = len(self.lines) - len(shown)
        more = [(button(screens.more_lines(left), Pick(place.draft, place.asked, MORE)),)] if left else []
        return ((yes,), *(tuple(changes[at : at + COLUMNS]) for at in range(0, len(changes), COLUMNS)), *more)

    def _shown(self, place: Place) -> tuple[Line, ...]:
        return self.lines if place.partial else tuple(line for line in self.lines if line.asked not in self.rest)


async def agreed(
    ask: Ask,
    words: Words,
    *,
    yes: Words,
    below: Words | None,
    seen: str,
    before: Mapping[str, Any] | None = None,
    also: frozenset[str] = frozenset(),
) -> None:
    """`before`: what each line was, by the key of its question. `also`: lines that are shown at once, besides the first."""
    lines = tuple(
        Line(step.question.asked, step.question.name, _told(step, before or {})) for step in ask.path if step.question.name is not None
    )
    await ask(SeenPlan(key=SURE, words=words, yes=yes, lines=lines, below=below, seen=seen, rest=_rest(ask, also), about=(seen,)))


def _rest(ask: Ask, also: frozenset[str]) -> frozenset[str]:
    """What is presumed, and nobody has touched."""
    shown = FIRST | also | ask.draft.answers.keys()
    return frozenset(step.question.asked for step in ask.path if step.question.key not in shown)


def _told(step: Step[Any], before: Mapping[str, Any]) -> Words:
    now = _one(step, step.value)
    if step.question.key not in before or before[step.question.key] == step.value:
        return now
    return screens.was_and_is(_one(step, before[step.question.key]), now)


def _one(step: Step[Any], value: Any) -> Words:
    return screens.none() if step.question.optional and value is None else step.question.told(value)
