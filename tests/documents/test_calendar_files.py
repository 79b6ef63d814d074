"""Calendar files, as two parsers that have nothing to do with each other read them."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import ics
import pytest
from icalendar import Calendar

from bot.documents.calendar import session_calendar
from bot.documents.registry import from_json, to_json
from programme.seoul import SEOUL
from services.session_calendars import CalendarEntry
from storage.consultants import Calling, Profile
from storage.sessions import Session, State

NOW = datetime(2026, 11, 22, 5, tzinfo=UTC)
PROFILE = Profile(
    calling=Calling.CONSULTANT,
    name="윤상담",
    line="세무",
    topics=("tax",),
    languages=("ko",),
    ways=("site", "video"),
    gu="11440",
    place="마포 상담실; 2층, \\왼쪽",
    address="서울 마포구 월드컵로 1\nATTENDEE:mailto:x@example.com",
    link="https://meet.example/room?a=1,2;b",
)


def entry(starts: datetime, *, hours: int = 1, stands: bool = True, by: Profile = PROFILE, shop: str = "", **changed: Any) -> CalendarEntry:
    facts: dict[str, Any] = dict.fromkeys(Session.__dataclass_fields__)
    facts |= {"id": 12, "uid": "3f0c", "sequence": 0, "consultant": 2, "person": 1, "calling": "consultant", "topic": "tax", "way": "site"}
    facts |= {"confidential": False, "state": State.BOOKED, "goal": "", "starts_at": starts, "ends_at": starts + timedelta(hours=hours)}
    return CalendarEntry(session=Session(**(facts | changed)), by=by, shop=shop, stands=stands)


def seoul(*when: int) -> datetime:
    return datetime(*when, tzinfo=SEOUL).astimezone(UTC)  # type: ignore[misc,arg-type]


def made(one: CalendarEntry, language: str = "ko", now: datetime = NOW) -> str:
    document = session_calendar(one, now)
    carried = from_json(json.loads(json.dumps(to_json(document))))
    file = carried.made(language)
    assert file.media_type == "text/calendar"
    assert file.name.endswith(".ics")
    assert all(len(line) <= 75 for line in file.content.split(b"\r\n"))
    return file.content.decode()


def both(text: str) -> tuple[Any, Any]:
    """The one event, as `ics` and as `icalendar` read it."""
    (read,) = ics.Calendar(text).events
    (event,) = Calendar.from_ical(text).walk("VEVENT")
    return read, event


@pytest.mark.parametrize(
    ("starts", "ends"),
    [
        (seoul(2026, 12, 3, 14), seoul(2026, 12, 3, 15)),
        (seoul(2026, 12, 31, 23, 30), seoul(2027, 1, 1, 0, 30)),
        (seoul(2028, 2, 29, 9), seoul(2028, 2, 29, 10)),
        (seoul(2027, 1, 1), seoul(2027, 1, 1, 1)),
    ],
    ids=["a day", "over the end of the year", "29 February", "at midnight"],
)
def test_both_parsers_read_the_same_time(starts, ends):
    read, event = both(made(entry(starts)))
    assert (read.begin.datetime, read.end.datetime) == (starts, ends)
    assert (event.start, event.end) == (starts, ends)
    assert event["DTSTART"].params["TZID"] == "Asia/Seoul"
    assert event.start.utcoffset() == timedelta(hours=9)


def test_everything_typed_comes_back_as_it_was_typed_and_as_nothing_else():
    read, event = both(made(entry(seoul(2026, 12, 3, 14))))
    assert read.location == event["LOCATION"] == f"{PROFILE.place}, {PROFILE.address}"
    assert "ATTENDEE" not in event
    assert read.name == event["SUMMARY"]
    assert "윤상담" in read.name
    assert "12" in read.description
    assert len(list(read.alarms)) == len(event.subcomponents) == 2
    assert {alarm.TRIGGER for alarm in event.subcomponents} == {timedelta(days=-1), timedelta(hours=-1)}


def test_a_session_by_video_has_its_link_and_no_place():
    read, event = both(made(entry(seoul(2026, 12, 3, 14), way="video")))
    assert read.url == event["URL"] == PROFILE.link
    assert "LOCATION" not in event
    broken = replace(PROFILE, link="https://meet.example/\r\nATTENDEE:x")
    assert "ATTENDEE" not in both(made(entry(seoul(2026, 12, 3, 14), way="video", by=broken)))[1]


def test_the_consultant_reads_which_shop_comes():
    assert "한빛 빵집" in both(made(entry(seoul(2026, 12, 3, 14), shop="한빛 빵집")))[0].name


@pytest.mark.parametrize("language", ["ko", "en"])
def test_moved_and_cancelled_the_entry_is_the_same_one_with_a_higher_sequence(language):
    first = both(made(entry(seoul(2026, 12, 3, 14)), language))[1]
    moved = both(made(entry(seoul(2026, 12, 4, 10), id=13, sequence=1), language))[1]
    text = made(entry(seoul(2026, 12, 4, 10), id=13, sequence=2, state=State.CANCELLED, stands=False), language)
    read, cancelled = both(text)
    assert {str(one["UID"]) for one in (first, moved, cancelled)} == {"3f0c"} == {read.uid}
    assert [int(one["SEQUENCE"]) for one in (first, moved, cancelled)] == [0, 1, 2]
    assert (str(cancelled["STATUS"]), str(first["STATUS"])) == ("CANCELLED", "CONFIRMED")
    assert read.status == "CANCELLED"
    assert not cancelled.subcomponents, "what is cancelled rings no alarm"
    assert str(Calendar.from_ical(text)["METHOD"]) == "CANCEL"
    assert "ORGANIZER" in cancelled  # RFC 5546 wants it


def test_a_later_file_of_the_same_sequence_is_the_newer_one():
    first, later = (both(made(entry(seoul(2026, 12, 3, 14)), now=now))[1] for now in (NOW, NOW + timedelta(minutes=5)))
    assert first["SEQUENCE"] == later["SEQUENCE"]
    assert first.DTSTAMP < later.DTSTAMP


@pytest.mark.parametrize("language", ["ko", "en"])
def test_mediation_leaves_no_trace_in_a_calendar_that_others_may_see(language):
    text = made(entry(seoul(2026, 12, 3, 14), topic="conflict", confidential=True, shop="한빛 빵집"), language).replace("\r\n ", "")
    for word in ("갈등", "mediation", "Mediation", "윤상담", "한빛", "상담실", "conflict"):
        assert word not in text
    assert both(text)[0].location == PROFILE.address
