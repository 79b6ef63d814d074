"""The words of when an event takes place, and when people can register for it."""

from collections.abc import Sequence
from datetime import datetime

from bot.screens.event_words import from_to
from bot.words import Words, joined, t, tn
from programme.event_checks import Span


def which_date() -> Words:
    return t("When does it take place?")


def which_dates() -> Words:
    return t("On which dates does the course take place?")


def one_date_hint() -> Words:
    return t("Type the day and the hours, for example {one} or {other}.", one=_example(), other=_spoken())


def several_dates_hint() -> Words:
    return t("Type each date with its hours, for example {one}. Several go into one message, a line each.", one=_example())


def _example() -> Words:
    return t("12 March 14:00-16:00")


def _spoken() -> Words:
    return t("next Tuesday 2pm")


def type_a_date() -> Words:
    return t("Please type the day and the hours, for example {one}.", one=_example())


def unread_date(line: str) -> Words:
    return t("I could not read “{line}” as a day with hours. Please type it like {one}.", line=line, one=_example())


def one_date_only() -> Words:
    return t("Only a course has several dates. Please type the one date of this event.")


def when(spans: Sequence[Span]) -> Words:
    return joined([from_to(*span) for span in spans], "; ")


def dates_so_far(spans: Sequence[Span]) -> Words:
    return tn("{count} date so far: {dates}", "{count} dates so far: {dates}", len(spans), dates=when(spans))


def drop_date(span: Span) -> Words:
    return t("🗑 {on:short_date} {at:time}", on=span[0], at=span[0])


def a_week_later(span: Span) -> Words:
    return t("➕ {on:short_date}, same hours", on=span[0])


def dates_done(count: int) -> Words:
    return tn("Done ({count} date)", "Done ({count} dates)", count)


def which_moment(key: str) -> Words:
    if key == "opens":
        return t("From when on can people register?")
    return t("Until when can people register?")


def from_publishing() -> Words:
    return t("from publishing on")


def until_it_begins() -> Words:
    return t("until it begins")


def moment(at: datetime) -> Words:
    return t("{at:datetime}", at=at)


def moment_hint() -> Words:
    return t("Tap the button, or type a day and a time, for example {example}.", example=t("12 March 18:00"))


def unread_moment(typed: str) -> Words:
    return t("I could not read “{line}” as a day. Please type it like {example}.", line=typed, example=t("12 March 18:00"))
