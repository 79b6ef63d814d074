"""When a call can be applied for, and which call's rules were in force on a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from programme.call import Call, Round, Status
from programme.seoul import seoul_day
from programme.tracks import Track


class Phase(StrEnum):
    NOT_YET_OPEN = "not_yet_open"
    OPEN = "open"
    CLOSED = "closed"
    NOT_DATED = "not_dated"  # a real call whose windows are not announced yet


@dataclass(frozen=True, slots=True)
class CallState:
    """`days`: Seoul's calendar days to the closing (open) or the opening (not yet open); 0 is today. None otherwise."""

    phase: Phase
    round: Round | None = None
    days: int | None = None


def state(call: Call, now: datetime) -> CallState:
    """`now` is aware. A round that closes at 18:00:00 still takes what comes within that second."""
    dated = sorted((r.opens, r.closes, r.number) for r in call.rounds if r.opens and r.closes)
    by_number = {r.number: r for r in call.rounds}
    second, today = now.replace(microsecond=0), seoul_day(now)
    for opens, closes, number in dated:
        if second < opens:
            return CallState(Phase.NOT_YET_OPEN, by_number[number], (seoul_day(opens) - today).days)
        if second <= closes:
            return CallState(Phase.OPEN, by_number[number], (seoul_day(closes) - today).days)
    if dated or call.status is Status.PAST_RECORD:
        return CallState(Phase.CLOSED)
    return CallState(Phase.NOT_DATED)


def open_now(calls: Iterable[Call], now: datetime, track: Track | None = None) -> tuple[Call, ...]:
    """The calls that take applications, those closing first at the front."""
    of_track = [c for c in calls if track in (None, c.track)]
    opened = [(s.days or 0, c.key, c) for c in of_track if (s := state(c, now)).phase is Phase.OPEN]
    return tuple(call for _, _, call in sorted(opened, key=lambda row: row[:2]))


def in_force(calls: Iterable[Call], track: Track, on: date) -> Call | None:
    """The latest call of the track noticed by that day. A demo call rules only where there is no other."""
    noticed = [c for c in calls if c.track is track and c.in_force_from <= on]
    return max(noticed, key=lambda c: (not c.is_demo, c.in_force_from, c.key), default=None)
