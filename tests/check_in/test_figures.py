"""Who was there as a sheet, and how many were at the events of a year."""

import io

from openpyxl import load_workbook

from bot.screens.check_in_taps import GetAttendance, GetParticipation, ShowParticipation
from services.attendance_sheets import ExportAttendance, ExportParticipation
from services.check_in import CheckIn, CheckInByName
from services.coordinators import Forbidden
from services.event_walk_ins import CountWalkIns
from tests.check_in.attending import a_course, comes, dates_of, doors_are_open
from tests.player import Player


async def everybody_comes(door, clock) -> None:
    """The owner, somebody with two guests, and three without the bot."""
    office, officer = door.town.office, door.officer.person.id
    with_two = await comes(office, door.event, 501, guests=2)
    doors_are_open(clock, door.date)
    await office.do(CheckIn(by=officer, code=door.registration.code))
    await office.do(CheckInByName(by=officer, date=door.date.id, registration=with_two.id))
    await office.do(CountWalkIns(by=officer, date=door.date.id, more=3))


def cells(player: Player, tab: str) -> list[list[object]]:
    assert player.screen is not None
    [made] = [one.made(player.language) for one in player.screen.documents]
    return [[cell.value for cell in line] for line in load_workbook(io.BytesIO(made.content))[tab].iter_rows()]


async def test_the_sheet_names_who_was_there_at_which_date(door, clock):
    await everybody_comes(door, clock)
    player = Player(door.town.office, id=door.officer.person.id)
    await player.wishes(GetAttendance(door.event.id))
    player.sees(f"Attendance of event No. {door.event.id}: take it as a file?")
    await player.taps("📥 Yes, give me the file")
    player.sees("It names shops and people: keep it in the office.")
    heads, owner, guest = cells(player, "Attendance")
    assert heads[:6] == ["No.", "Shop", "Name", "Answer", "Guests", "1. Tue 10 Mar 2026 14:00"]
    assert owner[1:8] == ["Hanbit Bakery", "Owner1 of 1", "comes", 0, "13:30", 1, "entry code scanned"]
    assert (guest[4], guest[7]) == (2, "by name")
    assert cells(player, "Numbers")[1] == ["Tue 10 Mar 2026 14:00", 2, 3, 0, 5]


async def test_in_korean_the_headings_are_korean_and_a_shop_is_no_formula(door, clock, store):
    from sqlalchemy import text

    async with store.transaction() as connection:
        await connection.execute(text("UPDATE shops SET name = '=HYPERLINK(1)'"))
    player = Player(door.town.office, id=door.officer.person.id, language="ko")
    async with door.town.office.work() as work:
        await work.connection.execute(text("UPDATE people SET language = 'ko' WHERE id = :id"), {"id": player.id})
    await player.wishes(GetAttendance(door.event.id))
    await player.taps("📥 네, 파일 받기")
    assert player.screen is not None
    [made] = [one.made("ko") for one in player.screen.documents]
    assert made.name == "출석 마포 사장님 교류회.xlsx"
    sheet = load_workbook(io.BytesIO(made.content))["출석"]
    assert [cell.value for cell in sheet[1]][:3] == ["번호", "가게", "이름"]
    assert (sheet.cell(2, 2).value, sheet.cell(2, 2).data_type) == ("=HYPERLINK(1)", "s")


async def test_the_year_counts_dates_and_people_by_kind(door, clock):
    course = await a_course(door.town.office, 2, by=door.officer.person.id)
    theirs = await comes(door.town.office, course, door.owner.person.id)
    await everybody_comes(door, clock)
    for date in await dates_of(door.town.office, course):
        doors_are_open(clock, date)
        await door.town.office.do(CheckIn(by=door.officer.person.id, code=theirs.code))
    clock.passes(days=1)
    player = Player(door.town.office, id=door.officer.person.id)
    await player.wishes(ShowParticipation())
    player.sees("Participation 2026")
    player.sees("Networking: 1 event, 7 people")
    player.sees("Course: 1 event, 2 people")
    player.sees("Together: 9 people")
    await player.taps("📥 As a sheet")
    player.sees("It names no people.")
    assert [row[1:] for row in cells(player, "By kind")[1:]] == [[1, 1, 7], [1, 2, 2]]
    assert len(cells(player, "Dates")) == 4


async def test_a_year_without_events_says_so(door):
    player = Player(door.town.office, id=door.officer.person.id)
    await player.wishes(ShowParticipation(2019))
    player.sees("No event took place in this year.")


async def test_sheets_are_for_coordinators(door, office):
    for deed in (
        ExportAttendance(by=door.owner.person.id, event=door.event.id),
        ExportParticipation(by=door.owner.person.id, year=2026),
    ):
        assert isinstance(await office.do(deed), Forbidden)
    player = Player(office, id=door.owner.person.id)
    await player.wishes(GetParticipation(2026))
    player.sees("Only the coordinators of the office")
