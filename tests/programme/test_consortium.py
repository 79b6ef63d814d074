"""What keeps a consortium from applying: all of it at once, each with whom it concerns."""

from dataclasses import replace
from datetime import date

import pytest

from programme.consortium import Agreement, Body, Member, Rules, Standing, Trouble, blockers, is_ready
from programme.own_share import OwnShare, Promise, Sharer, own_share
from programme.tracks import Track

CLOSES = date(2026, 4, 30)
RULES = Rules(track=Track.COLLABORATION, closes=CLOSES, is_chosen=True, is_open=True)
COOPERATIVES = replace(RULES, track=Track.INNOVATION, fewest=2)
COST = 90_000


def shop(seat: int, **more) -> Member:
    sound = Member(seat=seat, body=Body.SHOP, standing=Standing.CONFIRMED, trade="bakery", has_confirmed=True, keeps_the_books=seat == 2)
    return replace(sound, **more)


def promised(*amounts: int | None) -> OwnShare:
    due = 9_000 // len(amounts)
    made = [None if amount is None else Promise(amount=amount, of=due) for amount in amounts]
    return own_share(9_000, [Sharer(seat=seat, share=1, promise=one) for seat, one in enumerate(made, 1)], by_share=False)


THREE = (shop(1), shop(2), shop(3))
WHOLE = promised(3_000, 3_000, 3_000)


def found(members=THREE, rules=RULES, cost: int | None = COST, share=WHOLE, agreement=Agreement.CONFIRMED):
    return blockers(members, rules, cost, share, agreement)


def only(**changed) -> tuple[Trouble, tuple[int, ...]]:
    [one] = found(**changed)
    return one.trouble, one.seats


def test_three_sound_shops_that_agreed_are_ready():
    assert found() == ()
    assert is_ready(found())


def test_everything_is_told_at_once_and_in_one_order():
    alone = (shop(1, standing=Standing.WAITING, keeps_the_books=False),)
    told = found(alone, Rules(track=Track.COLLABORATION), None, promised(None), Agreement.NONE)
    assert [one.trouble for one in told] == [
        Trouble.TOO_FEW_MEMBERS,
        Trouble.WAITING_FOR_THE_TAX_OFFICE,
        Trouble.NO_CALL,
        Trouble.COST_MISSING,
        Trouble.NO_AGREEMENT,
        Trouble.NO_ACCOUNTANT,
    ]
    assert (told[0].have, told[0].needed) == (1, 3)


