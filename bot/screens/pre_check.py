"""The questions of the pre-check: what is asked, why, and the answers to choose from."""

from enum import StrEnum

from bot.questions.sure import Sure
from bot.screens import rules
from bot.screens.wording import worded
from bot.words import Words, lines, t, told
from programme.answers import Applicant, Obstacle
from programme.call import Call, Gate
from programme.employees import Industry
from programme.tracks import Track
from storage.attendance import Visit


class StaffAnswer(StrEnum):
    """The first three are the values of `programme.employees.Staff`."""

    FEWER_THAN_5 = "lt5"
    FROM_5_TO_9 = "5to9"
    TEN_OR_MORE = "ge10"
    COUNT = "count"


def title() -> Words:
    return t("Can we apply?")


def sure(one: Sure) -> Words:
    match one:
        case Sure.YES:
            return t("Yes")
        case Sure.NO:
            return t("No")
        case Sure.UNSURE:
            return t("Not sure")


def applicant() -> Words:
    return t("Who would apply?")


def why_applicant() -> Words:
    return t("This track is for cooperatives that work with others.")


def members(call: Call, applicant: Applicant | None) -> Words:
    if call.track is Track.COLLABORATION:
        return t("How many shops would take part, yours included?")
    if applicant is Applicant.FEDERATION:
        return t("How many cooperatives belong to the federation?")
    return t("How many cooperatives would take part, yours included?")


def why_members() -> Words:
    return t("Each call says how many must take part.")


def founders() -> Words:
    return t("How many members does the smallest cooperative have?")


def why_founders() -> Words:
    return t("The law asks for a minimum of members in every cooperative.")


def social() -> Words:
    return t("Is a social cooperative among you?")


def why_social() -> Words:
    return t("A social cooperative needs the approval of its ministry.")


def socials(one: object) -> Words:
    return t("Not sure") if one is Sure.UNSURE else rules.socials(one)  # type: ignore[arg-type]


def seoul() -> Words:
    return t("Are all the businesses in Seoul?")


def why_seoul() -> Words:
    return t("The money is the city's, so it stays in the city.")


def staff() -> Words:
    return t("Think of the business with the most employees: how many regular employees does it have?")


def why_staff() -> Words:
    return t("The support is for micro enterprises. Owners, executives, day labourers and short contracts do not count.")


def staffs(one: StaffAnswer) -> Words:
    match one:
        case StaffAnswer.FEWER_THAN_5:
            return t("Fewer than 5")
        case StaffAnswer.FROM_5_TO_9:
            return t("5 to 9")
        case StaffAnswer.TEN_OR_MORE:
            return t("10 or more")
        case StaffAnswer.COUNT:
            return t("Not sure – count with me")


def industry() -> Words:
    return t("What does the business with 5 to 9 employees do?")


def industry_name() -> Words:
    return t("Line of business")


def why_industry() -> Words:
    return t("Where things are made, built, mined or carried, the limit is 10 employees; elsewhere it is 5.")


def industries(one: object) -> Words:
    return t("Not sure") if one is Sure.UNSURE else _INDUSTRIES[one]  # type: ignore[index]


def industry_order() -> tuple[Industry, ...]:
    """What most people run comes first."""
    return tuple(_INDUSTRIES)


def same_trade() -> Words:
    return t("Are all members in the same trade?")


def why_same_trade() -> Words:
    return t("This call is for businesses of one trade.")


def excluded() -> Words:
    return t("Is any member in one of these trades?")


def why_excluded() -> Words:
    return t("The call leaves some trades out.")


def excluded_list(call: Call) -> Words:
    return t("{trades:bullets}", trades=tuple(worded(row.reason) for row in call.exclusions))


def excluded_answers(one: Sure) -> Words:
    match one:
        case Sure.NO:
            return t("None of these")
        case Sure.YES:
            return t("Yes – let me tick")
        case Sure.UNSURE:
            return t("Not sure")


def which_excluded() -> Words:
    return t("Which of them?")


def obstacles() -> Words:
    return t("Is one of these true of any member?")


def obstacles_name() -> Words:
    return t("Obstacles")


def why_obstacles() -> Words:
    return t("Each of these can stop an application. Better to know now.")


def obstacle(one: Obstacle) -> Words:
    match one:
        case Obstacle.SUSPENDED_OR_CLOSED:
            return t("Suspended or closed")
        case Obstacle.TAX_ARREARS:
            return t("Owes taxes")
        case Obstacle.FUNDED_ALREADY:
            return t("Funded for the same")


def none_of_these() -> Words:
    return t("None of these")


def own_share(call: Call) -> Words:
    rate = call.rate.value
    if rate is None:
        return t("Can the members pay a part of the cost themselves?")
    return t("Can the members pay {share:percent} of the cost themselves?", share=(rate.den - rate.num, rate.den))


def why_own_share() -> Words:
    return t("The city pays only a part. The office looks at whether you can pay the rest.")


def briefing(call: Call) -> Words:
    words = next(worded(row.words) for row in call.gates if row.gate is Gate.BRIEFING)
    return lines(t("{rule}.", rule=words), t("Has one of you been there?"))


def noted(visit: Visit) -> Words:
    return t(
        "✓ You were at “{title}” on {on:date}: it is noted from your check-in. Tap “Yes, as noted”, or correct it.",
        title=told(visit.title),
        on=visit.starts_at,
    )


def sure_as_noted(one: Sure) -> Words:
    return t("✓ Yes, as noted") if one is Sure.YES else sure(one)


def why_briefing() -> Words:
    return t("Without it this call takes no application.")


_INDUSTRIES = {
    Industry.OTHER: t("Shop, food, services …"),
    Industry.MANUFACTURING: t("Makes things (factory)"),
    Industry.CONSTRUCTION: t("Builds"),
    Industry.TRANSPORT: t("Carries people or goods"),
    Industry.MINING: t("Mines"),
}
