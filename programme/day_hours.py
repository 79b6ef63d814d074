"""Hours within one day, in minutes from midnight: added up, taken away from each other."""

from collections.abc import Iterable

DAY = 24 * 60
Span = tuple[int, int]  # from, until; until is not included
Hours = tuple[Span, ...]  # in order, apart from each other


def merged(spans: Iterable[Span]) -> Hours:
    """What overlaps or touches becomes one."""
    found: list[Span] = []
    for starts, ends in sorted(spans):
        if found and starts <= found[-1][1]:
            found[-1] = (found[-1][0], max(ends, found[-1][1]))
        else:
            found.append((starts, ends))
    return tuple(found)


def without(spans: Iterable[Span], away: Iterable[Span]) -> Hours:
    left = merged(spans)
    for starts, ends in away:
        parts = [part for one in left for part in ((one[0], min(one[1], starts)), (max(one[0], ends), one[1]))]
        left = tuple(part for part in parts if part[0] < part[1])
    return left
