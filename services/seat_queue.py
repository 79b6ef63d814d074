"""The queue for a seat in a full consortium: whose turn it is, and which free places are offered.

It is worked off under the lock of the consortium, by whatever frees a seat and by the chore that looks at the clock.
"""

from dataclasses import dataclass
from datetime import timedelta

from services import chosen_call
from services.letters import Letter
from services.seat_offers import SeatOffered, SeatOfferEndsSoon, SeatPassed, ending_key, finish, offer_key
from storage import consortia, invitations, membership, seats, shops, waiting_seats
from storage.audit import AuditRow
from storage.consortia import Consortium
from storage.seats import Seat
from storage.waiting_seats import Ended, WaitingSeat
from storage.work import Work

OFFER_LASTS = timedelta(hours=48)
REMIND_BEFORE = timedelta(hours=12)


@dataclass(frozen=True, slots=True, kw_only=True)
class Queueing:
    """`ahead`: how many are asked before; `offer_ends_at`: a seat is held for them until then."""

    waiting: WaitingSeat
    name: str
    shop: str
    ahead: int


@dataclass(frozen=True, slots=True)
class NotWaiting:
    """Not theirs, or over."""


async def may_know(work: Work, consortium: Consortium, person: int, code: str) -> bool:
    """They hold the card of one that recruits and has not removed them, sit there, were invited, wait, or waited while it recruited.

    A number alone opens nothing: numbers can be guessed.
    """
    if consortium.dissolved_at is not None:
        return False
    by_card = consortium.recruits and not await membership.was_removed(work.connection, consortium.id, person, consortium.round)
    if by_card and (code == consortium.code or await waiting_seats.has_waited(work.connection, consortium.id, person)):
        return True
    if any(one.consortium == consortium.id for one in await invitations.waiting_for(work.connection, person, work.now)):
        return True
    inside: list[Seat | WaitingSeat] = [
        *await seats.of_consortium(work.connection, consortium.id),
        *await waiting_seats.of_consortium(work.connection, consortium.id),
    ]
    return any(one.person == person for one in inside)


async def queueing(work: Work, consortium: Consortium, person: int) -> Queueing | None:
    """Where this person stands in the queue."""
    queue = await waiting_seats.of_consortium(work.connection, consortium.id)
    mine = next((one for one in queue if one.person == person), None)
    if mine is None:
        return None
    ahead = sum(one.place is None for one in queue[: queue.index(mine)]) if mine.place is None else 0
    shop = (await shops.of_ids(work.connection, [mine.shop]))[mine.shop]
    return Queueing(waiting=mine, name=consortium.name, shop=shop.name, ahead=ahead)


async def locked(work: Work, number: int, person: int | None) -> tuple[Consortium, WaitingSeat] | NotWaiting:
    """The consortium first, then the row again: it may have ended while we waited for the lock. `person` None: anybody's."""
    known = await waiting_seats.find(work.connection, number)
    if known is None or person not in {None, known.person}:
        return NotWaiting()
    consortium = await consortia.lock(work.connection, known.consortium)
    waiting = await waiting_seats.find(work.connection, number)
    return NotWaiting() if consortium is None or waiting is None else (consortium, waiting)


async def offer_free_seats(work: Work, number: int) -> None:
    """Each free place to the next in the queue. To be called, under the lock, by whatever frees a seat."""
    consortium = await consortia.lock(work.connection, number)
    if consortium is None or consortium.dissolved_at is not None:
        return
    queue = await _standing(work, number)
    places = await _free_places(work, consortium, queue)
    for waiting in (one for one in queue if one.place is None):
        if not places:
            return
        if not await _passed(work, consortium, waiting):
            await _offer(work, consortium, waiting, places.pop(0))


async def _standing(work: Work, number: int) -> list[WaitingSeat]:
    """The queue without shops that were removed meanwhile."""
    queue = await waiting_seats.of_consortium(work.connection, number)
    known = await shops.of_ids(work.connection, [one.shop for one in queue])
    gone = [one for one in queue if known[one.shop].removed_at is not None]
    for waiting in gone:
        await finish(work, waiting, Ended.LEFT)
    return [one for one in queue if one not in gone]


async def _free_places(work: Work, consortium: Consortium, queue: list[WaitingSeat]) -> list[int]:
    most = (await chosen_call.size(work, consortium)).most
    taken = {seat.place for seat in await seats.of_consortium(work.connection, consortium.id)} | {one.place for one in queue}
    return [place for place in range(1, most + 1) if place not in taken]


async def _passed(work: Work, consortium: Consortium, waiting: WaitingSeat) -> bool:
    """Nothing is held for a shop that could not take it; the others would wait 48 hours for nothing."""
    shop = (await shops.of_ids(work.connection, [waiting.shop]))[waiting.shop]
    sits = await seats.of_shop(work.connection, shop.id, consortium.round)
    if sits is None and shop.is_trading:
        return False
    where = await consortia.find(work.connection, sits.consortium) if sits is not None else None
    await finish(work, waiting, Ended.PASSED)
    fact = SeatPassed(consortium=consortium.id, name=consortium.name, shop=shop.name, elsewhere=where.name if where is not None else None)
    work.post(Letter(to=waiting.person, fact=fact))
    work.note(AuditRow(who=None, did="OfferSeat", on=f"waiting_seat:{waiting.id}", outcome="Passed"))
    return True


async def _offer(work: Work, consortium: Consortium, waiting: WaitingSeat, place: int) -> None:
    ends_at = work.now + OFFER_LASTS
    await waiting_seats.hold(work.connection, waiting.id, place=place, until=ends_at, now=work.now)
    shop = (await shops.of_ids(work.connection, [waiting.shop]))[waiting.shop]
    offered = SeatOffered(waiting=waiting.id, name=consortium.name, shop=shop.name, ends_at=ends_at)
    ends_soon = SeatOfferEndsSoon(waiting=waiting.id, name=consortium.name, ends_at=ends_at)
    work.post(Letter(to=waiting.person, fact=offered, key=offer_key(waiting.id)))
    work.post(Letter(to=waiting.person, fact=ends_soon, key=ending_key(waiting.id), due=ends_at - REMIND_BEFORE))
    work.note(AuditRow(who=None, did="OfferSeat", on=f"waiting_seat:{waiting.id}", outcome="Offered"))


async def close_queue(work: Work, consortium: int) -> tuple[int, ...]:
    """Nobody waits any more, since the consortium is dissolved; who waited."""
    queue = await waiting_seats.of_consortium(work.connection, consortium)
    for waiting in queue:
        await finish(work, waiting, Ended.CLOSED)
    return tuple(one.person for one in queue)
