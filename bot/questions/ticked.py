"""A choice of several that begins with what was chosen before: somebody corrects it instead of ticking everything anew."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from bot.dialogue.answers import Accepted, Partly, Refused
from bot.dialogue.choices import MultiChoice, options_of
from bot.dialogue.question import Place
from bot.happenings import Happening
from bot.screens.screen import Button
from bot.words import Words

T = TypeVar("T")
NOTHING = "-"  # all ticks were taken away, which is not the same as never touched


@dataclass(frozen=True, kw_only=True)
class Ticked(MultiChoice[T]):
    before: tuple[str, ...]  # tokens

    def read(self, happening: Happening, place: Place) -> Accepted[tuple[T, ...]] | Partly | Refused:
        found = super().read(happening, self._as_ticked(place))
        return Partly((NOTHING,), found.echo) if isinstance(found, Partly) and not found.partial else found

    def options(self, place: Place) -> tuple[tuple[Button, ...], ...]:
        return super().options(self._as_ticked(place))

    def _as_ticked(self, place: Place) -> Place:
        return replace(place, partial=tuple(token for token in place.partial or self.before if token != NOTHING))


def ticked(key: str, words: Words, values: Iterable[T], *, label: Callable[[T], Words], before: Sequence[str], **more: Any) -> Ticked[T]:
    return Ticked(key=key, words=words, choices=options_of(values, label), before=tuple(before), **more)
