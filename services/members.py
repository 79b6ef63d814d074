"""Who sits in a consortium at this moment, in this transaction, and who leads it: what every deed on one asks first."""

from dataclasses import dataclass

from storage import consortia, seats
from storage.audit import AuditRow
from storage.consortia import Consortium
from storage.seats import Role, Seat
from storage.work import Work


@dataclass(frozen=True, slots=True)
class NotAMember:
    """Never was, is no longer, or the consortium is dissolved: a stranger learns no more than that."""


@dataclass(frozen=True, slots=True)
class NotTheLead:
    """A member, but this is for the lead business."""

    consortium: int


@dataclass(frozen=True, slots=True)
class SeatGone:
    """Whoever sat there has left meanwhile, or never sat in this consortium."""

    consortium: int


Refused = NotAMember | NotTheLead


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """A consortium with its seats, in the order of their places."""

    consortium: Consortium
    seats: tuple[Seat, ...]
    mine: Seat

    @property
    def lead(self) -> Seat:
        return next(seat for seat in self.seats if seat.role is Role.LEAD)

    def seat(self, number: int) -> Seat | None:
        return next((seat for seat in self.seats if seat.id == number), None)

    @property
    def others(self) -> tuple[Seat, ...]:
        return tuple(seat for seat in self.seats if seat.id != self.mine.id)


async def locked(work: Work, number: int, person: int) -> Gathered | NotAMember:
    """For a member's deed; the consortium stays locked until the work is done."""
    return await _gathered(work, await consortia.lock(work.connection, number), person)


async def led(work: Work, number: int, person: int) -> Gathered | Refused:
    """For the lead's deed; locked as well."""
    found = await locked(work, number, person)
    if isinstance(found, Gathered) and found.mine.role is not Role.LEAD:
        return NotTheLead(number)
    return found


async def seen(work: Work, number: int, person: int) -> Gathered | NotAMember:
    """For looking; nothing is locked."""
    return await _gathered(work, await consortia.find(work.connection, number), person)


async def seen_by_lead(work: Work, number: int, person: int) -> Gathered | Refused:
    found = await seen(work, number, person)
    if isinstance(found, Gathered) and found.mine.role is not Role.LEAD:
        return NotTheLead(number)
    return found


async def consortium_led(work: Work, number: int, person: int) -> Consortium | None:
    """For a deed that needs no seats: the consortium, locked, if this person leads it now."""
    return _if_led(await led(work, number, person))


async def consortium_seen_by_lead(work: Work, number: int, person: int) -> Consortium | None:
    return _if_led(await seen_by_lead(work, number, person))


def _if_led(found: Gathered | Refused) -> Consortium | None:
    return found.consortium if isinstance(found, Gathered) else None


async def consortium_of(work: Work, seat: int) -> int:
    """Of a seat that is taken now; 0, which no consortium bears, of any other."""
    found = await seats.find(work.connection, seat)
    return 0 if found is None else found.consortium


async def _gathered(work: Work, consortium: Consortium | None, person: int) -> Gathered | NotAMember:
    if consortium is None or consortium.dissolved_at is not None:
        return NotAMember()
    taken = tuple(await seats.of_consortium(work.connection, consortium.id))
    mine = next((seat for seat in taken if seat.person == person), None)
    return NotAMember() if mine is None else Gathered(consortium=consortium, seats=taken, mine=mine)


def note(work: Work, by: int, did: str, consortium: int, outcome: object, why: str = "") -> None:  # noqa: PLR0917
    """The audit row of a deed on a consortium."""
    work.note(AuditRow(who=by, did=did, on=f"consortium:{consortium}", outcome=type(outcome).__name__, why=why))
