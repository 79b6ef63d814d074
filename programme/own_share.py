"""The own share (자부담) among the members of a consortium: what falls to each, to the won, and what they have promised.

Whole won only. What cannot be divided is spread one won each over the first members, in the order of their seats.
"""

from collections.abc import Sequence
from dataclasses import dataclass

FEWEST_SHARES = 1
MOST_SHARES = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Division:
    """`parts` add up to `own`; the first `remainder` of them hold one won more than the division gave. KRW."""

    own: int
    shares: tuple[int, ...]
    parts: tuple[int, ...]
    remainder: int

    @property
    def is_equal(self) -> bool:
        return len(set(self.shares)) == 1


def divide(own: int, shares: Sequence[int]) -> Division:
    """In proportion to `shares` (all alike: in equal parts). Raises ValueError for nobody, or shares below one."""
    if own < 0 or not shares or min(shares) < FEWEST_SHARES:
        raise ValueError(f"{own} cannot be divided by {list(shares)}")
    total = sum(shares)
    whole = [own * share // total for share in shares]
    remainder = own - sum(whole)
    parts = tuple(part + (place < remainder) for place, part in enumerate(whole))
    return Division(own=own, shares=tuple(shares), parts=parts, remainder=remainder)


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """What a member promised, and the part it was promised for (None: there was no sum to divide yet). KRW."""

    amount: int
    of: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One member's: `due` is what falls to them (None: the call or the cost leaves it open), `promise` what they said."""

    seat: int
    share: int
    due: int | None
    promise: Promise | None

    @property
    def standing(self) -> int | None:
        """The promise, as long as it was made for the part as it is now."""
        return self.promise.amount if self.promise is not None and not self.is_stale else None

    @property
    def is_stale(self) -> bool:
        """Promised for another part: cost, members or division have changed since."""
        return self.promise is not None and self.promise.of != self.due


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnShare:
    """`needed`: the whole own share (None: not known yet, or set by the call). KRW."""

    needed: int | None
    division: Division | None
    parts: tuple[Part, ...]

    @property
    def promised(self) -> int:
        return sum(part.standing or 0 for part in self.parts)

    @property
    def missing_from(self) -> tuple[int, ...]:
        """The seats whose promise is not there, or stale."""
        return tuple(part.seat for part in self.parts if part.standing is None)

    @property
    def short(self) -> int:
        """What the promises lack, once there is a sum to reach; below zero when more was promised than is needed."""
        return 0 if self.needed is None else self.needed - self.promised

    def of_seat(self, seat: int) -> Part | None:
        return next((part for part in self.parts if part.seat == seat), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sharer:
    """A member as the division sees them."""

    seat: int
    share: int
    promise: Promise | None


def own_share(needed: int | None, sharers: Sequence[Sharer], *, by_share: bool) -> OwnShare:
    """Every member with their part. `sharers` in the order of their seats."""
    if needed is None or not sharers:
        open_parts = tuple(Part(seat=one.seat, share=one.share, due=None, promise=one.promise) for one in sharers)
        return OwnShare(needed=needed, division=None, parts=open_parts)
    division = divide(needed, [one.share if by_share else 1 for one in sharers])
    parts = tuple(
        Part(seat=one.seat, share=one.share, due=due, promise=one.promise) for one, due in zip(sharers, division.parts, strict=True)
    )
    return OwnShare(needed=needed, division=division, parts=parts)
