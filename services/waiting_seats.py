"""Waiting for a seat in a full consortium: whose turn it is has 48 hours, alone, to take the free one."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta

from programme import kinds
from services.chores import chore, one_by_one
from services.letters import Letter
from services.office import Office
from services.seat_offers import SeatOfferLapsed, finish
from services.seat_queue import NotWaiting, Queueing, locked, may_know, offer_free_seats, queueing
from services.seats import AlreadyHere, NoSeat, NotTrading, PlacedElsewhere, Seated, WrongKind, placed, take_seat
from services.shops import mine as my_shop
from storage import consortia, seats, shops, waiting_seats
from storage.audit import AuditRow
from storage.consortia import Consortium
from storage.shops import Shop
from storage.waiting_seats import Ended
from storage.work import Conflict, Work

MOST_WAITING = 5  # queues one person stands in at a time
AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class NotAsked:
    """They came neither by an invitation nor by the card of a consortium that recruits: a guessed number tells nothing."""


@dataclass(frozen=True, slots=True)
class TooManyQueues:
    most: int


@dataclass(frozen=True, slots=True)
class NotMyShop:
    """Removed meanwhile, or somebody else's."""


@dataclass(frozen=True, slots=True)
class NotYourTurn:
    """No seat is held for them at the moment."""

    waiting: int


@dataclass(frozen=True, slots=True)
class StoppedWaiting:
    name: str
    was_offered: bool


@dataclass(frozen=True, slots=True)
class TookSeat:
    consortium: int
    name: str


NotQueueing = NotAsked | NotMyShop | WrongKind | NotTrading | PlacedElsewhere | AlreadyHere | TooManyQueues


@dataclass(frozen=True, kw_only=True)
class WaitForSeat:
    """Into the queue. Where a seat is free by now, it is offered at once. `code`: of the card they came by."""

    by: int
    consortium: int
    shop: int
    code: str = ""

    async def __call__(self, work: Work) -> Queueing | NotQueueing:
        outcome = await self._outcome(work)
        work.note(AuditRow(who=self.by, did="WaitForSeat", on=f"consortium:{self.consortium}", outcome=type(outcome).__name__))
        return outcome

    async def _outcome(self, work: Work) -> Queueing | NotQueueing:
        consortium = await consortia.lock(work.connection, self.consortium)
        if consortium is None or not await may_know(work, consortium, self.by, self.code):
            return NotAsked()
        shop = await my_shop(work, self.by, self.shop)
        if shop is None:
            return NotMyShop()
        if not kinds.fits(shop.kind, consortium.track):
            return WrongKind(consortium.track)
        refused = await self._has_a_seat(work, consortium, shop) or (None if shop.is_trading else NotTrading(shop))
        if refused is not None:
            return refused
        found = await queueing(work, consortium, self.by)
        return found if found is not None else await self._queued(work, consortium, shop)

    async def _has_a_seat(self, work: Work, consortium: Consortium, shop: Shop) -> AlreadyHere | PlacedElsewhere | None:
        taken = await seats.of_consortium(work.connection, consortium.id)
        mine = next((seat for seat in taken if seat.person == self.by), None)
        return AlreadyHere(mine) if mine is not None else await placed(work, shop, consortium.round)

    async def _queued(self, work: Work, consortium: Consortium, shop: Shop) -> Queueing | TooManyQueues:
        if await waiting_seats.count_of_person(work.connection, self.by) >= MOST_WAITING:
            return TooManyQueues(MOST_WAITING)
        with suppress(Conflict):  # it waits already: then it stays where it is in the queue
            async with work.savepoint():
                await waiting_seats.keep(work.connection, consortium=consortium.id, shop=shop.id, person=self.by, now=work.now)
        await offer_free_seats(work, consortium.id)
        found = await queueing(work, consortium, self.by)
        assert found is not None
        return found


