from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programme.answers import Answers, Applicant, Obstacle, Question, SocialCooperative
from programme.call import ContactRole
from programme.eligibility import Overall, Remedy, Verdict, evaluate, next_question, questions
from programme.employees import Industry, Staff, steady
from programme.rules import Rule
from tests.programme.call_files import GOOD, PACKAGED, TODAY, packaged, read

RECORD = packaged("collaboration-2016")
CALL_2017 = packaged("collaboration-2017")
CALL_2020 = packaged("collaboration-2020")
DEMO = packaged("collaboration-demo")
INNOVATION = packaged("innovation-2016")

SHOPS = Answers(
    members=3,
    in_seoul=True,
    staff=Staff.FEWER_THAN_5,
    excluded=frozenset(),
    obstacles=frozenset(),
    own_share=True,
)
COOPS = Answers(
    applicant=Applicant.CONSORTIUM,
    members=2,
    founders=5,
    social=SocialCooperative.NONE,
    in_seoul=True,
    obstacles=frozenset(),
    own_share=True,
)


def finding(call, answers, rule, on=TODAY):
    (found,) = [f for f in evaluate(call, answers, on).findings if f.rule is rule]
    return found


def verdict(call, answers, rule):
    found = finding(call, answers, rule)
    return found.verdict, found.remedy


def test_three_small_shops_of_seoul_look_eligible_under_the_record():
    told = evaluate(RECORD, SHOPS, TODAY)
    assert told.overall is Overall.LOOKS_ELIGIBLE
    assert told.first_failure is None
    assert {f.verdict for f in told.findings} == {Verdict.PASS}
    assert [f.ask for f in told.findings] == [None] * len(told.findings)


@pytest.mark.parametrize(
    ("call", "count", "expected"),
    [
        (RECORD, 2, (Verdict.FAIL, Remedy.ADD_MEMBERS)),
        (RECORD, 3, (Verdict.PASS, None)),
        (CALL_2020, 4, (Verdict.FAIL, Remedy.ADD_MEMBERS)),
        (CALL_2020, 5, (Verdict.PASS, None)),
        (DEMO, 15, (Verdict.PASS, None)),
        (DEMO, 16, (Verdict.FAIL, Remedy.FEWER_MEMBERS)),
        (RECORD, 16, (Verdict.PASS, None)),
        (INNOVATION, 1, (Verdict.FAIL, Remedy.ADD_MEMBERS)),
        (INNOVATION, 2, (Verdict.PASS, None)),
    ],
)
def test_the_number_of_members_is_that_of_the_call(call, count, expected):
    assert verdict(call, Answers(members=count), Rule.MEMBERS) == expected


def test_a_limit_is_told_with_its_own_source():
    too_few = finding(DEMO, Answers(members=2), Rule.MEMBERS)
    assert (too_few.answer, too_few.limit, too_few.source) == (2, 3, DEMO.fewest.source)
    too_many = finding(DEMO, Answers(members=16), Rule.MEMBERS)
    assert (too_many.answer, too_many.limit, too_many.source) == (16, 15, DEMO.most.source)


@pytest.mark.parametrize(
    ("full", "industry", "expected"),
    [
        (4, None, Verdict.PASS),
        (5, None, Verdict.UNKNOWN),
        (5, Industry.OTHER, Verdict.FAIL),
        (9, Industry.MANUFACTURING, Verdict.PASS),
        (10, Industry.MANUFACTURING, Verdict.FAIL),
        (10, None, Verdict.FAIL),
    ],
)
def test_a_micro_enterprise_is_measured_by_its_industry(full, industry, expected):
    found = finding(RECORD, Answers(staff=steady(full).staff, industry=industry), Rule.MICRO_ENTERPRISE)
    assert found.verdict is expected
    assert found.source.key == "micro_act"


