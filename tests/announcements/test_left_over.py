"""Nobody is left waiting for what is over: stopped, cancelled, with the database away in the middle, or emptied before it began."""

import asyncio
from typing import cast

import pytest

from bot.wire import broadcaster
from bot.wire.amendment_walks import AmendmentWalk
from bot.wire.walks import Means
from programme.announcements import AnnouncementState, Outcome
from services.announcement_amendment_steering import StopAmendment, Stopped
from services.announcement_chores import give_up_leases
from services.announcement_reconciling import Reconcile, Right
from services.privacy import ForgetPerson
from storage import announcement_amended, announcement_amendments, announcement_ledger
from storage.announcement_amended import Amended, Amends
from storage.engine import StoreUnavailable
from tests.announcements.sent import announces, begins, drafted, of, stands
from tests.announcements.test_amending import corrects
from tests.announcements.test_weather import copies, moves_in


@pytest.fixture
async def stopped(town, jung, owner, clock):
    """A correction that was stopped while everybody was in hand."""
    await owner.starts()
    number = await announces(town, jung)
    await town.closes()
    await town.office.do(corrects(number, jung))
    async with town.office.work() as work:
        one = await announcement_amendments.find(work.connection, 1)
        assert one is not None
        assert len(await announcement_amended.lease(work.connection, one, most=9, until=clock.now())) == 2
    assert await town.office.do(StopAmendment(by=jung.person.id, amendment=1)) == Stopped(0)
    return number


async def amended(office):
    async with office.work() as work:
        return {outcome: n for outcome, n in (await announcement_amended.counts(work.connection, 1)).items() if n}


async def test_who_was_in_hand_of_a_killed_process_when_it_was_stopped_is_left(town, stopped, clock):
    await give_up_leases(town.office)
    assert await amended(town.office) == {Amends.LEFT: 2}
    clock.passes(days=1)
    assert await town.office.do(Reconcile(announcement=stopped)) == Right()


async def test_who_comes_back_undone_when_it_was_stopped_is_left(town, jung, stopped, owner, clock):
    walk = AmendmentWalk(town.office, cast(Means, None), 1, 8)
    undone = Amended(person=jung.person.id, outcome=Amends.WAITING, reason="TimedOut")
    assert await walk._written([undone], [owner.person.id], 8) is None
    assert await amended(town.office) == {Amends.LEFT: 2}
    clock.passes(days=1)
    assert await town.office.do(Reconcile(announcement=stopped)) == Right()


async def test_what_was_heard_while_the_database_was_away_is_written_down_when_it_is_back(town, jung, clock, monkeypatch):
    await moves_in(town, 20)
    settle, long = announcement_ledger.settle, asyncio.Event()
    tries: list[int] = []

    async def not_there(connection, announcement, those, now):
        if len(tries) < 3 and those:
            tries.append(len(those))
            raise StoreUnavailable("away")
        await settle(connection, announcement, those, now)
        if those:
            long.set()

    monkeypatch.setattr(announcement_ledger, "settle", not_there)
    monkeypatch.setattr(broadcaster, "backoff", lambda failures, **_: 0.01)
    number = await drafted(town.office, jung.person.id)
    await begins(town.office, jung.person.id, number)
    await asyncio.wait_for(long.wait(), 20)
    await town.settles()
    clock.passes(minutes=4)
    await town.does_chores()
    assert await stands(town.office, number) == (AnnouncementState.DONE, {Outcome.DELIVERED: 21})


async def test_an_audience_that_has_gone_before_anybody_was_sent_to_ends_at_once(town, jung, owner, clock):
    await owner.starts()
    await town.closes()
    number = await drafted(town.office, jung.person.id)
    await begins(town.office, jung.person.id, number)
    for person in (jung, owner):
        await town.office.do(ForgetPerson(by=person.person.id))
    await town.opens()
    await town.settles()
    assert await stands(town.office, number) == (AnnouncementState.DONE, {})
    clock.passes(days=1)
    assert await town.office.do(Reconcile(announcement=number)) == Right()


async def test_who_is_forgotten_while_it_is_on_its_way_to_them_is_no_hole(town, jung, clock):
    crowd = await moves_in(town, 20)
    await town.restarts(sends_per_second=10)
    number = await drafted(town.office, jung.person.id)
    await begins(town.office, jung.person.id, number)
    assert await town.emulator.until(lambda: any(map(copies, crowd)))
    for person in crowd:
        await town.office.do(ForgetPerson(by=person.id))
    await town.settles()
    assert max(map(copies, crowd)) == 1
    clock.passes(days=1)
    assert await town.office.do(Reconcile(announcement=number)) == Right()
    assert (await of(town.office, number)).forgotten == 20
