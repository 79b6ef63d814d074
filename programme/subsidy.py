"""What a call would pay, to the won. `grant = min(T·num//den//U·U, C)`, `own = T − grant`, in integers throughout.

A call may leave its rate or ceiling open ("set by the call"): then there is no number to tell, and the estimate says which part is missing.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from programme.tracks import SupportField


@dataclass(frozen=True, slots=True)
class Rate:
    num: int
    den: int

    def __post_init__(self) -> None:
        if not 0 < self.num <= self.den:
            raise ValueError(f"a rate of {self.num}/{self.den}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What decides a grant. None: the record gives none, the call sets it. `unit` is what the share is rounded down to, KRW."""

    rate: Rate | None
    cap: int | None
    unit: int = 1


class Bound(StrEnum):
    """What decided the amount."""

    RATE = "rate"
    CAP = "cap"
    ROUNDING = "rounding"


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """All KRW. The total is `amount + own`; of `own`, `above_cap` is cost that earns no grant because the ceiling is reached."""

    total: int
    amount: int
    own: int
    bound: Bound
    rounded_away: int
    above_cap: int
    cap_binds_from: int  # the smallest total that earns the ceiling

    @property
    def own_share(self) -> int:
        """The part of `own` that the rate asks for; `above_cap` comes on top."""
        return self.own - self.above_cap


class Unset(StrEnum):
    RATE = "rate"
    CAP = "cap"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetByTheCall:
    """No number: the call has not set these."""

    total: int
    unset: tuple[Unset, ...]


Estimate = Grant | SetByTheCall


def estimate(total: int, terms: Terms) -> Estimate:
    unset = tuple(part for part, value in ((Unset.RATE, terms.rate), (Unset.CAP, terms.cap)) if value is None)
    if terms.rate is None or terms.cap is None:
        return SetByTheCall(total=total, unset=unset)
    return grant(total, terms.rate, terms.cap, terms.unit)


def grant(total: int, rate: Rate, cap: int, unit: int = 1) -> Grant:
    """Raises ValueError for a negative total or a unit or ceiling below one won."""
    if total < 0 or unit < 1 or cap < 1:
        raise ValueError(f"no grant on {total} with a ceiling of {cap} in units of {unit}")
    share = total * rate.num // rate.den
    rounded = share // unit * unit
    amount = min(rounded, cap)
    binds_from = cap_binds_from(rate, cap, unit)
    return Grant(
        total=total,
        amount=amount,
        own=total - amount,
        bound=_bound(share, rounded, cap),
        rounded_away=max(min(share, cap) - amount, 0),
        above_cap=max(total - binds_from, 0),
        cap_binds_from=binds_from,
    )


def cap_binds_from(rate: Rate, cap: int, unit: int = 1) -> int:
    """⌈C·den/num⌉, with C taken up to the next rounding unit."""
    return _up(_up(cap, unit) * unit * rate.den, rate.num)


def _bound(share: int, rounded: int, cap: int) -> Bound:
    if rounded >= cap:
        return Bound.CAP
    return Bound.ROUNDING if rounded < share else Bound.RATE


def _up(amount: int, by: int) -> int:
    return -(-amount // by)


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """The own share among members: each pays `each`, the lead business also the `remainder` won that cannot be divided."""

    members: int
    each: int
    remainder: int

    @property
    def lead(self) -> int:
        return self.each + self.remainder


def split(own: int, members: int) -> Split:
    """Raises ValueError without members."""
    if members < 1:
        raise ValueError(f"nobody to share {own}")
    return Split(members=members, each=own // members, remainder=own % members)


@dataclass(frozen=True, slots=True)
class CostLine:
    field: SupportField
    amount: int  # KRW


def total_of(lines: Iterable[CostLine]) -> int:
    return sum(line.amount for line in lines)


def by_field(lines: Iterable[CostLine]) -> dict[SupportField, int]:
    """Lines of one field added up, in the order in which the fields first appear."""
    sums: dict[SupportField, int] = {}
    for line in lines:
        sums[line.field] = sums.get(line.field, 0) + line.amount
    return sums


class Vat(StrEnum):
    """Whether value added tax belongs to the subsidised cost."""

    OUTSIDE = "outside"  # only the supply value (공급가액) counts
    INSIDE = "inside"


def counted_cost(paid: int, vat: Vat, *, includes_vat: bool) -> int:
    """The part of a price that counts. Korea's tax is a tenth of the supply value; the tax is rounded up, so never too much is counted."""
    return paid * 10 // 11 if includes_vat and vat is Vat.OUTSIDE else paid


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """What somebody wants to know the grant of: one total, or cost lines that make it. KRW."""

    total: int
    lines: tuple[CostLine, ...] = ()
    members: int | None = None
    includes_vat: bool = False

    def __post_init__(self) -> None:
        if self.lines and total_of(self.lines) != self.total:
            raise ValueError(f"the lines make {total_of(self.lines)}, not {self.total}")

    @classmethod
    def of_lines(cls, lines: Iterable[CostLine], *, members: int | None = None, includes_vat: bool = False) -> Self:
        kept = tuple(lines)
        return cls(total=total_of(kept), lines=kept, members=members, includes_vat=includes_vat)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reckoning:
    """`counted + vat` is what is paid; the members bear `vat` too. `split`: where there is an amount and who shares it."""

    counted: int
    vat: int
    estimate: Estimate
    split: Split | None


def reckon(project: Project, terms: Terms, vat: Vat) -> Reckoning:
    counted = counted_cost(project.total, vat, includes_vat=project.includes_vat)
    estimated = estimate(counted, terms)
    shared = split(estimated.own, project.members) if isinstance(estimated, Grant) and project.members else None
    return Reckoning(counted=counted, vat=project.total - counted, estimate=estimated, split=shared)
