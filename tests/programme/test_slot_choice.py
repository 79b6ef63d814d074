"""Which free times are named first: soon, and not all alike."""

from collections import Counter
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from programme.seoul import seoul_day
from programme.slot_choice import Slot, is_enough, one_each, spread

START = datetime(2026, 12, 30, 15, tzinfo=UTC)  # midnight in Seoul
HOUR = timedelta(hours=1)
slots = st.builds(
    lambda consultant, hour: Slot(consultant=consultant, starts_at=START + hour * HOUR, ends_at=START + (hour + 1) * HOUR),
    st.integers(1, 4),
    st.integers(0, 24 * 8),
)
many = st.lists(slots, max_size=60, unique=True)


def on(day: int, *hours: int, consultant: int = 1) -> list[Slot]:
    starts = [START + timedelta(days=day, hours=hour) for hour in hours]
    return [Slot(consultant=consultant, starts_at=start, ends_at=start + HOUR) for start in starts]


@given(many, st.integers(1, 12))
def test_as_many_as_there_are_in_their_order_and_of_each_day_before_any_has_three(found, most):
    chosen = spread(found, most)
    assert len(chosen) == min(most, len(found))
    assert list(chosen) == sorted(chosen, key=lambda slot: (slot.starts_at, slot.consultant))
    assert set(chosen) <= set(found)
    days, there = Counter(seoul_day(slot.starts_at) for slot in chosen), Counter(seoul_day(slot.starts_at) for slot in found)
    if max(days.values(), default=0) > 2:
        assert all(days[day] >= min(2, count) for day, count in there.items())


@given(many, many, st.integers(1, 12))
def test_where_there_is_enough_later_days_change_nothing(found, more, most):
    if not is_enough(found, most):
        return
    last = max(slot.starts_at for slot in found)
    later = [
        Slot(consultant=one.consultant, starts_at=one.starts_at + timedelta(days=9), ends_at=one.ends_at + timedelta(days=9))
        for one in more
        if one.starts_at + timedelta(days=8) > last
    ]
    assert spread([*found, *later], most) == spread(found, most)


def test_morning_and_afternoon_rather_than_one_after_the_other():
    assert spread(on(0, 10, 11, 12, 17), 2) == tuple(on(0, 10, 17))


def test_somebody_else_rather_than_the_same_again():
    assert {slot.consultant for slot in spread([*on(0, 10, 17), *on(0, 11, consultant=2)], 2)} == {1, 2}


def test_of_two_at_one_time_who_has_less_to_do_and_else_who_was_named_less():
    both = [*on(0, 10, 11), *on(0, 10, 11, consultant=2)]
    assert [slot.consultant for slot in one_each(both, lambda slot: 3 - slot.consultant)] == [2, 2]
    assert [slot.consultant for slot in one_each(both, lambda _: 0)] == [1, 2]
