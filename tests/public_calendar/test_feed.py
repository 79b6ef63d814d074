"""The public calendar as a file, as two parsers that have nothing to do with each other read it."""

import json
from datetime import UTC, date, datetime, timedelta
from typing import Any

import ics
import pytest
from icalendar import Calendar

import bot.house  # noqa: F401 - all doors open
from bot.documents.public_calendar import public_calendar
from bot.documents.registry import from_json, to_json
from bot.words import SHIPPED
from programme.seoul import SEOUL
from services import public_calendar as feeding
from services.public_calendar import CalendarFeed, FeedEntry
from tests.window_notices.windows import KEY, LATER, call_text, loads

OPENS, CLOSES = datetime(2026, 3, 10, 9, tzinfo=SEOUL), datetime(2026, 3, 31, 18, tzinfo=SEOUL)
INTAKE = f"{KEY}-intake-1-1@golmok"


async def made(office, language: str = "en") -> str:
    document = public_calendar(await office.look(CalendarFeed()))
    file = from_json(json.loads(json.dumps(to_json(document)))).made(language)
    assert file.media_type == "text/calendar"
    assert file.name.endswith(".ics")
    assert all(len(line) <= 75 for line in file.content.split(b"\r\n"))
    return file.content.decode()


def both(text: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """The events by their UIDs, as `ics` and as `icalendar` read them."""
    first = {event.uid: event for event in ics.Calendar(text).events}
    second = {str(event["UID"]): event for event in Calendar.from_ical(text).walk("VEVENT")}
    assert first.keys() == second.keys()
    return first, second


@pytest.mark.parametrize("language", SHIPPED)
async def test_both_parsers_read_windows_with_their_hours_and_stages_by_the_day(office_with_calls, language):
    await loads(office_with_calls)
    first, second = both(await made(office_with_calls, language))
    assert (first[INTAKE].begin.datetime, first[INTAKE].end.datetime) == (OPENS, CLOSES)
    assert (second[INTAKE].start, second[INTAKE].end) == (OPENS, CLOSES)
    assert second[INTAKE]["DTSTART"].params["TZID"] == "Asia/Seoul"
    call = second[f"{KEY}-call-0-1@golmok"]
    assert (call.start, call.end) == (date(2026, 2, 1), date(2026, 2, 2))
    assert first[f"{KEY}-call-0-1@golmok"].all_day
    title = {"en": "Intake, round 1: Collaboration 2026", "ko": "접수 1차: 2026년 협업화"}[language]
    assert first[INTAKE].name == str(second[INTAKE]["SUMMARY"]) == title


async def test_loaded_again_unchanged_nothing_has_a_new_number(office_with_calls):
    for _ in range(3):
        await loads(office_with_calls)
    assert {int(event["SEQUENCE"]) for event in both(await made(office_with_calls))[1].values()} == {0}


async def test_a_date_that_moves_keeps_its_name_and_gets_the_next_number_and_its_neighbours_do_not(office_with_calls, clock):
    sequences = []
    for closes in ("2026-03-31T18:00:00", LATER, "2026-03-31T18:00:00"):
        await loads(office_with_calls, closes=closes)
        found = both(await made(office_with_calls))[1]
        sequences.append([int(found[uid]["SEQUENCE"]) for uid in (INTAKE, f"{KEY}-intake-2-1@golmok")])
        clock.passes(minutes=5)
    assert sequences == [[0, 0], [1, 0], [2, 0]]


async def test_what_is_gone_from_the_call_is_taken_out_of_calendars(office_with_calls):
    from services.calls import LoadCalls

    await loads(office_with_calls)
    text = call_text()
    shorter = text[: text.index("[[rounds]]\nnumber = 2")] + text[text.index("[[contacts]]") :]
    await office_with_calls.do(LoadCalls(files={"call.toml": shorter}, on=date(2026, 3, 2)))
    first, second = both(await made(office_with_calls))
    gone = f"{KEY}-intake-2-1@golmok"
    assert (str(second[gone]["STATUS"]), int(second[gone]["SEQUENCE"])) == ("CANCELLED", 1)
    assert first[gone].status == "CANCELLED"
    assert str(second[INTAKE]["STATUS"]) == "CONFIRMED"


async def test_what_has_long_been_over_is_left_out(office_with_calls):
    await loads(office_with_calls)
    assert not [uid for uid in both(await made(office_with_calls))[1] if "2016" in uid]


async def test_another_feature_adds_its_entries(office_with_calls, monkeypatch):
    entry = FeedEntry(
        uid="event-1@golmok",
        sequence=3,
        changed_at=datetime(2026, 3, 1, tzinfo=UTC),
        stands=True,
        what="briefing",
        title_ko="사업설명회; 2층, \\왼쪽\nATTENDEE:x",
        title_en="",
        first=date(2026, 3, 20),
        last=date(2026, 3, 20),
        starts_at=datetime(2026, 3, 20, 5, tzinfo=UTC),
        ends_at=datetime(2026, 3, 20, 7, tzinfo=UTC),
        where="마포구청",
        url="https://golmok.example/1",
    )

    async def events(_work) -> list[FeedEntry]:
        return [entry]

    monkeypatch.setattr(feeding, "_feeds", [*feeding._feeds, events])
    first, second = both(await made(office_with_calls, "ko"))
    found = second["event-1@golmok"]
    assert found.end - found.start == timedelta(hours=2)
    assert "ATTENDEE" not in found
    assert first["event-1@golmok"].location == "마포구청"
    assert "사업설명회" in first["event-1@golmok"].name


async def test_the_file_comes_into_the_chat(town, owner):
    await owner.starts()
    await owner.taps("📆 Calls and dates", "📥 Calendar file")
    owner.sees("Open the file above", "It holds")
    assert any(message.document for message in owner.person.chat() if message.from_bot)


async def test_an_office_without_calls_has_nothing_for_a_calendar(office):
    from bot.screens.notice_taps import GetCalendar
    from tests.player import Player

    player = Player(office)
    screen = await player.wishes(GetCalendar())
    player.sees("There is no date yet")
    assert not screen.documents
