"""A day with its hours, as coordinators type it."""

from datetime import date, datetime, time

import pytest

from bot.dialogue.spoken_dates import parse_day, parse_moment, parse_span
from programme.seoul import from_seoul

MONDAY = date(2026, 3, 2)


def at(day: date, hour: int, minute: int = 0):
    return from_seoul(datetime.combine(day, time(hour, minute)))


@pytest.mark.parametrize(
    ("typed", "day", "hours"),
    [
        ("3월 12일 오후 2시~4시", date(2026, 3, 12), (14, 16)),
        ("3월 12일(목) 14:00-16:00", date(2026, 3, 12), (14, 16)),
        ("3월 12일 목요일 14시부터 16시", date(2026, 3, 12), (14, 16)),
        ("3/12 2-4", date(2026, 3, 12), (14, 16)),
        ("2026-03-12 14:00-16:00", date(2026, 3, 12), (14, 16)),
        ("2026. 3. 12. 10시 ~ 12시", date(2026, 3, 12), (10, 12)),
        ("1/5 10-12", date(2027, 1, 5), (10, 12)),
        ("내일 10시", date(2026, 3, 3), (10, 12)),
        ("모레 저녁 7시-9시", date(2026, 3, 4), (19, 21)),
        ("다음 주 화요일 10-12", date(2026, 3, 10), (10, 12)),
        ("이번 주 금요일 2시", date(2026, 3, 6), (14, 16)),
        ("월요일 9-11", date(2026, 3, 9), (9, 11)),
        ("12 March 2026 2pm-4pm", date(2026, 3, 12), (14, 16)),
        ("12 March 2-4pm", date(2026, 3, 12), (14, 16)),
        ("March 12 10 to 12", date(2026, 3, 12), (10, 12)),
        ("next tuesday 10:00", date(2026, 3, 10), (10, 12)),
        ("tomorrow 2pm to 4pm", date(2026, 3, 3), (14, 16)),
    ],
)
def test_a_day_with_its_hours_is_understood(typed, day, hours):
    assert parse_span(typed, MONDAY) == (at(day, hours[0]), at(day, hours[1]))


@pytest.mark.parametrize("typed", ["", "3월 12일", "14:00-16:00", "언젠가 2시", "2월 30일 2시", "3/12 25-26", "3/12 4-4", "봄"])
def test_what_is_no_day_with_hours_is_not_guessed(typed):
    assert parse_span(typed, MONDAY) is None


def test_a_moment_may_leave_out_its_time():
    assert parse_moment("3/12", MONDAY, usual=18 * 60) == at(date(2026, 3, 12), 18)
    assert parse_moment("3월 12일 오전 9시", MONDAY, usual=0) == at(date(2026, 3, 12), 9)
    assert parse_moment("bald", MONDAY, usual=0) is None
    assert parse_day("오늘", MONDAY) == MONDAY
