"""What can be said of one rule: met, not met, not known, and what would change that."""

from dataclasses import dataclass
from enum import StrEnum

from programme.call import Source


class Verdict(StrEnum):
    PASS = "pass"  # noqa: S105 - a verdict, not a secret
    FAIL = "fail"
    UNKNOWN = "unknown"


class Remedy(StrEnum):
    """What would change the verdict."""

    ANSWER = "answer"  # the question is still open
    FIND_OUT = "find_out"  # the person is not sure
    ADD_MEMBERS = "add_members"
    FEWER_MEMBERS = "fewer_members"
    ADD_FOUNDERS = "add_founders"
    FIND_COOPERATIVES = "find_cooperatives"  # form a consortium or federation with others
    TRY_COLLABORATION = "try_collaboration"  # without a co-op, the other track fits
    GET_APPROVAL = "get_approval"
    WITHOUT_THE_OUTSIDE = "without_the_outside"  # a member outside Seoul
    WITHOUT_THE_LARGE = "without_the_large"  # a member that is no micro enterprise
    COUNT_EMPLOYEES = "count_employees"  # the calculator
    ONE_TRADE = "one_trade"
    WITHOUT_THE_EXCLUDED = "without_the_excluded"
    OFFICER = "officer"  # an officer looks at it
    REOPEN_OR_REPLACE = "reopen_or_replace"
    PAY_TAXES = "pay_taxes"
    CHOOSE_ONE_SUBSIDY = "choose_one_subsidy"
    RAISE_OWN_SHARE = "raise_own_share"
    ATTEND_BRIEFING = "attend_briefing"
    RENEW_CERTIFICATE = "renew_certificate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    verdict: Verdict
    answer: object = None
    limit: object = None
    remedy: Remedy | None = None  # with PASS: a warning
    source: Source | None = None  # where one row of the call decided
