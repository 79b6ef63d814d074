"""A day off of the whole office, set by a coordinator."""

from datetime import date
from typing import assert_never

from bot.dialogue.ask import Ask
from bot.dialogue.story import AskAgain, story
from bot.dialogue.typed import day, text
from bot.screens import consultants
from bot.screens import office_holidays as screens
from bot.screens.screen import Screen
from services.coordinators import Forbidden
from services.office_holidays import AHEAD, HolidayKept, KeepOfficeHoliday, NotThatDay, SessionsOn
from storage.working_hours import LONGEST_NAME


@story("office_holiday", screens.a_day_off())
async def office_holiday(ask: Ask) -> KeepOfficeHoliday | Screen:
    if isinstance(await ask.look(SessionsOn(by=ask.person.id, day=ask.today)), Forbidden):
        return consultants.not_yours()
    chosen: date = await ask(
        day("day", screens.which_day(), ask.today, earliest=ask.today, latest=ask.today + AHEAD, name=screens.names("day"))
    )
    name = await ask(text("name", screens.which_name(), at_most=LONGEST_NAME, example=screens.name_example(), name=screens.names("name")))
    booked = await ask.look(SessionsOn(by=ask.person.id, day=chosen))
    if isinstance(booked, Forbidden):
        return consultants.not_yours(booked)
    await ask.sure(screens.shall_it_be(), yes=screens.yes_day_off(), below=screens.what_it_touches(booked))
    return KeepOfficeHoliday(by=ask.person.id, day=chosen, name=name)


@office_holiday.ends
def holiday_kept(outcome: HolidayKept | NotThatDay | Forbidden) -> Screen | AskAgain:
    match outcome:
        case HolidayKept():
            return screens.kept(outcome)
        case NotThatDay():
            return AskAgain(("day",), screens.not_that_day())
        case Forbidden() as refused:
            return consultants.not_yours(refused)
        case _:
            assert_never(outcome)
