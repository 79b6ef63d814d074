"""What is open for me now: every line with what it says and the buttons that lead on.

`@tells(Kind)` says what a line of `services.open_for_me` says; every feature with such lines has a function of its own.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar, cast

from bot.dialogue.story import known
from bot.screens.consortia import ShowConsortium
from bot.screens.drafts import go_on
from bot.screens.eligibility import verdict
from bot.screens.result_taps import CheckByCall, ShowResult
from bot.screens.screen import Button, Screen, button, column
from bot.screens.taps import ShowCalls
from bot.screens.ways import HOME
from bot.screens.wording import worded
from bot.words import Words, lines, t, tn
from services.call_standing import CallStanding, Forming
from services.open_for_me import CallComes, CallIsOpen

Line = TypeVar("Line")
MOST_LINES = 12  # the list by calls, events and dates shows all of them


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    words: Words
    ways: tuple[Button, ...] = ()


_tells: dict[type[Any], Callable[[Any], Told]] = {}


def tells(kind: type[Line]) -> Callable[[Callable[[Line], Told]], Callable[[Line], Told]]:
    """The function says what a line of this kind says."""

    def register(told: Callable[[Line], Told]) -> Callable[[Line], Told]:
        if _tells.setdefault(kind, told) is not told:
            raise ValueError(f"two functions tell {kind.__name__}")
        return told

    return register


def open_now(found: Sequence[object]) -> Screen:
    told = [_tells[type(line)](cast("Any", line)) for line in found[:MOST_LINES]]
    nothing = t("Nothing is open right now, and nothing is announced. I can tell you when that changes.") if not told else None
    more = len(found) - len(told)
    return Screen(
        words=lines(
            t("<b>What is open for me now</b>"),
            nothing,
            *(one.words for one in told),
            tn("\n… and {count} more", "\n… and {count} more", more) if more > 0 else None,
        ),
        rows=column([*_each_once(told), button(t("◀ Calls and dates"), ShowCalls()), HOME]),
    )


def _each_once(told: Sequence[Told]) -> Iterator[Button]:
    yield from {way.tap: way for one in told for way in one.ways}.values()


@tells(CallIsOpen)
def call_is_open(line: CallIsOpen) -> Told:
    title = t("\n🟢 <b>{call}</b>: until {closes:datetime} ({left:days})", call=worded(line.call.title), closes=line.closes, left=line.days)
    return Told(words=lines(title, *standing(line.standing)), ways=(*ways(line.standing), *_first_step(line)))


def _first_step(line: CallIsOpen) -> tuple[Button, ...]:
    """Nobody is sent to a check who has one, or who is further already."""
    standing = line.standing
    if standing.consortia or standing.begun or standing.check:
        return ()
    return (button(t("✅ Check: {call}", call=worded(line.call.track.wording)), CheckByCall(line.call.key)),)


def standing(one: CallStanding) -> Iterator[Words]:
    """Where somebody is with a call, the furthest first."""
    yield from (_forming(forming) for forming in one.consortia)
    if one.begun:
        yield tn("→ {count} answer of yours is unfinished.", "→ {count} answers of yours are unfinished.", len(one.begun))
    if one.says is not None:
        yield t("→ Your check: {verdict}", verdict=verdict(one.says))
    if not (one.consortia or one.begun or one.check):
        yield t("→ You have not checked yet whether you can apply: six taps.")


def _forming(one: Forming) -> Words:
    if not one.lacks:
        return t("→ Your consortium “{name}” has everything.", name=one.name)
    return tn(
        "→ Your consortium “{name}” lacks {count} thing.", "→ Your consortium “{name}” lacks {count} things.", one.lacks, name=one.name
    )


def ways(one: CallStanding) -> tuple[Button, ...]:
    consortia = [button(t("🤝 {name}", name=forming.name), ShowConsortium(forming.number)) for forming in one.consortia]
    begun = [go_on(draft.draft, story.title) for draft in one.begun if (story := known(draft.story)) is not None]
    checks = [button(t("✅ My check"), ShowResult(one.check))] if one.check is not None else []
    return (*consortia, *begun, *checks)


@tells(CallComes)
def call_comes(line: CallComes) -> Told:
    return Told(
        words=t(
            "\n🕘 {call}, round {n}: from {opens:datetime} ({left:days})",
            call=worded(line.call.title),
            n=line.round.number,
            opens=line.opens,
            left=line.days,
        )
    )
