"""When notices of a window are due, to the second, and when they come too late."""

from datetime import datetime, timedelta

import pytest

from programme.seoul import SEOUL
from programme.window_notices import Occasion, dues, still_goes

SECOND = timedelta(seconds=1)


def seoul(*when: int) -> datetime:
    return datetime(*when, tzinfo=SEOUL)  # type: ignore[misc,arg-type]


def told(opens: datetime, closes: datetime) -> list[tuple[str, str]]:
    return [(due.occasion.value, f"{due.at.astimezone(SEOUL):%m-%d %H:%M}") for due in dues(opens, closes)]


def test_a_month_long_window_is_told_of_five_times():
    assert told(seoul(2026, 3, 2, 9), seoul(2026, 3, 31, 18)) == [
        ("opens", "03-02 09:00"),
        ("d7", "03-24 10:00"),
        ("d3", "03-28 10:00"),
        ("d1", "03-30 10:00"),
        ("d0", "03-31 09:00"),
    ]


@pytest.mark.parametrize(
    ("opens", "kinds"),
    [
        (seoul(2026, 3, 24, 9), ["opens", "d3", "d1", "d0"]),  # seven days before is the day it opens
        (seoul(2026, 3, 23, 23, 59), ["opens", "d7", "d3", "d1", "d0"]),
        (seoul(2026, 3, 30, 0), ["opens", "d0"]),
        (seoul(2026, 3, 31, 8), ["opens"]),
    ],
)
def test_a_short_window_is_told_of_once_a_day(opens, kinds):
    assert [kind for kind, _ in told(opens, seoul(2026, 3, 31, 18))] == kinds


def test_a_window_that_closes_in_the_morning_has_no_reminder_after_it():
    assert [kind for kind, _ in told(seoul(2026, 3, 2), seoul(2026, 3, 31, 9))] == ["opens", "d7", "d3", "d1"]
    assert [kind for kind, _ in told(seoul(2026, 3, 2), seoul(2026, 3, 31, 9, 0, 1))] == ["opens", "d7", "d3", "d1", "d0"]


def test_a_day_late_it_still_goes_and_a_second_more_it_does_not():
    due, closes = seoul(2026, 3, 24, 10), seoul(2026, 3, 31, 18)
    assert still_goes(due, closes, due + timedelta(days=1))
    assert not still_goes(due, closes, due + timedelta(days=1) + SECOND)


def test_nothing_goes_after_the_window():
    due, closes = seoul(2026, 3, 31, 9), seoul(2026, 3, 31, 18)
    assert still_goes(due, closes, closes)
    assert not still_goes(due, closes, closes + SECOND)


def test_every_occasion_has_its_own_value():
    assert len({one.value for one in Occasion}) == len(Occasion)
