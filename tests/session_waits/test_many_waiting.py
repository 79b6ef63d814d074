"""Hundreds wait for the same: a look at the calendar for each of them, minute after minute, would keep everybody else waiting."""

import pytest

from services import session_queue
from services.session_changes import CancelSession
from services.session_queue import OfferNextTime, offer_free_times
from tests.session_waits.queueing import chores, has_one_hour, offered_to, takes_it, waits
from tests.sessions.desk import keep_shops

TAKER, WAITING = 1, (2, 3, 4)


@pytest.fixture
async def office(office_with_calls):
    await keep_shops(office_with_calls, TAKER, *WAITING)
    await has_one_hour(office_with_calls)
    return office_with_calls


@pytest.fixture
def looked_for(monkeypatch) -> list[int]:
    """For which waits the office looked through the calendar."""
    seen: list[int] = []

    class Counted(OfferNextTime):
        async def __call__(self, work) -> None:
            seen.append(self.wait)
            await super().__call__(work)

    monkeypatch.setattr(session_queue, "OfferNextTime", Counted)
    return seen


async def test_while_nothing_is_free_nobody_is_looked_after_one_by_one(office, looked_for):
    session = await takes_it(office, TAKER)
    for person in WAITING:
        await waits(office, person)
    await offer_free_times(office)
    assert looked_for == []
    await office.do(CancelSession(by=TAKER, session=session.id))
    await chores(office)
    assert await offered_to(office, *WAITING) == [2]
