"""A day and a time as people type them."""

from datetime import datetime

import pytest

from bot.dialogue.moments import parse_moment
from programme.seoul import SEOUL

NOW = datetime(2026, 3, 2, 10, 0, tzinfo=SEOUL)  # a Monday


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("15:00", (3, 2, 15, 0)),
        ("9:30", (3, 3, 9, 30)),
        ("내일 오전 10시", (3, 3, 10, 0)),
        ("내일 아침 9시 반에", (3, 3, 9, 30)),
        ("모레 오후 2시", (3, 4, 14, 0)),
        ("3월 5일 14:30", (3, 5, 14, 30)),
        ("3/5 오후 2시 30분", (3, 5, 14, 30)),
        ("2026-03-05 14:30", (3, 5, 14, 30)),
        ("금요일 10시", (3, 6, 10, 0)),
        ("다음 주 월요일 10시", (3, 9, 10, 0)),
        ("tomorrow 10am", (3, 3, 10, 0)),
        ("tomorrow at 10am", (3, 3, 10, 0)),
        ("Friday 2pm", (3, 6, 14, 0)),
        ("5 March 2026 14:30", (3, 5, 14, 30)),
        ("오늘 밤 11시", (3, 2, 23, 0)),
    ],
)
def test_a_day_and_a_time_are_read(typed, meant):
    month, day, hour, minute = meant
    assert parse_moment(typed, NOW) == datetime(2026, month, day, hour, minute, tzinfo=SEOUL)


@pytest.mark.parametrize("typed", ["", "soon", "내일", "3월 5일", "25시", "어제쯤", "10:7", "<b>"])
def test_anything_else_is_none(typed):
    assert parse_moment(typed, NOW) is None
