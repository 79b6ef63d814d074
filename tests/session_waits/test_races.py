"""Several at once at the queue for a time, on both databases. The twins with the guards off are in `test_races_on_postgres`."""

import asyncio

import pytest

from services.offered_sessions import PassedOn, PassOffer, TakeOffer
from services.office import Office
from services.session_changes import Cancelled, CancelSession
from services.session_hold_ends import LapseHold
from services.session_queue import OfferNextTime
from services.sessions import AlreadyBooked, Booked
from tests.clock import HandClock
from tests.session_waits.queueing import has_one_hour, offered_to, states, takes_it, wait_of, waits
from tests.sessions.desk import HAN, keep_shops

TAKER, FIRST, SECOND = 1, 2, 3


@pytest.fixture
async def office(office_with_calls):
    await keep_shops(office_with_calls, TAKER, FIRST, SECOND)
    await has_one_hour(office_with_calls)
    return office_with_calls


async def freed(office, session) -> None:
    assert isinstance(await office.do(CancelSession(by=TAKER, session=session.id)), Cancelled)


async def offered(office):
    """To the first, with the second behind them."""
    session = await takes_it(office, TAKER)
    for person in (FIRST, SECOND):
        await waits(office, person)
    await freed(office, session)
    wait = await wait_of(office, FIRST)
    assert wait is not None
    assert wait.offer is not None
    return wait


async def test_two_times_freed_at_once_are_one_offer_to_the_one_who_waits(office):
    await has_one_hour(office, HAN, "Han", hour=16)
    both = [await takes_it(office, TAKER), await takes_it(office, TAKER, HAN, 16)]
    await waits(office, FIRST)
    await asyncio.gather(*(freed(office, session) for session in both))
    assert await states(office) == [f"{FIRST} held"]


async def test_one_time_found_by_five_machines_is_offered_once(office):
    numbers = [(await waits(office, person)).wait.id for person in (FIRST, SECOND)]
    await asyncio.gather(*(office.do(OfferNextTime(wait=number)) for _ in range(5) for number in numbers))
    assert len(await states(office)) == 1
    assert len(await offered_to(office, FIRST, SECOND)) == 1


async def test_ten_taps_on_an_offer_book_it_once(office):
    wait = await offered(office)
    outcomes = await asyncio.gather(*(office.do(TakeOffer(by=FIRST, wait=wait.wait.id)) for _ in range(10)))
    assert sum(isinstance(outcome, Booked) for outcome in outcomes) == 1
    assert not any(isinstance(outcome, AlreadyBooked) and outcome.session.id != wait.offer.id for outcome in outcomes)
    assert await states(office) == [f"{FIRST} booked"]


async def test_taking_and_letting_pass_at_once_one_of_them_holds(office):
    wait = await offered(office)
    taken, passed = await asyncio.gather(
        office.do(TakeOffer(by=FIRST, wait=wait.wait.id)), office.do(PassOffer(by=FIRST, wait=wait.wait.id))
    )
    assert isinstance(taken, Booked) is not isinstance(passed, PassedOn)
    assert await states(office) == ([f"{FIRST} booked"] if isinstance(taken, Booked) else [f"{FIRST} lapsed", f"{SECOND} held"])


async def test_taking_while_another_machine_lets_the_offer_lapse_one_of_them_holds(office, clock):
    """Its clock is a little ahead."""
    wait = await offered(office)
    clock.passes(minutes=119)
    ahead = HandClock(clock.now())
    ahead.passes(minutes=2)
    other = Office(office.store, ahead, house=office.house)
    taken, _ = await asyncio.gather(office.do(TakeOffer(by=FIRST, wait=wait.wait.id)), other.do(LapseHold(session=wait.offer.id)))
    assert await states(office) == ([f"{FIRST} booked"] if isinstance(taken, Booked) else [f"{FIRST} lapsed", f"{SECOND} held"])
