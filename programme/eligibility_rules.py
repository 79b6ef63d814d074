"""Each rule of eligibility as a function of a call, the answers and a day."""

from collections.abc import Callable
from datetime import date

from programme.answers import Answers, Applicant, Obstacle, Question, SocialCooperative
from programme.call import Call, Outcome
from programme.employees import LARGE_LIMIT, SMALL_LIMIT, Staff
from programme.rules import Rule
from programme.verdicts import Judged, Remedy, Verdict

FEWEST_FOUNDERS = 5  # 협동조합기본법 §15
FEWEST_IN_A_FEDERATION = 3  # 협동조합기본법 §71
WARNING_DAYS = 30


Judge = Callable[[Call, Answers, date], Judged | None]  # None: the rule does not concern this applicant


def members(call: Call, answers: Answers, _: date) -> Judged | None:
    if answers.applicant in (Applicant.SINGLE_COOPERATIVE, Applicant.NO_COOPERATIVE):
        return None  # the applicant's kind is the trouble, not the number
    count, fewest, most = answers.members, call.fewest.value, call.most.value
    if count is None:
        return _open(answers, Question.MEMBERS, limit=fewest)
    if fewest is not None and count < fewest:
        return Judged(verdict=Verdict.FAIL, answer=count, limit=fewest, remedy=Remedy.ADD_MEMBERS)
    if most is not None and count > most:
        return Judged(verdict=Verdict.FAIL, answer=count, limit=most, remedy=Remedy.FEWER_MEMBERS, source=call.most.source)
    return Judged(verdict=Verdict.PASS, answer=count, limit=fewest)


def applicant(_: Call, answers: Answers, __: date) -> Judged:
    match answers.applicant:
        case None:
            return _open(answers, Question.APPLICANT)
        case Applicant.SINGLE_COOPERATIVE:
            return Judged(verdict=Verdict.FAIL, answer=answers.applicant, remedy=Remedy.FIND_COOPERATIVES)
        case Applicant.NO_COOPERATIVE:
            return Judged(verdict=Verdict.FAIL, answer=answers.applicant, remedy=Remedy.TRY_COLLABORATION)
        case Applicant.CONSORTIUM | Applicant.FEDERATION:
            return Judged(verdict=Verdict.PASS, answer=answers.applicant)


def founders(_: Call, answers: Answers, __: date) -> Judged | None:
    if answers.applicant is Applicant.NO_COOPERATIVE:
        return None
    return _at_least(answers, Question.FOUNDERS, answers.founders, FEWEST_FOUNDERS, Remedy.ADD_FOUNDERS)


def federation(_: Call, answers: Answers, __: date) -> Judged | None:
    if answers.applicant is not Applicant.FEDERATION:
        return None
    return _at_least(answers, Question.MEMBERS, answers.members, FEWEST_IN_A_FEDERATION, Remedy.ADD_MEMBERS)


def social_approval(_: Call, answers: Answers, __: date) -> Judged | None:
    match answers.social:
        case None:
            return None if answers.applicant is Applicant.NO_COOPERATIVE else _open(answers, Question.SOCIAL)
        case SocialCooperative.WAITING:
            return Judged(verdict=Verdict.FAIL, answer=answers.social, remedy=Remedy.GET_APPROVAL)
        case SocialCooperative.NONE | SocialCooperative.APPROVED:
            return Judged(verdict=Verdict.PASS, answer=answers.social)


def seoul(_: Call, answers: Answers, __: date) -> Judged:
    return _yes(answers, Question.SEOUL, answers.in_seoul, Remedy.WITHOUT_THE_OUTSIDE)


def micro_enterprise(_: Call, answers: Answers, __: date) -> Judged:
    if answers.staff is None:
        unsure = Question.STAFF in answers.unsure
        return Judged(verdict=Verdict.UNKNOWN, limit=SMALL_LIMIT, remedy=Remedy.COUNT_EMPLOYEES if unsure else Remedy.ANSWER)
    limit = _limit(answers)
    match answers.staff.is_micro(answers.industry):
        case None:
            return _open(answers, Question.INDUSTRY, answer=answers.staff, limit=limit)
        case True:
            return Judged(verdict=Verdict.PASS, answer=answers.staff, limit=limit)
        case False:
            return Judged(verdict=Verdict.FAIL, answer=answers.staff, limit=limit, remedy=Remedy.WITHOUT_THE_LARGE)


def _limit(answers: Answers) -> int:
    if answers.industry is not None:
        return answers.industry.limit
    return LARGE_LIMIT if answers.staff is Staff.TEN_OR_MORE else SMALL_LIMIT


