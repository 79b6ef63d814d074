"""The last question of a story: is all of this right? Every line can be changed."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.dialogue.answers import Accepted, Partly, Refused
from bot.dialogue.question import Place, Question, digest, tapped_option
from bot.dialogue.taps import Change, Pick
from bot.happenings import Happening
from bot.screens.screen import Button, button
from bot.words import Words, lines, t

YES = digest("yes")


@dataclass(frozen=True, slots=True)
class Line:
    """One answer in a summary."""

    asked: str  # the digest of its question
    name: Words
    told: Words


def told_lines(those: Iterable[Line]) -> Words:
    return lines(*(t("• {name}: <b>{answer}</b>", name=line.name, answer=line.told) for line in those))


@dataclass(frozen=True, kw_only=True)
class Summary(Question[bool]):
    """Shows the answers so far; only "yes" ends it, a tap on a line goes back to that one question."""

    yes: Words
    lines: tuple[Line, ...] = ()
    below: Words | None = None  # what it means to say yes

    def read(self, happening: Happening, place: Place) -> Accepted[bool] | Partly | Refused:
        if tapped_option(happening, place) == YES:
            return Accepted(value=True)
        return Refused(t("Please check it, then tap “{yes}”. To change something, tap its line.", yes=self.yes))

    def told(self, value: bool) -> Words:  # noqa: FBT001
        return self.yes

    def overview(self, place: Place) -> Words:
        return told_lines(self.lines)

    def hint(self) -> Words | None:
        return self.below

    def options(self, place: Place) -> tuple[tuple[Button, ...], ...]:
        yes = button(self.yes, Pick(place.draft, place.asked, YES))
        changes = tuple((button(t("✏️ {name}", name=line.name), Change(place.draft, line.asked)),) for line in self.lines)
        return ((yes,), *changes)
