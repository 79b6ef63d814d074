"""Which shops fit together, and why."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programme.districts import District
from programme.districts_beside import beside
from programme.matching import (
    FRESH_FOR,
    POINTS,
    POINTS_FOR_A_SHARE,
    Match,
    Seeker,
    Share,
    Why,
    kindred,
    match,
    points_by_gu,
    points_by_trade,
)
from programme.trades import Trade

NOW = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
OLD = NOW - FRESH_FOR - timedelta(seconds=1)
SEEKERS = st.builds(Seeker, gu=st.sampled_from(District), trade=st.sampled_from(Trade), shares=st.frozensets(st.sampled_from(Share)))
BAKERY = Seeker(gu=District.MAPO, trade=Trade.BAKERY, shares=frozenset({Share.BRAND, Share.FACILITIES}))


def test_beside_is_mutual_and_never_oneself():
    assert all(gu in beside(other) and gu is not other for gu in District for other in beside(gu))


@pytest.mark.parametrize(
    ("gu", "others"),
    [
        (District.JONGNO, "JUNG DONGDAEMUN SEONGBUK EUNPYEONG SEODAEMUN"),
        (District.MAPO, "JUNG YONGSAN EUNPYEONG SEODAEMUN GANGSEO YEONGDEUNGPO"),
        (District.GANGDONG, "GWANGJIN SONGPA"),
        (District.DOBONG, "GANGBUK NOWON"),
        (District.GEUMCHEON, "GURO GWANAK"),
    ],
)
def test_the_neighbours_are_those_of_the_map(gu, others):
    assert beside(gu) == {District[other] for other in others.split()}


def test_every_gu_has_two_to_seven_neighbours_and_all_hang_together():
    assert all(2 <= len(beside(gu)) <= 7 for gu in District)
    reached, edge = {District.JUNG}, {District.JUNG}
    while edge:
        edge = {other for gu in edge for other in beside(gu)} - reached
        reached |= edge
    assert reached == set(District)


def test_the_reasons_are_told_with_their_points():
    cake = Seeker(gu=District.SEODAEMUN, trade=Trade.RICE_CAKE, shares=frozenset({Share.BRAND, Share.SYSTEM}))
    assert match(BAKERY, cake, shown_at=NOW, now=NOW) == Match(
        why=(Why.GU_BESIDE, Why.KINDRED_TRADE, Why.FRESH), shares=(Share.BRAND,), points=20 + 10 + 5 + 15
    )
    assert match(BAKERY, BAKERY, shown_at=OLD, now=NOW).why == (Why.SAME_GU, Why.SAME_TRADE)


def test_two_shops_of_another_trade_are_not_of_one_trade():
    other = Seeker(gu=District.MAPO, trade=Trade.OTHER, shares=frozenset())
    assert match(other, other, shown_at=OLD, now=NOW).why == (Why.SAME_GU,)


def test_who_asked_for_us_comes_before_everybody_else():
    assert POINTS[Why.INTERESTED] > sum(POINTS.values()) - POINTS[Why.INTERESTED] + POINTS_FOR_A_SHARE * len(Share)


def test_the_same_gu_with_nothing_in_common_comes_before_one_beside_it():
    assert POINTS[Why.SAME_GU] > POINTS[Why.GU_BESIDE]


def test_kindred_is_mutual():
    assert all(trade in kindred(other) and trade is not other for trade in Trade for other in kindred(trade))


@given(SEEKERS, SEEKERS, st.sampled_from((NOW, OLD)), st.booleans())
def test_the_points_are_those_the_database_orders_by(mine, theirs, shown_at, interested):
    told = match(mine, theirs, shown_at=shown_at, now=NOW, interested=interested)
    expected = points_by_gu(mine.gu).get(theirs.gu, 0) + points_by_trade(mine.trade).get(theirs.trade, 0)
    expected += POINTS_FOR_A_SHARE * len(mine.shares & theirs.shares)
    expected += POINTS[Why.FRESH] * (shown_at is NOW) + POINTS[Why.INTERESTED] * interested
    assert told.points == expected


@given(SEEKERS, SEEKERS)
def test_whoever_looks_the_fit_is_the_same(one, other):
    assert match(one, other, shown_at=OLD, now=NOW) == match(other, one, shown_at=OLD, now=NOW)
