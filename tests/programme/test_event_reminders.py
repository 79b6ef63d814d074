"""When an event reminds, and how long a seat is held for who waits: never by night, never two at once."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programme.event_offers import LEAST_BEFORE, SHORTEST, held_until
from programme.event_reminders import due_at, is_overtaken, planned
from programme.events import Reminder
from programme.quiet_hours import may_go_at
from tests.sessions.desk import at

TUESDAY, WEDNESDAY = date(2026, 3, 10), date(2026, 3, 11)
moments = st.integers(0, 14 * 24 * 60).map(lambda minutes: at(0, day=date(2026, 3, 1)) + timedelta(minutes=minutes))


def test_a_week_and_a_day_before_at_nine_and_two_hours_before():
    starts_at = at(14, 30, WEDNESDAY)
    assert due_at(Reminder.WEEK, starts_at) == at(9, day=date(2026, 3, 4))
    assert due_at(Reminder.DAY, starts_at) == at(9, day=TUESDAY)
    assert due_at(Reminder.HOURS, starts_at) == at(12, 30, WEDNESDAY)


def test_two_hours_before_the_morning_is_the_evening_before():
    assert due_at(Reminder.HOURS, at(9, day=WEDNESDAY)) == at(20, day=TUESDAY)


@given(moments)
def test_no_reminder_is_due_by_night(starts_at: datetime):
    for part in Reminder:
        due = due_at(part, starts_at)
        assert may_go_at(due) == due
        assert due <= starts_at


def test_a_course_reminds_of_each_date_but_of_the_first_alone_the_week_before():
    starts = [at(14, day=WEDNESDAY), at(14, day=date(2026, 3, 18))]
    found = planned(tuple(Reminder), starts, at(10, day=date(2026, 3, 1)))
    assert [(one.place, one.part.value) for one in found] == [(0, "week"), (0, "day"), (0, "hours"), (1, "day"), (1, "hours")]
    assert [one.place for one in planned(tuple(Reminder), starts, at(14, day=WEDNESDAY))] == [1, 1]


@pytest.mark.parametrize(
    ("part", "hour", "overtaken"),
    [
        (Reminder.WEEK, at(9, day=date(2026, 3, 4)), False),
        (Reminder.WEEK, at(9, day=TUESDAY), True),
        (Reminder.DAY, at(11, 59, WEDNESDAY), False),
        (Reminder.DAY, at(12, day=WEDNESDAY), True),
        (Reminder.HOURS, at(13, 59, WEDNESDAY), False),
        (Reminder.HOURS, at(14, day=WEDNESDAY), True),
    ],
)
def test_after_a_time_away_only_the_nearest_is_worth_a_message(part, hour, overtaken):
    assert is_overtaken(part, tuple(Reminder), at(14, day=WEDNESDAY), hour) is overtaken


def test_where_the_nearer_one_was_not_chosen_the_farther_one_still_goes():
    assert not is_overtaken(Reminder.DAY, (Reminder.DAY,), at(14, day=WEDNESDAY), at(13, day=WEDNESDAY))


@pytest.mark.parametrize(
    ("now", "until"),
    [
        (at(10, day=date(2026, 3, 2)), at(10, day=date(2026, 3, 3))),  # far away: a day
        (at(22, day=date(2026, 3, 2)), at(8, day=date(2026, 3, 4))),  # heard at eight in the morning
        (at(12, day=WEDNESDAY) - timedelta(hours=4), at(9, day=WEDNESDAY)),  # a quarter of what is left, an hour at least
        (at(11, day=WEDNESDAY), at(12, day=WEDNESDAY)),
        (at(11, 1, WEDNESDAY), None),  # less than an hour to answer
    ],
)
def test_a_seat_is_held_for_a_day_and_shorter_when_it_is_near(now, until):
    assert held_until(now, at(14, day=WEDNESDAY)) == until


@given(moments, moments)
def test_an_offer_ends_by_day_leaves_an_hour_and_ends_before_the_event(now: datetime, starts_at: datetime):
    until = held_until(now, starts_at)
    if until is None:
        assert starts_at - LEAST_BEFORE - may_go_at(now) < SHORTEST
        return
    assert until - may_go_at(now) >= SHORTEST
    assert until <= starts_at - LEAST_BEFORE
    assert until == starts_at - LEAST_BEFORE or may_go_at(until) == until
