import pytest
from hypothesis import given
from hypothesis import strategies as st

from programme.money import LARGEST, NotWon, WhyNotWon, parse_won


@pytest.mark.parametrize(
    ("typed", "won"),
    [
        ("5천만", 50_000_000),
        ("5,000만원", 50_000_000),
        ("50000000", 50_000_000),
        ("1억 2천만", 120_000_000),
        ("1억2,500만 원", 125_000_000),
        ("3천5백만", 35_000_000),
        ("3천500만", 35_000_000),
        ("₩50,000,000", 50_000_000),
        ("￦50,000,000", 50_000_000),
        ("\\50,000,000", 50_000_000),
        ("KRW 50,000,000", 50_000_000),
        ("50 million", 50_000_000),
        ("50m won", 50_000_000),
        ("0.5 billion", 500_000_000),
        ("0.5억", 50_000_000),
        ("0.1억", 10_000_000),
        ("1.2천만", 12_000_000),
        ("５천만", 50_000_000),
        ("５０，０００，０００원", 50_000_000),
        ("오천만원", 50_000_000),
        ("일억이천삼백만원", 123_000_000),
        ("천만원", 10_000_000),
        ("백만원정", 1_000_000),
        ("1억 천만", 110_000_000),
        ("약 3천만원 정도", 30_000_000),
        ("9,000만 원", 90_000_000),
        ("1억 1,111만 1,112원", 111_111_112),
        ("5천원", 5_000),
        ("1억 5000원", 100_005_000),
        ("5만 3천", 53_000),
        ("0", 0),
        ("1조", LARGEST),
        ("1,000,000,000,000원", LARGEST),
    ],
)
def test_an_amount_is_read_the_way_people_type_it(typed, won):
    assert parse_won(typed) == won


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("-5천만", WhyNotWon.NEGATIVE),
        ("−500", WhyNotWon.NEGATIVE),
        ("₩-500", WhyNotWon.NEGATIVE),
        ("마이너스 5천만", WhyNotWon.NEGATIVE),
        ("1,000,000,000,001", WhyNotWon.TOO_LARGE),
        ("2조", WhyNotWon.TOO_LARGE),
        ("9" * 50, WhyNotWon.TOO_LARGE),
        ("1.5원", WhyNotWon.NOT_WHOLE),
        ("50.000.000", WhyNotWon.NOT_AN_AMOUNT),
        ("1.234", WhyNotWon.NOT_WHOLE),
        ("5,00", WhyNotWon.NOT_AN_AMOUNT),
        ("1,2345", WhyNotWon.NOT_AN_AMOUNT),
        ("", WhyNotWon.NOT_AN_AMOUNT),
        ("원", WhyNotWon.NOT_AN_AMOUNT),
        ("많이", WhyNotWon.NOT_AN_AMOUNT),
        ("5천만~6천만", WhyNotWon.NOT_AN_AMOUNT),
        ("3천5천", WhyNotWon.NOT_AN_AMOUNT),
        ("만억", WhyNotWon.NOT_AN_AMOUNT),
        ("1만 2억", WhyNotWon.NOT_AN_AMOUNT),
        ("1억 50,000만", WhyNotWon.NOT_AN_AMOUNT),
        ("1e8", WhyNotWon.NOT_AN_AMOUNT),
        ("9" * 61, WhyNotWon.NOT_AN_AMOUNT),
    ],
)
def test_what_is_no_amount_is_refused_with_the_reason(typed, why):
    refused = parse_won(typed)
    assert isinstance(refused, NotWon)
    assert refused.why is why


@pytest.mark.parametrize(
    ("typed", "readings"),
    [
        ("1억 5천", (100_005_000, 150_000_000)),
        ("1억 2", (100_000_002, 120_000_000)),
        ("1억 200", (100_000_200, 102_000_000)),
        ("1억5000", (100_005_000, 150_000_000)),
        ("5천", (5_000, 50_000_000)),
        ("삼백", (300, 3_000_000)),
    ],
)
def test_an_amount_with_two_meanings_hands_back_both(typed, readings):
    assert parse_won(typed) == NotWon(WhyNotWon.AMBIGUOUS, readings)


WON = st.integers(min_value=0, max_value=LARGEST)


def plain(won):
    return str(won)


def grouped(won):
    return f"₩{won:,}"


def short(won):
    """1억 1,111만 1,112원"""
    if won == 0:
        return "0원"
    parts = [(won // 10**12, "조"), (won // 10**8 % 10**4, "억"), (won // 10**4 % 10**4, "만"), (won % 10**4, "")]
    return " ".join(f"{n:,}{unit}" for n, unit in parts if n) + "원"


def spoken(won):
    """일억이천삼백만원"""
    if won == 0:
        return "0원"
    words = ""
    for scale, unit in ((10**12, "조"), (10**8, "억"), (10**4, "만"), (1, "")):
        four = won // scale % 10**4
        if four:
            digits = zip(f"{four:04}", "천백십 ", strict=True)
            words += "".join("일이삼사오육칠팔구"[int(d) - 1] + u.strip() for d, u in digits if d != "0") + unit
    return words + "원"


@given(won=WON, written=st.sampled_from([plain, grouped, short]))
def test_what_was_written_out_is_read_back_to_the_won(won, written):
    assert parse_won(written(won)) == won


@given(won=WON)
def test_what_was_spoken_out_is_read_back_unless_it_could_mean_more(won):
    read = parse_won(spoken(won))
    assert won in (read.readings if isinstance(read, NotWon) else (read,))


@given(text=st.text(alphabet="0123456789천백십조억만일이삼사오육칠팔구,. 원₩-mk", max_size=70))
def test_no_text_breaks_the_reader_or_leaves_its_bounds(text):
    read = parse_won(text)
    assert isinstance(read, NotWon) or 0 <= read <= LARGEST