@pytest.mark.parametrize(("count", "troubles"), [(2, [Trouble.TOO_FEW_MEMBERS]), (3, []), (5, []), (6, [Trouble.TOO_MANY_MEMBERS])])
def test_the_number_of_members_is_the_calls(count, troubles):
    members = tuple(shop(seat) for seat in range(1, count + 1))
    told = found(members, replace(RULES, most=5), share=promised(*[9_000 // count] * count))
    assert [one.trouble for one in told] == troubles


@pytest.mark.parametrize(
    ("standing", "trouble"),
    [
        (Standing.WAITING, Trouble.WAITING_FOR_THE_TAX_OFFICE),
        (Standing.NOT_FOUND, Trouble.NOT_FOUND),
        (Standing.SUSPENDED, Trouble.SUSPENDED),
        (Standing.CLOSED, Trouble.CLOSED),
    ],
)
def test_a_business_that_is_not_confirmed_is_named(standing, trouble):
    assert only(members=(shop(1), shop(2, standing=standing), shop(3, standing=standing))) == (trouble, (2, 3))


def test_different_trades_matter_only_where_the_call_says_so():
    mixed = (shop(1), shop(2, trade="meat"), shop(3))
    assert found(mixed) == ()
    assert only(members=mixed, rules=replace(RULES, one_trade=True)) == (Trouble.TRADES_DIFFER, ())


@pytest.mark.parametrize(
    ("until", "trouble"),
    [(None, Trouble.CERTIFICATE_NOT_TOLD), (date(2026, 4, 29), Trouble.CERTIFICATE_ENDS_EARLY), (CLOSES, None), (date(2026, 5, 1), None)],
)
def test_a_certificate_has_to_last_until_the_call_closes(until, trouble):
    rules = replace(RULES, needs_certificate=True)
    told = found(tuple(shop(seat, certificate_until=CLOSES if seat != 3 else until) for seat in (1, 2, 3)), rules)
    assert [(one.trouble, one.seats) for one in told] == ([] if trouble is None else [(trouble, (3,))])


def test_a_certificate_cannot_end_early_for_a_call_without_a_date():
    rules = replace(RULES, needs_certificate=True, closes=None)
    assert found(tuple(shop(seat, certificate_until=date(2020, 1, 1)) for seat in (1, 2, 3)), rules) == ()


def test_no_call_or_one_that_is_not_open_is_told():
    assert only(rules=replace(RULES, is_chosen=False, is_open=False)) == (Trouble.NO_CALL, ())
    assert only(rules=replace(RULES, is_open=False)) == (Trouble.CALL_NOT_OPEN, ())


def test_who_has_not_promised_is_named_before_the_sum_is_blamed():
    [one] = found(share=promised(3_000, None, 3_000))
    assert (one.trouble, one.seats, one.have, one.needed) == (Trouble.PROMISES_MISSING, (2,), 6_000, 9_000)


def test_promises_below_the_own_share_are_told_with_the_sum_and_more_is_welcome():
    [one] = found(share=promised(3_000, 2_999, 3_000))
    assert (one.trouble, one.have, one.needed) == (Trouble.PROMISES_TOO_LOW, 8_999, 9_000)
    assert found(share=promised(3_000, 3_001, 3_000)) == ()


def test_an_agreement_waits_for_those_who_have_not_confirmed():
    assert only(agreement=Agreement.NONE) == (Trouble.NO_AGREEMENT, ())
    members = (shop(1), shop(2, has_confirmed=False), shop(3))
    assert only(members=members, agreement=Agreement.DRAWN_UP) == (Trouble.NOT_CONFIRMED, (2,))


def test_nobody_to_keep_the_books_is_advice_and_keeps_nothing_back():
    members = tuple(shop(seat, keeps_the_books=False) for seat in (1, 2, 3))
    [one] = found(members)
    assert one.trouble is Trouble.NO_ACCOUNTANT
    assert is_ready(found(members))


def test_a_shop_among_cooperatives_is_named():
    members = (shop(1, body=Body.COOPERATIVE, founders=5), shop(2), shop(3, body=Body.FEDERATION, cooperatives=3))
    assert only(members=members, rules=COOPERATIVES) == (Trouble.KIND_DOES_NOT_FIT, (2,))


@pytest.mark.parametrize(("founders", "lacks"), [(None, True), (4, True), (5, False)])
@pytest.mark.parametrize("body", [Body.COOPERATIVE, Body.SOCIAL_COOPERATIVE])
def test_a_cooperative_has_five_founders_by_article_15(body, founders, lacks):
    members = (shop(1, body=body, founders=founders), shop(2, body=Body.FEDERATION, cooperatives=3))
    told = found(members, COOPERATIVES, share=promised(4_500, 4_500))
    assert [(one.seats, one.needed) for one in told if one.trouble is Trouble.TOO_FEW_FOUNDERS] == ([((1,), 5)] if lacks else [])
    assert is_ready(told) is not lacks


@pytest.mark.parametrize(("cooperatives", "lacks"), [(None, True), (2, True), (3, False)])
def test_a_federation_has_three_cooperatives_by_article_71(cooperatives, lacks):
    members = (shop(1, body=Body.FEDERATION, cooperatives=cooperatives), shop(2, body=Body.COOPERATIVE, founders=9))
    told = found(members, COOPERATIVES, share=promised(4_500, 4_500))
    assert [(one.seats, one.needed) for one in told] == ([((1,), 3)] if lacks else [])


def test_a_social_cooperative_is_told_to_have_its_approval_at_hand():
    members = (shop(1, body=Body.SOCIAL_COOPERATIVE, founders=5), shop(2, body=Body.COOPERATIVE, founders=5))
    [one] = found(members, COOPERATIVES, share=promised(4_500, 4_500))
    assert (one.trouble, one.seats, one.is_advice) == (Trouble.APPROVAL_AT_HAND, (1,), True)
