"""Who is introduced to whom at a networking meeting: across trades, never the same two twice, nobody twice in one round. Pure.

Like the finder's weights, these are ours, not the programme's. Chance decides between equals, by a seed, so that the same guests always
give the same circles.
"""

import random
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum

from programme.districts import District
from programme.districts_beside import beside
from programme.matching import kindred
from programme.seoul import SEOUL
from programme.trades import Trade

AT_ONCE = 100  # guests compared with one another in one go: the work grows with the square
MOST_PARTNERS = 3  # circles one person may have at a meeting, so that nobody is handed round
KEPT_AFTERWARDS = timedelta(days=30)
NOT_AGAIN_FOR = timedelta(days=365)
LONGEST_LINE = 120
_MORNING = time(10)


class Speaks(StrEnum):
    """The values are stored."""

    KOREAN = "ko"
    ENGLISH = "en"
    BOTH = "both"


class Why(StrEnum):
    KINDRED_TRADE = "kindred_trade"
    OTHER_TRADE = "other_trade"
    SAME_GU = "same_gu"
    GU_BESIDE = "gu_beside"


class Icebreaker(StrEnum):
    """With which sentence two begin to talk. The values are stored."""

    IDLE = "idle"
    STREET = "street"
    CUSTOMERS = "customers"
    IDEA = "idea"
    BUYING = "buying"


POINTS = {Why.KINDRED_TRADE: 30, Why.OTHER_TRADE: 20, Why.SAME_GU: 8, Why.GU_BESIDE: 4}
_ANYWHERE = (Icebreaker.CUSTOMERS, Icebreaker.IDEA, Icebreaker.BUYING)
Pair = tuple[int, int]  # two persons, the smaller number first


@dataclass(frozen=True, slots=True, kw_only=True)
class Guest:
    """Somebody with a card, as far as pairing goes. `consortia`: those they sit in."""

    person: int
    trade: Trade
    gu: District
    speaks: Speaks
    consortia: frozenset[int] = frozenset()


May = Callable[[Guest, Guest, Collection[Pair]], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Circle:
    """Two who are introduced, or three. The reasons in the order of their weight."""

    people: tuple[int, ...]
    why: tuple[Why, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    circles: tuple[Circle, ...]
    left: tuple[int, ...]  # those for whom there is nobody


def pair(one: int, other: int) -> Pair:
    return min(one, other), max(one, other)


def may_meet(one: Guest, other: Guest, met: Collection[Pair]) -> bool:
    """Who has met, sits together already, or has no language in common is not introduced."""
    return (
        one.person != other.person
        and pair(one.person, other.person) not in met
        and not one.consortia & other.consortia
        and (Speaks.BOTH in {one.speaks, other.speaks} or one.speaks is other.speaks)
    )


def reasons(one: Guest, other: Guest) -> tuple[Why, ...]:
    """None at all for two bakeries at opposite ends of the city, which may still meet where nobody else is left."""
    found = {
        Why.KINDRED_TRADE: other.trade in kindred(one.trade),
        Why.OTHER_TRADE: (one.trade is not other.trade or one.trade is Trade.OTHER) and other.trade not in kindred(one.trade),
        Why.SAME_GU: one.gu is other.gu,
        Why.GU_BESIDE: other.gu in beside(one.gu),
    }
    return tuple(why for why, holds in found.items() if holds)


def points(one: Guest, other: Guest) -> int:
    return sum(POINTS[why] for why in reasons(one, other))


def introduced(guests: Collection[Guest], met: Collection[Pair], seed: str) -> Round:
    """Everybody at most once; two of the same trade only where no other trade is left.

    Whoever is left over joins two as a third where both may meet them.
    """
    order = sorted(guests, key=lambda guest: guest.person)
    random.Random(seed).shuffle(order)  # noqa: S311 - no secret: it has to come out the same again
    couples, left = _coupled(order, met, _cross)
    more, left = _coupled(left, met, may_meet)
    couples.extend(more)
    alone = [guest for guest in left if not _joined(guest, couples, met)]
    return Round(circles=tuple(map(circle, couples)), left=tuple(guest.person for guest in alone))


def circle(people: Sequence[Guest]) -> Circle:
    found = {why for one in people for other in people if one is not other for why in reasons(one, other)}
    return Circle(people=tuple(sorted(guest.person for guest in people)), why=tuple(why for why in Why if why in found))


def _cross(one: Guest, other: Guest, met: Collection[Pair]) -> bool:
    return (one.trade is not other.trade or one.trade is Trade.OTHER) and may_meet(one, other, met)


def _coupled(guests: Sequence[Guest], met: Collection[Pair], may: May) -> tuple[list[list[Guest]], list[Guest]]:
    """In parts; whoever stays alone in one is in the next."""
    couples, left = list[list[Guest]](), list[Guest]()
    for start in range(0, len(guests), AT_ONCE):
        found, left = _part([*left, *guests[start : start + AT_ONCE]], met, may)
        couples.extend(found)
    return couples, left


def _part(guests: Sequence[Guest], met: Collection[Pair], may: May) -> tuple[list[list[Guest]], list[Guest]]:
    """The best fit first; then two who stayed alone are brought in by parting a couple that can be had in another way."""
    edges = [
        (-points(guests[a], guests[b]), a, b)
        for a in range(len(guests))
        for b in range(a + 1, len(guests))
        if may(guests[a], guests[b], met)
    ]
    mate = dict[int, int]()
    for _, a, b in sorted(edges):
        if a not in mate and b not in mate:
            mate[a], mate[b] = b, a
    allowed = {(a, b) for _, a, b in edges} | {(b, a) for _, a, b in edges}
    while _rearranged(mate, len(guests), allowed):
        pass
    couples = [[guests[a], guests[b]] for a, b in mate.items() if a < b]
    return couples, [guest for place, guest in enumerate(guests) if place not in mate]


def _rearranged(mate: dict[int, int], count: int, allowed: Collection[Pair]) -> bool:
    """One couple more out of one couple and two who were alone; False when there is none to be had like this."""
    alone = [place for place in range(count) if place not in mate]
    for a, b in list(mate.items()):
        for one in alone:
            if (one, a) not in allowed:
                continue
            for other in alone:
                if other != one and (other, b) in allowed:
                    mate.update({one: a, a: one, other: b, b: other})
                    return True
    return False


def _joined(guest: Guest, couples: list[list[Guest]], met: Collection[Pair]) -> bool:
    """As the third of the two who suit best."""
    open_ones = [two for two in couples if len(two) == 2 and all(may_meet(guest, one, met) for one in two)]  # noqa: PLR2004 - two
    if not open_ones:
        return False
    max(open_ones, key=lambda two: sum(points(guest, one) for one in two)).append(guest)
    return True


def icebreaker(found: Circle, seed: str) -> Icebreaker:
    if Why.KINDRED_TRADE in found.why:
        return Icebreaker.IDLE
    if Why.SAME_GU in found.why:
        return Icebreaker.STREET
    return random.Random(f"{seed} {found.people}").choice(_ANYWHERE)  # noqa: S311 - likewise


def begins_at(starts_at: datetime) -> datetime:
    """When the office introduces people by itself: the day before, at ten."""
    day = starts_at.astimezone(SEOUL).date() - timedelta(days=1)
    return datetime.combine(day, _MORNING, SEOUL).astimezone(starts_at.tzinfo)
