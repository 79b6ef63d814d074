"""Several at once at one queue, on both databases. The twins with the guards off are in `test_races_on_postgres`."""

import asyncio

import pytest

from services.membership import LeaveConsortium
from services.seat_queue import NotWaiting
from services.seats import NotForming
from services.waiting_seats import LapseSeatOffer, StoppedWaiting, StopWaiting, TakeOfferedSeat, TookSeat
from storage.waiting_seats import WaitingSeat
from tests.membership.circle import BINNA, CHORONG, LEAD
from tests.waiting_seats.queueing import FIRST, SECOND, queue, queues_up


@pytest.fixture
async def circle(office, clock):
    return await queues_up(office, clock)


async def offer_to(office, circle, person: int) -> WaitingSeat:
    await office.do(LeaveConsortium(by=CHORONG, consortium=circle.number))
    found = (await queue(office, circle))[person]
    assert found.offer_ends_at is not None
    return found


async def test_ten_taps_on_one_offered_seat_take_it_once(office, circle):
    offer = await offer_to(office, circle, FIRST)
    outcomes = await asyncio.gather(*(office.do(TakeOfferedSeat(by=FIRST, waiting=offer.id)) for _ in range(10)))
    assert sum(isinstance(outcome, TookSeat) for outcome in outcomes) == 1
    assert sum(isinstance(outcome, NotWaiting) for outcome in outcomes) == 9
    assert sorted(await circle.seats(office)) == [LEAD, BINNA, FIRST]


async def test_nobody_else_can_take_a_seat_that_is_held(office, circle):
    offer = await offer_to(office, circle, FIRST)
    mine = (await queue(office, circle))[SECOND]
    forged, _ = await asyncio.gather(
        office.do(TakeOfferedSeat(by=SECOND, waiting=offer.id)), office.do(TakeOfferedSeat(by=SECOND, waiting=mine.id))
    )
    assert forged == NotWaiting()
    assert sorted(await circle.seats(office)) == [LEAD, BINNA]


async def test_taking_and_declining_at_once_one_of_them_holds(office, circle):
    offer = await offer_to(office, circle, FIRST)
    taken, stopped = await asyncio.gather(
        office.do(TakeOfferedSeat(by=FIRST, waiting=offer.id)), office.do(StopWaiting(by=FIRST, waiting=offer.id))
    )
    assert (isinstance(taken, TookSeat), isinstance(stopped, StoppedWaiting)) in {(True, False), (False, True)}
    assert (FIRST in await circle.seats(office)) is isinstance(taken, TookSeat)
    assert ((await queue(office, circle))[SECOND].offer_ends_at is None) is isinstance(taken, TookSeat)


async def test_two_seats_that_become_free_at_once_go_to_two_who_wait(office, circle):
    await asyncio.gather(*(office.do(LeaveConsortium(by=person, consortium=circle.number)) for person in (BINNA, CHORONG)))
    waiting = await queue(office, circle)
    assert sorted(one.place for one in waiting.values() if one.place is not None) == [2, 3]


async def test_two_machines_let_one_offer_lapse_once(office, clock, circle):
    offer = await offer_to(office, circle, FIRST)
    clock.passes(hours=48)
    await asyncio.gather(*(office.do(LapseSeatOffer(waiting=offer.id)) for _ in range(5)))
    waiting = await queue(office, circle)
    assert list(waiting) == [SECOND]
    assert waiting[SECOND].offer_ends_at is not None
    assert not isinstance(await office.do(TakeOfferedSeat(by=SECOND, waiting=waiting[SECOND].id)), NotWaiting | NotForming)
