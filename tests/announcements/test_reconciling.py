"""Every night the ledgers are gone over: a hole, a row left open, a lease nobody gave up, and somebody who was forgotten."""

from datetime import timedelta

import pytest
from structlog.testing import capture_logs

from bot.observability.metrics import Metrics
from bot.wire.health import Health
from programme.announcements import AnnouncementState, Off, Outcome
from services.announcement_reconciling import NotDue, Reconcile, Right, Wrong, go_over_the_ledgers
from services.coordinators import AppointFirstCoordinators
from services.privacy import ForgetPerson
from storage import announcement_ledger, announcements
from storage.announcement_ledger import RecipientRecord, Settled
from storage.announcements import AnnouncementRecord
from storage.people import Person
from storage.tables import table_of
from tests.announcements.sent import announces, begins, drafted, of

JUNG = 101
_ledger, _announcements = table_of(RecipientRecord), table_of(AnnouncementRecord)


@pytest.fixture
async def sent(office, clock):
    """An announcement that went to five people, all of whom got it; a night has passed."""
    async with office.work() as work:
        for number in range(JUNG, JUNG + 5):
            work.save_person(Person(id=number, language="en", started_at=work.now))
    await office.do(AppointFirstCoordinators(ids=(JUNG,)))
    number = await drafted(office, JUNG)
    await begins(office, JUNG, number)
    async with office.work() as work:
        got = await announcement_ledger.lease(work.connection, number, most=9, until=work.now + timedelta(minutes=3))
        settled = [Settled(person=one.person, outcome=Outcome.DELIVERED, messages=[7]) for one in got]
        await announcement_ledger.settle(work.connection, number, settled, work.now)
        await announcements.move(work.connection, number, AnnouncementState.DONE, ended_at=work.now)
    clock.passes(days=1)
    return number


async def _write(office, statement):
    async with office.store.transaction() as connection:
        await connection.execute(statement)


async def _reconciled(office, number):
    return await office.do(Reconcile(announcement=number))


async def test_a_ledger_that_is_right_is_gone_over_once_a_night(office, clock, sent):
    assert await _reconciled(office, sent) == Right()
    assert await _reconciled(office, sent) == NotDue()
    clock.passes(days=1)
    assert await _reconciled(office, sent) == Right()


async def test_somebody_missing_is_found(office, sent):
    await _write(office, _ledger.delete().where(_ledger.c.person == JUNG + 2))
    assert await _reconciled(office, sent) == Wrong((Off.PEOPLE,))


async def test_whoever_had_themselves_forgotten_is_no_hole(office, sent):
    await office.do(ForgetPerson(by=JUNG + 2))
    assert (await of(office, sent)).forgotten == 1
    assert await _reconciled(office, sent) == Right()


async def test_a_row_left_open_in_one_that_is_over_is_found(office, sent):
    await _write(office, _ledger.update().where(_ledger.c.person == JUNG).values(outcome=Outcome.WAITING.value))
    assert await _reconciled(office, sent) == Wrong((Off.OPEN,))


async def test_a_lease_that_nobody_gave_up_is_found(office, clock, sent):
    long_ago = clock.now() - timedelta(hours=1)
    lost = {"outcome": Outcome.LEASED.value, "leased_until": long_ago}
    await _write(office, _announcements.update().values(state=AnnouncementState.SENDING.value, ended_at=None))
    await _write(office, _ledger.update().where(_ledger.c.person == JUNG).values(**lost))
    assert await _reconciled(office, sent) == Wrong((Off.LEASES,))


async def test_what_is_wrong_is_counted_until_it_is_set_right_and_old_ones_are_left_alone(office, clock, sent):
    metrics = Metrics(office, Health())
    lost = {"people": 6}
    await _write(office, _announcements.update().values(**lost))
    with capture_logs() as logs:
        await go_over_the_ledgers(office)
    assert [(one["event"], one["announcement"]) for one in logs if one["event"] == "announcement_off"] == [("announcement_off", sent)]
    assert b"golmok_announcements_off 1.0" in await metrics.text()
    await _write(office, _announcements.update().values(people=5))
    clock.passes(days=40)
    await go_over_the_ledgers(office)
    assert b"golmok_announcements_off 0.0" in await metrics.text()
    await _write(office, _announcements.update().values(people=6))
    clock.passes(days=1)
    await go_over_the_ledgers(office)
    assert (await of(office, sent)).off == ""


async def test_the_owners_of_the_office_are_told_in_the_morning(town, jung, owner, clock):
    await owner.starts()
    number = await announces(town, jung)
    async with town.store.transaction() as connection:
        await connection.execute(_ledger.delete().where(_ledger.c.person == owner.person.id))
    clock.passes(days=1)
    jung.remember()
    await town.does_chores()
    jung.sees("The ledger of announcement 1 is not right", "It began with 2 people; the ledger has 1", "announcement_off")
    assert (await of(town.office, number)).off == "people"
