"""What a person has told the pre-check. Everything may be missing; "not sure" is an answer too."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from programme.employees import Industry, Staff


class Question(StrEnum):
    """In the order in which they are asked."""

    APPLICANT = "applicant"
    MEMBERS = "members"
    FOUNDERS = "founders"
    SOCIAL = "social"
    SEOUL = "seoul"
    STAFF = "staff"
    INDUSTRY = "industry"
    SAME_TRADE = "same_trade"
    EXCLUDED_TRADE = "excluded_trade"
    OBSTACLES = "obstacles"
    OWN_SHARE = "own_share"
    BRIEFING = "briefing"


class Applicant(StrEnum):
    """Who applies on the innovation track."""

    CONSORTIUM = "consortium"  # of cooperatives
    FEDERATION = "federation"
    SINGLE_COOPERATIVE = "single"
    NO_COOPERATIVE = "none"


class SocialCooperative(StrEnum):
    """Whether a social cooperative (or a federation of them) takes part, and how far its approval is."""

    NONE = "none"
    APPROVED = "approved"
    WAITING = "waiting"


class Obstacle(StrEnum):
    """Ticked in one multiple choice when true of any member."""

    SUSPENDED_OR_CLOSED = "closed"
    TAX_ARREARS = "taxes"
    FUNDED_ALREADY = "funded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """None: not asked yet. A question in `unsure` was answered with "not sure" (its field stays None)."""

    applicant: Applicant | None = None
    members: int | None = None  # shops, or cooperatives on the innovation track
    founders: int | None = None  # of the cooperative with the fewest
    social: SocialCooperative | None = None
    in_seoul: bool | None = None  # all of them
    staff: Staff | None = None  # of the business with the most
    industry: Industry | None = None  # of the businesses with 5 to 9; OTHER if even one of them is
    same_trade: bool | None = None
    excluded: frozenset[str] | None = None  # codes of the call's exclusions that are true of any member
    exclusions_shown: frozenset[str] | None = None  # codes that could be ticked; None: those of the call at hand
    obstacles: frozenset[Obstacle] | None = None
    own_share: bool | None = None
    briefing: bool | None = None
    certificate_until: date | None = None  # the first to run out; not asked for by the pre-check
    unsure: frozenset[Question] = frozenset()

    def given(self, question: Question) -> bool:
        """Answered, be it with "not sure"."""
        return question in self.unsure or getattr(self, FIELDS[question]) is not None


FIELDS = {question: question.value for question in Question} | {Question.SEOUL: "in_seoul", Question.EXCLUDED_TRADE: "excluded"}
"""The field of `Answers` that a question fills."""