def test_whoever_does_not_know_the_number_of_employees_is_led_to_the_calculator():
    unsure = Answers(unsure=frozenset({Question.STAFF}))
    found = finding(RECORD, unsure, Rule.MICRO_ENTERPRISE)
    assert (found.verdict, found.remedy) == (Verdict.UNKNOWN, Remedy.COUNT_EMPLOYEES)
    assert found.ask is not None
    assert found.ask.role is ContactRole.MICRO_ENTERPRISE


@pytest.mark.parametrize(
    ("yes", "no", "rule", "call", "remedy"),
    [
        (Answers(in_seoul=True), Answers(in_seoul=False), Rule.SEOUL, RECORD, Remedy.WITHOUT_THE_OUTSIDE),
        (Answers(own_share=True), Answers(own_share=False), Rule.OWN_SHARE, RECORD, Remedy.RAISE_OWN_SHARE),
        (Answers(same_trade=True), Answers(same_trade=False), Rule.SAME_TRADE, CALL_2020, Remedy.ONE_TRADE),
        (Answers(briefing=True), Answers(briefing=False), Rule.BRIEFING, CALL_2017, Remedy.ATTEND_BRIEFING),
    ],
)
def test_yes_no_and_not_sure(yes, no, rule, call, remedy):
    assert verdict(call, yes, rule) == (Verdict.PASS, None)
    assert verdict(call, no, rule) == (Verdict.FAIL, remedy)
    assert verdict(call, Answers(), rule) == (Verdict.UNKNOWN, Remedy.ANSWER)
    assert verdict(call, Answers(unsure=frozenset(Question)), rule) == (Verdict.UNKNOWN, Remedy.FIND_OUT)


@pytest.mark.parametrize(
    ("obstacle", "rule", "remedy"),
    [
        (Obstacle.SUSPENDED_OR_CLOSED, Rule.ACTIVE, Remedy.REOPEN_OR_REPLACE),
        (Obstacle.TAX_ARREARS, Rule.TAX_ARREARS, Remedy.PAY_TAXES),
        (Obstacle.FUNDED_ALREADY, Rule.DOUBLE_FUNDING, Remedy.CHOOSE_ONE_SUBSIDY),
    ],
)
def test_an_obstacle_fails_its_own_rule_only(obstacle, rule, remedy):
    told = evaluate(RECORD, replace(SHOPS, obstacles=frozenset({obstacle})), TODAY)
    assert [(f.rule, f.remedy) for f in told.findings if f.verdict is Verdict.FAIL] == [(rule, remedy)]
    assert told.overall is Overall.LOOKS_INELIGIBLE


def test_rules_that_a_call_does_not_have_are_not_judged():
    rules = {f.rule for f in evaluate(RECORD, Answers(briefing=False, same_trade=False), TODAY).findings}
    assert rules.isdisjoint({Rule.BRIEFING, Rule.SAME_TRADE, Rule.APPLICANT, Rule.CERTIFICATE})


def test_gambling_is_excluded_and_health_is_for_an_officer():
    assert verdict(RECORD, Answers(excluded=frozenset({"gambling", "health"})), Rule.EXCLUDED_TRADE) == (
        Verdict.FAIL,
        Remedy.WITHOUT_THE_EXCLUDED,
    )
    told = evaluate(RECORD, replace(SHOPS, excluded=frozenset({"health"})), TODAY)
    assert told.overall is Overall.A_PERSON_MUST_CHECK
    assert finding(RECORD, Answers(excluded=frozenset({"health"})), Rule.EXCLUDED_TRADE).remedy is Remedy.OFFICER


def test_a_row_that_was_never_shown_leaves_the_rule_open():
    seen = frozenset(row.code for row in RECORD.exclusions)
    assert verdict(RECORD, replace(SHOPS, exclusions_shown=seen), Rule.EXCLUDED_TRADE)[0] is Verdict.PASS
    assert verdict(RECORD, replace(SHOPS, exclusions_shown=seen - {"finance"}), Rule.EXCLUDED_TRADE)[0] is Verdict.UNKNOWN