def same_trade(_: Call, answers: Answers, __: date) -> Judged:
    return _yes(answers, Question.SAME_TRADE, answers.same_trade, Remedy.ONE_TRADE)


def excluded_trade(call: Call, answers: Answers, _: date) -> Judged:
    """The hardest row that was ticked; a row that this person was never shown leaves the rule open."""
    if answers.excluded is None:
        return _open(answers, Question.EXCLUDED_TRADE)
    ticked = [row for row in call.exclusions if row.code in answers.excluded]
    hard = next((row for row in ticked if row.outcome is Outcome.EXCLUDED), None)
    if hard:
        return Judged(verdict=Verdict.FAIL, answer=hard, remedy=Remedy.WITHOUT_THE_EXCLUDED, source=hard.source)
    if ticked:
        return Judged(verdict=Verdict.UNKNOWN, answer=ticked[0], remedy=Remedy.OFFICER, source=ticked[0].source)
    shown = answers.exclusions_shown
    if shown is not None and any(row.code not in shown for row in call.exclusions):
        return Judged(verdict=Verdict.UNKNOWN, remedy=Remedy.ANSWER)
    return Judged(verdict=Verdict.PASS, answer=())


def _without(obstacle: Obstacle, remedy: Remedy) -> Judge:
    def judge(_: Call, answers: Answers, __: date) -> Judged:
        clear = None if answers.obstacles is None else obstacle not in answers.obstacles
        return _yes(answers, Question.OBSTACLES, clear, remedy)

    return judge


def own_share(_: Call, answers: Answers, __: date) -> Judged:
    return _yes(answers, Question.OWN_SHARE, answers.own_share, Remedy.RAISE_OWN_SHARE)


def briefing(_: Call, answers: Answers, __: date) -> Judged:
    return _yes(answers, Question.BRIEFING, answers.briefing, Remedy.ATTEND_BRIEFING)


def certificate(_: Call, answers: Answers, on: date) -> Judged | None:
    """A certificate that has run out can be renewed, so it fails nothing; `limit` is the days it is still valid, the last day being 0."""
    until = answers.certificate_until
    if until is None:
        return None
    days = (until - on).days
    if days < 0:
        return Judged(verdict=Verdict.UNKNOWN, answer=until, limit=days, remedy=Remedy.RENEW_CERTIFICATE)
    soon = days <= WARNING_DAYS
    return Judged(verdict=Verdict.PASS, answer=until, limit=days, remedy=Remedy.RENEW_CERTIFICATE if soon else None)


def _at_least(answers: Answers, question: Question, count: int | None, limit: int, remedy: Remedy) -> Judged:
    if count is None:
        return _open(answers, question, limit=limit)
    if count < limit:
        return Judged(verdict=Verdict.FAIL, answer=count, limit=limit, remedy=remedy)
    return Judged(verdict=Verdict.PASS, answer=count, limit=limit)


def _yes(answers: Answers, question: Question, said: bool | None, remedy: Remedy) -> Judged:  # noqa: FBT001 - the answer itself
    """`answer` True means: as the rule wants it."""
    if said is None:
        return _open(answers, question)
    return Judged(verdict=Verdict.PASS, answer=True) if said else Judged(verdict=Verdict.FAIL, answer=False, remedy=remedy)


def _open(answers: Answers, question: Question, *, answer: object = None, limit: object = None) -> Judged:
    remedy = Remedy.FIND_OUT if question in answers.unsure else Remedy.ANSWER
    return Judged(verdict=Verdict.UNKNOWN, answer=answer, limit=limit, remedy=remedy)


JUDGES: dict[Rule, Judge] = {
    Rule.APPLICANT: applicant,
    Rule.MEMBERS: members,
    Rule.FOUNDERS: founders,
    Rule.FEDERATION: federation,
    Rule.SOCIAL_APPROVAL: social_approval,
    Rule.SEOUL: seoul,
    Rule.MICRO_ENTERPRISE: micro_enterprise,
    Rule.SAME_TRADE: same_trade,
    Rule.EXCLUDED_TRADE: excluded_trade,
    Rule.ACTIVE: _without(Obstacle.SUSPENDED_OR_CLOSED, Remedy.REOPEN_OR_REPLACE),
    Rule.TAX_ARREARS: _without(Obstacle.TAX_ARREARS, Remedy.PAY_TAXES),
    Rule.DOUBLE_FUNDING: _without(Obstacle.FUNDED_ALREADY, Remedy.CHOOSE_ONE_SUBSIDY),
    Rule.OWN_SHARE: own_share,
    Rule.BRIEFING: briefing,
    Rule.CERTIFICATE: certificate,
}
