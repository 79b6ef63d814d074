"""The pre-check: rule by rule, under any call, as codes and facts without sentences. It refers, it never decides (개인정보보호법 §37-2).

What is not known never counts as failed.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from programme.answers import Answers, Applicant, Question
from programme.call import Call, Contact, ContactRole, Source
from programme.eligibility_rules import JUDGES
from programme.employees import Staff
from programme.rules import Rule
from programme.verdicts import Judged, Remedy, Verdict

__all__ = ["Assessment", "Finding", "Overall", "Remedy", "Verdict", "evaluate", "first_failure", "next_question", "questions"]


class Overall(StrEnum):
    LOOKS_ELIGIBLE = "looks_eligible"
    LOOKS_INELIGIBLE = "looks_ineligible"
    A_PERSON_MUST_CHECK = "a_person_must_check"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One rule: `answer` is what the person said about it (None: nothing, or not sure), `limit` what the rule compares it with."""

    rule: Rule
    verdict: Verdict
    answer: object
    limit: object
    source: Source
    remedy: Remedy | None
    ask: Contact | None  # whom to ask; None when the rule is met


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """By the rules of `call`, looked at on the day `on`."""

    call: Call
    on: date
    findings: tuple[Finding, ...]
    overall: Overall

    @property
    def first_failure(self) -> Finding | None:
        return first_failure(self.findings)


def evaluate(call: Call, answers: Answers, on: date) -> Assessment:
    """`on`: the day, on Seoul's calendar, by which a certificate must still be valid."""
    findings = tuple(
        _finding(call, rule, source, judged) for rule, source in call.rules if (judged := JUDGES[rule](call, answers, on)) is not None
    )
    return Assessment(call=call, on=on, findings=findings, overall=_overall(findings))


def first_failure(findings: tuple[Finding, ...]) -> Finding | None:
    return next((f for f in findings if f.verdict is Verdict.FAIL), None)


def questions(call: Call, answers: Answers) -> tuple[Question, ...]:
    """All that the call's rules need, as far as the answers so far tell: those answered and those to come."""
    rules = {rule for rule, _ in call.rules}
    return tuple(q for q in Question if _NEEDED_FOR[q] & rules and _asked.get(q, _always)(answers))


def next_question(call: Call, answers: Answers) -> Question | None:
    return next((q for q in questions(call, answers) if not answers.given(q)), None)


def _finding(call: Call, rule: Rule, source: Source, judged: Judged) -> Finding:
    met = judged.verdict is Verdict.PASS and judged.remedy is None
    return Finding(
        rule=rule,
        verdict=judged.verdict,
        answer=judged.answer,
        limit=judged.limit,
        source=judged.source or source,
        remedy=judged.remedy,
        ask=None if met else call.contact(_ASK.get(rule, ContactRole.PROGRAMME)),
    )


def _overall(findings: tuple[Finding, ...]) -> Overall:
    verdicts = {f.verdict for f in findings}
    if Verdict.FAIL in verdicts:
        return Overall.LOOKS_INELIGIBLE
    return Overall.A_PERSON_MUST_CHECK if Verdict.UNKNOWN in verdicts else Overall.LOOKS_ELIGIBLE


def _always(_: Answers) -> bool:
    return True


def _cooperates(answers: Answers) -> bool:
    return answers.applicant is not Applicant.NO_COOPERATIVE


def _many_cooperate(answers: Answers) -> bool:
    return answers.applicant not in (Applicant.NO_COOPERATIVE, Applicant.SINGLE_COOPERATIVE)


def _industry_matters(answers: Answers) -> bool:
    return answers.staff is Staff.FROM_5_TO_9


_asked: dict[Question, Callable[[Answers], bool]] = {
    Question.MEMBERS: _many_cooperate,
    Question.FOUNDERS: _cooperates,
    Question.SOCIAL: _cooperates,
    Question.INDUSTRY: _industry_matters,
}
_NEEDED_FOR = {
    Question.APPLICANT: {Rule.APPLICANT},
    Question.MEMBERS: {Rule.MEMBERS, Rule.FEDERATION},
    Question.FOUNDERS: {Rule.FOUNDERS},
    Question.SOCIAL: {Rule.SOCIAL_APPROVAL},
    Question.SEOUL: {Rule.SEOUL},
    Question.STAFF: {Rule.MICRO_ENTERPRISE},
    Question.INDUSTRY: {Rule.MICRO_ENTERPRISE},
    Question.SAME_TRADE: {Rule.SAME_TRADE},
    Question.EXCLUDED_TRADE: {Rule.EXCLUDED_TRADE},
    Question.OBSTACLES: {Rule.ACTIVE, Rule.TAX_ARREARS, Rule.DOUBLE_FUNDING},
    Question.OWN_SHARE: {Rule.OWN_SHARE},
    Question.BRIEFING: {Rule.BRIEFING},
}
_ASK = {Rule.MICRO_ENTERPRISE: ContactRole.MICRO_ENTERPRISE, Rule.CERTIFICATE: ContactRole.MICRO_ENTERPRISE}
