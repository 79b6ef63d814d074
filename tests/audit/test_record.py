"""The record of what was done, in words: the newest first, of one person, one case, one day; without the name of any member."""

import io
import json

import pytest
from openpyxl import load_workbook

import bot.house  # noqa: F401 - all doors open
from bot.documents.workbook import Workbook
from bot.screens.record_taps import ChooseDay, ShowRecord, TakeRecord, VerifyRecordNow
from bot.taps import LARGEST, encode
from programme.rights import Role
from services import audit_sealing
from services.audit_sealing import seal_audit
from services.record import OFFICE_ITSELF
from services.record_cases import Case
from storage import roles
from storage.audit_seals import AT_ONCE
from tests.audit.reading import READER, noted, reader, row
from tests.audit.test_seals import _behind_its_back
from tests.events.making import published
from tests.finder.street import opens_shop
from tests.player import Player
from tests.sessions.desk import advises
from tests.today.desks import holds


@pytest.mark.both_databases
async def test_a_line_says_when_who_what_and_how_it_ended(office_with_calls, clock):
    office = office_with_calls
    await holds(office, 7, Role.COORDINATOR, name="Jung Damdang")
    await advises(office)
    member = await opens_shop(office, 777031, "Secret Bakery", serial=1)
    one = await reader(office)
    await noted(
        office,
        row(),
        row(did="RefuseShop", on=f"shop:{member.shop}", outcome="Refused", why="no_paper"),
        row(who=9001, did="WriteLog", on="session:4", outcome="Logged"),
        row(who=None, did="FinishSending", on="announcement:2", outcome="Finished"),
        row(who=member.person, did="RateSession", on="session:4", outcome="NotDone"),
    )
    await one.wishes(ShowRecord())
    text = one.text()
    assert "Mon 2 Mar 2026 10:00 · Jung Damdang\na question answered (question No. 1): carried out" in text
    assert f"Jung Damdang\na shop not confirmed (shop No. {member.shop}): carried out, No paper was sent" in text
    assert "a consultant\nthe log of a session (session No. 4): carried out" in text
    assert "the office itself\nan announcement sent to the end (announcement No. 2): carried out" in text
    assert "a member\na session rated (session No. 4): not done: something stands in the way" in text
    assert text.index("a session rated") < text.index("a question answered")
    assert not any(secret in text for secret in member.secrets)


async def test_who_left_the_office_still_has_their_name_on_what_they_did(office):
    await holds(office, 7, Role.COORDINATOR, name="Jung Damdang")
    async with office.work() as work:
        await roles.revoke(work.connection, 7, Role.COORDINATOR, by=1, now=work.now)
    one = await reader(office)
    await noted(office, row())
    await one.wishes(ShowRecord())
    assert "Jung Damdang" in one.text()


@pytest.mark.both_databases
@pytest.mark.parametrize(("rows", "pages"), [(0, 1), (8, 1), (10, 2), (200, 25), (2000, 50)])
async def test_however_many_there_are_a_page_is_a_page(office, clock, rows, pages):
    one = await reader(office)
    await noted(office, *(row(on=f"inquiry:{n + 1}") for n in range(rows)))
    await one.wishes(ShowRecord())
    assert one.text().count("a question answered") == min(rows, 8)
    await one.wishes(ShowRecord(page=LARGEST))
    if rows:
        assert f"◀ Page {pages - 1}" in one.labels() or pages == 1
    assert not any(label.endswith("▶") for label in one.labels())
    assert ("What is older: choose its day" in one.text()) == (rows > 400)


async def test_by_person(office):
    jung, kim = [await holds(office, n, Role.COORDINATOR, name=name) for n, name in ((7, "Jung"), (8, "Kim"))]
    one = await reader(office, name="Reader")
    await noted(
        office, row(), row(who=8, did="PublishEvent", on="event:1", outcome="Published"), row(who=None, did="EndCourse", on="event:1")
    )
    await one.wishes(ShowRecord())
    await one.taps("👤 Who")
    assert [label for label in one.labels() if label in {"Jung", "Kim", "Reader", "🤖 The office itself"}] == [
        "Reader",
        "Kim",
        "Jung",
        "🤖 The office itself",
    ]
    await one.taps("Kim")
    assert "Who: Kim" in one.text()
    assert "an event published" in one.text()
    assert "a question answered" not in one.text()
    await one.wishes(ShowRecord(grant=OFFICE_ITSELF))
    assert "a course ended" in one.text()
    assert "an event published" not in one.text()
    await one.taps("✖️ Everything again")
    assert "a question answered" in one.text()
    assert jung != kim


