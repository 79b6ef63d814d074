"""Which of many free times are shown."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from programme.seoul import seoul_day

A_DAY = 2  # times of one day that are shown before later days have had their turn


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A free time of a consultant."""

    consultant: int
    starts_at: datetime
    ends_at: datetime


def one_each(slots: Iterable[Slot], load: Callable[[Slot], int]) -> tuple[Slot, ...]:
    """Of several consultants free at the same time the one with the least to do, then the one named least; in the order of time."""
    rivals: dict[datetime, list[Slot]] = {}
    for slot in slots:
        rivals.setdefault(slot.starts_at, []).append(slot)
    named: Counter[int] = Counter()
    chosen: list[Slot] = []
    for at in sorted(rivals):
        best = min(rivals[at], key=lambda slot: (load(slot), named[slot.consultant], slot.consultant))
        named[best.consultant] += 1
        chosen.append(best)
    return tuple(chosen)


def spread(slots: Iterable[Slot], most: int) -> tuple[Slot, ...]:
    """Soon, but not all on one day, at one hour or with one person; in the order of time."""
    turns = [(rank // A_DAY, slot.starts_at, slot) for day in _by_day(slots).values() for rank, slot in enumerate(_in_turn(day))]
    return tuple(sorted((slot for _, _, slot in sorted(turns, key=lambda turn: turn[:2])[:most]), key=_begins))


def is_enough(slots: Iterable[Slot], most: int) -> bool:
    """No later day would change what `spread` chooses."""
    return sum(min(len(day), A_DAY) for day in _by_day(slots).values()) >= most


def _by_day(slots: Iterable[Slot]) -> Mapping[object, list[Slot]]:
    days: dict[object, list[Slot]] = {}
    for slot in sorted(slots, key=_begins):
        days.setdefault(seoul_day(slot.starts_at), []).append(slot)
    return days


def _in_turn(day: list[Slot]) -> list[Slot]:
    """The earliest; then always somebody who was named least, as far as can be from the hours chosen."""
    chosen, left, named = [day[0]], day[1:], Counter([day[0].consultant])
    while left:
        best = min(left, key=lambda slot: (named[slot.consultant], -_distance(slot, chosen), slot.starts_at))
        left.remove(best)
        chosen.append(best)
        named[best.consultant] += 1
    return chosen


def _distance(slot: Slot, chosen: list[Slot]) -> timedelta:
    return min(abs(slot.starts_at - one.starts_at) for one in chosen)


def _begins(slot: Slot) -> tuple[datetime, int]:
    return slot.starts_at, slot.consultant
