"""What a letter says is brought up to date when it goes out.

`@renewed(Kind)` is given letters of that kind that are about to go, each with who gets it, and says of each what is true now; None: it is
pointless by now and does not go. A letter to many is written once for all of them, and only here learns how things stand with the one who
reads it. Many are renewed at once, so that a broadcast costs a few queries and not a few for each letter.
"""

from collections import defaultdict
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, TypeVar

from storage.work import Work

Addressed = tuple[int, Any]  # to whom, and the fact
Renews = Callable[[Work, Sequence[Addressed]], Awaitable[Sequence[Any | None]]]

_renews: dict[type[Any], Renews] = {}
R = TypeVar("R", bound=Renews)


def renewed(kind: type[Any]) -> Callable[[R], R]:
    def register(renews: R) -> R:
        if _renews.setdefault(kind, renews) is not renews:
            raise ValueError(f"{kind.__name__} is renewed twice")
        return renews

    return register


async def as_of_now(work: Work, letters: Sequence[Addressed]) -> list[Any | None]:
    """In their order. Letters of any other kind stay as they were written."""
    facts: list[Any | None] = [fact for _, fact in letters]
    places: dict[type[Any], list[int]] = defaultdict(list)
    for place, (_, fact) in enumerate(letters):
        if type(fact) in _renews:
            places[type(fact)].append(place)
    for kind, of_kind in places.items():
        found = await _renews[kind](work, [letters[place] for place in of_kind])
        for place, fact in zip(of_kind, found, strict=True):
            facts[place] = fact
    return facts
