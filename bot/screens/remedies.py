"""What would change the verdict on a rule."""

from bot.words import Words, t
from programme.eligibility import Remedy


def advice(remedy: Remedy) -> Words:
    return _ADVICE[remedy]


_ADVICE = {
    Remedy.ANSWER: t("Answer this question."),
    Remedy.FIND_OUT: t("Find out, then change the answer here."),
    Remedy.ADD_MEMBERS: t("Find more members."),
    Remedy.FEWER_MEMBERS: t("Apply in a smaller group, or in two groups."),
    Remedy.ADD_FOUNDERS: t("Find more members for the cooperative."),
    Remedy.FIND_COOPERATIVES: t("Look for other cooperatives to apply with."),
    Remedy.TRY_COLLABORATION: t("Try the collaboration track: shops need no cooperative there."),
    Remedy.GET_APPROVAL: t("Get the ministry's approval first."),
    Remedy.WITHOUT_THE_OUTSIDE: t("Apply without the business outside Seoul, or replace it."),
    Remedy.WITHOUT_THE_LARGE: t("Apply without the large business, or replace it."),
    Remedy.COUNT_EMPLOYEES: t("Count the employees with me: change this answer."),
    Remedy.ONE_TRADE: t("Form a group of one trade."),
    Remedy.WITHOUT_THE_EXCLUDED: t("Apply without that business, or replace it."),
    Remedy.OFFICER: t("An officer looks at it: ask before you apply."),
    Remedy.REOPEN_OR_REPLACE: t("Report the business as open again, or replace it."),
    Remedy.PAY_TAXES: t("Pay the taxes, or agree on instalments with the tax office."),
    Remedy.CHOOSE_ONE_SUBSIDY: t("Choose one of the two subsidies."),
    Remedy.RAISE_OWN_SHARE: t("Plan a smaller project, or share the cost among more members."),
    Remedy.ATTEND_BRIEFING: t("Attend a briefing session."),
    Remedy.RENEW_CERTIFICATE: t("Renew the certificate."),
}
