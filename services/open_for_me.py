"""What is open for somebody now, line by line. Each feature adds its own lines.

A line is a frozen dataclass; `@for_me` registers a look that finds those of one person, and `bot.screens.open_for_me.tells` says in
words what a line of that kind says. Lines stand in the order in which their features were registered by `place`.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from programme.call import Call, Round
from programme.seoul import seoul_day
from programme.windows import Phase, state
from services.call_standing import CallStanding, StandingWithCall
from services.calls import AllCalls
from storage.work import Work

Finds = Callable[[Work, int], Awaitable[Sequence[Any]]]
F = TypeVar("F", bound=Finds)

_finds: dict[int, Finds] = {}
OPEN_CALLS, COMING_CALLS = 10, 90  # events stand between them


@dataclass(frozen=True, slots=True, kw_only=True)
class CallIsOpen:
    """`days`: to the closing, on Seoul's calendar; 0 is today."""

    call: Call
    closes: datetime
    days: int
    standing: CallStanding


@dataclass(frozen=True, slots=True, kw_only=True)
class CallComes:
    call: Call
    round: Round
    opens: datetime
    days: int


def for_me(place: int) -> Callable[[F], F]:
    """The function finds this person's lines, the most urgent first. `place`: the smaller, the higher on the screen; one a feature."""

    def register(finds: F) -> F:
        if _finds.setdefault(place, finds) is not finds:
            raise ValueError(f"two kinds of lines at place {place}")
        return finds

    return register


@dataclass(frozen=True, kw_only=True)
class OpenForMe:
    """Every line, of every feature."""

    person: int

    async def __call__(self, work: Work) -> tuple[Any, ...]:
        found = [await _finds[place](work, self.person) for place in sorted(_finds)]
        return tuple(line for lines in found for line in lines)


@for_me(OPEN_CALLS)
async def open_calls(work: Work, person: int) -> list[CallIsOpen]:
    found = []
    for call in await AllCalls()(work):
        stands = state(call, work.now)
        if stands.phase is Phase.OPEN and stands.round is not None and stands.round.closes is not None:
            standing = await StandingWithCall(person=person, call=call)(work)
            found.append(CallIsOpen(call=call, closes=stands.round.closes, days=stands.days or 0, standing=standing))
    return sorted(found, key=lambda one: (one.closes, one.call.key))


@for_me(COMING_CALLS)
async def coming_calls(work: Work, person: int) -> list[CallComes]:  # noqa: ARG001 - windows that come are the same for everybody
    found = [
        CallComes(call=call, round=row, opens=row.opens, days=days_between(work.now, row.opens))
        for call in await AllCalls()(work)
        for row in call.rounds
        if row.opens is not None and row.opens > work.now
    ]
    return sorted(found, key=lambda one: (one.opens, one.call.key))


def days_between(now: datetime, moment: datetime) -> int:
    """On Seoul's calendar."""
    return (seoul_day(moment) - seoul_day(now)).days
