"""Why there is no time: one reason in a toast, or all the reasons of a month with the ways on."""

from collections.abc import Mapping

from bot.words import Words, t, tn
from programme.slots import WhyNone


def why(one: WhyNone) -> Words:
    """In a toast over a day without times."""
    return {
        WhyNone.PAST: t("This day is over."),
        WhyNone.TOO_SOON: t("This day is too soon: consultants need some notice to prepare."),
        WhyNone.TOO_FAR: t("This day is too far ahead: its times are not open yet."),
        WhyNone.DAY_OFF: t("Nobody works on this day."),
        WhyNone.HOLIDAY: t("This day is a holiday."),
        WhyNone.BLOCKED: t("The consultant is away on this day."),
        WhyNone.TAKEN: t("All times of this day are taken."),
        WhyNone.DAY_FULL: t("The consultant takes no more sessions on this day."),
        WhyNone.WEEK_FULL: t("The consultant takes no more sessions in this week."),
        WhyNone.PAUSED: t("The consultant takes no sessions for now."),
        WhyNone.LEFT: t("The consultant does not give sessions any more."),
    }[one]


def counted(one: WhyNone, days: int) -> Words:
    """In a list: on how many days."""
    reason = {
        WhyNone.PAST: t("over already"),
        WhyNone.TOO_SOON: t("too soon: consultants need some notice to prepare"),
        WhyNone.TOO_FAR: t("too far ahead: these times are not open yet"),
        WhyNone.DAY_OFF: t("nobody works then"),
        WhyNone.HOLIDAY: t("a holiday"),
        WhyNone.BLOCKED: t("the consultant is away"),
        WhyNone.TAKEN: t("all times are taken"),
        WhyNone.DAY_FULL: t("no more sessions on that day"),
        WhyNone.WEEK_FULL: t("no more sessions in that week"),
        WhyNone.PAUSED: t("the consultant takes no sessions for now"),
        WhyNone.LEFT: t("the consultant has stopped"),
    }[one]
    return tn("{count} day: {reason}", "{count} days: {reason}", days, reason=reason)


def reasons(found: Mapping[WhyNone, int]) -> tuple[Words, ...]:
    """The most frequent first."""
    return tuple(counted(one, days) for one, days in sorted(found.items(), key=lambda pair: -pair[1]))