@dataclass(frozen=True, kw_only=True)
class TakeOfferedSeat:
    by: int
    waiting: int

    async def __call__(self, work: Work) -> TookSeat | NotWaiting | NotYourTurn | NoSeat:
        outcome = await self._outcome(work)
        work.note(AuditRow(who=self.by, did="TakeOfferedSeat", on=f"waiting_seat:{self.waiting}", outcome=type(outcome).__name__))
        return outcome

    async def _outcome(self, work: Work) -> TookSeat | NotWaiting | NotYourTurn | NoSeat:
        found = await locked(work, self.waiting, self.by)
        if isinstance(found, NotWaiting):
            return found
        consortium, waiting = found
        if waiting.offer_ends_at is None or waiting.offer_ends_at <= work.now:
            return NotYourTurn(waiting.id)
        shop = await my_shop(work, self.by, waiting.shop)
        if shop is None:
            return NotWaiting()
        seated = await take_seat(work, consortium, shop)
        if not isinstance(seated, Seated):
            return seated  # the offer stands: the shop may be free by then
        return TookSeat(consortium.id, consortium.name)


@dataclass(frozen=True, kw_only=True)
class StopWaiting:
    """Out of the queue; an offered seat goes to the next at once."""

    by: int
    waiting: int

    async def __call__(self, work: Work) -> StoppedWaiting | NotWaiting:
        outcome = await self._outcome(work)
        work.note(AuditRow(who=self.by, did="StopWaiting", on=f"waiting_seat:{self.waiting}", outcome=type(outcome).__name__))
        return outcome

    async def _outcome(self, work: Work) -> StoppedWaiting | NotWaiting:
        found = await locked(work, self.waiting, self.by)
        if isinstance(found, NotWaiting):
            return found
        consortium, waiting = found
        was_offered = waiting.place is not None
        await finish(work, waiting, Ended.DECLINED if was_offered else Ended.LEFT)
        await offer_free_seats(work, consortium.id)
        return StoppedWaiting(consortium.name, was_offered)


@dataclass(frozen=True, kw_only=True)
class LapseSeatOffer:
    """The office itself, when the 48 hours are over."""

    waiting: int

    async def __call__(self, work: Work) -> None:
        found = await locked(work, self.waiting, None)
        if isinstance(found, NotWaiting) or found[1].offer_ends_at is None or found[1].offer_ends_at > work.now:
            return
        consortium, waiting = found
        await finish(work, waiting, Ended.LAPSED)
        work.post(Letter(to=waiting.person, fact=SeatOfferLapsed(consortium=consortium.id, name=consortium.name)))
        work.note(AuditRow(who=None, did="LapseSeatOffer", on=f"waiting_seat:{waiting.id}", outcome="Lapsed"))
        await offer_free_seats(work, consortium.id)


@chore(timedelta(minutes=1))
async def lapse_seat_offers(office: Office) -> None:
    async with office.store.reading() as connection:
        over = await waiting_seats.due(connection, office.clock.now(), limit=AT_ONCE)
    await one_by_one(office, {f"waiting_seat:{waiting.id}": LapseSeatOffer(waiting=waiting.id) for waiting in over})


@dataclass(frozen=True, kw_only=True)
class MyQueues:
    """The newest first."""

    person: int

    async def __call__(self, work: Work) -> tuple[Queueing, ...]:
        found = []
        for waiting in await waiting_seats.of_person(work.connection, self.person):
            consortium = await consortia.find(work.connection, waiting.consortium)
            assert consortium is not None
            found.append(await queueing(work, consortium, self.person))
        return tuple(one for one in found if one is not None)


@dataclass(frozen=True, kw_only=True)
class ShopsThatCouldWait:
    """One's own shops of the right kind; NotAsked where one may not know of the consortium."""

    person: int
    consortium: int
    code: str = ""

    async def __call__(self, work: Work) -> tuple[Shop, ...] | NotAsked:
        consortium = await consortia.find(work.connection, self.consortium)
        if consortium is None or not await may_know(work, consortium, self.person, self.code):
            return NotAsked()
        mine = await shops.of_owner(work.connection, self.person)
        return tuple(shop for shop in mine if kinds.fits(shop.kind, consortium.track))


async def stop_waiting_with(work: Work, person: int, shop: int) -> None:
    """For whoever removes a shop: a seat that was held for it goes to the next at once. In the order in which consortia are locked."""
    mine = await waiting_seats.of_person(work.connection, person)
    for waiting in sorted((one for one in mine if one.shop == shop), key=lambda one: one.consortium):
        await StopWaiting(by=person, waiting=waiting.id)(work)
