"""Cancelled in one transaction while somebody is given back in another: neither sees the other, and nobody is left waiting."""

import asyncio
from typing import cast

import pytest

from bot.wire.broadcast_walks import BroadcastWalk
from bot.wire.walks import Means
from programme.announcements import AnnouncementState, Outcome
from services.announcement_chores import give_up_leases
from services.announcement_steering import Cancelled, CancelSending
from services.coordinators import AppointFirstCoordinators
from services.office import Office
from services.privacy import ForgetPerson
from storage import announcement_ledger
from storage.engine import Store, StoreUnavailable
from storage.people import Person
from storage.seals import Seal
from tests.announcements.sent import begins, drafted, stands
from tests.conftest import SECRET
from tests.membership.racing import side_by_side, waits_or_is_done

JUNG, BAKER = 101, 102
NOTHING_IS_SENT = cast(Means, None)


@pytest.fixture
async def office(postgres_url, clock):
    async with await Store.open(postgres_url, seal=Seal(SECRET)) as store:
        office = Office(store, clock)
        async with office.work() as work:
            for number in (JUNG, BAKER):
                work.save_person(Person(id=number, language="en", started_at=work.now))
        await office.do(AppointFirstCoordinators(ids=(JUNG,)))
        yield office


async def given_back_while_it_is_cancelled(office):
    number = await drafted(office, JUNG)
    await begins(office, JUNG, number)
    async with office.work() as work:
        await announcement_ledger.lease(work.connection, number, most=9, until=work.now)
    walk = BroadcastWalk(office, NOTHING_IS_SENT, number, 8)
    async with office.work() as work:
        assert await CancelSending(by=JUNG, announcement=number)(work) == Cancelled(0)
        back = asyncio.create_task(walk._written([], [JUNG, BAKER], 0))
        await waits_or_is_done(office, back)
    await back
    return number


async def test_who_is_given_back_just_as_it_is_cancelled_does_not_wait_for_ever(office):
    number = await given_back_while_it_is_cancelled(office)
    await give_up_leases(office)
    assert await stands(office, number) == (AnnouncementState.CANCELLED, {Outcome.WITHDRAWN: 2})


async def test_without_the_chore_they_would(office):
    number = await given_back_while_it_is_cancelled(office)
    assert await stands(office, number) == (AnnouncementState.CANCELLED, {Outcome.WAITING: 2})


async def test_somebody_is_forgotten_while_it_is_cancelled(office):
    number = await drafted(office, JUNG)
    await begins(office, JUNG, number)
    outcomes = await side_by_side(office, CancelSending(by=JUNG, announcement=number), ForgetPerson(by=BAKER))
    assert outcomes[0] == Cancelled(2)
    assert await stands(office, number) == (AnnouncementState.CANCELLED, {Outcome.WITHDRAWN: 1})


async def cancelled_amid_forgetting(office, monkeypatch):
    """Between the row of the ledger and the number on the announcement."""
    number = await drafted(office, JUNG)
    await begins(office, JUNG, number)
    forget, begun = announcement_ledger.forget, []

    async def and_meanwhile(connection, person):
        stood_in = await forget(connection, person)
        begun.append(asyncio.create_task(office.do(CancelSending(by=JUNG, announcement=number))))
        await waits_or_is_done(office, begun[0])
        return stood_in

    monkeypatch.setattr(announcement_ledger, "forget", and_meanwhile)
    found = await asyncio.gather(office.do(ForgetPerson(by=BAKER)), return_exceptions=True)
    return number, [*found, *await asyncio.gather(*begun, return_exceptions=True)]


async def test_who_forgets_and_who_cancels_do_not_wait_for_each_other(office, monkeypatch):
    number, outcomes = await cancelled_amid_forgetting(office, monkeypatch)
    assert outcomes[1] == Cancelled(1)
    assert await stands(office, number) == (AnnouncementState.CANCELLED, {Outcome.WITHDRAWN: 1})


async def test_without_the_lock_they_would(office, monkeypatch):
    async def nothing(connection, person):
        pass

    monkeypatch.setattr(announcement_ledger, "lock_announcements_of", nothing)
    _, outcomes = await cancelled_amid_forgetting(office, monkeypatch)
    assert [one for one in outcomes if isinstance(one, StoreUnavailable)]
