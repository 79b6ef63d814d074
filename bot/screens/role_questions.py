"""The questions of an owner who lets somebody into the office."""

from datetime import datetime
from enum import StrEnum
from typing import assert_never

from bot.screens.role_taps import ShowOfficePeople
from bot.screens.roles import role_name, what_it_may
from bot.screens.screen import Screen, button, column
from bot.screens.ways import HOME
from bot.words import Words, lines, t
from programme.rights import Role


class Term(StrEnum):
    """How long the role lasts. The values lie in drafts."""

    FOR_GOOD = "0"
    WEEK = "7"
    MONTH = "30"
    QUARTER = "91"
    YEAR = "365"
    DAY = "day"  # that is asked next


def let_in() -> Words:
    return t("Let somebody into the office")


def which_role() -> Words:
    return lines(t("As what?"), *(t("• <b>{role}</b>: may {what}", role=role_name(role), what=what_it_may(role)) for role in Role))


def which_name() -> Words:
    return t("What is the person called?")


def why_name() -> Words:
    return t("so that you know later whose role it is. Only the office sees it.")


def which_gus() -> Words:
    return t("For which gu?")


def why_gus() -> Words:
    return t("announcements, events and shops of other gu, and those for all of Seoul, are then not theirs.")


def all_gus() -> Words:
    return t("All of Seoul")


def which_tracks() -> Words:
    return t("Which track do they look after?")


def both_tracks() -> Words:
    return t("Both tracks")


def how_long() -> Words:
    return t("For how long?")


def term_name(term: Term) -> Words:
    match term:
        case Term.FOR_GOOD:
            return t("Until taken away")
        case Term.WEEK:
            return t("One week")
        case Term.MONTH:
            return t("One month")
        case Term.QUARTER:
            return t("Three months")
        case Term.YEAR:
            return t("One year")
        case Term.DAY:
            return t("Until a day I name")
        case _:
            assert_never(term)


def names(key: str) -> Words:
    return {"role": t("Role"), "name": t("Name"), "gus": t("Gu"), "track": t("Track"), "term": t("For how long"), "day": t("Last day")}[key]


def shall_i_make_it() -> Words:
    return t("Shall I make the link?")


def make_it() -> Words:
    return t("🔑 Yes, make the link")


def which_day() -> Words:
    return t("Until which day? The role ends at midnight of that day.")


def what_it_means(role: Role, until: datetime | None) -> Words:
    return lines(
        t("Whoever opens the link first has the role. It works once, for a week."),
        t("The role ends on {until:datetime}, by itself.", until=until) if until is not None else None,
        t("⚠️ An owner may do everything, also send others away.") if role is Role.OWNER else None,
    )


def nobody_let_in() -> Screen:
    return Screen(
        words=t("Only owners of the office can let somebody in. Nothing was done."),
        rows=column([button(t("👥 People of the office"), ShowOfficePeople()), HOME]),
    )
