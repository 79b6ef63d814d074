"""Whatever was answered under whatever call, the card fits one message and every rule has words."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.screens import eligibility, rules
from bot.screens.eligibility import Card
from bot.screens.remedies import advice
from bot.words import SHIPPED
from programme.answers import Answers, Applicant, Obstacle, Question, SocialCooperative
from programme.eligibility import Remedy, evaluate
from programme.employees import Industry, Staff
from programme.notices import read_calls
from programme.rules import Rule
from services.calls import read_packaged

ON = date(2026, 3, 2)
PACKAGED = read_calls(read_packaged(), ON)
assert isinstance(PACKAGED, tuple)
CALLS = PACKAGED
CODES = sorted({row.code for call in CALLS for row in call.exclusions})
LONGEST = 4096


def maybe(values):
    return st.one_of(st.none(), values)


ANSWERS = st.builds(
    Answers,
    applicant=maybe(st.sampled_from(Applicant)),
    members=maybe(st.integers(1, 999)),
    founders=maybe(st.integers(1, 999)),
    social=maybe(st.sampled_from(SocialCooperative)),
    in_seoul=maybe(st.booleans()),
    staff=maybe(st.sampled_from(Staff)),
    industry=maybe(st.sampled_from(Industry)),
    same_trade=maybe(st.booleans()),
    excluded=maybe(st.frozensets(st.sampled_from(CODES))),
    obstacles=maybe(st.frozensets(st.sampled_from(Obstacle))),
    own_share=maybe(st.booleans()),
    briefing=maybe(st.booleans()),
    certificate_until=maybe(st.dates(date(2025, 1, 1), date(2030, 1, 1))),
    unsure=st.frozensets(st.sampled_from(Question)),
)


def width(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@settings(max_examples=150, deadline=None)
@given(call=st.sampled_from(CALLS), answers=ANSWERS)
def test_a_card_fits_one_message_in_every_language(call, answers):
    card = Card(token="x" * 16, assessment=evaluate(call, answers, ON))
    for screen in (eligibility.mine(card), eligibility.shared(card)):
        for language in SHIPPED:
            assert width(screen.words.in_(language)) <= LONGEST


@settings(max_examples=150, deadline=None)
@given(call=st.sampled_from(CALLS), answers=ANSWERS)
def test_every_failure_can_be_explained(call, answers):
    for finding in evaluate(call, answers, ON).findings:
        for language in SHIPPED:
            assert eligibility.not_met(finding).in_(language)
            assert rules.wanted(call, finding).in_(language) in eligibility.why_it_fails(call, finding).in_(language)


@pytest.mark.parametrize("rule", Rule)
def test_every_rule_has_a_name(rule):
    assert rules.name(rule).in_("en")


@pytest.mark.parametrize("remedy", Remedy)
def test_every_remedy_has_words(remedy):
    assert advice(remedy).in_("en")


def test_the_card_never_says_what_a_person_would_decide():
    fine = Answers(members=3, in_seoul=True, staff=Staff.FEWER_THAN_5, excluded=frozenset(), obstacles=frozenset(), own_share=True)
    call = next(call for call in CALLS if call.key == "collaboration-2016")
    told = eligibility.mine(Card(token="x", assessment=evaluate(call, fine, ON))).words.in_("en")
    assert "a person decides" in told
    assert "rejected" not in told
