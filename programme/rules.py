"""The rules of eligibility by name. Which of them a call has, and where they come from, the call says."""

from enum import StrEnum


class Rule(StrEnum):
    """In the order in which they are told."""

    APPLICANT = "applicant"  # innovation track: a consortium of co-ops, or a federation
    MEMBERS = "members"  # not fewer, not more than the call says
    FOUNDERS = "founders"  # a co-op has at least 5 (협동조합기본법 §15)
    FEDERATION = "federation"  # a federation has at least 3 co-ops (§71)
    SOCIAL_APPROVAL = "social_approval"  # a social co-op and its federation need approval (§85, §114)
    SEOUL = "seoul"
    MICRO_ENTERPRISE = "micro_enterprise"
    SAME_TRADE = "same_trade"
    EXCLUDED_TRADE = "excluded_trade"
    ACTIVE = "active"  # nobody suspended or closed
    TAX_ARREARS = "tax_arrears"
    DOUBLE_FUNDING = "double_funding"
    OWN_SHARE = "own_share"
    BRIEFING = "briefing"
    CERTIFICATE = "certificate"  # of a micro enterprise, still valid


# These follow from other parts of a call file; the rest stand in its [[rules]].
DERIVED = frozenset({Rule.MEMBERS, Rule.SAME_TRADE, Rule.EXCLUDED_TRADE, Rule.BRIEFING, Rule.CERTIFICATE})
