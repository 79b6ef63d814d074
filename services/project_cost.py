"""What the joint project costs, and how its own share is divided: for the lead to say."""

from dataclasses import dataclass

from programme.own_share import FEWEST_SHARES, MOST_SHARES
from services import agreements
from services.members import Gathered, NotAMember, NotTheLead, Refused, led, note
from services.pledges import Change, settle
from storage import pledges
from storage.consortia import Split
from storage.work import Work

LARGEST_COST = 10**10 - 1  # KRW, as in an estimate


@dataclass(frozen=True, slots=True)
class CostSet:
    consortium: int


@dataclass(frozen=True, slots=True)
class Divided:
    consortium: int


@dataclass(frozen=True, slots=True)
class MembersChanged:
    """Somebody came or went while the shares were being set."""

    consortium: int


@dataclass(frozen=True, kw_only=True)
class SetProjectCost:
    """In KRW, without VAT."""

    by: int
    consortium: int
    cost: int

    async def __call__(self, work: Work) -> CostSet | Refused:
        outcome = await self._outcome(work)
        note(work, self.by, "SetProjectCost", self.consortium, outcome)
        return outcome

    async def _outcome(self, work: Work) -> CostSet | Refused:
        if not 0 < self.cost <= LARGEST_COST:
            raise ValueError(f"a project of {self.cost} won")
        found = await led(work, self.consortium, self.by)
        if not isinstance(found, Gathered):
            return found
        if found.consortium.project_cost != self.cost:
            await pledges.set_cost(work.connection, self.consortium, self.cost)
            await settle(work, self.consortium, by=self.by, why=Change.COST, tell_all=True)
            await agreements.void(work, self.consortium, by=self.by)
        return CostSet(self.consortium)


@dataclass(frozen=True, kw_only=True)
class DivideOwnShare:
    """`shares`: (seat, share) of every member where it is divided by shares; empty in equal parts."""

    by: int
    consortium: int
    split: Split
    shares: tuple[tuple[int, int], ...] = ()

    async def __call__(self, work: Work) -> Divided | MembersChanged | NotAMember | NotTheLead:
        outcome = await self._outcome(work)
        note(work, self.by, "DivideOwnShare", self.consortium, outcome, self.split.value)
        return outcome

    async def _outcome(self, work: Work) -> Divided | MembersChanged | Refused:
        found = await led(work, self.consortium, self.by)
        if not isinstance(found, Gathered):
            return found
        shares = dict(self.shares)
        if any(not FEWEST_SHARES <= share <= MOST_SHARES for share in shares.values()):
            raise ValueError(f"shares of {list(shares.values())}")
        if self.split is Split.BY_SHARE and shares.keys() != {seat.id for seat in found.seats}:
            return MembersChanged(self.consortium)
        await pledges.set_split(work.connection, self.consortium, self.split, shares)
        await settle(work, self.consortium, by=self.by, why=Change.DIVISION, tell_all=True)
        await agreements.void(work, self.consortium, by=self.by)
        return Divided(self.consortium)
