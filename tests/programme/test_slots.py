"""Which times can be booked: what holds of any plan, and the days on which calendars go wrong."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programme.cells import MINUTES, cells, midnight, starts_of, up
from programme.day_hours import merged
from programme.seoul import SEOUL, seoul_day, seoul_time
from programme.slots import Diary, Plan, Terms, WhyNone, times_on, why_not, why_outside

DAY = timedelta(days=1)
OPEN = ((10 * 60, 12 * 60), (13 * 60, 18 * 60))
EVERY_DAY = dict.fromkeys(range(7), OPEN)
FREE = Terms(slot=60, before=0, after=0, notice=0, ahead=400, most_a_day=None)
NOTHING_YET = Diary()
EVE, LEAP = date(2026, 12, 31), date(2028, 2, 29)

minutes = st.integers(0, 24 * 12).map(lambda cell: cell * MINUTES)
odd_minutes = st.integers(0, 24 * 60)
spans = st.tuples(odd_minutes, odd_minutes).filter(lambda span: span[0] < span[1])
hours = st.lists(spans, max_size=4).map(tuple)
days = st.sampled_from([EVE, EVE + DAY, LEAP, LEAP + DAY, date(2026, 3, 10), date(2027, 2, 28)])
lengths = st.sampled_from([15, 30, 45, 60, 90])
buffers = st.sampled_from([0, 5, 10, 15, 30])


@st.composite
def situations(draw) -> tuple[Plan, Diary, date, datetime]:
    """A plan, what stands already, a day, and a now the evening before or on that day."""
    day = draw(days)
    first = starts_of(midnight(day))
    moments = st.integers(-36 * 60, 48 * 60).map(lambda minute: first + timedelta(minutes=minute))
    blocked = st.tuples(moments, moments).filter(lambda span: span[0] < span[1])
    terms = Terms(
        slot=draw(lengths), before=draw(buffers), after=draw(buffers), notice=draw(st.integers(0, 30)), ahead=draw(st.integers(0, 3))
    )
    plan = Plan(week={day.weekday(): draw(hours)}, blocked=draw(st.lists(blocked, max_size=2)), terms=replace(terms, most_a_day=None))
    near = st.integers(midnight(day) - 24, midnight(day) + 24 * 13)
    diary = Diary(busy=draw(st.frozensets(near, max_size=30)), mine=draw(st.frozensets(near, max_size=20)))
    return plan, diary, day, draw(moments)


@given(situations())
def test_a_time_lies_in_the_hours_and_touches_nothing(situation):
    plan, diary, day, now = situation
    found = times_on(plan, diary, day, now)
    if isinstance(found, WhyNone):
        return
    assert found
    for start in found:
        end = start + timedelta(minutes=plan.terms.slot)
        around = range(cells(start, end).start - up(plan.terms.before), cells(start, end).stop + up(plan.terms.after))
        assert start == starts_of(cells(start, end).start), "whole cells"
        assert why_outside(plan, start, end) is None
        assert diary.busy.isdisjoint(around)
        assert diary.mine.isdisjoint(cells(start, end))
        assert not any(begins < starts_of(around.stop) and starts_of(around.start) < ends for begins, ends in plan.blocked)
        assert start > now
        assert start >= now + timedelta(hours=plan.terms.notice)
        assert seoul_day(now) <= day == seoul_day(start) <= seoul_day(now) + plan.terms.ahead * DAY


@given(situations(), st.data())
def test_booking_one_time_takes_away_no_other(situation, data):
    plan, diary, day, now = situation
    found = times_on(plan, diary, day, now)
    if isinstance(found, WhyNone):
        return
    booked = data.draw(st.sampled_from(found))
    own = cells(booked, booked + timedelta(minutes=plan.terms.slot))
    wide = range(own.start - up(plan.terms.before), own.stop + up(plan.terms.after))
    left = times_on(plan, replace(diary, busy=diary.busy | set(wide)), day, now)
    assert (left if isinstance(left, tuple) else ()) == tuple(one for one in found if one != booked)


@given(hours, lengths, buffers, buffers, days)
def test_no_other_way_to_lay_them_holds_more_sessions(open_, slot, before, after, day):
    """Against the most that fit into the day, counted over all starts of five minutes."""
    plan = Plan(week={day.weekday(): open_}, terms=replace(FREE, slot=slot, before=before, after=after))
    found = times_on(plan, NOTHING_YET, day, starts_of(midnight(day)) - DAY)
    starts = [
        cell
        for opens, closes in merged(open_)
        for cell in range(up(opens), closes // MINUTES - up(slot) + 1)
        if (cell + up(slot)) * MINUTES <= closes
    ]
    most: dict[int, int] = {}
    step = up(slot) + up(before) + up(after)
    for cell in sorted(starts, reverse=True):
        later = [count for other, count in most.items() if other >= cell + step]
        most[cell] = 1 + max(later, default=0)
    assert (len(found) if isinstance(found, tuple) else 0) == max(most.values(), default=0)


@given(situations(), st.integers(-300, 600))
def test_a_time_that_is_not_offered_is_explained_or_lies_beside_the_others(situation, cell):
    plan, diary, day, now = situation
    wanted = starts_of(midnight(day) + cell)
    found = times_on(plan, diary, seoul_day(wanted), now)
    if isinstance(found, tuple) and wanted in found:
        return
    why = why_not(plan, diary, wanted, now)
    assert why is not None or isinstance(found, tuple) or found in {WhyNone.TAKEN, WhyNone.BLOCKED, WhyNone.TOO_SOON}


def seoul(*parts: int) -> datetime:
    year, month, day, hour, minute = (*parts, 0)[:5]
    return datetime(year, month, day, hour, minute, tzinfo=SEOUL).astimezone(UTC)


def times(plan: Plan, day: date, *, diary: Diary = NOTHING_YET, now: datetime | None = None) -> list[str] | WhyNone:
    found = times_on(plan, diary, day, now or starts_of(midnight(day)) - DAY)
    return [f"{seoul_time(one):%d %H:%M}" for one in found] if isinstance(found, tuple) else found


def test_a_buffer_does_not_cost_a_whole_place():
    plan = Plan(week=EVERY_DAY, terms=replace(FREE, after=15))
    assert times(plan, EVE) == ["31 10:00", "31 13:00", "31 14:15", "31 15:30", "31 16:45"]


def test_behind_an_obstacle_the_row_begins_anew():
    booked = Diary(busy=frozenset(cells(seoul(2026, 12, 31, 13, 20), seoul(2026, 12, 31, 14, 5))))
    assert times(Plan(week=EVERY_DAY, terms=FREE), EVE, diary=booked) == ["31 10:00", "31 11:00", "31 14:05", "31 15:05", "31 16:05"]


def test_hours_around_midnight_stay_on_their_day_and_the_year_turns():
    plan = Plan(week=dict.fromkeys(range(7), ((0, 60), (22 * 60, 24 * 60))), terms=FREE)
    assert times(plan, EVE) == ["31 00:00", "31 22:00", "31 23:00"]
    assert times(plan, EVE + DAY) == ["01 00:00", "01 22:00", "01 23:00"]


def test_the_twenty_ninth_of_february_is_a_day_like_others():
    plan = Plan(week=EVERY_DAY, special={LEAP: ((9 * 60, 11 * 60),)}, terms=FREE)
    assert times(plan, LEAP) == ["29 09:00", "29 10:00"]


def test_a_blocked_time_reaches_over_days_and_leaves_what_is_outside():
    away = (seoul(2026, 12, 30, 15), seoul(2027, 1, 1, 11))
    plan = Plan(week=EVERY_DAY, blocked=(away,), terms=FREE)
    assert times(plan, EVE - DAY) == ["30 10:00", "30 11:00", "30 13:00", "30 14:00"]
    assert times(plan, EVE) is WhyNone.BLOCKED
    assert times(plan, EVE + DAY) == ["01 11:00", "01 13:00", "01 14:00", "01 15:00", "01 16:00", "01 17:00"]


@pytest.mark.parametrize(
    ("changes", "now", "why"),
    [
        ({"left": True, "paused": True}, None, WhyNone.LEFT),
        ({"paused": True}, None, WhyNone.PAUSED),
        ({}, seoul(2027, 1, 1, 0, 0), WhyNone.PAST),
        ({}, seoul(2026, 12, 31, 17, 0), WhyNone.PAST),
        ({"terms": replace(FREE, ahead=1)}, seoul(2026, 12, 29, 23, 59), WhyNone.TOO_FAR),
        ({"holidays": frozenset({EVE})}, None, WhyNone.HOLIDAY),
        ({"special": {EVE: ()}, "holidays": frozenset({EVE})}, None, WhyNone.DAY_OFF),
        ({"week": {EVE.weekday(): ((600, 630),)}}, None, WhyNone.DAY_OFF),
        ({"terms": replace(FREE, notice=48)}, seoul(2026, 12, 30, 9, 0), WhyNone.TOO_SOON),
    ],
)
def test_a_day_without_times_says_why(changes, now, why):
    plan = replace(Plan(week=EVERY_DAY, terms=FREE), **changes)
    assert times(plan, EVE, now=now) is why


def test_the_strictest_limit_wins():
    monday = date(2026, 12, 28)
    counts = Diary(counts={monday: 2, EVE: 1})
    terms = replace(FREE, most_a_day=2, most_a_week=4)
    assert isinstance(times(Plan(week=EVERY_DAY, terms=terms), EVE, diary=counts), list)
    assert times(Plan(week=EVERY_DAY, terms=replace(terms, most_a_week=3)), EVE, diary=counts) is WhyNone.WEEK_FULL
    assert times(Plan(week=EVERY_DAY, terms=replace(terms, most_a_day=1)), EVE, diary=counts) is WhyNone.DAY_FULL
    assert isinstance(times(Plan(week=EVERY_DAY, terms=replace(terms, most_a_week=3)), EVE + 4 * DAY, diary=counts), list), "another week"


def test_a_holiday_on_which_somebody_works_is_a_working_day():
    plan = Plan(week=EVERY_DAY, special={EVE: ((600, 660),)}, holidays=frozenset({EVE}), terms=FREE)
    assert times(plan, EVE) == ["31 10:00"]