async def test_by_case_from_a_list_and_by_day(office, clock):
    one = await reader(office)
    await noted(office, row(on="inquiry:1"), row(on="inquiry:2", did="TakeQuestion", outcome="Taken"))
    clock.passes(days=1)
    await noted(office, row(on="inquiry:2"), row(on="event:12", did="PublishEvent", outcome="Published"))
    await one.wishes(ShowRecord())
    await one.taps("📂 Which", "Questions")
    assert [label for label in one.labels() if label.startswith("No.")] == ["No. 2", "No. 1"]
    await one.taps("No. 2")
    assert "On what: question No. 2" in one.text()
    assert one.text().count("question No. 2)") == 2
    await one.taps("📆 Day", "2")
    assert "Day: Mon 2 Mar 2026" in one.text()
    assert "looking after a question" in one.text()
    assert "a question answered" not in one.text()
    await one.wishes(ChooseDay(month=LARGEST))
    await one.wishes(ChooseDay(month=202602))
    await one.taps("27")
    assert "Nothing was done that fits." in one.text()


async def test_the_longest_filter_fits_a_button():
    assert len(encode(ShowRecord(LARGEST, Case.EVENT, LARGEST, 20261231, 49))) <= 64


@pytest.mark.parametrize("day", [1, 20260230, 99999999, LARGEST, -5])
async def test_a_day_that_is_none_filters_nothing(office, day):
    one = await reader(office)
    await noted(office, row())
    await one.wishes(ShowRecord(day=day))
    assert "a question answered" in one.text()


async def test_a_case_leads_to_its_record(office_with_calls):
    office = office_with_calls
    event = await published(office)
    one = Player(office, id=event.made_by)
    await one.commands("start")
    await one.taps("🗂 Office", "🎪 Manage events")
    await one.taps(next(label for label in one.labels() if "Mapo owners meet" in label), "📜 Record")
    assert f"On what: event No. {event.id}" in one.text()
    assert "an event published" in one.text()


@pytest.mark.parametrize("wish", [ShowRecord(), TakeRecord(), VerifyRecordNow(), ChooseDay()])
@pytest.mark.parametrize("role", [None, Role.EVENT_STAFF])
async def test_nobody_else_reads_it(office, role, wish):
    await noted(office, row())
    if role is not None:
        await holds(office, 44, role)
    one = Player(office, id=44)
    await one.wishes(wish)
    assert "read by the office alone" in one.text()
    assert "a question answered" not in one.text()
    assert _documents(one) == ()


def _documents(one):
    assert one.screen is not None
    return one.screen.documents


def _rows_of(one):
    [sheet] = _documents(one)
    assert isinstance(sheet, Workbook)
    [(_, rows)] = json.loads(sheet.tabs)
    return sheet, rows


async def test_it_is_taken_as_a_file_in_two_steps_and_that_is_written_down(office):
    await holds(office, 7, Role.COORDINATOR, name="=1+1")
    one = await reader(office, name="Reader")
    await noted(office, row(), row(on="inquiry:2"))
    await one.wishes(ShowRecord(case=Case.QUESTION, number=2))
    await one.taps("📥 As an Excel sheet")
    assert "Record: take it as a file?" in one.text()
    assert _documents(one) == ()
    await one.taps("📥 Yes, give me the file")
    sheet, rows = _rows_of(one)
    assert rows[1][2:] == ["=1+1", "a question answered", "question No. 2", "carried out", ""]
    assert len(rows) == 2
    written = load_workbook(io.BytesIO(sheet.made("en").content)).active
    assert (written["C2"].value, written["C2"].data_type) == ("=1+1", "s")
    await one.taps("📜 Record")
    assert "Reader\nthe record taken as a file (question No. 2): carried out" in one.text()


async def test_the_record_is_whole_and_says_what_to_note(office, clock):
    one = await reader(office)
    await noted(office, row(), row())
    await one.wishes(VerifyRecordNow())
    assert "No seal has been set yet" in one.text()
    clock.passes(minutes=6)
    await seal_audit(office)
    await one.wishes(ShowRecord())
    await one.taps("🔏 Is the record whole?")
    assert "The record is whole." in one.text()
    assert "2 lines are as they were sealed." in one.text()
    assert "1:" in one.text()


@pytest.mark.both_databases
async def test_of_a_large_record_the_newest_part_is_read(office, clock, monkeypatch):
    monkeypatch.setattr(audit_sealing, "WHILE_SOMEBODY_WAITS", 3)
    assert AT_ONCE > 3
    one = await reader(office)
    for _ in range(4):
        await noted(office, row())
        clock.passes(minutes=6)
        await seal_audit(office)
    await one.wishes(VerifyRecordNow())
    assert "3 lines are as they were sealed." in one.text()
    assert "Only the newest part was read" in one.text()
    await _behind_its_back(office, "UPDATE audit SET who = 8 WHERE id = (SELECT min(id) FROM audit)")
    await one.wishes(VerifyRecordNow())
    assert "The record is whole." in one.text()
    await _behind_its_back(office, "UPDATE audit SET who = 8 WHERE id = (SELECT max(id) FROM audit)")
    await one.wishes(VerifyRecordNow())
    assert "The record is not what it was." in one.text()
    assert one.id == READER
