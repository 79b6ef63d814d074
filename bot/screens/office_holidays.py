"""The office's own days off, for its coordinators."""

from bot.dialogue.taps import BeginStory
from bot.screens.consultant_taps import DropOfficeHoliday, ShowOfficeHolidays
from bot.screens.joining_consultants import ALL_CONSULTANTS
from bot.screens.page_row import page_row
from bot.screens.screen import Button, Screen, button, column
from bot.screens.ways import HOME
from bot.words import Words, lines, t, tn
from services.office_holidays import HolidayKept, HolidayPage
from storage.working_hours import OfficeHoliday

ADD = button(t("➕ Add a day off"), BeginStory("office_holiday"))
ALL = button(t("📅 Office holidays"), ShowOfficeHolidays())


def a_day_off() -> Words:
    return t("A day off of the office")


def which_day() -> Words:
    return t("Which day is off?")


def which_name() -> Words:
    return t("What is the day called?")


def name_example() -> Words:
    return t("Foundation day")


def shall_it_be() -> Words:
    return t("Shall nobody be booked on that day?")


def yes_day_off() -> Words:
    return t("Yes, day off")


def what_it_touches(booked: int) -> Words:
    if not booked:
        return t("No session is booked on that day.")
    return tn(
        "{count} session is booked on that day. It stays, and its consultant is told and can ask for another time.",
        "{count} sessions are booked on that day. They stay, and their consultants are told and can ask for other times.",
        booked,
    )


def names(key: str) -> Words:
    return {"day": t("Day off"), "name": t("Called")}[key]


def not_that_day() -> Words:
    return t("That day is over or too far away. Please choose one of the next two years.")


def kept(outcome: HolidayKept) -> Screen:
    one = outcome.holiday
    return Screen(
        words=lines(
            t("<b>{day:date} is off: {name}.</b> Nobody can be booked on it.", day=one.day, name=one.name),
            what_it_touches(outcome.booked) if outcome.booked else None,
            t("A consultant who works all the same can open the day for themselves."),
        ),
        rows=column([ALL, ALL_CONSULTANTS, HOME]),
    )


def listed(found: HolidayPage, said: Words | None = None) -> Screen:
    hint = t("None. Public holidays of Korea are known without it; add only days the office itself is closed.")
    return Screen(
        words=lines(
            t("{said}\n", said=said) if said is not None else None,
            t("<b>Days off of the office</b>"),
            hint if not found.holidays else None,
            *(t("• {day:date}: {name}", day=one.day, name=one.name) for one in found.holidays),
        ),
        rows=(
            *column([_drop(one) for one in found.holidays]),
            *page_row(found.page, more=found.more, to=ShowOfficeHolidays),
            *column([ADD, ALL_CONSULTANTS, HOME]),
        ),
    )


def _drop(one: OfficeHoliday) -> Button:
    return button(t("🗑 {day:date}", day=one.day), DropOfficeHoliday(one.day.isoformat()))


def dropped() -> Words:
    return t("The day can be booked again.")


def dropped_before() -> Words:
    return t("That day was no day off any more.")
