"""An event once more, on other days. The subject is the number of the one that is taken as a model."""

from datetime import date, timedelta
from typing import assert_never

from bot.dialogue.ask import Ask
from bot.dialogue.choices import Choice, Option
from bot.dialogue.story import AskAgain, story
from bot.dialogue.typed import day
from bot.screens import event_making as screens
from bot.screens.event_desk import no_such_event, too_wide
from bot.screens.office_only import for_the_office
from bot.screens.screen import Screen
from bot.taps import numbered
from programme.event_checks import AHEAD
from programme.seoul import seoul_day
from services.coordinators import Forbidden
from services.event_cloning import Cloned, CloneEvent
from services.event_dates import NoSuchEvent
from services.event_desk import EventForOffice, OfficeEvent
from services.event_making import TooWide, Unfit
from services.event_plans import EventPlan

DAYS, DAY = "days", "day"
OTHER = 0  # another day than the usual ones
SPANS = {7: screens.a_week(), 28: screens.four_weeks(), 91: screens.a_quarter(), 364: screens.a_year()}  # the weekday stays


@story("clone_event", screens.once_more(), takes_a_subject=True, offers_a_person=False)
async def clone_event(ask: Ask) -> CloneEvent | Screen:
    found = await ask.look(EventForOffice(by=ask.person.id, event=numbered(ask.draft.subject) or 0))
    if not isinstance(found, OfficeEvent):
        return for_the_office(found) if isinstance(found, Forbidden) else no_such_event()
    days = await ask(_which(found, ask.today))
    if days == OTHER:
        chosen: date = await ask(
            day(DAY, screens.which_first_day(), ask.today, earliest=ask.today, latest=ask.today + AHEAD, name=screens.names(DAYS))
        )
        days = (chosen - _first_day(found.plan)).days
    return CloneEvent(by=ask.person.id, event=found.event.id, days=days)


def _first_day(plan: EventPlan) -> date:
    return seoul_day(plan.dates[0][0])


def _which(found: OfficeEvent, today: date) -> Choice[int]:
    """Only days that are still to come."""
    first = _first_day(found.plan)
    usual = [days for days in SPANS if first + timedelta(days=days) > today]
    named = [Option(days, str(days), screens.in_so_long(SPANS[days], first + timedelta(days=days))) for days in usual]
    return Choice(key=DAYS, words=screens.which_day(found.event), choices=(*named, Option(OTHER, str(OTHER), screens.another_day())))


@clone_event.ends
def event_cloned(outcome: Cloned | Unfit | TooWide | NoSuchEvent | Forbidden) -> Screen | AskAgain:
    match outcome:
        case Cloned():
            return screens.cloned(outcome)
        case Unfit():
            return AskAgain((DAYS, DAY), screens.not_that_day())
        case TooWide():
            return too_wide()
        case NoSuchEvent():
            return no_such_event()
        case Forbidden() as refused:
            return for_the_office(refused)
        case _:
            assert_never(outcome)
