"""When reminders are due, and how far ahead a certificate can end."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programme.certificates import last_possible_day, reminders


def test_reminders_are_due_at_nine_in_seoul():
    assert reminders(date(2026, 4, 15)) == (
        (30, datetime(2026, 3, 16, 0, 0, tzinfo=UTC)),
        (7, datetime(2026, 4, 8, 0, 0, tzinfo=UTC)),
        (0, datetime(2026, 4, 15, 0, 0, tzinfo=UTC)),
    )


@pytest.mark.parametrize(
    ("today", "latest"),
    [(date(2026, 3, 2), date(2031, 3, 2)), (date(2028, 2, 29), date(2033, 3, 1)), (date(2027, 2, 28), date(2032, 2, 28))],
)
def test_a_certificate_ends_at_most_five_years_ahead(today, latest):
    assert last_possible_day(today) == latest


@given(st.dates(min_value=date(2020, 1, 1), max_value=date(2100, 1, 1)))
def test_every_reminder_comes_before_the_next_and_none_after_the_last_day(expires):
    due = [at for _, at in reminders(expires)]
    assert due == sorted(due)
    assert due[-1].date() <= expires
