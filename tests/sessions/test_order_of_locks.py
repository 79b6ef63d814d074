"""Where a deed locks two consultants, it locks them in the order of their numbers: two deeds never wait for each other for ever."""

from itertools import pairwise

import pytest

from services.free_times import Slot
from services.privacy import ForgetPerson
from services.session_booking import BookMine, Receipt
from services.session_hold_ends import ReleaseHold
from storage import consultants
from tests.sessions.desk import HAN, YUN, advises, at, books, holds, keep_shops

OWNER = 1


@pytest.fixture
async def office(office_with_calls):
    await keep_shops(office_with_calls, OWNER)
    await advises(office_with_calls)
    await advises(office_with_calls, HAN, name="Han")
    return office_with_calls


@pytest.fixture
def locked(monkeypatch) -> list[int]:
    """The consultants in the order in which they were locked, each at its first time."""
    order: list[int] = []
    locks, locks_all = consultants.lock, consultants.lock_all

    async def lock(connection, person):
        if person not in order:
            order.append(person)
        return await locks(connection, person)

    async def lock_all(connection, those):
        found = await locks_all(connection, those)
        order.extend(one for one in found if one not in order)  # rows come in the order in which they were locked
        return found

    monkeypatch.setattr(consultants, "lock", lock)
    monkeypatch.setattr(consultants, "lock_all", lock_all)
    return order


def is_in_order(locked: list[int]) -> bool:
    return {YUN, HAN} <= set(locked) and all(one < other for one, other in pairwise(locked))


async def test_moving_to_another_consultant(office, locked):
    session = (await books(office, OWNER, at(14))).session
    mine = await holds(office, OWNER, at(15), moves=session.id)
    await office.do(ReleaseHold(by=OWNER, session=mine.id))
    locked.clear()
    instead = Slot(consultant=HAN, starts_at=at(16), ends_at=at(17))
    assert isinstance(await office.do(BookMine(by=OWNER, session=mine.id, goal="Taxes", instead=instead)), Receipt)
    assert is_in_order(locked)


async def test_forgetting_somebody_with_sessions_ahead(office, locked):
    await books(office, OWNER, at(10), HAN)
    await books(office, OWNER, at(14), YUN)
    locked.clear()
    await office.do(ForgetPerson(by=OWNER))
    assert is_in_order([one for one in locked if one != OWNER])
