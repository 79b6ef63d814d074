"""Announcements that wait for a second person, or stand still, on the lists of those who may decide."""

from datetime import timedelta

import pytest

import bot.house  # noqa: F401 - all doors open
from programme.announcements import ERRORS, AnnouncementState, Category
from programme.audiences import Audience, Trait
from programme.districts import District
from programme.rights import Role
from storage import announcement_amendments, announcements
from storage.announcement_amendments import Kind
from storage.announcements import NewAnnouncement
from tests.player import Player
from tests.today.desks import MAPO, OFFICER, holds
from tests.today.test_today import counted

AUTHOR = 601
TEXT = [{"method": "sendMessage", "params": {"text": "Markets open\nCome and see"}}]


async def stands(office, state, *, gu=None, **values):
    """One that Kim wrote."""
    audience = Audience(wanted={Trait.GU: frozenset({gu.value})}) if gu is not None else Audience()
    new = NewAnnouncement(category=Category.EVENTS, parts={"en": TEXT}, buttons=(), audience=audience, digest="1")
    async with office.work() as work:
        number = await announcements.keep(work.connection, new, by=AUTHOR, now=work.now)
        path = {AnnouncementState.HELD: AnnouncementState.SCHEDULED, AnnouncementState.PAUSED: AnnouncementState.SENDING}.get(state)
        if path is not None:
            assert await announcements.move(work.connection, number, path)
        assert await announcements.move(work.connection, number, state, **values)
    return number


async def officer(office, person=OFFICER, **more):
    await holds(office, person, Role.COORDINATOR, **more)
    return Player(office, id=person)


@pytest.mark.both_databases
async def test_a_second_person_approves_from_the_list(office_with_calls):
    office = office_with_calls
    await stands(office, AnnouncementState.ASKED, asked_by=AUTHOR)
    one, author = await officer(office), await officer(office, AUTHOR)
    await one.commands("today")
    assert "To approve, since Mon 2 Mar 2026 10:00: “Markets open”" in one.text()
    await one.taps("1. ✅ Look and approve")
    assert "Announcement 1" in one.text()
    await author.commands("today")
    assert "Nothing waits for you." in author.text()


async def test_what_reaches_beyond_their_role_is_for_others(office_with_calls):
    office = office_with_calls
    await officer(office, scope=MAPO)
    await stands(office, AnnouncementState.ASKED, asked_by=AUTHOR)
    await stands(office, AnnouncementState.ASKED, gu=District.GANGNAM, asked_by=AUTHOR)
    assert await counted(office) == 0
    await stands(office, AnnouncementState.ASKED, gu=District.MAPO, asked_by=AUTHOR)
    assert await counted(office) == 1


async def gone_out(office, kind, *, gu=None, asked_by=AUTHOR):
    """One that has gone out, and what Kim asked for then."""
    number = await stands(office, AnnouncementState.SENDING, gu=gu)
    async with office.work() as work:
        await announcements.move(work.connection, number, AnnouncementState.DONE, started_at=work.now)
        message = {"method": "sendMessage", "params": {"text": "Markets open late"}}
        values = {"language": "en", "place": 0, "before": TEXT[0], "after": message} if kind is Kind.CORRECTION else {}
        await announcement_amendments.keep(work.connection, number, kind, by=asked_by, now=work.now, **values)
    return number


@pytest.mark.both_databases
async def test_a_second_person_says_yes_to_a_correction_or_a_withdrawal_from_the_list(office_with_calls):
    office = office_with_calls
    one, author = await officer(office), await officer(office, AUTHOR)
    await gone_out(office, Kind.CORRECTION)
    await gone_out(office, Kind.WITHDRAWAL)
    await one.commands("today")
    assert "1. A correction to approve, since Mon 2 Mar 2026 10:00: “Markets open”" in one.text()
    assert "2. A withdrawal to approve, since Mon 2 Mar 2026 10:00: “Markets open”" in one.text()
    await one.taps("1. ✅ Look and approve", "✅ Approve it")
    await one.commands("today")
    assert "Waiting for you (1)" in one.text()
    await author.commands("today")
    assert "Nothing waits for you." in author.text()


async def test_amendments_beyond_their_role_are_for_others(office_with_calls):
    office = office_with_calls
    await officer(office, scope=MAPO)
    await gone_out(office, Kind.CORRECTION, gu=District.GANGNAM)
    assert await counted(office) == 0
    await gone_out(office, Kind.WITHDRAWAL, gu=District.MAPO)
    assert await counted(office) == 1


async def test_what_stands_still_by_itself_waits_and_what_somebody_paused_does_not(office_with_calls, clock):
    office = office_with_calls
    one = await officer(office)
    await stands(office, AnnouncementState.HELD, due_at=clock.now() - timedelta(hours=2))
    await stands(office, AnnouncementState.PAUSED, paused_why=ERRORS, started_at=clock.now())
    await stands(office, AnnouncementState.PAUSED, paused_why="asked", started_at=clock.now())
    await one.commands("today")
    assert "1. Held, its time passed at Mon 2 Mar 2026 08:00: “Markets open”" in one.text()
    assert "2. Stopped, too much of it failed: “Markets open”" in one.text()
    assert await counted(office) == 2
    await one.taps("1. 📣 Decide about it", "📜 Record")
    assert "On what: announcement No. 1" in one.text()
