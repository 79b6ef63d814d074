"""Two of the office at once, in two transactions held open side by side; each race also with its guard off, where it must be lost."""

from datetime import timedelta

import pytest
from sqlalchemy import update
from sqlalchemy.exc import IntegrityError

from programme.announcements import AnnouncementState, Category
from programme.audiences import Audience
from services.announcement_approval import ApproveAnnouncement, Approved, AskForApproval
from services.announcement_changes import made, words_digest
from services.announcement_deeds import NotNow
from services.announcement_progress import TellProgress
from services.announcement_scheduling import BeginScheduled, NotYet, PressSend, Schedule
from services.announcement_sending import Begun
from services.announcement_steering import Cancelled, CancelSending, PauseSending
from services.announcement_writing import ChooseCategory
from services.coordinators import AppointFirstCoordinators
from services.office import Office
from storage import announcements, people
from storage.announcements import AnnouncementRecord
from storage.engine import Store
from storage.seals import Seal
from storage.tables import table_of
from storage.work import House
from tests.conftest import SECRET
from tests.membership.racing import side_by_side

JUNG, LEE, PARK = 1, 2, 3


@pytest.fixture
async def office(postgres_url, clock):
    async with await Store.open(postgres_url, seal=Seal(SECRET)) as store:
        office = Office(store, clock, house=House(large_audience=100))
        async with office.work() as work:
            await people.desks(work, {JUNG: "ko", LEE: "ko"})
        await office.do(AppointFirstCoordinators(ids=(JUNG, LEE)))
        yield office


async def a_tested_draft(office) -> tuple[int, str]:
    parts = {"ko": [{"method": "sendMessage", "params": {"text": "소식"}}]}
    new = made(category=Category.PROGRAMME, parts=parts, buttons=[], audience=Audience())
    async with office.work() as work:
        number = await announcements.keep(work.connection, new, by=JUNG, now=work.now)
        await announcements.note(work.connection, number, tested={"ko": words_digest(new, "ko")})
    return number, new.digest


async def both_press_send(office):
    number, seen = await a_tested_draft(office)
    return await side_by_side(office, PressSend(by=JUNG, announcement=number, seen=seen), PressSend(by=LEE, announcement=number, seen=seen))


def unlocked(monkeypatch):
    monkeypatch.setattr(announcements, "lock", announcements.find)


async def test_two_who_press_send_at_once_send_once_and_the_second_hears_why(office):
    assert await both_press_send(office) == (Begun(2), NotNow(AnnouncementState.SENDING))


async def test_without_the_lock_the_second_would_be_told_something_else(office, monkeypatch):
    unlocked(monkeypatch)
    assert await both_press_send(office) == (Begun(2), NotNow(AnnouncementState.DRAFT))


async def test_without_lock_and_state_the_ledger_still_takes_nobody_twice(office, monkeypatch):
    async def moved(connection, number, then, **values):
        await connection.execute(update(table_of(AnnouncementRecord)).where(table_of(AnnouncementRecord).c.id == number).values(state=then))
        return True

    unlocked(monkeypatch)
    monkeypatch.setattr(announcements, "move", moved)
    with pytest.raises(IntegrityError):
        await both_press_send(office)


async def approved_while_it_changes(office):
    office.house = House(large_audience=1)
    number, seen = await a_tested_draft(office)
    await office.do(AskForApproval(by=JUNG, announcement=number, seen=seen))
    outcomes = await side_by_side(
        office,
        ChooseCategory(by=JUNG, announcement=number, category=Category.EVENTS),
        ApproveAnnouncement(by=LEE, announcement=number, seen=seen),
    )
    async with office.work() as work:
        one = await announcements.find(work.connection, number)
    return outcomes[1], one


async def test_what_changes_while_somebody_approves_it_is_not_approved(office):
    outcome, one = await approved_while_it_changes(office)
    assert outcome != Approved()
    assert (one.category, one.approved_by) == (Category.EVENTS, None)


async def test_without_lock_and_state_the_changed_text_would_be_approved(office, monkeypatch):
    async def moved(connection, number, then, **values):
        table = table_of(AnnouncementRecord)
        await connection.execute(update(table).where(table.c.id == number).values(state=then, **values))
        return True

    async def asked(office):
        return await approved_while_it_changes(office)

    unlocked(monkeypatch)
    monkeypatch.setattr(announcements, "move", moved)
    outcome, one = await asked(office)
    assert outcome == Approved()
    assert (one.category, one.approved_by) == (Category.EVENTS, LEE)


async def told_by_both(office, clock):
    number, seen = await a_tested_draft(office)
    await office.do(PressSend(by=JUNG, announcement=number, seen=seen))
    async with office.work() as work:
        await announcements.note(work.connection, number, progress_message=7)
    clock.passes(seconds=6)
    return await side_by_side(office, TellProgress(announcement=number), TellProgress(announcement=number))


async def test_of_two_processes_one_tells_how_far_it_is(office, clock):
    assert await told_by_both(office, clock) == (True, False)


async def test_without_the_lock_both_would_tell(office, clock, monkeypatch):
    unlocked(monkeypatch)
    assert await told_by_both(office, clock) == (True, True)


async def test_two_who_approve_at_once_approve_once(office):
    office.house = House(large_audience=1)
    number, seen = await a_tested_draft(office)
    await office.do(AppointFirstCoordinators(ids=(JUNG, LEE, PARK)))
    await office.do(AskForApproval(by=JUNG, announcement=number, seen=seen))
    outcomes = await side_by_side(office, *(ApproveAnnouncement(by=one, announcement=number, seen=seen) for one in (LEE, PARK)))
    assert outcomes == (Approved(), NotNow(AnnouncementState.DRAFT))


async def begun(office):
    number, seen = await a_tested_draft(office)
    assert await office.do(PressSend(by=JUNG, announcement=number, seen=seen)) == Begun(2)
    return number


async def test_two_who_cancel_at_once_cancel_once(office):
    number = await begun(office)
    outcomes = await side_by_side(office, *(CancelSending(by=one, announcement=number) for one in (JUNG, LEE)))
    assert outcomes == (Cancelled(2), NotNow(AnnouncementState.CANCELLED))


async def test_paused_by_one_while_another_cancels_it_is_cancelled(office):
    number = await begun(office)
    outcomes = await side_by_side(office, CancelSending(by=JUNG, announcement=number), PauseSending(by=LEE, announcement=number))
    assert outcomes == (Cancelled(2), NotNow(AnnouncementState.CANCELLED))


async def test_scheduled_by_one_while_another_sends_it_goes_once(office, clock):
    number, seen = await a_tested_draft(office)
    later = clock.now() + timedelta(hours=1)
    outcomes = await side_by_side(
        office,
        PressSend(by=JUNG, announcement=number, seen=seen),
        Schedule(by=LEE, announcement=number, seen=seen, due=later),
    )
    assert outcomes == (Begun(2), NotNow(AnnouncementState.SENDING))


async def test_two_processes_begin_what_is_due_once(office, clock):
    number, seen = await a_tested_draft(office)
    await office.do(Schedule(by=JUNG, announcement=number, seen=seen, due=clock.now()))
    outcomes = await side_by_side(office, BeginScheduled(announcement=number), BeginScheduled(announcement=number))
    assert outcomes == (Begun(2), NotYet())
