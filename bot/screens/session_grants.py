"""The questions of a coordinator who grants more sessions, and the end."""

from datetime import datetime

from bot.screens.screen import Screen, column
from bot.screens.session_overview import GRANT, OVERVIEW
from bot.screens.ways import HOME
from bot.words import Words, lines, t, tn
from programme.seoul import seoul_day
from services.session_grants import Granted, YearOf
from storage.consultants import Calling


def grant_more() -> Words:
    return t("Grant more sessions")


def which_name() -> Words:
    return t("Which consortium? Type how its name begins, or the code of its card.")


def none_found() -> Words:
    return t("I found no consortium that stands and begins like this. Please type another part of the name's beginning, or its code.")


def which_of_them() -> Words:
    return t("Is it this one?")


def one_name(name: str, opened_at: datetime) -> Words:
    return t("{name} ({round})", name=name, round=str(seoul_day(opened_at).year))


def which_calling(found: YearOf) -> Words:
    (consulting, of_consulting), (mentoring, of_mentoring) = found.used[Calling.CONSULTANT], found.used[Calling.MENTOR]
    return lines(
        t("More of what? “{name}” this year:", name=found.consortium.name),
        t("• Consulting: {used} of {of} used this year", used=consulting, of=of_consulting),
        t("• Mentoring: {used} of {of} used this year", used=mentoring, of=of_mentoring),
    )


def how_many() -> Words:
    return t("How many more?")


def why() -> Words:
    return t("Why?")


def members_read_it() -> Words:
    return t("the members of the consortium read it.")


def names(key: str) -> Words:
    return {"which": t("Consortium"), "calling": t("Kind"), "extra": t("More sessions"), "why": t("Reason")}[key]


def shall_i_grant(name: str) -> Words:
    return t("Grant this to “{name}”?", name=name)


def grant_it() -> Words:
    return t("➕ Yes, grant them")


def what_it_means() -> Words:
    return t("It counts for this year and cannot be taken back. All members are told at once.")


def granted(outcome: Granted) -> Screen:
    return Screen(
        words=lines(
            t("<b>Granted: {extra} more for “{name}”.</b>", extra=outcome.extra, name=outcome.consortium.name),
            tn("{count} member is told.", "{count} members are told.", outcome.told),
        ),
        rows=column([GRANT, OVERVIEW, HOME]),
    )


def no_such_consortium() -> Screen:
    return Screen(
        words=t("This consortium does not stand any more, so nothing was granted. Choose another."), rows=column([GRANT, OVERVIEW, HOME])
    )
