"""A number for each month-end, typed in one line."""

import re
from dataclasses import dataclass
from typing import Any

from bot.dialogue.answers import Refused
from bot.dialogue.question import Json
from bot.dialogue.typed import Typed
from bot.screens import employees as screens
from bot.words import Words
from programme.employees import MONTHS

LARGEST = 999
_SHAPE = re.compile(r"[\d\s,./·]+")


@dataclass(frozen=True, kw_only=True)
class MonthEnds(Typed):
    """1 to 12 whole numbers. `months`: exactly so many, or one number that holds for all of them."""

    months: int | None = None

    def parse(self, text: str) -> tuple[int, ...] | Refused:
        counts = tuple(int(found) for found in re.findall(r"\d+", text)) if _SHAPE.fullmatch(text) else ()
        if not counts or len(counts) > MONTHS or max(counts) > LARGEST:
            return Refused(self.hint())
        if self.months is None or len(counts) == self.months:
            return counts
        return counts * self.months if len(counts) == 1 else Refused(screens.as_many_as(self.months))

    def told(self, value: tuple[int, ...]) -> Words:
        return screens.counts(value)

    def restored(self, stored: Json) -> tuple[int, ...]:
        return tuple(int(count) for count in stored)

    def hint(self) -> Words:
        return screens.twelve_numbers() if self.months is None else screens.as_many_as(self.months)


def month_ends(key: str, words: Words, **more: Any) -> MonthEnds:
    return MonthEnds(key=key, words=words, **more)
