"""The rules of eligibility in words: what each wants, what was answered, what would change it."""

from datetime import date
from typing import assert_never

from bot.screens.wording import worded
from bot.words import Words, t, tn
from programme.answers import Applicant, SocialCooperative
from programme.call import Call, Exclusion, Gate
from programme.eligibility import Finding, Remedy
from programme.employees import Staff
from programme.rules import Rule
from programme.tracks import Track


def name(rule: Rule) -> Words:
    return _NAMES[rule]


def wanted(call: Call, finding: Finding) -> Words:
    """The rule as this call has it, with the number the answer was compared with."""
    match finding.rule:
        case Rule.FOUNDERS:
            return founders(_limit(finding))
        case Rule.FEDERATION:
            return federation(_limit(finding))
        case Rule.MICRO_ENTERPRISE:
            return t("Every business has fewer than {n} regular employees.", n=_limit(finding))
        case rule:
            return in_general(call, rule)


def in_general(call: Call, rule: Rule) -> Words:
    match rule:
        case Rule.MEMBERS:
            return how_many(call)
        case Rule.OWN_SHARE:
            return own_share(call)
        case Rule.BRIEFING:
            return t("{rule}.", rule=next(worded(row.words) for row in call.gates if row.gate is Gate.BRIEFING))
        case _:
            return _WANTED[rule]


def founders(fewest: int) -> Words:
    return t("Each cooperative has at least {n} members.", n=fewest)


def federation(fewest: int) -> Words:
    return t("A federation has at least {n} cooperatives.", n=fewest)


def own_share(call: Call) -> Words:
    rate = call.rate.value
    if rate is None:
        return t("The members pay a part of the cost themselves.")
    return t("The members pay at least {share:percent} of the cost themselves.", share=(rate.den - rate.num, rate.den))


def how_many(call: Call) -> Words:
    fewest, most = call.fewest.value, call.most.value
    counted = counted_shops if call.track is Track.COLLABORATION else counted_cooperatives
    if fewest is None:
        return t("At most {members} take part.", members=counted(most or 0))
    if most is None:
        return t("At least {members} take part.", members=counted(fewest))
    return t("At least {fewest}, at most {members} take part.", fewest=counted(fewest), members=counted(most))


def counted_shops(count: int) -> Words:
    return tn("{count} shop", "{count} shops", count)


def counted_cooperatives(count: int) -> Words:
    return tn("{count} cooperative", "{count} cooperatives", count)


def counted_people(count: int) -> Words:
    return tn("{count} person", "{count} people", count)


def answered(call: Call, finding: Finding) -> Words:
    """What the person said about this rule."""
    answer = finding.answer
    if answer is None:
        return t("not answered") if finding.remedy is Remedy.ANSWER else t("not sure")
    if isinstance(answer, bool):
        return t("yes") if answer else t("no")
    return _counted(call, finding.rule, answer) if isinstance(answer, int) else _chosen(answer)


def _chosen(answer: object) -> Words:
    match answer:
        case Applicant():
            return applicants(answer)
        case SocialCooperative():
            return socials(answer)
        case Staff():
            return staffs(answer)
        case Exclusion(reason=reason):
            return worded(reason)
        case date():
            return t("until {day:date}", day=answer)
        case _:
            return t("none of them")


def _counted(call: Call, rule: Rule, count: int) -> Words:
    if rule is Rule.FOUNDERS:
        return counted_people(count)
    return counted_shops(count) if call.track is Track.COLLABORATION else counted_cooperatives(count)


def applicants(one: Applicant) -> Words:
    match one:
        case Applicant.CONSORTIUM:
            return t("Several cooperatives together")
        case Applicant.FEDERATION:
            return t("A federation of cooperatives")
        case Applicant.SINGLE_COOPERATIVE:
            return t("One cooperative alone")
        case Applicant.NO_COOPERATIVE:
            return t("No cooperative yet")
        case _:
            assert_never(one)


def socials(one: SocialCooperative) -> Words:
    match one:
        case SocialCooperative.NONE:
            return t("No social cooperative")
        case SocialCooperative.APPROVED:
            return t("Yes, with its approval")
        case SocialCooperative.WAITING:
            return t("Yes, still without approval")
        case _:
            assert_never(one)


def staffs(one: Staff) -> Words:
    match one:
        case Staff.FEWER_THAN_5:
            return t("Fewer than 5")
        case Staff.FROM_5_TO_9:
            return t("5 to 9")
        case Staff.TEN_OR_MORE:
            return t("10 or more")
        case _:
            assert_never(one)


def _limit(finding: Finding) -> int:
    return finding.limit if isinstance(finding.limit, int) else 0


_NAMES = {
    Rule.APPLICANT: t("Who applies"),
    Rule.MEMBERS: t("How many take part"),
    Rule.FOUNDERS: t("Members of each cooperative"),
    Rule.FEDERATION: t("Size of the federation"),
    Rule.SOCIAL_APPROVAL: t("Social cooperative"),
    Rule.SEOUL: t("In Seoul"),
    Rule.MICRO_ENTERPRISE: t("Micro enterprises"),
    Rule.SAME_TRADE: t("Same trade"),
    Rule.EXCLUDED_TRADE: t("Excluded trades"),
    Rule.ACTIVE: t("In business"),
    Rule.TAX_ARREARS: t("Taxes paid"),
    Rule.DOUBLE_FUNDING: t("No double funding"),
    Rule.OWN_SHARE: t("Own share"),
    Rule.BRIEFING: t("Briefing attended"),
    Rule.CERTIFICATE: t("Certificate"),
}
_WANTED = {
    Rule.APPLICANT: t("Several cooperatives together or a federation apply."),
    Rule.SOCIAL_APPROVAL: t("A social cooperative has its ministry's approval."),
    Rule.SEOUL: t("All members are in Seoul."),
    Rule.SAME_TRADE: t("All members are in the same trade."),
    Rule.EXCLUDED_TRADE: t("Nobody runs an excluded type of business."),
    Rule.ACTIVE: t("Nobody's business is suspended or closed."),
    Rule.TAX_ARREARS: t("Nobody owes taxes."),
    Rule.DOUBLE_FUNDING: t("Nobody gets other public money for the same project."),
    Rule.CERTIFICATE: t("The micro enterprise certificates are valid."),
}
