"""What waits for me today at the office: each line with the button by which it is done.

`@tells_today(Line)` says what a line of `services.today` says; `@counts_today(place)` what many of its kind are called in the morning.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeVar, cast

from bot.screens.page_row import page_row
from bot.screens.screen import Button, Screen, button, column
from bot.screens.today_taps import ShowToday, TurnMornings
from bot.screens.ways import HOME
from bot.screens.year_taps import ShowOpenForMe
from bot.words import Words, lines, t
from programme.today import PAGE
from services.today import TodayPage

Line = TypeVar("Line")
Counted = Callable[[int], Words]
C = TypeVar("C", bound=Counted)


@dataclass(frozen=True, slots=True)
class Told:
    words: Words
    way: Button


_tells: dict[type[Any], Callable[[Any], Told]] = {}
_counts: dict[int, Counted] = {}


def tells_today(kind: type[Line]) -> Callable[[Callable[[Line], Told]], Callable[[Line], Told]]:
    """The function says what a line of this kind says."""

    def register(told: Callable[[Line], Told]) -> Callable[[Line], Told]:
        if _tells.setdefault(kind, told) is not told:
            raise ValueError(f"two functions tell {kind.__name__}")
        return told

    return register


def counts_today(place: int) -> Callable[[C], C]:
    """The function says how many of a kind there are, as in "3 questions"."""

    def register(counted: C) -> C:
        if _counts.setdefault(place, counted) is not counted:
            raise ValueError(f"two functions count what stands at place {place}")
        return counted

    return register


def today_button(label: Words) -> Button:
    return button(label, ShowToday())


def counted(places: Iterable[int], counts: Iterable[int]) -> list[Words]:
    """Kinds this version does not know any more are left out."""
    return [_counts[place](count) for place, count in zip(places, counts, strict=False) if place in _counts]


def today(found: TodayPage, *, mornings: bool, said: Words | None = None) -> Screen:
    told = [_tells[type(line)](cast("Any", line)) for line in found.lines]
    first = found.page * PAGE + 1
    return Screen(
        words=lines(
            t("{said}\n", said=said) if said is not None else None,
            t("<b>📋 Waiting for you ({n})</b>", n=found.count) if told else _nothing(found),
            *(t("\n<b>{n}.</b> {line}", n=first + at, line=one.words) for at, one in enumerate(told)),
        ),
        rows=(
            *column([_numbered(first + at, one.way) for at, one in enumerate(told)]),
            *page_row(found.page, more=found.more, to=ShowToday),
            *column([*([_turn(mornings=mornings)] if found.mornings else []), HOME]),
        ),
    )


def _numbered(number: int, way: Button) -> Button:
    return Button(label=t("{n}. {label}", n=number, label=way.label), tap=way.tap)


def _turn(*, mornings: bool) -> Button:
    if mornings:
        return button(t("🔕 No morning letter"), TurnMornings(off=True))
    return button(t("🔔 A letter each morning"), TurnMornings(off=False))


def _nothing(found: TodayPage) -> Words:
    if found.only_reads:
        return lines(t("<b>📋 Nothing waits for you.</b>"), t("You look at figures and the record; nobody needs an answer from you."))
    if found.only_checks_in:
        return lines(t("<b>📋 Nothing waits for you.</b>"), t("On the day of an event you check people in at, it stands here."))
    return lines(
        t("<b>📋 Nothing waits for you.</b>"),
        t("All done. Time for a coffee; what comes in, you find here with /today."),
    )


def turned(*, off: bool) -> Words:
    if off:
        return t("No letter in the morning any more. You find everything here, with /today.")
    return t("On working days at 8:30 I write to you, if anything waits.")


def for_the_office() -> Screen:
    return Screen(
        words=t("This is the list of those who work for the office. What is open for you stands here:"),
        rows=column([button(t("⭐ What is open for me"), ShowOpenForMe()), HOME]),
    )
