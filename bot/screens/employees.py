"""The employee calculator: what is asked, who counts, what came out."""

from enum import StrEnum

from bot.words import Words, lines, t, tn, verbatim
from programme.employees import HOURS_THAT_COUNT_HALF, Headcount, Staff


class Year(StrEnum):
    """How the number of employees went over the last twelve months. The values lie in drafts."""

    SAME = "same"
    CHANGES = "changes"
    LATER = "later"


class Counted(StrEnum):
    USE = "use"


def which_year() -> Words:
    return t("Was the number of employees the same in each of the last 12 months?")


def why_count() -> Words:
    return t("The law takes the average of twelve month-ends.")


def who_counts() -> Words:
    return lines(
        t("Do not count:"),
        t("• the owner and executives"),
        t("• day labourers and contracts of three months or less"),
        t("• research staff"),
    )


def years(year: Year) -> Words:
    match year:
        case Year.SAME:
            return t("Yes, always the same")
        case Year.CHANGES:
            return t("No, it changed")
        case Year.LATER:
            return t("I will count later")


def full_time() -> Words:
    return t("How many work full time?")


def part_time() -> Words:
    return t("How many work part time, {hours} hours a month or more?", hours=HOURS_THAT_COUNT_HALF)


def full_time_months() -> Words:
    return t("How many worked full time at the end of each month?")


def part_time_months() -> Words:
    return t("And part time, {hours} hours a month or more, at the end of each month?", hours=HOURS_THAT_COUNT_HALF)


def twelve_numbers() -> Words:
    return t("Type up to 12 whole numbers in one line, for example {example}. A younger business types fewer.", example=_example())


def as_many_as(months: int) -> Words:
    return tn(
        "Type {count} whole number.",
        "Type {count} whole numbers in one line, or one that holds for every month.",
        months,
    )


def counts(value: tuple[int, ...]) -> Words:
    if not any(value):
        return t("Nobody all the time")
    return verbatim(" ".join(str(count) for count in value))


def _example() -> Words:
    return verbatim("4 4 4 5 5 5 5 5 4 4 4 4")


def average(found: Headcount) -> Words:
    return t("That is {average} regular employees on average: {size}.", average=_average(found), size=_size(found.staff))


def how_counted(found: Headcount) -> Words:
    """In halves, as the law counts them: no fraction is rounded away."""
    return t(
        "A full-timer counts 2 halves, a part-timer 1: {halves} halves over {months} month-ends.", halves=found.halves, months=found.months
    )


def use_it(_: Counted) -> Words:
    return t("Use this number")


def _average(found: Headcount) -> Words:
    whole, rest = divmod(found.hundredths, 100)
    return verbatim(f"{whole}.{rest:02d}" if rest else f"{whole}")


def _size(staff: Staff) -> Words:
    match staff:
        case Staff.FEWER_THAN_5:
            return t("fewer than 5")
        case Staff.FROM_5_TO_9:
            return t("5 or more, fewer than 10")
        case Staff.TEN_OR_MORE:
            return t("10 or more of them")
