import pytest
from hypothesis import given
from hypothesis import strategies as st

from programme.subsidy import (
    Bound,
    CostLine,
    Project,
    Rate,
    SetByTheCall,
    Terms,
    Unset,
    Vat,
    by_field,
    cap_binds_from,
    counted_cost,
    estimate,
    grant,
    reckon,
    split,
)
from programme.tracks import SupportField

NINETY = Rate(9, 10)
CAP = 100_000_000
RECORD = Terms(rate=NINETY, cap=CAP)


@pytest.mark.parametrize(
    ("total", "unit", "amount", "own"),
    [
        (33_333_333, 1, 29_999_999, 3_333_334),
        (33_333_333, 10, 29_999_990, 3_333_343),
        (33_333_333, 1000, 29_999_000, 3_334_333),
        (111_111_111, 1, 99_999_999, 11_111_112),
        (111_111_111, 10, 99_999_990, 11_111_121),
        (111_111_111, 1000, 99_999_000, 11_112_111),
        (111_111_112, 1, CAP, 11_111_112),
        (111_111_112, 10, CAP, 11_111_112),
        (111_111_112, 1000, CAP, 11_111_112),
        (150_000_000, 1, CAP, 50_000_000),
        (150_000_000, 10, CAP, 50_000_000),
        (150_000_000, 1000, CAP, 50_000_000),
        (0, 1, 0, 0),
        (1, 1, 0, 1),
    ],
)
def test_the_grant_is_right_to_the_won(total, unit, amount, own):
    told = grant(total, NINETY, CAP, unit)
    assert (told.amount, told.own) == (amount, own)


@pytest.mark.parametrize(("cap", "first"), [(100_000_000, 111_111_112), (50_000_000, 55_555_556)])
def test_the_cap_binds_from_the_won_that_the_rule_names(cap, first):
    assert cap_binds_from(NINETY, cap) == first
    assert grant(first, NINETY, cap).bound is Bound.CAP
    assert grant(first, NINETY, cap).amount == cap
    assert grant(first - 1, NINETY, cap).bound is Bound.RATE
    assert grant(first - 1, NINETY, cap).amount == cap - 1


def test_it_is_told_which_limit_decided():
    assert grant(50_000_000, NINETY, CAP, 1000).bound is Bound.RATE
    assert grant(33_333_333, NINETY, CAP, 1000).bound is Bound.ROUNDING
    assert grant(33_333_333, NINETY, CAP, 1000).rounded_away == 999
    assert grant(150_000_000, NINETY, CAP, 1000).bound is Bound.CAP


def test_cost_above_the_ceiling_is_told_apart_from_the_own_share():
    told = grant(150_000_000, NINETY, CAP)
    assert told.above_cap == 150_000_000 - 111_111_112
    assert told.own_share == 11_111_112
    assert grant(111_111_112, NINETY, CAP).above_cap == 0


def test_a_call_that_sets_no_rate_gets_no_number():
    assert estimate(50_000_000, Terms(rate=None, cap=None)) == SetByTheCall(total=50_000_000, unset=(Unset.RATE, Unset.CAP))
    assert estimate(50_000_000, Terms(rate=None, cap=30_000_000)) == SetByTheCall(total=50_000_000, unset=(Unset.RATE,))
    assert estimate(50_000_000, Terms(rate=NINETY, cap=None)) == SetByTheCall(total=50_000_000, unset=(Unset.CAP,))


def test_the_lead_business_takes_the_won_that_cannot_be_divided():
    shared = split(11_111_112, 5)
    assert (shared.each, shared.lead, shared.remainder) == (2_222_222, 2_222_224, 2)


def test_lines_of_one_field_are_added_up():
    lines = (
        CostLine(SupportField.JOINT_BRAND, 3_000_000),
        CostLine(SupportField.JOINT_FACILITIES, 40_000_000),
        CostLine(SupportField.JOINT_BRAND, 2_000_000),
    )
    assert by_field(lines) == {SupportField.JOINT_BRAND: 5_000_000, SupportField.JOINT_FACILITIES: 40_000_000}
    assert Project.of_lines(lines).total == 45_000_000


def test_lines_and_total_must_agree():
    with pytest.raises(ValueError, match="the lines make 1, not 2"):
        Project(total=2, lines=(CostLine(SupportField.JOINT_BRAND, 1),))


def test_value_added_tax_earns_no_grant_where_the_call_leaves_it_out():
    assert counted_cost(110_000_000, Vat.OUTSIDE, includes_vat=True) == 100_000_000
    assert counted_cost(110_000_000, Vat.INSIDE, includes_vat=True) == 110_000_000
    assert counted_cost(110_000_000, Vat.OUTSIDE, includes_vat=False) == 110_000_000


def test_a_whole_project_is_reckoned_at_once():
    told = reckon(Project(total=55_000_000, members=3, includes_vat=True), RECORD, Vat.OUTSIDE)
    assert (told.counted, told.vat) == (50_000_000, 5_000_000)
    assert told.split == split(5_000_000, 3)


@pytest.mark.parametrize(("total", "cap", "unit"), [(-1, CAP, 1), (1, 0, 1), (1, CAP, 0)])
def test_nonsense_is_a_bug_and_says_so(total, cap, unit):
    with pytest.raises(ValueError, match="no grant"):
        grant(total, NINETY, cap, unit)


@pytest.mark.parametrize(("num", "den"), [(0, 10), (11, 10), (-1, 10)])
def test_a_rate_lies_between_nothing_and_all(num, den):
    with pytest.raises(ValueError, match="a rate of"):
        Rate(num, den)


TOTALS = st.integers(min_value=0, max_value=10**12)
RATES = st.tuples(st.integers(1, 100), st.integers(0, 100)).map(lambda pair: Rate(pair[0], sum(pair)))
CAPS = st.integers(min_value=1, max_value=10**10)
UNITS = st.sampled_from([1, 10, 1000, 10_000])


@given(total=TOTALS, rate=RATES, cap=CAPS, unit=UNITS)
def test_every_won_has_its_place(total, rate, cap, unit):
    told = grant(total, rate, cap, unit)
    assert told.amount + told.own == total
    assert told.own_share + told.above_cap == told.own
    assert told.own_share >= 0
    assert 0 <= told.amount <= min(cap, total)
    assert told.amount * rate.den <= total * rate.num
    assert (told.bound is Bound.CAP) == (total >= told.cap_binds_from) == (told.amount == cap and total >= told.cap_binds_from)


@given(total=TOTALS, more=st.integers(0, 10**9), rate=RATES, cap=CAPS, unit=UNITS)
def test_a_dearer_project_never_gets_less(total, more, rate, cap, unit):
    assert grant(total, rate, cap, unit).amount <= grant(total + more, rate, cap, unit).amount


@given(rate=RATES, cap=CAPS, unit=UNITS)
def test_one_won_below_the_binding_total_the_cap_does_not_bind(rate, cap, unit):
    first = cap_binds_from(rate, cap, unit)
    assert grant(first, rate, cap, unit).amount == cap
    assert grant(first - 1, rate, cap, unit).amount < cap


@given(own=TOTALS, members=st.integers(1, 50))
def test_the_members_pay_exactly_the_own_share(own, members):
    shared = split(own, members)
    assert shared.each * (members - 1) + shared.lead == own
    assert 0 <= shared.remainder < members
