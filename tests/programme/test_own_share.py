"""The own share to the won: nothing is lost, nothing invented, and nobody can say it was unfair by more than a won."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programme.own_share import Promise, Sharer, divide, own_share

AMOUNTS = st.integers(0, 10**11)
SHARES = st.lists(st.integers(1, 9), min_size=1, max_size=20)


@pytest.mark.parametrize(
    ("own", "shares", "parts", "remainder"),
    [
        (10_000_001, (1, 1, 1), (3_333_334, 3_333_334, 3_333_333), 2),
        (10_000_000, (1, 1, 1), (3_333_334, 3_333_333, 3_333_333), 1),
        (9_000_000, (1, 1, 1), (3_000_000, 3_000_000, 3_000_000), 0),
        (10_000_000, (2, 1, 1), (5_000_000, 2_500_000, 2_500_000), 0),
        (11_111_112, (3, 2, 2), (4_761_906, 3_174_603, 3_174_603), 1),
        (2, (9, 1, 1), (2, 0, 0), 1),
        (0, (1, 1), (0, 0), 0),
    ],
)
def test_what_cannot_be_divided_goes_to_the_first_one_won_each(own, shares, parts, remainder):
    found = divide(own, shares)
    assert (found.parts, found.remainder) == (parts, remainder)


@given(AMOUNTS, SHARES)
def test_the_parts_make_the_whole_and_none_is_off_by_more_than_a_won(own, shares):
    found = divide(own, shares)
    assert sum(found.parts) == own
    for part, share in zip(found.parts, shares, strict=True):
        assert abs(part * sum(shares) - own * share) <= sum(shares)


@given(AMOUNTS, st.integers(1, 20), st.integers(1, 9))
def test_the_same_shares_are_equal_parts(own, members, share):
    assert divide(own, [share] * members).parts == divide(own, [1] * members).parts


@given(AMOUNTS, SHARES)
def test_who_has_more_shares_never_pays_less_than_the_division_gave_the_other(own, shares):
    found = divide(own, shares)
    by_share = sorted(zip(shares, found.parts, strict=True))
    assert all(less[1] <= more[1] + 1 for less, more in pairwise(by_share))


@pytest.mark.parametrize(("own", "shares"), [(-1, (1,)), (1, ()), (1, (1, 0))])
def test_nothing_is_divided_by_nobody(own, shares):
    with pytest.raises(ValueError, match="cannot be divided"):
        divide(own, shares)


def sharers(*promises: Promise | None) -> list[Sharer]:
    return [Sharer(seat=seat, share=1, promise=promise) for seat, promise in enumerate(promises, 1)]


def test_promises_that_make_the_own_share_leave_nothing_short():
    found = own_share(9_000, sharers(*[Promise(amount=3_000, of=3_000)] * 3), by_share=False)
    assert (found.promised, found.short, found.missing_from) == (9_000, 0, ())


def test_a_promise_for_another_part_is_stale_and_counts_no_more():
    found = own_share(12_000, sharers(*[Promise(amount=3_000, of=3_000)] * 3), by_share=False)
    assert (found.promised, found.short, found.missing_from) == (0, 12_000, (1, 2, 3))
    assert found.parts[0].is_stale


def test_another_amount_than_the_part_counts_as_it_was_said():
    promises = (Promise(amount=1_000, of=3_000), Promise(amount=5_000, of=3_000), None)
    found = own_share(9_000, sharers(*promises), by_share=False)
    assert (found.promised, found.short, found.missing_from) == (6_000, 3_000, (3,))


def test_while_the_call_sets_the_sum_promises_are_open():
    found = own_share(None, sharers(Promise(amount=1_000, of=None), None), by_share=False)
    assert (found.promised, found.short, found.missing_from, found.division) == (1_000, 0, (2,), None)


def test_a_promise_made_before_there_was_a_sum_is_asked_again():
    found = own_share(4_000, sharers(Promise(amount=2_000, of=None), None), by_share=False)
    assert found.missing_from == (1, 2)


def test_shares_count_only_where_they_were_chosen():
    two = [Sharer(seat=1, share=3, promise=None), Sharer(seat=2, share=1, promise=None)]
    assert [part.due for part in own_share(4_000, two, by_share=True).parts] == [3_000, 1_000]
    assert [part.due for part in own_share(4_000, two, by_share=False).parts] == [2_000, 2_000]
