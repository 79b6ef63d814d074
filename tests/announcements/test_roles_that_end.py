"""A role that ends in the middle, and an approval that is taken back: what still goes, and who hears nothing any more."""

from collections import Counter
from dataclasses import replace

import pytest
from sqlalchemy import text

from programme.announcements import AnnouncementState, Category
from programme.audiences import Audience
from programme.rights import EVERYWHERE, Role
from services.announcement_approval import ApproveAnnouncement, Approved, Asked, AskForApproval, SendBackAnnouncement, SentBack
from services.announcement_changes import made, words_digest
from services.announcement_looks import OneSeen, SeeAnnouncement
from services.announcement_progress import TellProgress
from services.announcement_scheduling import BeginScheduled, Held, PressSend, Schedule, Scheduled
from services.announcement_sending import Begun, NeedsApproval
from services.announcement_steering import CancelSending, GoOnSending, PauseSending
from services.coordinators import AppointFirstCoordinators, Forbidden
from services.privacy import ForgetPerson
from storage import announcements, people, roles
from tests.announcements.sent import of, says

JUNG, LEE, PARK, BAKER = 101, 102, 103, 104


@pytest.fixture
async def office(office):
    office.house = replace(office.house, large_audience=2)
    async with office.work() as work:
        await people.desks(work, dict.fromkeys((JUNG, LEE, PARK, BAKER), "ko"))
    await office.do(AppointFirstCoordinators(ids=(PARK,)))
    for one in (JUNG, LEE):
        await granted(office, one)
    return office


async def granted(office, person):
    async with office.work() as work:
        await roles.grant(work.connection, person, Role.COORDINATOR, EVERYWHERE, by=PARK, until=None, now=work.now)


async def ended(office, person):
    async with office.work() as work:
        assert await roles.revoke(work.connection, person, Role.COORDINATOR, by=PARK, now=work.now)


async def asked(office):
    new = made(category=Category.PROGRAMME, parts={"ko": [says("소식")]}, buttons=[], audience=Audience())
    async with office.work() as work:
        number = await announcements.keep(work.connection, new, by=JUNG, now=work.now)
        await announcements.note(work.connection, number, tested={"ko": words_digest(new, "ko")})
    assert await office.do(AskForApproval(by=JUNG, announcement=number, seen=new.digest)) == Asked(2)
    return number, new.digest


async def approved(office):
    number, seen = await asked(office)
    assert await office.do(ApproveAnnouncement(by=LEE, announcement=number, seen=seen)) == Approved()
    return number, seen


async def test_what_a_colleague_has_sent_back_may_not_go_though_another_one_approved_it_before(office):
    number, seen = await approved(office)
    assert await office.do(AskForApproval(by=JUNG, announcement=number, seen=seen)) == Asked(2)
    assert await office.do(SendBackAnnouncement(by=PARK, announcement=number, seen=seen, why="The date is wrong")) == SentBack()
    assert await office.do(PressSend(by=JUNG, announcement=number, seen=seen)) == NeedsApproval(4)


async def test_what_was_approved_goes_though_who_approved_it_has_left_and_only_who_still_may_sends_it(office):
    number, seen = await approved(office)
    await ended(office, LEE)
    await ended(office, JUNG)
    assert await office.do(PressSend(by=JUNG, announcement=number, seen=seen)) == Forbidden()
    assert await office.do(PressSend(by=PARK, announcement=number, seen=seen)) == Begun(4)


async def test_a_role_that_ended_between_the_approval_and_its_time_holds_it_and_who_left_hears_nothing(office, clock):
    number, seen = await approved(office)
    due = clock.now().replace(hour=5)
    assert isinstance(await office.do(Schedule(by=JUNG, announcement=number, seen=seen, due=due)), Scheduled)
    await ended(office, JUNG)
    clock.passes(hours=4, minutes=1)
    before = await told(office)
    assert await office.do(BeginScheduled(announcement=number)) == Held("rights")
    assert await told(office) - before == Counter({(LEE, "announcement_held"): 1, (PARK, "announcement_held"): 1})


async def test_a_role_that_ends_while_it_goes_out_steers_nothing_and_follows_nothing(office, clock):
    number, seen = await approved(office)
    assert await office.do(PressSend(by=JUNG, announcement=number, seen=seen)) == Begun(4)
    async with office.work() as work:
        await announcements.note(work.connection, number, progress_message=7)
    await ended(office, JUNG)
    for deed in (PauseSending, GoOnSending, CancelSending):
        assert await office.do(deed(by=JUNG, announcement=number)) == Forbidden()
    before = await told(office)
    clock.passes(seconds=6)
    await office.do(TellProgress(announcement=number))
    await office.do(PauseSending(by=LEE, announcement=number))
    assert await told(office) == before
    assert (await of(office, number)).state is AnnouncementState.PAUSED


async def told(office):
    """To whom what was written, ever."""

    async with office.store.reading() as connection:
        return Counter((row.chat, row.kind) for row in await connection.execute(text("SELECT chat, kind FROM letters")))


async def test_what_somebody_wrote_who_had_themselves_deleted_stays_with_the_office(office):
    number, seen = await approved(office)
    await ended(office, JUNG)
    await office.do(ForgetPerson(by=JUNG))
    found = await office.look(SeeAnnouncement(by=PARK, announcement=number))
    assert isinstance(found, OneSeen)
    assert (found.may_change, found.needs_approval) == (True, False)
    assert await office.do(PressSend(by=PARK, announcement=number, seen=seen)) == Begun(3), "not to who is forgotten"
