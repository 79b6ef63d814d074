import pytest

from programme.employees import Headcount, Industry, MonthEnd, Staff, headcount, steady


@pytest.mark.parametrize(
    ("industry", "full", "micro"),
    [
        (Industry.OTHER, 4, True),
        (Industry.OTHER, 5, False),
        (Industry.MANUFACTURING, 9, True),
        (Industry.MANUFACTURING, 10, False),
        (Industry.MINING, 9, True),
        (Industry.CONSTRUCTION, 10, False),
        (Industry.TRANSPORT, 9, True),
    ],
)
def test_a_shop_is_micro_below_the_limit_of_its_industry(industry, full, micro):
    assert steady(full).is_micro(industry) is micro


def test_one_half_in_one_month_decides():
    year = [MonthEnd(5)] * 11
    assert headcount([*year, MonthEnd(4, 1)]).is_micro(Industry.OTHER)
    assert not headcount([*year, MonthEnd(4, 2)]).is_micro(Industry.OTHER)


def test_two_part_timers_count_as_one():
    assert steady(3, 2).halves == steady(4).halves
    assert steady(4, 1).is_micro(Industry.OTHER)
    assert not steady(4, 2).is_micro(Industry.OTHER)


def test_a_young_business_is_averaged_over_the_months_it_has():
    assert headcount([MonthEnd(4), MonthEnd(5)]).is_micro(Industry.OTHER)
    assert not headcount([MonthEnd(5)]).is_micro(Industry.OTHER)


def test_the_average_is_never_rounded_up():
    assert Headcount(halves=119, months=12).hundredths == 495
    assert headcount([MonthEnd(5)] * 11 + [MonthEnd(4, 1)]).hundredths == 495


@pytest.mark.parametrize(
    ("full", "staff"),
    [(0, Staff.FEWER_THAN_5), (4, Staff.FEWER_THAN_5), (5, Staff.FROM_5_TO_9), (9, Staff.FROM_5_TO_9), (10, Staff.TEN_OR_MORE)],
)
def test_the_calculator_answers_the_question(full, staff):
    assert steady(full).staff is staff
    for industry in Industry:
        assert staff.is_micro(industry) is steady(full).is_micro(industry)


def test_between_5_and_9_it_depends_on_the_industry():
    assert Staff.FROM_5_TO_9.is_micro(None) is None
    assert Staff.FEWER_THAN_5.is_micro(None) is True
    assert Staff.TEN_OR_MORE.is_micro(None) is False


@pytest.mark.parametrize("months", [0, 13])
def test_a_year_has_one_to_twelve_month_ends(months):
    with pytest.raises(ValueError, match="month-ends"):
        headcount([MonthEnd(1)] * months)


def test_nobody_employs_fewer_than_nobody():
    with pytest.raises(ValueError, match="fewer than no"):
        MonthEnd(1, -1)
