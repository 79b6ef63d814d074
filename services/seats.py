"""Seats: the one way into a consortium, and the one way out of it."""

from dataclasses import dataclass

from programme import kinds
from services import agreements, chosen_call, invitation_letters, pledges, recruiting, seat_offers
from storage import consortia, seats
from storage.audit import AuditRow
from storage.consortia import Consortium
from storage.seats import Role, Seat
from storage.shops import Shop
from storage.work import Conflict, Work

TRIES = 5


@dataclass(frozen=True, slots=True)
class Seated:
    seat: int
    place: int


@dataclass(frozen=True, slots=True)
class Full:
    most: int


@dataclass(frozen=True, slots=True)
class PlacedElsewhere:
    """A shop sits in one consortium per round. Told to the owner of the shop only."""

    shop: Shop
    consortium: Consortium


@dataclass(frozen=True, slots=True)
class AlreadyHere:
    """This owner has a seat here, with this shop or another one: a consortium is made of several people."""

    seat: Seat


@dataclass(frozen=True, slots=True)
class NotForming:
    """Dissolved, or never there."""


@dataclass(frozen=True, slots=True)
class WrongKind:
    """A shop in a consortium of cooperatives, or the other way round."""

    track: str


@dataclass(frozen=True, slots=True)
class NotTrading:
    """Closed or suspended, as the tax office or its paper says: such a business cannot apply."""

    shop: Shop


NoSeat = Full | PlacedElsewhere | AlreadyHere | NotForming | WrongKind | NotTrading


async def take_seat(work: Work, consortium: Consortium, shop: Shop, role: Role = Role.MEMBER) -> Seated | NoSeat:
    """Takes the smallest free place, or the one that is held for this shop. The consortium stays locked until the work is done."""
    outcome = await _seat(work, consortium.id, shop, role)
    work.note(AuditRow(who=shop.owner, did="TakeSeat", on=f"consortium:{consortium.id}", outcome=type(outcome).__name__, why=role.value))
    return outcome


async def _seat(work: Work, number: int, shop: Shop, role: Role) -> Seated | NoSeat:
    consortium = await consortia.lock(work.connection, number)
    if consortium is None or consortium.dissolved_at is not None:
        return NotForming()
    for tries_left in reversed(range(TRIES)):
        place = await _free_place(work, consortium, shop)
        if not isinstance(place, int):
            return place
        try:
            async with work.savepoint():
                seat = await _taken(work, consortium, shop, role, place)
        except Conflict:
            if not tries_left:
                raise
            continue  # somebody else has the place or the shop now: the next look says which
        await seat_offers.seated(work, consortium.id, shop.owner)
        await invitation_letters.seated(work, consortium.id, shop.owner, seat)
        await _members_changed(work, consortium.id, by=shop.owner)
        return Seated(seat=seat, place=place)
    raise AssertionError("the last try returns or raises")


async def _taken(work: Work, consortium: Consortium, shop: Shop, role: Role, place: int) -> int:
    return await seats.take(
        work.connection,
        consortium=consortium.id,
        place=place,
        shop=shop.id,
        person=shop.owner,
        round_=consortium.round,
        role=role,
        now=work.now,
    )


async def _free_place(work: Work, consortium: Consortium, shop: Shop) -> int | NoSeat:
    if not kinds.fits(shop.kind, consortium.track):
        return WrongKind(consortium.track)
    taken = await seats.of_consortium(work.connection, consortium.id)
    mine = next((seat for seat in taken if seat.person == shop.owner), None)
    if mine is not None:
        return AlreadyHere(mine)
    if not shop.is_trading:
        return NotTrading(shop)
    elsewhere = await placed(work, shop, consortium.round)
    return elsewhere or await _smallest(work, consortium, shop, {seat.place for seat in taken})


async def _smallest(work: Work, consortium: Consortium, shop: Shop, taken: set[int]) -> int | Full:
    most = (await chosen_call.size(work, consortium)).most
    held = await seats.held_places(work.connection, consortium.id)
    for_me = [one.place for one in held if one.shop == shop.id and one.place not in taken]
    others = {one.place for one in held if one.shop != shop.id}
    free = [*for_me, *(place for place in range(1, most + 1) if place not in taken | others)]
    return free[0] if free else Full(most)


async def placed(work: Work, shop: Shop, round_: str) -> PlacedElsewhere | None:
    """Where the shop sits in this round."""
    seat = await seats.of_shop(work.connection, shop.id, round_)
    consortium = await consortia.find(work.connection, seat.consortium) if seat is not None else None
    return None if consortium is None else PlacedElsewhere(shop, consortium)


async def free_seat(work: Work, seat: Seat, *, by: int | None, why: str | None = None) -> bool:
    """Ends a seat; False when it had ended already. `why`: what the lead or the leaver typed, never in the audit."""
    await consortia.lock(work.connection, seat.consortium)
    freed = await seats.end(work.connection, seat.id, by=by, why=why, now=work.now)
    if freed:
        await _members_changed(work, seat.consortium, by=by)
    outcome = "Freed" if freed else "FreedAlready"
    work.note(AuditRow(who=by, did="FreeSeat", on=f"consortium:{seat.consortium}", outcome=outcome, why=f"seat:{seat.id}"))
    return freed


async def _members_changed(work: Work, consortium: int, *, by: int | None) -> None:
    """Another number of members is another part of the own share for each, and another agreement."""
    await pledges.settle(work, consortium, by=None, why=pledges.Change.MEMBERS)
    await agreements.void(work, consortium, by=by)
    await recruiting.card_changed(work, consortium)
