"""When reminders go, and what a member may still change alone."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programme.booking import BookingTerms
from programme.quiet_hours import may_go_at
from programme.seoul import from_seoul, seoul_time
from programme.session_changes import Change, Hindrance, hindrance
from programme.session_reminders import day_before, hour_before

TERMS = BookingTerms()
FIRST = datetime(2026, 1, 1, tzinfo=UTC)
STARTS = st.integers(0, 3 * 366 * 24 * 12).map(lambda cell: FIRST + timedelta(minutes=5 * cell))


def seoul(year: int, month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return from_seoul(datetime.combine(date(year, month, day), time(hour, minute)))


@given(STARTS)
def test_reminders_come_by_day_in_their_order_and_while_the_session_can_still_be_moved(starts_at):
    day, hour = day_before(starts_at, TERMS.change_until), hour_before(starts_at)
    assert day < hour < starts_at
    assert starts_at - day > TERMS.change_until
    assert may_go_at(day) == day
    assert may_go_at(hour) == hour


@pytest.mark.parametrize(
    ("starts_at", "day", "hour"),
    [
        (seoul(2026, 3, 10, 14), seoul(2026, 3, 9, 9), seoul(2026, 3, 10, 13)),
        (seoul(2026, 3, 10, 9), seoul(2026, 3, 9, 8), seoul(2026, 3, 10, 8)),
        (seoul(2026, 3, 10, 8), seoul(2026, 3, 8, 20), seoul(2026, 3, 9, 20)),  # seven o'clock would be night
        (seoul(2026, 3, 10, 22, 30), seoul(2026, 3, 9, 9), seoul(2026, 3, 10, 20)),
        (seoul(2027, 1, 1, 10), seoul(2026, 12, 31, 9), seoul(2027, 1, 1, 9)),
        (seoul(2028, 3, 1, 10), seoul(2028, 2, 29, 9), seoul(2028, 3, 1, 9)),
    ],
)
def test_the_times_of_reminders(starts_at, day, hour):
    assert (day_before(starts_at, TERMS.change_until), hour_before(starts_at)) == (day, hour)


def test_a_house_that_lets_people_change_until_the_end_reminds_in_the_morning():
    assert day_before(seoul(2026, 3, 10, 8), timedelta()) == seoul(2026, 3, 9, 9)


@given(STARTS, st.sampled_from([timedelta(hours=n) for n in (0, 1, 24, 48, 72)]))
def test_no_house_reminds_earlier_than_the_evening_before_the_day_before(starts_at, change_until):
    earliest = seoul_time(starts_at).date() - timedelta(days=2)
    assert day_before(starts_at, change_until) >= from_seoul(datetime.combine(earliest, time(20)))


@pytest.mark.parametrize(
    ("now", "moved", "excused", "found"),
    [
        (seoul(2026, 3, 9, 14), 0, False, None),
        (seoul(2026, 3, 9, 14, 1), 0, False, Hindrance.TOO_LATE),
        (seoul(2026, 3, 9, 14, 1), 2, True, None),
        (seoul(2026, 3, 1, 9), 2, False, Hindrance.MOVED_OFTEN),
        (seoul(2026, 3, 10, 14), 0, True, Hindrance.OVER),
    ],
)
def test_what_a_member_may_do_alone(now, moved, excused, found):
    starts_at = seoul(2026, 3, 10, 14)
    assert hindrance(Change.MOVE, now=now, starts_at=starts_at, moved_times=moved, excused=excused, terms=TERMS) is found
    if found is Hindrance.MOVED_OFTEN:
        assert hindrance(Change.CANCEL, now=now, starts_at=starts_at, moved_times=moved, excused=excused, terms=TERMS) is None