@pytest.mark.parametrize(("founders", "expected"), [(4, Verdict.FAIL), (5, Verdict.PASS)])
def test_a_cooperative_has_five_founders(founders, expected):
    assert verdict(INNOVATION, replace(COOPS, founders=founders), Rule.FOUNDERS)[0] is expected


@pytest.mark.parametrize(("count", "expected"), [(2, Verdict.FAIL), (3, Verdict.PASS)])
def test_a_federation_has_three_cooperatives(count, expected):
    federation = replace(COOPS, applicant=Applicant.FEDERATION, members=count)
    assert verdict(INNOVATION, federation, Rule.FEDERATION)[0] is expected
    assert Rule.FEDERATION not in {f.rule for f in evaluate(INNOVATION, COOPS, TODAY).findings}


def test_a_consortium_of_two_cooperatives_looks_eligible():
    assert evaluate(INNOVATION, COOPS, TODAY).overall is Overall.LOOKS_ELIGIBLE


@pytest.mark.parametrize(
    ("applicant", "remedy"),
    [(Applicant.SINGLE_COOPERATIVE, Remedy.FIND_COOPERATIVES), (Applicant.NO_COOPERATIVE, Remedy.TRY_COLLABORATION)],
)
def test_who_cannot_apply_alone_is_told_what_to_do(applicant, remedy):
    told = evaluate(INNOVATION, Answers(applicant=applicant), TODAY)
    assert told.first_failure is not None
    assert (told.first_failure.rule, told.first_failure.remedy) == (Rule.APPLICANT, remedy)


@pytest.mark.parametrize(
    ("social", "expected"),
    [
        (SocialCooperative.NONE, Verdict.PASS),
        (SocialCooperative.APPROVED, Verdict.PASS),
        (SocialCooperative.WAITING, Verdict.FAIL),
        (None, Verdict.UNKNOWN),
    ],
)
def test_a_social_cooperative_needs_its_approval(social, expected):
    assert verdict(INNOVATION, replace(COOPS, social=social), Rule.SOCIAL_APPROVAL)[0] is expected


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (31, (Verdict.PASS, None)),
        (30, (Verdict.PASS, Remedy.RENEW_CERTIFICATE)),
        (0, (Verdict.PASS, Remedy.RENEW_CERTIFICATE)),
        (-1, (Verdict.UNKNOWN, Remedy.RENEW_CERTIFICATE)),
    ],
)
def test_a_certificate_warns_thirty_days_ahead(days, expected):
    answers = replace(SHOPS, certificate_until=TODAY + timedelta(days=days))
    found = finding(DEMO, answers, Rule.CERTIFICATE)
    assert (found.verdict, found.remedy) == expected
    assert found.limit == days


def test_the_same_answers_under_the_rules_of_another_year():
    assert evaluate(RECORD, SHOPS, TODAY).overall is Overall.LOOKS_ELIGIBLE
    under_2017 = evaluate(CALL_2017, SHOPS, TODAY)
    assert under_2017.overall is Overall.A_PERSON_MUST_CHECK
    assert [f.rule for f in under_2017.findings if f.verdict is Verdict.UNKNOWN] == [Rule.BRIEFING]
    under_2020 = evaluate(CALL_2020, SHOPS, date(2020, 3, 1))
    assert under_2020.first_failure is not None
    assert under_2020.first_failure.rule is Rule.MEMBERS
    assert (under_2020.call.year, under_2020.on) == (2020, date(2020, 3, 1))


def test_the_record_asks_six_questions_in_order():
    assert [q.value for q in questions(RECORD, Answers())] == ["members", "seoul", "staff", "excluded_trade", "obstacles", "own_share"]
    assert questions(CALL_2017, Answers())[-1] is Question.BRIEFING
    assert Question.SAME_TRADE in questions(CALL_2020, Answers())
    assert all(len(questions(packaged(name), Answers())) <= 7 for name in PACKAGED)


