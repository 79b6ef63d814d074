"""What a letter says is brought up to date when it goes out.

`@renewed(Kind)` takes the fact as it was written, and who gets it, and says what is true now; None: it is pointless by now and does not go.
A letter to many is written once for all of them, and only here learns how things stand with the one who reads it.
"""

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from storage.work import Work

Renews = Callable[[Work, int, Any], Awaitable[Any | None]]

_renews: dict[type[Any], Renews] = {}
R = TypeVar("R", bound=Renews)


def renewed(kind: type[Any]) -> Callable[[R], R]:
    def register(renews: R) -> R:
        if _renews.setdefault(kind, renews) is not renews:
            raise ValueError(f"{kind.__name__} is renewed twice")
        return renews

    return register


async def as_of_now(work: Work, to: int, fact: Any) -> Any | None:
    """Any other letter stays as it was written."""
    renews = _renews.get(type(fact))
    return fact if renews is None else await renews(work, to, fact)
