import pytest
from hypothesis import given
from hypothesis import strategies as st

from programme.residents import holds_resident_number


@pytest.mark.parametrize(
    "typed",
    [
        "900101-1234567",
        "9001011234567",
        "900101 1234567",
        "900101 - 1234567",
        "９００１０１－１２３４５６７",
        "900101–2234567",
        "제 번호는 900101-1234567이에요",
        "000229-3123456",
        "050505-4123456",
        "850315-5123456",
        "010203-7123456",
        "010203-8123456",
        "주민번호:900101-1234567.",
        "사업자 124-81-00998, 주민 900101-1234567",
        "900101\u202e-\u202c1234567",
        "900101-1\u2063234567",
        "90010\ufe0f\u20e31-1234567",
        "900101\u31641234567",
    ],
)
def test_a_resident_number_is_found(typed):
    assert holds_resident_number(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "010-1234-5678",
        "02-2133-5480",
        "01012345678",
        "+82 10 1234 5678",
        "124-81-00998",
        "1248100998",
        "50000000",
        "1000000000000",
        "9001011234567원",
        "₩9,001,011,234,567",
        "901301-1234567",  # no month 13
        "900230-1234567",  # no 30 February
        "010229-3123456",  # 2001 had no 29 February
        "900101-9234567",
        "900101-0234567",
        "900101-1******",
        "123-900101-1234567",
        "12345678901234567890",
        "2026. 11. 22.(일) 14:00",
        "우리 셋이서 빵집을 해요",
        "",
    ],
)
def test_other_numbers_are_left_alone(typed):
    assert not holds_resident_number(typed)


@given(born=st.dates(), seventh=st.sampled_from("12345678"), rest=st.integers(0, 999_999), between=st.sampled_from(["", "-", " ", " - "]))
def test_the_random_last_digit_hides_none(born, seventh, rest, between):
    century = {"1": 19, "2": 19, "5": 19, "6": 19}.get(seventh, 20)
    if (born.month, born.day) == (2, 29) and (century * 100 + born.year % 100) % 4:
        return
    if (born.month, born.day, born.year % 100, century) == (2, 29, 0, 19):
        return
    assert holds_resident_number(f"저는 {born.year % 100:02}{born:%m%d}{between}{seventh}{rest:06} 입니다")