def test_only_what_matters_is_asked():
    assert next_question(RECORD, Answers(members=3, in_seoul=True, staff=Staff.FROM_5_TO_9)) is Question.INDUSTRY
    assert next_question(RECORD, Answers(members=3, in_seoul=True, staff=Staff.FEWER_THAN_5)) is Question.EXCLUDED_TRADE
    assert next_question(INNOVATION, Answers(applicant=Applicant.NO_COOPERATIVE)) is Question.SEOUL
    assert next_question(read(GOOD), Answers(members=3, in_seoul=True)) is None


def test_not_sure_is_not_asked_again():
    assert next_question(RECORD, Answers(unsure=frozenset({Question.MEMBERS}))) is Question.SEOUL


def test_every_failure_names_a_remedy_a_source_and_somebody_to_ask():
    worst = Answers(
        applicant=Applicant.SINGLE_COOPERATIVE,
        members=1,
        founders=1,
        social=SocialCooperative.WAITING,
        in_seoul=False,
        staff=Staff.TEN_OR_MORE,
        same_trade=False,
        excluded=frozenset({"gambling"}),
        obstacles=frozenset(Obstacle),
        own_share=False,
        briefing=False,
    )
    for name in PACKAGED:
        for found in evaluate(packaged(name), worst, TODAY).findings:
            assert found.verdict is Verdict.FAIL
            assert found.remedy
            assert found.ask
            assert found.source.words.en


def maybe(values):
    return st.none() | values


ANSWERS = st.builds(
    Answers,
    applicant=maybe(st.sampled_from(Applicant)),
    members=maybe(st.integers(1, 20)),
    founders=maybe(st.integers(1, 10)),
    social=maybe(st.sampled_from(SocialCooperative)),
    in_seoul=maybe(st.booleans()),
    staff=maybe(st.sampled_from(Staff)),
    industry=maybe(st.sampled_from(Industry)),
    same_trade=maybe(st.booleans()),
    excluded=maybe(st.frozensets(st.sampled_from(["gambling", "health", "unheard_of"]))),
    obstacles=maybe(st.frozensets(st.sampled_from(Obstacle))),
    own_share=maybe(st.booleans()),
    briefing=maybe(st.booleans()),
    certificate_until=maybe(st.dates(date(2026, 1, 1), date(2027, 12, 31))),
    unsure=st.frozensets(st.sampled_from(Question)),
)
CALLS = [packaged(name) for name in PACKAGED]


@given(call=st.sampled_from(CALLS), answers=ANSWERS)
def test_any_answers_get_a_verdict_under_any_call(call, answers):
    told = evaluate(call, answers, TODAY)
    failed = any(f.verdict is Verdict.FAIL for f in told.findings)
    assert (told.overall is Overall.LOOKS_INELIGIBLE) == failed == (told.first_failure is not None)
    assert all(f.remedy for f in told.findings if f.verdict is not Verdict.PASS)
    assert next_question(call, answers) in (None, *questions(call, answers))


@given(call=st.sampled_from(CALLS), unsure=st.frozensets(st.sampled_from(Question)))
def test_what_is_not_known_never_counts_as_failed(call, unsure):
    told = evaluate(call, Answers(unsure=unsure), TODAY)
    assert told.overall is Overall.A_PERSON_MUST_CHECK
    assert told.first_failure is None


@given(call=st.sampled_from(CALLS), answers=ANSWERS)
def test_when_all_questions_are_answered_only_an_officer_or_a_certificate_leaves_it_open(call, answers):
    answers = replace(answers, unsure=frozenset())
    if next_question(call, answers) is None:
        opened = {f.remedy for f in evaluate(call, answers, TODAY).findings if f.verdict is Verdict.UNKNOWN}
        assert opened <= {Remedy.OFFICER, Remedy.RENEW_CERTIFICATE}
