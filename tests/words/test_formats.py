"""Money, dates and counts the way people in Seoul write them."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from bot.words import t, verbatim


def shown(phrase, language="ko", **facts):
    return t(phrase, **facts).in_(language)


@pytest.mark.parametrize(
    ("won", "full", "short", "english"),
    [
        (0, "0원", "0원", "KRW 0"),
        (1, "1원", "1원", "KRW 1"),
        (9_999, "9,999원", "9,999원", "KRW 9,999"),
        (10_000, "10,000원", "1만 원", "KRW 10,000"),
        (10_001, "10,001원", "1만 1원", "KRW 10,001"),
        (29_999_999, "29,999,999원", "2,999만 9,999원", "KRW 29,999,999"),
        (90_000_000, "90,000,000원", "9,000만 원", "KRW 90 million"),
        (100_000_000, "100,000,000원", "1억 원", "KRW 100 million"),
        (111_111_112, "111,111,112원", "1억 1,111만 1,112원", "KRW 111,111,112"),
        (100_000_001, "100,000,001원", "1억 1원", "KRW 100,000,001"),
        (2_356_000_000, "2,356,000,000원", "23억 5,600만 원", "KRW 2,356 million"),
        (1_000_000_000_000, "1,000,000,000,000원", "1조 원", "KRW 1,000 billion"),
        (-90_000_000, "-90,000,000원", "-9,000만 원", "KRW -90 million"),
    ],
)
def test_no_won_is_lost_in_writing(won, full, short, english):
    assert shown("{cost:won}", cost=won) == full
    assert shown("{cost:won_short}", cost=won) == short
    assert shown("{cost:won_short}", "en", cost=won) == english
    assert shown("{cost:won}", "en", cost=won) == f"KRW {won:,}"


@pytest.mark.parametrize(
    ("at", "seoul", "english"),
    [
        (datetime(2026, 11, 22, 5, 0, tzinfo=UTC), "2026. 11. 22.(일) 14:00", "Sun 22 Nov 2026 14:00"),
        (datetime(2026, 12, 31, 15, 0, tzinfo=UTC), "2027. 1. 1.(금) 00:00", "Fri 1 Jan 2027 00:00"),
        (datetime(2026, 12, 31, 14, 59, tzinfo=UTC), "2026. 12. 31.(목) 23:59", "Thu 31 Dec 2026 23:59"),
        (datetime(2028, 2, 28, 20, 5, tzinfo=UTC), "2028. 2. 29.(화) 05:05", "Tue 29 Feb 2028 05:05"),
        (datetime(2026, 3, 1, 1, 2, tzinfo=timezone(timedelta(hours=-9))), "2026. 3. 1.(일) 19:02", "Sun 1 Mar 2026 19:02"),
    ],
)
def test_every_clock_on_the_screen_is_the_one_on_the_wall_in_seoul(at, seoul, english):
    assert shown("{at}", at=at) == shown("{at:datetime}", at=at) == seoul
    assert shown("{at:date} {at:time}", at=at) == seoul
    assert shown("{at}", "en", at=at) == english


def test_a_day_never_comes_without_its_weekday():
    days = [date(2026, 11, 16) + timedelta(days=n) for n in range(7)]
    assert "".join(shown("{day}", day=day)[-2] for day in days) == "월화수목금토일"
    assert shown("{day:date}", day=date(2028, 2, 29)) == "2028. 2. 29.(화)"


def test_a_day_on_a_button_and_the_head_of_a_month():
    late = datetime(2026, 12, 31, 15, 0, tzinfo=UTC)
    assert shown("{at:short_date}", at=late) == "1. 1.(금)"
    assert shown("{at:short_date}", "en", at=late) == "Fri 1 Jan"
    assert shown("{at:month} {at:weekday}", at=late) == "2027년 1월 금"
    assert shown("{at:month} {at:weekday}", "en", at=date(2028, 2, 29)) == "February 2028 Tu"


@pytest.mark.parametrize(("left", "said"), [(10, "D-10"), (1, "D-1"), (0, "D-day"), (-3, "D+3")])
def test_days_to_go(left, said):
    assert shown("{left:days}", left=left) == said


@pytest.mark.parametrize(
    ("share", "korean", "english"),
    [
        ((90, 100), "90%", "90%"),
        ((9, 10), "90%", "90%"),
        ((1, 8), "12.5%", "12.5%"),
        ((1, 3), "약 33.3%", "about 33.3%"),
        ((2, 3), "약 66.7%", "about 66.7%"),
        ((0, 7), "0%", "0%"),
        ((3, 2), "150%", "150%"),
    ],
)
def test_a_rounded_share_says_so(share, korean, english):
    assert shown("{share:percent}", share=share) == korean
    assert shown("{share:percent}", "en", share=share) == english


def test_lists():
    shops = ("한빛", verbatim("해내"), 3)
    assert shown("{shops}", shops=shops) == "한빛, 해내, 3"
    assert shown("{shops:lines}", shops=shops) == "한빛\n해내\n3"
    assert shown("{shops:bullets}", shops=shops) == "• 한빛\n• 해내\n• 3"


@pytest.mark.parametrize(
    ("phrase", "fact"),
    [
        ("{x:won}", "9000"),
        ("{x:time}", date(2026, 1, 1)),
        ("{x:date}", 20260101),
        ("{x:month}", "12"),
        ("{x:percent}", 90),
        ("{x:percent}", (1, 0)),
    ],
)
def test_a_format_refuses_what_it_cannot_write(phrase, fact):
    with pytest.raises(TypeError):
        shown(phrase, x=fact)
