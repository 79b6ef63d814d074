"""Leaving a consortium, removing a member, and who keeps the books."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeVar

from services import agreements, handover_ending, seat_queue
from services.letters import Letter, letter
from services.members import Gathered, NotAMember, Refused, SeatGone, consortium_of, led, locked, note
from services.seats import free_seat
from storage import membership, shops
from storage.seats import Role, Seat
from storage.work import Work

LONGEST_REASON = 200
Outcome = TypeVar("Outcome")


@letter("member_left")
@dataclass(frozen=True, kw_only=True)
class MemberLeft:
    """To the lead."""

    consortium: int
    name: str
    shop: str
    why: str | None


@letter("removed_from")
@dataclass(frozen=True, kw_only=True)
class RemovedFrom:
    """To whoever was removed."""

    name: str
    shop: str
    why: str


@letter("accountant")
@dataclass(frozen=True, kw_only=True)
class AccountantAppointed:
    consortium: int
    name: str


@letter("accountant_no_more")
@dataclass(frozen=True, kw_only=True)
class AccountantRelieved:
    consortium: int
    name: str


@dataclass(frozen=True, slots=True)
class LeftConsortium:
    name: str


@dataclass(frozen=True, slots=True)
class LastLead:
    """The lead hands over or dissolves; nobody else could go on. `others`: members who could take over."""

    consortium: int
    others: int


@dataclass(frozen=True, slots=True)
class Removed:
    consortium: int
    shop: str


@dataclass(frozen=True, slots=True)
class Appointed:
    consortium: int
    shop: str


@dataclass(frozen=True, slots=True)
class Relieved:
    consortium: int
    shop: str


@dataclass(frozen=True, kw_only=True)
class LeaveConsortium:
    by: int
    consortium: int
    why: str | None = None

    async def __call__(self, work: Work) -> LeftConsortium | LastLead | NotAMember:
        outcome = await self._outcome(work)
        note(work, self.by, "LeaveConsortium", self.consortium, outcome)
        return outcome

    async def _outcome(self, work: Work) -> LeftConsortium | LastLead | NotAMember:
        found = await locked(work, self.consortium, self.by)
        if not isinstance(found, Gathered):
            return found
        if found.mine.role is Role.LEAD:
            return LastLead(self.consortium, len(found.others))
        await _freed(work, found.mine, by=self.by, why=self.why)
        fact = MemberLeft(consortium=self.consortium, name=found.consortium.name, shop=await shop_name(work, found.mine), why=self.why)
        work.post(Letter(to=found.lead.person, fact=fact))
        return LeftConsortium(found.consortium.name)


@dataclass(frozen=True, kw_only=True)
class RemoveMember:
    """Only the lead, never themselves. The removed one hears the reason."""

    by: int
    seat: int
    why: str

    async def __call__(self, work: Work) -> Removed | SeatGone | Refused:
        return await _by_lead(work, self, self._removed)

    async def _removed(self, work: Work, found: Gathered, seat: Seat) -> Removed:
        await _freed(work, seat, by=self.by, why=self.why)
        shop = await shop_name(work, seat)
        work.post(Letter(to=seat.person, fact=RemovedFrom(name=found.consortium.name, shop=shop, why=self.why)))
        return Removed(found.consortium.id, shop)


@dataclass(frozen=True, kw_only=True)
class AppointAccountant:
    """A member keeps the books from now on; whoever did before, does no longer."""

    by: int
    seat: int

    async def __call__(self, work: Work) -> Appointed | SeatGone | Refused:
        return await _by_lead(work, self, self._appointed)

    async def _appointed(self, work: Work, found: Gathered, seat: Seat) -> Appointed:
        if seat.role is not Role.ACCOUNTANT:
            await self._appoint(work, found, seat)
        return Appointed(found.consortium.id, await shop_name(work, seat))

    async def _appoint(self, work: Work, found: Gathered, seat: Seat) -> None:
        former = next((one for one in found.seats if one.role is Role.ACCOUNTANT), None)
        if former is not None:
            await _relieve(work, found, former)
        await membership.give_role(work.connection, seat.id, Role.ACCOUNTANT)
        fact = AccountantAppointed(consortium=found.consortium.id, name=found.consortium.name)
        work.post(Letter(to=seat.person, fact=fact))
        await agreements.void(work, found.consortium.id, by=self.by)


@dataclass(frozen=True, kw_only=True)
class RelieveAccountant:
    by: int
    seat: int

    async def __call__(self, work: Work) -> Relieved | SeatGone | Refused:
        return await _by_lead(work, self, self._relieved)

    async def _relieved(self, work: Work, found: Gathered, seat: Seat) -> Relieved | SeatGone:
        if seat.role is not Role.ACCOUNTANT:
            return SeatGone(found.consortium.id)
        await _relieve(work, found, seat)
        await agreements.void(work, found.consortium.id, by=self.by)
        return Relieved(found.consortium.id, await shop_name(work, seat))


async def _by_lead(
    work: Work,
    deed: RemoveMember | AppointAccountant | RelieveAccountant,
    carry_out: Callable[[Work, Gathered, Seat], Awaitable[Outcome]],
) -> Outcome | SeatGone | Refused:
    """What the lead alone does to the seat of another: under the lock of the consortium, and in the books whatever came of it."""
    number = await consortium_of(work, deed.seat)
    found = await led(work, number, deed.by)
    outcome = await _to_other_seat(work, found, deed.seat, carry_out) if isinstance(found, Gathered) else found
    note(work, deed.by, type(deed).__name__, number, outcome, f"seat:{deed.seat}")
    return outcome


async def _to_other_seat(
    work: Work, found: Gathered, number: int, carry_out: Callable[[Work, Gathered, Seat], Awaitable[Outcome]]
) -> Outcome | SeatGone:
    seat = other_seat(found, number)
    return SeatGone(found.consortium.id) if seat is None else await carry_out(work, found, seat)


def other_seat(found: Gathered, number: int) -> Seat | None:
    return next((seat for seat in found.others if seat.id == number), None)


async def shop_name(work: Work, seat: Seat) -> str:
    return (await shops.of_ids(work.connection, [seat.shop]))[seat.shop].name


async def _relieve(work: Work, found: Gathered, seat: Seat) -> None:
    await membership.give_role(work.connection, seat.id, Role.MEMBER)
    work.post(Letter(to=seat.person, fact=AccountantRelieved(consortium=found.consortium.id, name=found.consortium.name)))


async def _freed(work: Work, seat: Seat, *, by: int, why: str | None) -> None:
    """The seat ends, an open hand-over with it, and whoever waits first is asked."""
    await handover_ending.end_of_seat(work, seat)
    await free_seat(work, seat, by=by, why=why)
    await seat_queue.offer_free_seats(work, seat.consortium)
