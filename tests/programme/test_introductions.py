"""Who is introduced to whom: everybody once, never the same two again, across trades where that can be had."""

from collections import Counter
from datetime import datetime
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from programme.districts import District
from programme.introductions import (
    Circle,
    Guest,
    Icebreaker,
    Speaks,
    Why,
    begins_at,
    icebreaker,
    introduced,
    may_meet,
    pair,
    reasons,
)
from programme.seoul import SEOUL
from programme.trades import Trade

GUS = (District.MAPO, District.JUNG, District.GANGNAM)


def guest(person: int, trade: Trade = Trade.BAKERY, gu: District = District.MAPO, speaks: Speaks = Speaks.KOREAN, *sits: int) -> Guest:
    return Guest(person=person, trade=trade, gu=gu, speaks=speaks, consortia=frozenset(sits))


@st.composite
def parties(draw) -> tuple[list[Guest], set[tuple[int, int]]]:
    """Up to fourteen guests, and which of them have met."""
    people = draw(st.lists(st.integers(1, 60), unique=True, max_size=14))
    guests = [
        Guest(
            person=person,
            trade=draw(st.sampled_from(Trade)),
            gu=draw(st.sampled_from(GUS)),
            speaks=draw(st.sampled_from(Speaks)),
            consortia=draw(st.frozensets(st.integers(1, 4), max_size=1)),
        )
        for person in people
    ]
    met = (
        {pair(a, b) for a, b in draw(st.lists(st.tuples(st.sampled_from(people), st.sampled_from(people)), max_size=20))}
        if people
        else set()
    )
    return guests, {two for two in met if two[0] != two[1]}


@given(parties(), st.text(max_size=5))
@settings(max_examples=150, deadline=None)
def test_everybody_is_in_one_circle_or_left_and_no_two_meet_who_may_not(party, seed):
    guests, met = party
    known = {one.person: one for one in guests}
    found = introduced(guests, met, seed)
    counted = Counter(person for circle in found.circles for person in circle.people) + Counter(found.left)
    assert counted == Counter(known.keys())
    assert all(len(circle.people) in {2, 3} for circle in found.circles)
    for circle in found.circles:
        for a, b in combinations(circle.people, 2):
            assert may_meet(known[a], known[b], met)


@given(parties(), st.randoms())
@settings(max_examples=80, deadline=None)
def test_the_same_guests_give_the_same_circles_in_whatever_order_they_come(party, chance):
    guests, met = party
    shuffled = list(guests)
    chance.shuffle(shuffled)
    assert introduced(guests, met, "event 1") == introduced(shuffled, met, "event 1")


@given(parties())
@settings(max_examples=150, deadline=None)
def test_whoever_is_left_could_not_be_had_more_easily(party):
    """No two of them may meet, nor may one of them be the third of any two."""
    guests, met = party
    known = {one.person: one for one in guests}
    found = introduced(guests, met, "event 1")
    for a, b in combinations(found.left, 2):
        assert not may_meet(known[a], known[b], met)
    for alone in found.left:
        for circle in found.circles:
            assert len(circle.people) == 3 or not all(may_meet(known[alone], known[one], met) for one in circle.people)


def test_trades_that_fit_meet_before_those_that_are_the_same():
    found = introduced([guest(1), guest(2), guest(3, Trade.MEAT), guest(4, Trade.SEAFOOD)], (), "event 1")
    known = {1: Trade.BAKERY, 2: Trade.BAKERY, 3: Trade.MEAT, 4: Trade.SEAFOOD}
    assert all(len({known[person] for person in circle.people}) == 2 for circle in found.circles)


def test_three_make_one_circle():
    found = introduced([guest(1), guest(2, Trade.MEAT), guest(3, Trade.PRINTING)], (), "event 1")
    assert [circle.people for circle in found.circles] == [(1, 2, 3)]
    assert found.left == ()


def test_a_couple_is_parted_where_that_brings_in_two_who_would_stay_alone():
    """1 may meet 2 alone, 4 may meet 3 alone; 2 and 3 would suit each other best."""
    guests = [
        guest(1, Trade.PRINTING, District.GANGNAM, Speaks.KOREAN, 9),
        guest(2, Trade.BAKERY),
        guest(3, Trade.MEAT),
        guest(4, Trade.PRINTING, District.GANGNAM, Speaks.KOREAN, 9),
    ]
    found = introduced(guests, {(1, 3), (2, 4)}, "event 1")
    assert {circle.people for circle in found.circles} == {(1, 2), (3, 4)}


@pytest.mark.parametrize(
    ("one", "other", "may"),
    [
        (guest(1), guest(2, Trade.MEAT), True),
        (guest(1), guest(1), False),
        (guest(1, Trade.BAKERY, District.MAPO, Speaks.KOREAN, 5), guest(2, Trade.MEAT, District.MAPO, Speaks.KOREAN, 5, 6), False),
        (guest(1, speaks=Speaks.ENGLISH), guest(2), False),
        (guest(1, speaks=Speaks.ENGLISH), guest(2, speaks=Speaks.BOTH), True),
        (guest(7), guest(8), False),
    ],
)
def test_who_may_meet(one, other, may):
    assert may_meet(one, other, {(7, 8)}) is may_meet(other, one, {(7, 8)}) is may


def test_reasons():
    assert reasons(guest(1), guest(2, Trade.MEAT)) == (Why.KINDRED_TRADE, Why.SAME_GU)
    assert reasons(guest(1), guest(2, Trade.PRINTING, District.SEODAEMUN)) == (Why.OTHER_TRADE, Why.GU_BESIDE)
    assert reasons(guest(1), guest(2, Trade.BAKERY, District.GANGNAM)) == ()
    assert reasons(guest(1, Trade.OTHER), guest(2, Trade.OTHER, District.GANGNAM)) == (Why.OTHER_TRADE,)


def test_the_sentence_to_begin_with_follows_from_the_reasons_and_is_always_the_same():
    assert icebreaker(Circle(people=(1, 2), why=(Why.KINDRED_TRADE, Why.SAME_GU)), "event 1") is Icebreaker.IDLE
    assert icebreaker(Circle(people=(1, 2), why=(Why.OTHER_TRADE, Why.SAME_GU)), "event 1") is Icebreaker.STREET
    circles = [Circle(people=(1, other), why=(Why.OTHER_TRADE,)) for other in range(2, 40)]
    assert [icebreaker(one, "event 1") for one in circles] == [icebreaker(one, "event 1") for one in circles]
    assert {icebreaker(one, "event 1") for one in circles} == {Icebreaker.CUSTOMERS, Icebreaker.IDEA, Icebreaker.BUYING}


def test_the_office_begins_the_day_before_at_ten():
    at = datetime(2026, 3, 10, 14, 0, tzinfo=SEOUL)
    assert begins_at(at) == datetime(2026, 3, 9, 10, 0, tzinfo=SEOUL)


def test_two_thousand_guests_are_all_introduced():
    guests = [guest(n, list(Trade)[n % len(Trade)], list(District)[n % 25]) for n in range(1, 2001)]
    found = introduced(guests, (), "event 1")
    assert found.left == ()
    assert sum(len(circle.people) for circle in found.circles) == 2000
    assert all(Why.OTHER_TRADE in circle.why or Why.KINDRED_TRADE in circle.why for circle in found.circles)


def test_who_has_met_everybody_is_left():
    found = introduced([guest(1), guest(2), guest(3)], {(1, 3), (2, 3)}, "event 1")
    assert ([circle.people for circle in found.circles], found.left) == ([(1, 2)], (3,))
