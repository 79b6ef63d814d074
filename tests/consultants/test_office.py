"""The office looks after its consultants: the list, a pause, the end, and its own days off."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

import bot.house  # noqa: F401 - all doors open
from bot.dialogue.taps import BeginStory
from bot.screens.consultant_taps import (
    AskToEnd,
    DropOfficeHoliday,
    EndConsultant,
    PauseConsultant,
    ShowConsultant,
    ShowConsultants,
    ShowMyDesk,
    ShowOfficeHolidays,
    ShowOpenLinks,
    WithdrawOpenLink,
)
from services.consultant_ends import EndConsultant as End
from services.consultant_links import NoSuchLink, OpenLinks, WithdrawLink, name_of_link
from services.consultants import NotConsultant
from storage import session_times
from storage.consultants import Calling
from tests.consultants.advising import HAN, MEMBER, OFFICER, YOON, advises, invites, is_booked, joins, letters_to, officer_of
from tests.player import Player

THURSDAY = datetime(2026, 3, 5, 5, 0, tzinfo=UTC)  # 14:00 in Seoul
HOUR = timedelta(hours=1)


@pytest.fixture
async def officer(office) -> Player:
    return await officer_of(office)


@pytest.fixture
async def yoon(office) -> Player:
    return await advises(office)


async def cells(office, person: int) -> set[int]:
    async with office.store.reading() as connection:
        everything = range(10**7)
        return (await session_times.taken(connection, [person], everything))[person]


async def test_the_list_says_how_each_of_them_stands_and_comes_in_pages(office, officer):
    for person in range(100, 108):
        await advises(office, person, f"Adviser {person}")
    await officer.wishes(ShowConsultant(100))
    await officer.taps("⏸ Pause")
    officer.sees("nobody can book anything new")
    await officer.wishes(AskToEnd(101))
    await officer.taps("🚪 Yes, stop")
    officer.sees("Adviser 101 advises no longer.")
    await officer.wishes(ShowConsultants())
    officer.sees("Adviser 100, Consultant: on a pause since")
    officer.sees("Adviser 102, Consultant: takes sessions")
    await officer.taps("Page 2 ▶")
    officer.sees("Adviser 101, Consultant: stopped on")
    await officer.taps("🧑‍🏫 Adviser 101")
    assert "🚪 Stop" not in officer.labels()


async def test_a_pause_leaves_booked_sessions_alone_and_ends_with_a_tap(office, yoon):
    await is_booked(office, THURSDAY, THURSDAY + HOUR)
    await yoon.wishes(ShowMyDesk())
    await yoon.taps("⏸ Pause")
    yoon.sees("The sessions that are booked stay")
    assert await cells(office, YOON)
    await yoon.taps("▶️ Take sessions again")
    yoon.sees("Members can book again.")


async def test_who_stops_is_told_what_it_means_and_members_can_book_with_another(office, officer, yoon):
    await is_booked(office, THURSDAY, THURSDAY + HOUR)
    await is_booked(office, THURSDAY + 2 * HOUR, THURSDAY + 3 * HOUR, by=2)
    await officer.wishes(ShowConsultant(YOON))
    officer.sees("2 sessions are still to come.")
    await officer.taps("🚪 Stop")
    officer.sees("2 booked sessions are cancelled")
    await officer.taps("🚪 Yes, stop")
    officer.sees("2 sessions were cancelled, their members are told.")
    assert await cells(office, YOON) == set()
    for member in (MEMBER, 2):
        [told] = await letters_to(office, member, "session_cancelled")
        assert "Yoon Sangdam no longer gives sessions" in told
        assert "Choose a time with another person:" in told
    [told] = await letters_to(office, YOON, "consultant_ended")
    assert "The office has ended your work" in told
    await yoon.wishes(ShowMyDesk())
    yoon.sees("the desk of consultants")
    assert await office.do(End(by=OFFICER, person=YOON)) == NotConsultant()


async def test_what_was_only_held_lapses_with_the_consultant(office, yoon):
    number = await is_booked(office, THURSDAY, THURSDAY + HOUR)
    async with office.store.transaction() as connection:
        await connection.execute(text("UPDATE sessions SET state = 'held', booked_at = NULL"))
    await yoon.wishes(EndConsultant(YOON))
    yoon.sees("You advise no longer.")
    async with office.store.reading() as connection:
        assert await connection.scalar(text("SELECT state FROM sessions WHERE id = :id"), {"id": number}) == "lapsed"
    assert await letters_to(office, MEMBER, "session_cancelled") == []


async def test_who_stopped_comes_back_with_a_new_link(office, officer, yoon):
    await yoon.wishes(EndConsultant(YOON))
    await joins(yoon, await invites(officer), "Yoon Again")
    yoon.sees("Welcome, Yoon Again.")
    await yoon.wishes(ShowMyDesk())
    yoon.sees("takes sessions")


async def test_strangers_pause_and_end_nobody(office, yoon):
    stranger = await advises(office, HAN, "Han Mento")
    for wish in (PauseConsultant(YOON, pauses=True), AskToEnd(YOON), EndConsultant(YOON), ShowConsultant(YOON)):
        await stranger.wishes(wish)
        stranger.sees("Only the coordinators")
    await yoon.wishes(ShowMyDesk())
    yoon.sees("takes sessions")


async def test_a_day_off_says_first_what_it_touches_and_tells_those_who_work_on_it(office, officer, yoon):
    await is_booked(office, THURSDAY, THURSDAY + HOUR)
    await officer.wishes(ShowOfficeHolidays())
    officer.sees("Public holidays of Korea are known")
    await officer.taps("➕ Add a day off")
    await officer.says("2026-03-01")
    officer.sees("too early")
    await officer.says("2026-03-05")
    await officer.says("Foundation day")
    officer.sees("1 session is booked on that day.")
    await officer.taps("Yes, day off")
    officer.sees("Thu 5 Mar 2026 is off: Foundation day.")
    [told] = await letters_to(office, YOON, "office_holiday")
    assert "You have 1 session on that day" in told
    await officer.taps("📅 Office holidays", "🗑 Thu 5 Mar 2026")
    officer.sees("The day can be booked again.")
    await officer.wishes(DropOfficeHoliday("2026-03-05"))
    officer.sees("no day off any more")
    await officer.wishes(DropOfficeHoliday("yesterday"))
    officer.sees("Days off of the office")


async def test_a_session_just_before_midnight_belongs_to_its_own_day(office, officer, yoon):
    await is_booked(office, datetime(2026, 3, 5, 14, 30, tzinfo=UTC), datetime(2026, 3, 5, 15, 30, tzinfo=UTC))  # 23:30 in Seoul
    await officer.wishes(BeginStory("office_holiday"))
    await officer.says("2026-03-06")
    await officer.says("Day after")
    officer.sees("No session is booked on that day.")


async def test_nobody_else_sets_days_off(office, yoon):
    for wish in (BeginStory("office_holiday"), ShowOfficeHolidays(), DropOfficeHoliday("2026-03-05")):
        await yoon.wishes(wish)
        yoon.sees("Only the coordinators")


async def test_a_link_that_went_to_the_wrong_person_is_withdrawn(office, officer):
    wrong, right = await invites(officer), await invites(officer, Calling.MENTOR)
    await officer.wishes(ShowConsultants())
    await officer.taps("🔗 Open links")
    officer.sees("• Consultant: made on Mon 2 Mar 2026")
    officer.sees("• Mentor: made on")
    found = await office.look(OpenLinks(by=OFFICER))
    (link,) = [one for one in found.links if one.calling is Calling.CONSULTANT]
    await officer.wishes(WithdrawOpenLink(name_of_link(link)))
    officer.sees("Withdrawn: the link opens nothing any more.")
    officer.sees("• Mentor: made on")
    assert "• Consultant: made on" not in officer.text()
    await officer.wishes(WithdrawOpenLink(name_of_link(link)))
    officer.sees("That link is not open any more")
    stranger = Player(office, id=HAN)
    await stranger.commands("start", wrong)
    stranger.sees("This link does not work any more.")
    await joins(stranger, right)
    await officer.wishes(ShowOpenLinks())
    officer.sees("No link is open")


async def test_only_coordinators_see_and_withdraw_links(office, officer):
    await invites(officer)
    (link,) = (await office.look(OpenLinks(by=OFFICER))).links
    stranger = Player(office, id=HAN)
    for wish in (ShowOpenLinks(), WithdrawOpenLink(name_of_link(link))):
        await stranger.wishes(wish)
        stranger.sees("Only the coordinators of the office look after the consultants.")
    for forged in ("", "%" * 16, link.token_hash):
        assert await office.do(WithdrawLink(by=OFFICER, link=forged)) == NoSuchLink()
    assert len((await office.look(OpenLinks(by=OFFICER))).links) == 1


async def test_the_office_hears_when_somebody_stops_by_themselves(office, officer, yoon):
    await is_booked(office, THURSDAY, THURSDAY + HOUR)
    await yoon.wishes(EndConsultant(YOON))
    [told] = await letters_to(office, OFFICER, "consultant_stopped")
    assert "Yoon Sangdam has stopped giving sessions." in told
    assert "1 booked session was cancelled." in told
