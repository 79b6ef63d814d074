"""Working hours as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programme.clock_text import NotATime, time_of
from programme.day_hours import DAY, merged, without
from programme.hours_text import LONGEST, Unread, WhyUnread, parse_hours, parse_week

MORNING, AFTERNOON = (600, 720), (780, 1080)  # 10–12, 13–18
ALL_DAY = (MORNING, AFTERNOON)
FIVE_DAYS = dict.fromkeys(range(5), ALL_DAY)


@pytest.mark.parametrize(
    "typed",
    [
        "월-금 10-12, 13-18",
        "Mon-Fri 10:00-12:00, 13:00-18:00",
        "평일 10시~18시 (점심 12-13 제외)",
        "월요일부터 금요일까지 오전 10시부터 오후 6시까지, 점심시간 12시-1시",
        "weekdays 10am to 6pm, lunch break 12-1",
        "월화수목금 10-6 12-13 빼고",
        "10-12 / 1-6",
        "１０：００～１２：００ １３－１８",
        "Mon, Tue, Wed, Thu, Fri: 1000-1200 and 1300-1800",
        "월-금 10-18, 12-13 쉬는 시간",
    ],
)
def test_one_week_typed_in_many_ways(typed):
    assert parse_week(typed) == FIVE_DAYS


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("월 10-12, 13-18\n토 10-13", {0: ALL_DAY, 5: ((600, 780),)}),
        ("월-금 10-18, 수 휴무", {**dict.fromkeys((0, 1, 3, 4), ((600, 1080),)), 2: ()}),
        ("수 휴무", {2: ()}),
        ("Sat 10am-1pm; Sun off", {5: ((600, 780),), 6: ()}),
        ("월 10-12\n월 14-18", {0: (MORNING, (840, 1080))}),
        ("화, 목 저녁 7-9", {1: ((1140, 1260),), 3: ((1140, 1260),)}),
        ("토 2-5:30", {5: ((840, 1050),)}),
        ("토 05:00-7:00", {5: ((300, 420),)}),
        ("일 18-24", {6: ((1080, DAY),)}),
        ("금-월 9-9:05", dict.fromkeys((0, 4, 5, 6), ((540, 545),))),
        ("10-18 Sat", {5: ((600, 1080),)}),
    ],
)
def test_what_is_meant(typed, meant):
    assert parse_week(typed) == meant


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("언제든지", WhyUnread.UNKNOWN),
        ("월 99-100", WhyUnread.UNKNOWN),
        ("월 10", WhyUnread.UNKNOWN),
        ("화", WhyUnread.NO_TIMES),
        ("", WhyUnread.NO_TIMES),
        ("월 22-6", WhyUnread.BACKWARDS),
        ("월 18:00-18:00", WhyUnread.BACKWARDS),
        ("월 10-25", WhyUnread.BACKWARDS),
        ("월 10:03-12:00", WhyUnread.NOT_FIVE),
        ("월 10-12 " * LONGEST, WhyUnread.LONG),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_reason(typed, why):
    unread = parse_week(typed)
    assert isinstance(unread, Unread)
    assert unread.why is why


def test_the_hours_of_one_day_name_no_day():
    assert parse_hours("10-12, 13-18") == ALL_DAY
    assert parse_hours("휴무") == ()
    assert parse_hours("월 10-12") == Unread(WhyUnread.UNKNOWN)


@pytest.mark.parametrize(("typed", "minutes"), [("14", 840), ("2", 840), ("오후 2시 반", 870), ("9:30", 570), ("noon", 720), ("0930", 570)])
def test_a_single_time(typed, minutes):
    assert time_of(typed) == minutes
    assert time_of("9:07") is NotATime.NOT_FIVE
    assert time_of("9시쯤 아니면 10시") is NotATime.NO_SUCH


steps = st.integers(0, DAY // 5).map(lambda step: step * 5)
spans = st.tuples(steps, steps).filter(lambda span: span[0] < span[1])
weeks = st.dictionaries(st.integers(0, 6), st.lists(spans, max_size=4).map(merged), min_size=1)
NAMES = {"ko": ("월", "화", "수", "목", "금", "토", "일"), "en": ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")}


def clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


@given(week=weeks, language=st.sampled_from(["ko", "en"]), separator=st.sampled_from([", ", "\n", "; ", " "]))
def test_a_week_as_the_screen_writes_it_is_read_as_the_same_week(week, language, separator):
    def written(day):
        return ", ".join(f"{clock(starts)}–{clock(ends)}" for starts, ends in week[day]) or "off"

    typed = separator.join(f"{NAMES[language][day]} {written(day)}" for day in week)
    assert parse_week(typed) == (week if len(typed) <= LONGEST else Unread(WhyUnread.LONG))


@given(st.text(max_size=40) | st.text("월화금일평주말 0123456789-~:,점심제외오후시반분amp", max_size=40))
def test_whatever_is_typed_gives_orderly_hours_or_a_reason(typed):
    week = parse_week(typed)
    if isinstance(week, Unread):
        return
    assert week
    for day, hours in week.items():
        assert 0 <= day < 7
        assert hours == merged(hours)
        assert all(0 <= starts < ends <= DAY and starts % 5 == ends % 5 == 0 for starts, ends in hours)


@given(st.lists(spans, max_size=5), st.lists(spans, max_size=5))
def test_what_is_taken_away_is_gone_and_the_rest_is_there(some, away):
    def minutes(hours):
        return {minute for starts, ends in hours for minute in range(starts, ends, 5)}

    assert minutes(without(some, away)) == minutes(some) - minutes(away)
