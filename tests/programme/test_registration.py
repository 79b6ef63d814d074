import pytest
from hypothesis import given
from hypothesis import strategies as st

from programme.registration import BusinessKind, BusinessNumber, WhyNoNumber, check_digit, read_number

REAL = ["124-81-00998", "220-81-62517", "120-81-47521"]
FOR_TESTS = ["001-01-00015", "099-12-00018", "100-81-00013"]


@pytest.mark.parametrize("typed", [*REAL, "1248100998", "124 81 00998", " １２４-８１-００９９８ "])
def test_a_number_is_read_however_it_is_typed(typed):
    number = read_number(typed)
    assert isinstance(number, BusinessNumber)
    assert number.written in REAL


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("220-81-62518", WhyNoNumber.WRONG_CHECK_DIGIT),
        ("124-81-0099", WhyNoNumber.NOT_TEN_DIGITS),
        ("124-81-009981", WhyNoNumber.NOT_TEN_DIGITS),
        ("우리 가게", WhyNoNumber.NOT_TEN_DIGITS),
        ("124-00-00998", WhyNoNumber.NEVER_ISSUED),
        ("124-81-00008", WhyNoNumber.NEVER_ISSUED),
        ("000-81-00998", WhyNoNumber.NEVER_ISSUED),
    ],
)
def test_a_wrong_number_is_refused_with_the_reason(typed, why):
    assert read_number(typed) is why
    assert read_number(typed, accept_test_numbers=True) is why


@pytest.mark.parametrize("typed", FOR_TESTS)
def test_numbers_for_tests_pass_only_where_they_are_accepted(typed):
    assert read_number(typed) is WhyNoNumber.NEVER_ISSUED
    number = read_number(typed, accept_test_numbers=True)
    assert isinstance(number, BusinessNumber)
    assert number.is_for_tests


@pytest.mark.parametrize(
    ("middle", "kind"),
    [
        ("01", BusinessKind.SOLE_PROPRIETOR),
        ("79", BusinessKind.SOLE_PROPRIETOR),
        ("80", BusinessKind.OTHER_BODY),
        ("81", BusinessKind.COMPANY),
        ("82", BusinessKind.NON_PROFIT),
        ("83", BusinessKind.GOVERNMENT),
        ("84", BusinessKind.FOREIGN),
        ("85", BusinessKind.BRANCH),
        ("86", BusinessKind.COMPANY),
        ("88", BusinessKind.COMPANY),
        ("89", BusinessKind.RELIGIOUS),
        ("90", BusinessKind.VAT_EXEMPT_SOLE_PROPRIETOR),
        ("99", BusinessKind.VAT_EXEMPT_SOLE_PROPRIETOR),
    ],
)
def test_the_middle_digits_hint_at_the_kind_of_business(middle, kind):
    assert BusinessNumber(f"123{middle}45678").hint is kind


@given(first=st.integers(101, 999), middle=st.integers(1, 99), row=st.integers(1, 9999))
def test_only_one_last_digit_in_ten_is_right(first, middle, row):
    nine = f"{first}{middle:02}{row:04}"
    right = [d for d in range(10) if isinstance(read_number(f"{nine}{d}"), BusinessNumber)]
    assert right == [check_digit(nine)]
