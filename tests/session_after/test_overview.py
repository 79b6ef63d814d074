"""The office sees the hours of a year, exports them, and grants more sessions."""

import io

import pytest
from openpyxl import load_workbook

from bot.screens.session_overview_taps import ExportSessions, ShowOverview
from services.coordinators import Forbidden
from services.session_grants import GrantSessions, WrongGrant
from services.session_overview import ExportYear, WithoutLog, YearOverview
from storage.consultants import Calling
from tests.agreements.agreeing import files_of
from tests.player import Player
from tests.session_after.conftest import writes_log
from tests.sessions.desk import advises, at, books, keep_shops


async def test_from_the_list_of_consultants_to_the_hours_of_the_year(desk):
    await writes_log(desk)
    player = Player(desk.town.office, id=desk.officer.person.id)
    from bot.screens.consultant_taps import ShowConsultants

    await player.wishes(ShowConsultants())
    await player.taps("📊 Sessions and hours")
    player.sees("Took place: 1 session, 0 h 45 min")
    player.sees("Hanbit Bakery: 1 session, 0 h 45 min")
    await player.taps("By topic")
    player.sees("Tax: 1 session")
    await player.taps("By consultant")
    player.sees("Yun: 1 session")


async def test_a_session_without_a_log_is_listed_until_it_has_one(desk):
    look = WithoutLog(by=desk.officer.person.id)
    assert [one.session for one in (await desk.town.office.look(look)).sessions] == [desk.session]
    await writes_log(desk)
    assert (await desk.town.office.look(look)).sessions == ()


async def test_the_sheet_opens_elsewhere_with_korean_headings_and_holds_no_formula(town, desk):
    await writes_log(desk, shared="=HYPERLINK(1)")
    sajang = town.person("정담당", language="ko")
    await sajang.starts()
    await town.appoints(desk.officer, sajang)
    player = Player(town.office, id=sajang.person.id, language="ko")
    await player.wishes(ShowOverview())
    await player.wishes(ExportSessions(2026))
    await player.taps("📥 네, 파일 받기")
    assert player.screen is not None
    [made] = [one.made("ko") for one in player.screen.documents]
    workbook = load_workbook(io.BytesIO(made.content))
    assert made.name == "상담 2026.xlsx"
    assert workbook.sheetnames == ["상담", "업체별", "분야별", "컨설턴트별"]
    heads, row = [[cell.value for cell in line] for line in workbook["상담"].iter_rows()]
    assert heads[:4] == ["번호", "날짜", "시작", "분"]
    assert (row[0], row[2], row[3], row[5], row[7]) == (desk.session, "10:00", 45, "Yun", "Hanbit Bakery")
    cell = workbook["상담"].cell(2, len(heads))
    assert (cell.value, cell.data_type) == ("=HYPERLINK(1)", "s")
    assert "Was in a hurry." not in str([[cell.value for cell in line] for sheet in workbook for line in sheet.iter_rows()])


async def test_the_sheet_comes_into_the_chat(desk):
    await writes_log(desk)
    await desk.officer.starts()
    await desk.officer.taps("🗂 Office", "🧑‍🏫 Consultants and mentors", "📊 Sessions and hours", "📥 As an Excel sheet")
    desk.officer.sees("Sessions of 2026: take it as a file?", "keep it in the office")
    await desk.officer.taps("📥 Yes, give me the file")
    desk.officer.sees("The sessions of 2026 stand in the file above.")
    assert [name for name, _ in files_of(desk.town, desk.officer)] == ["sessions 2026.xlsx"]


async def test_ninety_firms_come_in_pages(office):
    officer = 500
    from datetime import timedelta

    from services.coordinators import AppointFirstCoordinators
    from services.session_logs import WriteLog

    await office.do(AppointFirstCoordinators(ids=(officer,)))
    people = range(1, 11)
    await keep_shops(office, *people)
    consultant = await advises(office)
    numbers = [
        (await books(office, person, at(hour, day=at(10).date() + timedelta(days=day)))).session.id
        for person, (day, hour) in zip(people, [(d, h) for d in range(2) for h in (10, 11, 13, 14, 15)], strict=True)
    ]
    office.clock.at = at(20) + timedelta(days=3)
    for number in numbers:
        await office.do(WriteLog(by=consultant, session=number, minutes=60, shared="", private=""))
    first = await office.look(YearOverview(by=officer))
    second = await office.look(YearOverview(by=officer, page=1))
    assert (len(first.sums), first.more, len(second.sums), second.more) == (8, True, 2, False)
    assert (first.whole.sessions, first.whole.minutes) == (10, 600)


@pytest.mark.parametrize("look", [YearOverview(by=7), WithoutLog(by=7), ExportYear(by=7, year=2026)])
async def test_only_the_office_sees_it(office, look):
    assert await office.do(look) == Forbidden()


async def test_more_sessions_are_granted_and_every_member_hears_why(town, owner, neighbour):
    from tests.membership.circle import meets

    officer = town.person("Officer")
    await officer.starts()
    await town.appoints(officer)
    circle = await meets(town, owner, neighbour)
    player = Player(town.office, id=officer.person.id)
    await player.wishes(ShowOverview())
    await player.taps("➕ Grant more sessions")
    await player.says("No such name")
    player.sees("I found no consortium")
    await player.says("morn")
    await player.taps("Morning Bread (2026)")
    player.sees("• Consulting: 0 of 5 used this year")
    await player.taps("Consulting", "2")
    await player.says("A new joint brand needs it")
    for person in (owner, neighbour):
        person.remember()
    await player.taps("➕ Yes, grant them")
    player.sees("Granted: 2 more for “Morning Bread”.")
    await town.does_chores()
    for person in (owner, neighbour):
        person.sees("2 more consulting in 2026 for “Morning Bread”", "A new joint brand needs it")
    await owner.taps("🗓 Book a session")
    owner.sees("0 of 7 used this year")
    forged = GrantSessions(by=officer.person.id, consortium=circle.number, calling=Calling.MENTOR, extra=500, why="x")
    assert await town.office.do(forged) == WrongGrant()
    stranger = GrantSessions(by=owner.person.id, consortium=circle.number, calling=Calling.MENTOR, extra=1, why="x")
    assert await town.office.do(stranger) == Forbidden()
