"""Whoever waits at the gate has got nothing yet: they are called back when it is paused or cancelled, and before their lease runs out."""

import asyncio

import pytest

from bot.wire import walks
from bot.wire.errands import Errands
from programme.announcements import AnnouncementState, Outcome
from services.announcement_reconciling import Reconcile, Right
from services.announcement_retrying import Retried, RetryFailed
from services.announcement_sending import Finished, FinishSending
from services.announcement_steering import CancelSending, PauseSending
from storage import announcement_ledger
from tests.announcements.sent import begins, drafted, stands
from tests.announcements.test_weather import copies, moves_in

A_SECOND = 20


@pytest.fixture(autouse=True)
def _many_in_hand(monkeypatch):
    """More than usual, so that there is somebody to call back."""
    monkeypatch.setattr(walks, "FEWEST", A_SECOND * 2)


async def told_to_wait(town, jung, crowd):
    """Everybody in hand stands at the gate, because Telegram has said to wait."""
    await town.restarts(sends_per_second=A_SECOND)
    number = await drafted(town.office, jung.person.id)
    await begins(town.office, jung.person.id, number)
    assert await town.emulator.until(lambda: any(map(copies, crowd)))
    town.emulator.floods(seconds=2)
    assert await town.emulator.until(lambda: any(call.status == 429 for call in town.emulator.calls))
    return number


async def test_after_cancelling_nobody_who_still_waits_at_the_gate_gets_it(town, jung, clock):
    crowd = await moves_in(town, 60)
    number = await told_to_wait(town, jung, crowd)
    before = sum(map(copies, crowd))
    await town.office.do(CancelSending(by=jung.person.id, announcement=number))
    await town.settles()
    state, counts = await stands(town.office, number)
    assert (state, sum(counts.values())) == (AnnouncementState.CANCELLED, 61)
    assert counts[Outcome.WITHDRAWN] >= 50
    assert sum(map(copies, crowd)) <= before + 2  # what had left already
    clock.passes(days=1)
    assert await town.office.do(Reconcile(announcement=number)) == Right()


async def test_after_pausing_nobody_who_still_waits_at_the_gate_gets_it(town, jung):
    crowd = await moves_in(town, 60)
    number = await told_to_wait(town, jung, crowd)
    before = sum(map(copies, crowd))
    await town.office.do(PauseSending(by=jung.person.id, announcement=number))
    await town.settles()
    state, counts = await stands(town.office, number)
    assert state is AnnouncementState.PAUSED
    assert counts[Outcome.WAITING] >= 50
    assert sum(map(copies, crowd)) <= before + 2


async def tried_again_while_they_wait(town, jung, clock):
    """Told to wait for longer than a lease: whoever is in hand is given up, and a coordinator tries those again of whom nobody knows.
    How many copies each has in the end who had none when it was told to wait.
    """
    crowd = await moves_in(town, 5)
    number = await told_to_wait(town, jung, crowd)
    waiting = [person for person in crowd if not copies(person)]
    clock.passes(minutes=4)
    async with town.office.work() as work:
        lost = await announcement_ledger.expire(work.connection, work.now)
    if lost:
        assert await town.office.do(FinishSending(announcement=number)) == Finished()
        again = RetryFailed(by=jung.person.id, announcement=number, retries=0, unknown=True)
        assert await town.office.do(again) == Retried(lost)
    await town.settles()
    return [copies(person) for person in waiting]


async def test_an_errand_whose_lease_has_run_out_does_not_go(town, jung, clock):
    assert set(await tried_again_while_they_wait(town, jung, clock)) == {1}


async def test_if_nobody_were_called_back_they_would_get_it_twice(town, jung, clock, monkeypatch):
    monkeypatch.setattr(Errands, "call_back", lambda self, begun_before=None, lapsed_before=None: None)
    assert max(await tried_again_while_they_wait(town, jung, clock)) == 2


async def test_told_to_wait_for_long_nobody_is_given_up_as_unknown(town, jung, clock, monkeypatch):
    crowd = await moves_in(town, 30)
    given_back, called_back = announcement_ledger.give_back, asyncio.Event()

    async def noticed(connection, announcement, people):
        await given_back(connection, announcement, people)
        if len(people) > 1:  # not the one who was told to wait
            called_back.set()

    monkeypatch.setattr(announcement_ledger, "give_back", noticed)
    number = await told_to_wait(town, jung, crowd)
    clock.passes(minutes=2)
    await asyncio.wait_for(called_back.wait(), 10)
    clock.passes(minutes=2)
    async with town.office.work() as work:
        assert await announcement_ledger.expire(work.connection, work.now) == 0
    await town.settles()
    assert await stands(town.office, number) == (AnnouncementState.DONE, {Outcome.DELIVERED: 31})


@pytest.mark.parametrize("hours", [1, -1])
async def test_a_clock_that_jumps_while_it_goes_out_sends_to_nobody_twice(town, jung, clock, hours):
    crowd = await moves_in(town, 60)
    await town.restarts(sends_per_second=A_SECOND)
    number = await drafted(town.office, jung.person.id)
    await begins(town.office, jung.person.id, number)
    assert await town.emulator.until(lambda: sum(map(copies, crowd)) >= 5)
    clock.passes(hours=hours)
    async with town.office.work() as work:
        await announcement_ledger.expire(work.connection, work.now)
    await town.settles()
    state, counts = await stands(town.office, number)
    assert state is AnnouncementState.DONE
    assert max(map(copies, crowd)) == 1
    assert sum(counts.values()) == 61
    assert counts.get(Outcome.UNKNOWN, 0) <= A_SECOND * 2 + 2  # what was in hand
    clock.passes(hours=-hours)
    clock.passes(days=2)
    assert await town.office.do(Reconcile(announcement=number)) == Right()
